## Bookings

booking-asked-requested = 📅 I asked for you: { $when }.
    I tell you when it is decided.
booking-asked-approved = ✅ <b>Booked:</b> { $when }.
booking-asked-urgent = 📅 <b>Asked urgently:</b> { $when }.
    I asked who has the car then whether they can give way.
booking-asked-waiting = 📅 <b>You are on the waiting list:</b> { $when }.
    I tell you as soon as it becomes free.
booking-weekly = 🔁 Every week, { $count } times, the last on { $last }.
booking-weekly-taken = Taken already, so not asked for: { $days }
booking-hour-missing = ⏱ The clocks jump over that time. I took { $start }.
booking-hour-doubled = ⏱ That time comes twice when the clocks change. I took the first, { $start }.
booking-tight = ⚠ Little time between this and the booking of { $names }.
booking-trip = 📍 { $trip }
booking-overlap = 📅 <b>Taken.</b> { $when } is not free.
booking-free-slots = Free around it: { $slots }
booking-no-free-slots = There is no free time around it.
booking-past = 📅 That time is over already.
booking-when = 📅 When do you need it? For example "Saturday 10 to 2".
booking-backwards = 📅 The end has to be after the start. Say for example "Saturday 10 to 2".
booking-too-far = 📅 I book up to a year ahead and a month at a time.
booking-too-early = 📅 It has not begun yet.
booking-same-times = 📅 That changes nothing: please name another end.
booking-request = 📅 <b>{ $name } asks for { $car }:</b> { $when }.
booking-request-decided = 📅 { $name }, { $when }: { $state ->
    [approved] approved by { $by }
    [declined] declined by { $by }
    [proposed] { $by } proposed another time
    [cancelled] cancelled
   *[other] over
 }.
booking-decided = 📅 { $state ->
    [approved] <b>You have { $car }:</b> { $when }. Approved by { $by }.
    [declined] <b>Declined:</b> { $car }, { $when }. Decided by { $by }.
   *[cancelled] <b>Cancelled:</b> { $car }, { $when }. By { $by }.
 }
booking-did-approve = ✅ <b>Approved:</b> { $name }, { $when }.
booking-did-decline = <b>Declined:</b> { $name }, { $when }.
booking-did-propose = 📅 I proposed { $when } to { $name }.
booking-did-accept = ✅ <b>Agreed:</b> you have the car { $when }.
booking-did-insist = 📅 I asked again for { $when }.
booking-did-keep = 📅 You keep the car. { $name } was told.
booking-did-take = 📅 I asked for you: { $when }. I tell you when it is decided.
booking-did-extend = ✅ <b>Longer now:</b> { $when }.
booking-did-shorten = ✅ <b>Shorter now:</b> { $when }.
booking-did-cancel = <b>Cancelled:</b> { $name }, { $when }.
booking-did-start = ✅ <b>Off you go:</b> { $when }.
booking-did-hand-over = ✅ <b>Back.</b> The booking { $when } is done.
booking-did-undo = ✅ <b>Undone.</b> { $name }, { $when }: as before.
booking-news-proposed = 📅 <b>{ $by } proposes another time for { $car }:</b> { $proposed } instead of { $when }.
booking-news-accepted = ✅ { $name } takes { $car } { $when }.
booking-news-offered = 📅 <b>{ $car } is free now:</b> { $when }. Do you still want it?
booking-news-urgent = ⚠ <b>{ $name } needs { $car } urgently:</b> { $when }. You have it then. Can you give way?
booking-news-cleared = 📅 The way is free: { $car }, { $when }{ $state ->
    [approved] . It is yours.
   *[other] . An owner still has to say yes.
 }
booking-news-cancelled = 📅 { $name } does not need { $car } any more: { $when } is free.
booking-news-changed = 📅 { $by } changed a booking of { $car }: { $name }, now { $when }.
booking-news-started = 🚗 <b>{ $name } has { $car } now</b>, { $when }.
booking-news-returned = 📅 { $name } is back with { $car }.
booking-news-expired = 📅 Nobody answered in time: { $car }, { $when }.
booking-news-undone = 📅 { $by } took that back: { $name }, { $car }, { $when } is as before.
booking-already = Decided already: { $state ->
    [approved] approved
    [declined] declined
    [cancelled] cancelled
    [active] in use
    [handed_over] handed over
    [proposed] another time is proposed
    [requested] waiting for an answer
    [waiting] on the waiting list
   *[other] over
 }.
booking-none-open = Nobody waits for an answer.
booking-none-mine = You have no booking to cancel.
booking-none-to-change = You have no booking to change.
booking-not-driving = You have no booking that runs now.
booking-until-when = 📅 You have the car { $when }. Until when then? For example "until 6" or "one hour".
booking-propose-which = 📅 Which time instead of { $when }? Tap one, or write another, such as "Sunday 10 to 2".
booking-series-done = 🔁 { $count } times, the last on { $last }.
booking-list = <b>Bookings of { $car }</b>
booking-week = <b>The week of { $car }</b>
booking-line = • { $when } · { $name }, { $state }
booking-state = { $state ->
    [requested] waiting for an answer
    [proposed] another time is proposed
    [urgent] urgent, somebody is asked
    [waiting] on the waiting list
    [offered] free now, waiting for a yes
    [approved] booked
    [active] on the road
   *[other] over
 }
booking-free-then = 📅 { $car } is free { $when }.
booking-list-empty = 📅 Nothing is booked. { $car } is free.
booking-not-allowed = That is not possible now.
booking-energy-enough = 🔋 { $level } is enough for { $distance }: the range is about { $range }.
booking-energy-short = 🔋 { $level } will not do { $distance }; { $duration } of charging before { $start } would.
booking-energy-no-time = 🔋 { $level } will not do { $distance }. It takes { $duration } of charging, more than there is time before { $start }.
booking-energy-too-far = 🔋 Even a full battery will not do { $distance }: plan a stop for about { $short } more.
booking-energy-unknown = 🔋 The car does not tell its charge now, so I cannot say whether it will do.
booking-distance-odd = 📍 That is no distance I can plan with. Say for example "140 km".
booking-how-far = 📍 How far is { $place }, there and back? Tap or write it, for example "140 km".
who-now = 🚗 { $name } has { $car } until { $until }.
who-late = 🚗 { $name } still has { $car }; the booking ended { $until }.
who-nobody = 🚗 Nobody has { $car } now. It is free.
who-next = Next: { $name }, { $when }.
sharing-approved = ✅ <b>Approved.</b> { $name } may use { $car }.
sharing-declined = <b>Declined.</b> { $name } was refused.
button-propose = Another time
button-accept = ✅ Take it
button-insist = No, please my time
button-keep = I need it myself
button-take = ✅ Yes, please
button-extend = Longer
button-shorten = Shorter
button-start = Start
button-hand-over = Car is back
button-undo = ↩ Undo
button-approve-all = ✅ Approve all
button-decline-all = Decline all
button-cancel-all = Cancel all
button-give-way = ✅ Give way
button-wait = Waiting list
button-urgent = ⚠ It is urgent
button-until = Until { $time }
button-week = 📅 Week
button-book = Book
button-charge-from = ⚡ Charge { $start }–{ $end }
