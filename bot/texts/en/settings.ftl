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
rename-bad = Which name shall it have? At most { $longest } characters, for example "Snowball".
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
pin-only-private = 🔢 A PIN is set and changed in our private chat, where nobody else reads it.
pin-private = 🔢 You protect this with a PIN. Ask me in our private chat, please.
pin-reset-of = Unlock { $name }
pin-reset-done = The PIN of { $name } is removed. They can set a new one with /pin.
button-pin-change = Change the PIN
button-pin-remove = Remove the PIN
