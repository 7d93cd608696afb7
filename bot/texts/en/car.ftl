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
charging-charging-power = ⚡ <b>Charging</b> at { $power }
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
place-hidden = 📍 I do not show the place in a group.
place-sent-privately = 📍 Sent to you in private.
place-unknown = 📍 The car did not tell where it is.
place-not-shared = 📍 Location sharing is switched off in the car.
place-untrusted = The car itself is not sure of this place.
parked-since = Parked since { $at }
driving-now = 🚗 Under way
driving-speed = 🚗 Under way at { $speed } km/h
