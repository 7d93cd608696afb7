# Answers come first, then the age of the data, then details. No exclamation mark after bad news.

## Words and numbers

unknown-value = unknown
duration-minutes = { $minutes } min
duration-hours = { $minutes ->
    [0] { $hours } h
   *[other] { $hours } h { $minutes } min
 }
duration-days = { $hours ->
    [0] { $days } d
   *[other] { $days } d { $hours } h
 }
age-now = just now
age-minutes = { $minutes } min ago
age-hours = { $hours } h ago
age-date = { $at }
list-and = { $first } and { $last }
data-line = 🕒 { $car } · { $age }
data-line-late = 🕒 { $car } · { $age }, and nothing newer came since
data-line-undated = 🕒 { $car } · the car did not say when

## The names of things

door-driver = driver's door
door-passenger = passenger door
door-rear_left = rear left door
door-rear_right = rear right door
window-driver = driver's window
window-passenger = passenger window
window-rear_left = rear left window
window-rear_right = rear right window
seat-driver = driver's seat
seat-passenger = passenger seat
seat-rear_left = rear left seat
seat-rear_right = rear right seat
seat-all = all seats
wheel-driver = front, driver's side
wheel-passenger = front, passenger side
wheel-rear_left = rear left
wheel-rear_right = rear right
trunk = tailgate
hood = bonnet
role-guest = guest
role-driver = driver
role-owner = owner
role-stranger = nobody
region-EU = Europe
region-INTL = International
mode-horn = horn
mode-flash = lights
mode-both = horn and lights
level-off = off
someone = somebody

## What one can ask (the value is the label of a button)

status_summary = Status
battery_status = Battery
range_query = Range
odometer = Odometer
vehicle_health = Health
software_update = Software
weather = Weather
charging_status = Charging
time_to_full = Time to full
charging_history = Charging history
find_charger = Find a charger
schedule_charging = Schedule charging
climate_status = Climate
climate_schedule = Schedule climate
fridge_on = Fridge on
fridge_off = Fridge off
fragrance_on = Fragrance on
fragrance_off = Fragrance off
locker_status = Locker
lock_status = Is it locked?
doors_status = Doors
windows_status = Windows
locate = Where is it?
send_destination = Send a destination
trips = Trips
energy_stats = Consumption
distance_total = Distance driven
tyre_pressure = Tyre pressure
    .opened = 🛞 Tyre pressure of { $car } needs a look.
    .closed = 🛞 Tyre pressure of { $car } is fine again.
geofence_create = Add a place
geofence_list = Places
geofence_delete = Remove a place
    .ask = Remove the place { $name }? I would no longer tell you when the car comes or goes there.
    .yes = Yes, remove
alerts_on = Alerts on
alerts_off = Alerts off
alerts_list = Alerts
quiet_hours = Quiet hours
share_request = Ask for the car
share_approve = Approve
    .ask = Approve { $name }?
    .yes = Yes, approve
share_decline = Decline
share_cancel = Cancel a booking
share_list = Bookings
share_handover = Hand over
invite_driver = Invite a driver
    .ask = Make a link that lets { $name } drive { $car } with this companion? It works once, for 48 hours.
    .yes = Yes, make the link
remove_driver = Remove a driver
    .ask = Take { $name } off { $car }? All rights end at once.
    .yes = Yes, remove
login = Log in
logout = Log out
    .ask = Log out of Smart's cloud here? I then forget the session and stop watching the car.
    .yes = Yes, log out
switch_car = Switch car
list_cars = Cars
help = Help
cancel = Cancel
thanks_smalltalk = Thanks

## Commands: a label, what is being done, what has been done

lock = Lock
    .doing = Locking
    .done = Locked.
unlock = Unlock
    .doing = Unlocking
    .done = Unlocked.
    .ask = 🔓 Unlock { $car }?
    .yes = Yes, unlock
open_trunk = Open the tailgate
    .doing = Releasing the tailgate
    .done = The tailgate is released.
    .ask = Release the tailgate of { $car }?
    .yes = Yes, release
climate_on = Warm up
    .doing = Climate to { $temperature }
    .done = Climate is on, target { $temperature }.
climate_off = Climate off
    .doing = Switching climate off
    .done = Climate is off.
defrost = Defrost
    .doing = Defrosting the windscreen
    .done = The windscreen is being defrosted.
start_charging = Start charging
    .doing = Starting to charge
    .done = Charging.
stop_charging = Stop charging
    .doing = Stopping the charge
    .done = Charging has stopped.
    .ask = Stop charging { $car }?
    .yes = Yes, stop
set_charge_limit = Charge limit
    .doing = Setting the charge limit to { $percent }
    .done = The charge limit is { $percent }.
open_windows = Open windows
    .doing = Opening the windows a little
    .done = The windows are open for air.
    .ask = Open the windows of { $car } a little?
    .yes = Yes, open
close_windows = Close windows
    .doing = Closing the windows
    .done = The windows are closed.
find_car = Find the car
    .doing = Calling with { $mode }
    .done = The car got the call: { $mode }.
set_seat_heating = Seat heating
    .doing = Seat heating, { $seat }: { $level }
    .done = Seat heating, { $seat }: { $level }.
set_steering_heating = Steering wheel heating
    .doing = Steering wheel heating: { $level }
    .done = Steering wheel heating: { $level }.

command-sending = ⏳ { $doing } · { $car }
    Sending …
command-accepted = 📨 { $doing } · { $car }
    Accepted by Smart's cloud. Waiting for the car to confirm …
command-confirmed = ✅ <b>{ $done }</b>
    { $car } confirmed it · { $age }
command-delivered = ✅ <b>{ $done }</b>
    Accepted by Smart's cloud; the car sends no confirmation for this.
command-unconfirmed = ⚠️ <b>{ $car } has not confirmed after { $seconds } s.</b>
    { $doing }. The car may be asleep or without network.
command-last-known = Last known ({ $age }): { $state }
command-rejected = ⚠️ <b>Not done: { $doing }.</b>
    { $reason }
command-unknown = ⚠️ <b>I do not know whether { $car } heard me.</b>
    { $doing }. I will not send it a second time by myself; look at the car's state first.
command-not-sent = ⚠️ <b>Not sent: { $doing }.</b>
    I was restarted in between and { $car } heard nothing. Ask me again if you still want it.
command-busy = { $car } is still busy: { $doing }. Try again in a moment.
command-repeated = That is on its way already.

## Sentences about the car

battery-line = 🔋 <b>{ $level }</b>, about { $range }
battery-line-level = 🔋 <b>{ $level }</b>
battery-unknown = 🔋 The car did not tell its battery level.
battery-at-full = A full battery would do about { $range } as the car reckons today.
range-line = 🛣 <b>About { $range }</b> at { $level }
range-unknown = 🛣 The car did not tell its range.
odometer-line = 🧭 <b>{ $distance }</b> on the odometer
odometer-unknown = 🧭 The car did not tell its odometer.
charging-charging = ⚡ <b>Charging</b>
charging-charging-power = ⚡ <b>Charging</b> with { $power }
charging-plugged = 🔌 <b>Plugged in, not charging</b>
charging-complete = 🔌 <b>Charged</b>, still plugged in
charging-disconnected = 🔌 <b>Not plugged in</b>
charging-error = ⚠️ <b>Charging error</b>
charging-unknown = 🔌 The car did not tell its charging state.
charging-until = Done in { $length }, at { $at }
charging-limit = Charge limit { $limit }
time-to-full-line = ⚡ <b>{ $length }</b> to go, done at { $at }
time-to-full-idle = ⚡ <b>Not charging</b>, so there is no time to tell.
time-to-full-unknown = ⚡ <b>Charging</b>, but the car does not say how long it takes.
level-now = Now at { $level }
lock-locked = 🔒 <b>Locked.</b>
lock-unlocked = 🔓 <b>Unlocked.</b>
lock-unknown = 🔒 The car did not tell whether it is locked.
openings-all-closed = All doors and windows closed.
openings-open = Open: { $names }.
openings-unknown = Not everything is known about doors and windows.
doors-closed = 🚪 <b>All doors closed.</b>
doors-open = 🚪 <b>Open:</b> { $names }.
doors-unknown = 🚪 The car did not tell all of its doors.
windows-closed = 🪟 <b>All windows closed.</b>
windows-open = 🪟 <b>Open:</b> { $names }.
windows-unknown = 🪟 The car did not tell all of its windows.
climate-is-on = 🌡 <b>Climate is on.</b>
climate-is-off = 🌡 <b>Climate is off.</b>
climate-is-unknown = 🌡 The car did not tell whether climate is on.
cabin-line = Cabin { $inside }, outside { $outside }
cabin-inside = Cabin { $inside }
cabin-outside = Outside { $outside }
defrost-on = Defrosting the windscreen
seat-heat-line = Seat heating: { $seats }
seat-level = { $seat } { $level }
steering-heat-on = Steering wheel heating on
tyres-fine = 🛞 <b>Tyres are fine.</b>
tyres-warning = 🛞 <b>Look at:</b> { $names }.
tyres-unknown = 🛞 The car did not tell its tyre pressures.
tyre-line = { $wheel }: { $pressure }
health-fine = 🩺 <b>The car reports nothing that needs attention.</b>
health-attention = 🩺 <b>{ $count ->
    [one] One thing needs
   *[other] { $count } things need
 } attention.</b>
health-service-warning = Service is due
health-service-days = Service in { $days ->
    [one] one day
   *[other] { $days } days
 }
health-service-distance = Service in { $distance }
health-battery-12v = 12 V battery { $voltage }
health-battery-12v-low = 12 V battery is low: { $voltage }
health-tyre = Tyre pressure: { $names }
place-line = 📍 <b>At { $name }</b>
place-known = 📍 <b>Here it is.</b> The place follows on a map.
place-hidden = 📍 I do not show the place in a group. Press the button and I tell you in private.
place-sent-privately = 📍 Sent to you in private.
place-unknown = 📍 The car did not tell where it is.
place-not-shared = 📍 Location sharing is switched off in the car.
place-untrusted = The car itself is not sure of this place.
parked-since = Parked since { $at }
driving-now = 🚗 Under way
driving-speed = 🚗 Under way with { $speed } km/h

## Buttons

button-refresh = 🔄 Refresh
button-lock = 🔒 Lock
button-unlock = 🔓 Unlock
button-warm-up = 🌡 Warm up
button-climate-off = Climate off
button-where = 📍 Where
button-show-privately = 📍 Show me privately
button-start-charging = ⚡ Start charging
button-stop-charging = Stop charging
button-close-windows = Close windows
button-find-car = Find car
button-charging = ⚡ Charging
button-status = Status
button-mute = 🔕 Mute 2 h
button-approve = ✅ Approve
button-decline = Decline
button-cancel = Cancel
button-log-in = Log in
button-private-chat = Open a private chat
button-help = What can you do?
button-try-again = Look again
button-details = Details

## Conversation

welcome-back = 👋 Hello { $name }. Ask me about { $car }, or tell me what to do.
welcome-group = 👋 Hello. Everyone who drives { $car } can ask me here. Where the car is stays private.
stranger = This is a private companion for drivers of a Smart. If somebody invited you, open their link; if you own a Smart, send /login.
stranger-group-toast = This is only for the people who drive this car.
no-car = I know no car of yours yet. Log in with /login, or open the link that the owner sent you.
no-data = I have no data of { $car } yet.
not-yet = I understood "{ $intent }", but I can't do that yet.
unknown = I did not get that. Try one of these, or send /help.
did-you-mean = Did you mean …?
out-of-range-temperature = I can do { $minimum } to { $maximum } °C, not { $value } °C.
out-of-range-percent = The charge limit goes from { $minimum } to { $maximum } % in steps of 5, not { $value } %.
out-of-range-radius = A radius can be { $minimum } to { $maximum } m, not { $value } m.
out-of-range-level = The level goes from { $minimum } to { $maximum }, not { $value }.
out-of-range-other = That is possible from { $minimum } to { $maximum }, not { $value }.
too-long = That is a long message. Tell me in a sentence or two what you want, please.
empty-message = I can read text and press buttons. What may I do?
thanks = You're welcome.
cancelled = Cancelled. Nothing was done.
nothing-to-cancel = There is nothing to cancel.
help-text = <b>Just say it.</b> For example:
    { $examples }

    Risky things (unlock, tailgate, windows) I ask again before I do them.
    /status · /cars · /login · /logout · /help
role-missing = Only { $role ->
    [owner] an owner
    [driver] a driver or owner
   *[guest] people who drive this car
 } of { $car } can do that.
capability-missing = { $car } cannot do that: { $what }.
private-only = That belongs in our private chat.

group-offer = Shall this group be able to ask about a car? Everyone here then hears its alerts; where it is stays private.
group-offer-button = Use { $car } here
argument-missing = What exactly? For example: { $example }

## Confirmations and buttons

words-yes = yes, y, yep, yeah, yes please, ok, okay, sure, confirm, do it, go ahead
words-no = no, n, nope, cancel, stop, don't, no thanks

confirm-expired = Too late: that question was open for 60 seconds. Ask me again.
confirm-other = Only { $name } can answer this.
button-unknown = I do not know this button. Nothing was done.
button-expired = This button is too old. Ask me again.
button-used = That was answered already.
button-used-result = That was answered already: { $result }
nothing-to-confirm = There is nothing to confirm right now.

## Logging in

login-region = 🔑 Where is your Smart account from?
login-group = Logging in is private. Open our private chat and I take you through it.
login-email = 🔑 { $region }. Send me the e-mail address of your Smart account. I delete the message at once.
login-email-bad = That does not look like an e-mail address. Send it again, or /cancel. I deleted your message.
login-password = Thank you, deleted. Now the password, please. It is used once, not kept, and I delete the message at once.
login-wrong = 🔑 Smart's cloud did not accept that e-mail address and password. I deleted your message. Try again, beginning with the e-mail address, or /cancel.
login-limited = 🔑 Smart's cloud wants a pause before the next log-in. Try again at { $at }. I deleted your message.
login-failed = 🔑 The log-in did not work. { $reason } I deleted your message.
login-done = ✅ <b>Logged in.</b> I deleted your message. { $count ->
    [0] There is no car in this account.
    [one] Your car:
   *[other] Your cars:
 }
login-car = • { $car }
login-car-shared = • { $car } (shared with you)
login-next = Ask me "is it locked?" or press a button.
logout-done = 👋 Logged out. The session is gone, here and at Smart's cloud.
logout-none = You are not logged in here.

## Cars and people

cars-title = <b>Your cars</b>
cars-line = { $mark } { $car } · { $role }
cars-selected = ✅ We talk about { $car } now.
invite-made = 🔗 This link lets { $name } drive { $car }. It works once, until { $until }:
    { $link }
invite-made-token = 🔗 { $name } sends me this once, until { $until }:
    <code>/start { $token }</code>
invite-taken = ✅ Welcome { $name }. You can use { $car } now, as { $role ->
    [owner] an owner
    [driver] a driver
   *[guest] a guest
 }.
invite-refused = This link is not valid any more. Ask for a new one.
invite-someone = the person you send it to
remove-done = { $name } can no longer use { $car }.
remove-unknown = I know nobody of that name at { $car }. The people are: { $names }.
remove-who = Whom shall I remove? The people are: { $names }.
remove-self = You cannot remove yourself; /logout ends the session.

## Places

geofence-made = 📍 I watch { $name } now: { $radius } around where { $car } stands. I tell you when it leaves or comes.
geofence-no-place = I cannot do that now: the car did not tell where it is.
geofence-name-missing = How shall I call the place? Say for example "call this place Home".
geofence-list = <b>Places of { $car }</b>
geofence-line = • { $name } ({ $radius })
geofence-none = There is no place yet. Say for example "call this place Home".
geofence-deleted = { $name } is removed.
geofence-unknown = There is no place called { $name }.

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

## Alerts

alerts-on-one = 🔔 I tell you about: { $kind }.
alerts-off-one = 🔕 No longer: { $kind }.
alerts-on-all = 🔔 All alerts are on in this chat.
alerts-off-all = 🔕 Alerts are off in this chat.
alerts-kind-unknown = I do not know that alert. There are: { $names }.
alerts-list = <b>Alerts in this chat</b>
alerts-line = { $mark } { $kind }
alerts-quiet = 🌙 Quiet from { $from } to { $until }
quiet-set = 🌙 Quiet from { $from } to { $until }. Only what concerns security comes through.
quiet-off = 🔔 No quiet hours.
quiet-when = From when to when? Say for example "quiet from 22 to 7".
muted = 🔕 Quiet for two hours: { $kind }.
alert-repeat = (possibly a repeat)

charge_complete = Charge complete
    .opened = ⚡ <b>{ $car } is charged:</b> { $level }.
    .closed = 🔌 { $car } is unplugged.
charge_interrupted = Charge interrupted
    .opened = ⚠️ <b>{ $car } stopped charging early</b>, at { $level }.
    .closed = ⚡ { $car } is charging again, or unplugged.
plugged_not_charging = Plugged in but not charging
    .opened = 🔌 <b>{ $car } is plugged in and does not charge.</b>
    .closed = ⚡ { $car } is charging now, or unplugged.
battery_low = Battery low
    .opened = 🪫 <b>{ $car } is low:</b> { $level }.
    .closed = 🔋 { $car } has enough again.
geofence_exit = Leaving a place
    .opened = 📍 <b>{ $car } has left { $name }.</b>
    .closed = 📍 { $car } is back at { $name }.
geofence_enter = Coming to a place
    .opened = 📍 <b>{ $car } has come to { $name }.</b>
    .closed = 📍 { $car } has left { $name } again.
moved_while_locked = Moved while locked
    .opened = 🚨 <b>{ $car } moved although it is off and locked.</b> It may be towed.
    .closed = { $car } stands still again.
left_open = Left open
    .opened = 🔓 <b>{ $car } was left open.</b>
    .closed = 🔒 { $car } is closed and locked.
climate_running = Climate still running
    .opened = 🌡 <b>Climate of { $car } still runs.</b>
    .closed = 🌡 Climate of { $car } is off.
battery_12v = 12 V battery
    .opened = 🔋 <b>The 12 V battery of { $car } is low.</b>
    .closed = 🔋 The 12 V battery of { $car } has recovered.
service_due = Service due
    .opened = 🔧 <b>Service of { $car } is due.</b>
    .closed = 🔧 Service of { $car } is done.
car_sharing_request = Car-sharing request
    .opened = 🤝 <b>{ $name } asks for { $car }</b> on Smart's platform.
    .closed = 🤝 The request of { $name } for { $car } is decided.
session_lost = Session lost
    .opened = 🔑 <b>Smart's cloud no longer accepts my session.</b> I cannot see your car until you log in again.
    .closed = 🔑 I can see your car again.
cloud_outage = Cloud outage
    .opened = ☁️ <b>Smart's cloud does not answer.</b> It is the cloud, not your car. I keep trying.
    .closed = ☁️ Smart's cloud is back.
session_evicted = Session taken
    .opened = 🔑 Another app uses this account. I step back for a while and come back by myself.
    .closed = 🔑 I am back.
alert-limit = Charge limit { $limit }
alert-open = Open: { $names }
alert-wheels = Look at: { $names }
alert-period = { $when }

## When something goes wrong

error-unavailable = ☁️ Smart's cloud does not answer right now. It is the cloud, not your car. Try again in a few minutes.
error-rate-limit = ☁️ Smart's cloud asks for a pause. I try again by myself in a while.
error-rate-limit-until = ☁️ Smart's cloud asks for a pause until { $at }.
error-evicted = 🔑 Another app took the session of this account. I step back for a while; ask me again in a minute.
error-authentication = 🔑 Smart's cloud no longer accepts my session. Please log in again with /login.
error-not-linked = This car is no longer in the Smart account.
error-rejected = Smart's cloud or the car refused.
error-busy = The car is still busy with the command before. Nothing was done; try again in a moment.
error-unsupported = This car cannot do that.
error-argument = That value is not possible.
error-argument-limits = That is possible from { $minimum } to { $maximum } { $unit } in steps of { $step }.
error-unexpected = Smart's cloud answered something I do not know. I have noted it.
error-other = Something went wrong on my side. I have noted it.

## Settings, privacy and the PIN

language = Language
timezone = Time zone
units = Units
rename_car = Rename the car
budget = Requests today
account = Smart account
pin = PIN
export = Export my data
forget = Forget me
    .ask = Delete everything I store about you: account, cars, places, bookings, settings? Others lose access to your cars too.
    .yes = Yes, delete everything
setting-language-ask = Which language shall I speak?
setting-language-unknown = I do not speak that language. I speak these.
setting-language-done = ✅ I speak { $language } now.
setting-timezone-ask = Which time zone? Press a button, or send for example /timezone Berlin
setting-timezone-unknown = I am not sure which time zone that is. Press a button, or send for example /timezone Europe/Berlin
setting-timezone-done = ✅ Times are those of { $zone } now, where it is { $time }.
setting-units-ask = In which units shall I count?
setting-units-done = ✅ I count in { $units } now.
units-metric = kilometres, bar
units-imperial = miles, psi
rename-done = ✅ { $car } is called { $name } now.
rename-bad = Give me a name of at most { $longest } characters, for example /rename Flitzer
rename-taken = Another of your cars is called { $name } already.
budget-today = 📊 <b>{ $number } requests</b> to Smart's cloud today, for the account of { $car }.
budget-next = I ask again at { $at }:
budget-now = I am asking now:
budget-why-failed = the last try failed, so I leave the cloud a pause.
budget-why-first = I have no data yet.
budget-why-driving = the car is under way.
budget-why-charging = the car is charging.
budget-why-climate = climate is on.
budget-why-just-parked = the car has just been parked.
budget-why-night = it is night, little happens.
budget-why-fence = the car is parked, and you have places that I watch.
budget-why-day = the car is parked.
budget-delay = At this pace an alert comes at most { $length } late.
budget-stopped = I ask nothing until you log in again with /login.
account-title = 🔑 <b>Your Smart account</b>
account-none = 🔑 There is no Smart account in this chat. Send /login.
account-sees = { $region }: { $count ->
    [0] it sees no car.
    [one] it sees one car.
   *[other] it sees { $count } cars.
 }
account-owned = • { $car }: this account owns it
account-shared = • { $car }: shared with this account
account-silent = { $region }: I could not check. { $reason }
account-advice = Better is a second Smart account: make one with another e-mail address, share the car with it in the Smart app, then /logout and /login with it here. Then the app and I do not throw each other out.
account-good = ✅ Good: the owner's app and I do not get in each other's way.
export-done = 📄 This is what I store about you. Passwords are not kept, and session keys are left out.
forget-done = 🧹 Everything is deleted. Send /start if you ever want to begin again.
pin-new = 🔢 Send me 4 to 8 digits as your new PIN, or /cancel. I delete the message at once.
pin-set = ✅ The PIN is set, and I deleted your message. I ask for it before risky things.
pin-bad = 🔢 A PIN has 4 to 8 digits and nothing else. Send it again, or /cancel. I deleted your message.
pin-behind-command = 🔢 I deleted that message: send /pin alone, and I ask for the digits.
pin-menu = 🔢 A PIN is set. I ask for it before risky things.
pin-present = 🔢 Send me your present PIN. I delete the message at once.
pin-confirms = 🔢 Send your PIN within 60 seconds to confirm. I delete the message.
pin-wrong = 🔢 That is not the PIN, I deleted your message. { $left ->
    [one] One try is left.
   *[other] { $left } tries are left.
 }
pin-locked = 🔒 The PIN is locked after three wrong tries. An owner of the car can unlock it with /pin; an owner can also log in again with /login.
pin-removed = The PIN is removed, and I deleted your message.
pin-private = 🔢 You protect this with a PIN. Ask me in our private chat, please.
pin-reset-of = Unlock { $name }
pin-reset-done = The PIN of { $name } is removed. They can set a new one with /pin.
button-pin-change = Change the PIN
button-pin-remove = Remove the PIN

## Journals, surroundings and schedules

trips-none = No trips are recorded for that time.
trips-sum = 🛣 { $distance } in { $count ->
    [one] one trip
   *[other] { $count } trips
 }
trips-line = { $at } · { $distance }
more-lines = … and { $count } more
energy-unknown = The car told no consumption for that time.
energy-sum = ⚡ { $energy } kWh, { $mean } kWh per 100 km
charges-none = No charging sessions are recorded.
charges-title = 🔌 The last charging sessions:
charges-line = { $at } · { $start } → { $end } · { $energy } kWh
software-unknown = Whether there is an update is unknown.
software-current = ✅ No update is offered.
software-offered = ⬇️ An update is offered: { $version }
software-running = Installed: { $version }
weather-line = 🌤 { $temperature } at the car
weather-air = Air quality index: { $index }
chargers-none = No charge points within 5 km of the car.
chargers-title = 🔌 Charge points near the car:
chargers-line = { $name }, { $address } · { $free } of { $count } free
schedule-when = I need a time of day within the next 24 hours, such as 7:30.
schedule-charging-stored = ⏱ Stored in Smart's cloud: charging daily from { $start } to { $end }.
schedule-climate-stored = ⏱ Stored in Smart's cloud: { $temperature } at { $at }.
error-missing-secret = This service needs the setting { $setting }, whose value is not published.
