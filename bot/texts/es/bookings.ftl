## Reservas

booking-asked = 📅 He preguntado por ti: { $when }.
    Te digo cuando se decida.
booking-booked = ✅ <b>Reservado:</b> { $when }.
booking-overlap = 📅 <b>Ocupado.</b> { $when } no está libre.
booking-free-slots = Libre alrededor: { $slots }
booking-no-free-slots = No hay nada libre alrededor.
booking-past = 📅 Ese momento ya pasó.
booking-when = ¿Cuándo lo necesitas? Di por ejemplo «sábado de 10 a 14».
booking-request = 📅 <b>{ $name } pide { $car }:</b> { $when }.
booking-request-decided = 📅 { $name }, { $when }: { $state ->
    [approved] aceptado por { $by }
    [declined] rechazado por { $by }
    [cancelled] cancelado
   *[other] { $state }
 }.
booking-decided = 📅 { $state ->
    [approved] <b>Tienes { $car }:</b> { $when }. Aceptado por { $by }.
    [declined] <b>Rechazado:</b> { $car }, { $when }. Lo decidió { $by }.
   *[cancelled] <b>Cancelado:</b> { $car }, { $when }.
 }
booking-approved = ✅ <b>Aceptado:</b> { $name }, { $when }.
booking-declined = <b>Rechazado:</b> { $name }, { $when }.
booking-cancelled = <b>Cancelado:</b> { $name }, { $when }.
booking-already = Ya decidido: { $state ->
    [approved] aceptado
    [declined] rechazado
    [cancelled] cancelado
    [active] en camino
    [handed_over] devuelto
   *[other] pasado
 }.
booking-none-open = Nadie espera una respuesta.
booking-none-mine = No tienes ninguna reserva que cancelar.
booking-list = <b>Reservas de { $car }</b>
booking-line = • { $when } · { $name }, { $state ->
    [requested] espera respuesta
    [approved] reservado
    [active] en camino
   *[other] { $state }
 }
booking-list-empty = 📅 No hay reservas. { $car } está libre.
booking-not-allowed = Eso no es posible ahora.
sharing-approved = ✅ <b>Aceptado.</b> { $name } puede usar { $car }.
sharing-declined = <b>Rechazado.</b> { $name } no tendrá el coche.
