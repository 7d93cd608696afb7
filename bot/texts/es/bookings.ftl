## Reservas

booking-asked-requested = 📅 He preguntado por ti: { $when }.
    Te digo cuando se decida.
booking-asked-approved = ✅ <b>Reservado:</b> { $when }.
booking-asked-urgent = 📅 <b>Pedido con urgencia:</b> { $when }.
    He preguntado a quien tiene el coche entonces si puede cederlo.
booking-asked-waiting = 📅 <b>Estás en la lista de espera:</b> { $when }.
    Te aviso en cuanto quede libre.
booking-weekly = 🔁 Cada semana, { $count } veces, la última el { $last }.
booking-weekly-taken = Ya ocupado, así que no lo he pedido: { $days }
booking-hour-missing = ⏱ Esa hora no existe por el cambio de hora. He tomado { $start }.
booking-hour-doubled = ⏱ Esa hora se repite con el cambio de hora. He tomado la primera, { $start }.
booking-tight = ⚠ Queda poco tiempo entre esto y la reserva de { $names }.
booking-trip = 📍 { $trip }
booking-overlap = 📅 <b>Ocupado.</b> { $when } no está libre.
booking-free-slots = Libre alrededor: { $slots }
booking-no-free-slots = No hay nada libre alrededor.
booking-past = 📅 Ese momento ya pasó.
booking-when = 📅 ¿Cuándo lo necesitas? Por ejemplo «sábado de 10 a 14».
booking-backwards = 📅 El final tiene que ir después del inicio. Di por ejemplo «sábado de 10 a 14».
booking-too-far = 📅 Reservo como mucho con un año de antelación y un mes seguido.
booking-too-early = 📅 La reserva aún no ha empezado.
booking-same-times = 📅 Eso no cambia nada: di otro final, por favor.
booking-request = 📅 <b>{ $name } pide { $car }:</b> { $when }.
booking-request-decided = 📅 { $name }, { $when }: { $state ->
    [approved] aceptado por { $by }
    [declined] rechazado por { $by }
    [proposed] { $by } propuso otro momento
    [cancelled] cancelado
   *[other] terminado
 }.
booking-decided = 📅 { $state ->
    [approved] <b>Tienes { $car }:</b> { $when }. Aceptado por { $by }.
    [declined] <b>Rechazado:</b> { $car }, { $when }. Lo decidió { $by }.
   *[cancelled] <b>Cancelado:</b> { $car }, { $when }. Por { $by }.
 }
booking-did-approve = ✅ <b>Aceptado:</b> { $name }, { $when }.
booking-did-decline = <b>Rechazado:</b> { $name }, { $when }.
booking-did-propose = 📅 He propuesto { $when } a { $name }.
booking-did-accept = ✅ <b>De acuerdo:</b> tienes el coche { $when }.
booking-did-insist = 📅 He vuelto a pedir { $when }.
booking-did-keep = 📅 Te quedas el coche. { $name } ya lo sabe.
booking-did-take = 📅 He preguntado por ti: { $when }. Te digo cuando se decida.
booking-did-extend = ✅ <b>Ahora más largo:</b> { $when }.
booking-did-shorten = ✅ <b>Ahora más corto:</b> { $when }.
booking-did-cancel = <b>Cancelado:</b> { $name }, { $when }.
booking-did-start = ✅ <b>Buen viaje:</b> { $when }.
booking-did-hand-over = ✅ <b>Devuelto.</b> La reserva { $when } ha terminado.
booking-did-undo = ✅ <b>Deshecho.</b> { $name }, { $when }: como antes.
booking-news-proposed = 📅 <b>{ $by } propone otro momento para { $car }:</b> { $proposed } en lugar de { $when }.
booking-news-accepted = ✅ { $name } se lleva { $car } { $when }.
booking-news-offered = 📅 <b>{ $car } está libre ahora:</b> { $when }. ¿Todavía lo quieres?
booking-news-urgent = ⚠ <b>{ $name } necesita { $car } con urgencia:</b> { $when }. Entonces lo tienes tú. ¿Puedes cederlo?
booking-news-cleared = 📅 El camino está libre: { $car }, { $when }{ $state ->
    [approved] . Es tuyo.
   *[other] . Falta el sí de un propietario.
 }
booking-news-cancelled = 📅 { $name } ya no necesita { $car }: { $when } queda libre.
booking-news-changed = 📅 { $by } ha cambiado una reserva de { $car }: { $name }, ahora { $when }.
booking-news-started = 🚗 <b>{ $name } tiene { $car } ahora</b>, { $when }.
booking-news-returned = 📅 { $name } ha vuelto con { $car }.
booking-news-expired = 📅 Nadie respondió a tiempo: { $car }, { $when }.
booking-news-undone = 📅 { $by } lo ha deshecho: { $name }, { $car }, { $when } queda como antes.
booking-already = Ya decidido: { $state ->
    [approved] aceptado
    [declined] rechazado
    [cancelled] cancelado
    [active] en camino
    [handed_over] devuelto
    [proposed] hay otra propuesta
    [requested] espera respuesta
    [waiting] en lista de espera
   *[other] terminado
 }.
booking-none-open = Nadie espera respuesta.
booking-none-mine = No tienes ninguna reserva que cancelar.
booking-none-to-change = No tienes ninguna reserva que cambiar.
booking-not-driving = No tienes ninguna reserva en curso.
booking-until-when = 📅 Tienes el coche { $when }. ¿Hasta cuándo entonces? Por ejemplo «hasta las 18» o «una hora».
booking-propose-which = 📅 ¿Qué momento en lugar de { $when }? Toca uno o escribe otro, por ejemplo «domingo de 10 a 14».
booking-series-done = 🔁 { $count } veces, la última el { $last }.
booking-list = <b>Reservas de { $car }</b>
booking-week = <b>La semana de { $car }</b>
booking-line = • { $when } · { $name }, { $state }
booking-state = { $state ->
    [requested] espera respuesta
    [proposed] hay otra propuesta
    [urgent] urgente, se ha preguntado
    [waiting] en lista de espera
    [offered] libre ahora, espera un sí
    [approved] reservado
    [active] en camino
   *[other] terminado
 }
booking-free-then = 📅 { $car } está libre: { $when }.
booking-list-empty = 📅 No hay nada reservado. { $car } está libre.
booking-not-allowed = Eso no es posible ahora.
booking-energy-enough = 🔋 { $level } bastan para { $distance }: la autonomía es de unos { $range }.
booking-energy-short = 🔋 { $level } no bastan para { $distance }; con { $duration } de carga antes de { $start }, sí.
booking-energy-no-time = 🔋 { $level } no bastan para { $distance }. Hacen falta { $duration } de carga, más tiempo del que queda antes de { $start }.
booking-energy-too-far = 🔋 Ni la batería llena basta para { $distance }: prevé una parada para unos { $short } más.
booking-energy-unknown = 🔋 El coche no dice ahora su carga, así que no sé si bastará.
booking-distance-odd = 📍 Con esa distancia no puedo planear. Di por ejemplo «140 km».
booking-how-far = 📍 ¿A qué distancia está { $place }, ida y vuelta? Toca o escríbelo, por ejemplo «140 km».
who-now = 🚗 { $name } tiene { $car } hasta { $until }.
who-late = 🚗 { $name } todavía tiene { $car }; la reserva terminó { $until }.
who-nobody = 🚗 Nadie tiene { $car } ahora. Está libre.
who-next = Después: { $name }, { $when }.
sharing-approved = ✅ <b>Aceptado.</b> { $name } puede usar { $car }.
sharing-declined = <b>Rechazado.</b> { $name } no ha recibido permiso.
button-propose = Otro momento
button-accept = ✅ Me lo quedo
button-insist = No, mejor mi hora
button-keep = Lo necesito yo
button-take = ✅ Sí, por favor
button-extend = Alargar
button-shorten = Acortar
button-start = Empezar
button-hand-over = Coche devuelto
button-undo = ↩ Deshacer
button-approve-all = ✅ Aceptar todas
button-decline-all = Rechazar todas
button-cancel-all = Cancelar todas
button-give-way = ✅ Cederlo
button-wait = Lista de espera
button-urgent = ⚠ Es urgente
button-until = Hasta { $time }
button-week = 📅 Semana
button-book = Reservar
button-charge-from = ⚡ Cargar { $start }–{ $end }
