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
role-young_driver = young driver
role-owner = owner
role-stranger = nobody
region-EU = Europe
region-INTL = International
mode-horn = horn
mode-flash = lights
mode-both = horn and lights
level-off = off
someone = somebody
