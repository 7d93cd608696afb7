## Bookings

booking-asked = 📅 I asked for you: { $when }.
    I tell you when it is decided.
booking-booked = ✅ <b>Booked:</b> { $when }.
booking-overlap = 📅 <b>Taken.</b> { $when } is not free.
booking-free-slots = Free around it: { $slots }
booking-no-free-slots = There is no free time around it.
booking-past = 📅 That time is over already.
booking-when = When do you need it? Say for example "Saturday 10 to 2".
booking-request = 📅 <b>{ $name } asks for { $car }:</b> { $when }.
booking-request-decided = 📅 { $name }, { $when }: { $state ->
    [approved] approved by { $by }
    [declined] declined by { $by }
    [cancelled] cancelled
   *[other] { $state }
 }.
booking-decided = 📅 { $state ->
    [approved] <b>You have { $car }:</b> { $when }. Approved by { $by }.
    [declined] <b>Declined:</b> { $car }, { $when }. Decided by { $by }.
   *[cancelled] <b>Cancelled:</b> { $car }, { $when }.
 }
booking-approved = ✅ <b>Approved:</b> { $name }, { $when }.
booking-declined = <b>Declined:</b> { $name }, { $when }.
booking-cancelled = <b>Cancelled:</b> { $name }, { $when }.
booking-already = Decided already: { $state ->
    [approved] approved
    [declined] declined
    [cancelled] cancelled
    [active] in use
    [handed_over] handed over
   *[other] over
 }.
booking-none-open = Nobody waits for an answer.
booking-none-mine = You have no booking to cancel.
booking-list = <b>Bookings of { $car }</b>
booking-line = • { $when } · { $name }, { $state ->
    [requested] waiting for an answer
    [approved] booked
    [active] on the road
   *[other] { $state }
 }
booking-list-empty = 📅 Nothing is booked. { $car } is free.
booking-not-allowed = That is not possible now.
sharing-approved = ✅ <b>Approved.</b> { $name } may use { $car }.
sharing-declined = <b>Declined.</b> { $name } was refused.
