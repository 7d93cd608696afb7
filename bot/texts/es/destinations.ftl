## Lugares adonde ir

chargers-free = { $free } de { $count } libres
chargers-price = { $price }/kWh
charger-unnamed = Estación de carga
destination-which = ¿Adónde? Di un lugar que conozco o comparte una ubicación conmigo.
destination-unknown = No conozco ningún lugar llamado { $name } y no adivino. Comparte la ubicación conmigo y la envío al coche.
destination-known = Conozco: { $names }.
destination-shown = Lugar compartido
destination-offer = 📍 ¿Qué hago con este lugar?
destination-offer-named = 📍 { $name }: ¿qué hago con este lugar?
destination-no-right = Con este lugar no puedo hacer nada por ti aquí; hacen falta más permisos.
destination-sent = 🧭 <b>{ $name } va de camino a { $car }.</b> Aceptado por la nube de Smart; el coche no lo confirma.
destination-fence-name = 📍 ¿Cómo se llama este lugar? Escríbeme su nombre.
destination-fence-made = 📍 Ahora vigilo { $name }, { $radius } alrededor. Te digo cuando el coche salga o llegue.
button-destination = 🧭 Enviar al coche
button-fence-here = 📍 Vigilar este lugar
