## Journals, surroundings and schedules

trips-none = No trips are recorded for that time. If that is always so, switch the trip journal on in the Smart app.
trips-sum = 🛣 { $distance } in { $count ->
    [one] one trip
   *[other] { $count } trips
 }
trips-lately = last 7 days
more-lines = … and { $count } more
energy-unknown = The car told no consumption for that time.
energy-sum = ⚡ { $energy }, { $mean } per { $way }
charges-none = No charging sessions are recorded.
charges-none-then = No charging sessions are recorded for that time.
charges-title = 🔌 The last charging sessions:
charges-title-then = 🔌 Charging sessions:
software-unknown = Whether there is an update is unknown.
software-current = ✅ No update is offered.
software-offered = ⬇️ An update is offered: { $version }
software-running = Installed: { $version }
weather-line = 🌤 { $temperature } at the car
weather-air = Air quality index: { $index }
chargers-none = No charge points within 5 km of the car.
chargers-title = 🔌 Charge points near the car:
schedule-when = I need a time of day within the next 24 hours, such as 7:30.
schedule-window = From when to when shall it charge? For example "22 to 6".
schedule-charging-stored = ⏱ Stored in Smart's cloud: charging daily from { $start } to { $end }.
schedule-climate-stored = ⏱ Stored in Smart's cloud: { $at } · { $temperature }
error-missing-secret = This service needs the setting { $setting }, whose value is not published.
