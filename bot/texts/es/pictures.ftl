## Las palabras de las imágenes

picture-empty = Todavía no se sabe nada
picture-no-track = El coche no guardó el recorrido de este viaje
fact-duration = Duración
fact-consumption = Energía
fact-speed = Velocidad media
fact-power = Potencia
fact-left = Falta
driver-unknown = nadie en concreto
button-gpx = 🗺 Archivo GPX
trip-title = 🛣 { $at } · <b>{ $distance }</b>
trip-used = { $energy }, { $mean } cada { $way }
trip-gone = El diario del coche ya no tiene este viaje.
button-newer = ◀ Más recientes
button-older = Anteriores ▶
cost-line = 💶 { $cost } a { $price } por kWh
cost-unknown = Dime tu precio y añado el coste: /price 0,20
price-stored = 💶 Anotado: { $price } por kWh. /energy muestra ahora el coste.
price-now = 💶 { $price } por kWh. Para cambiarlo: /price 0,20
price-none = Todavía no conozco ningún precio. Dime cuánto cuesta un kWh: /price 0,20
price-invalid = Un precio por kWh se escribe así: /price 0,20 o /price 0,20 CHF
