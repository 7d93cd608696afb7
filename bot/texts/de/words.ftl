# Die Antwort kommt zuerst, dann das Alter der Daten, dann Einzelnes. Kein Ausrufezeichen nach schlechten Nachrichten.

## Wörter und Zahlen

unknown-value = unbekannt
duration-minutes = { $minutes } Min.
duration-hours = { $minutes ->
    [0] { $hours } Std.
   *[other] { $hours } Std. { $minutes } Min.
 }
duration-days = { $hours ->
    [0] { $days } T.
   *[other] { $days } T. { $hours } Std.
 }
age-now = gerade eben
age-minutes = vor { $minutes } Min.
age-hours = vor { $hours } Std.
age-date = { $at }
list-and = { $first } und { $last }
data-line = 🕒 { $car } · { $age }
data-line-late = 🕒 { $car } · { $age }, seither kam nichts Neues
data-line-undated = 🕒 { $car } · das Auto nannte keine Zeit

## Wie die Dinge heißen

door-driver = Fahrertür
door-passenger = Beifahrertür
door-rear_left = Tür hinten links
door-rear_right = Tür hinten rechts
window-driver = Fahrerfenster
window-passenger = Beifahrerfenster
window-rear_left = Fenster hinten links
window-rear_right = Fenster hinten rechts
seat-driver = Fahrersitz
seat-passenger = Beifahrersitz
seat-rear_left = Sitz hinten links
seat-rear_right = Sitz hinten rechts
seat-all = alle Sitze
wheel-driver = vorn, Fahrerseite
wheel-passenger = vorn, Beifahrerseite
wheel-rear_left = hinten links
wheel-rear_right = hinten rechts
trunk = Heckklappe
hood = Motorhaube
role-guest = Gast
role-driver = Fahrer
role-young_driver = junger Fahrer
role-owner = Besitzer
role-stranger = niemand
region-EU = Europa
region-INTL = International
mode-horn = Hupe
mode-flash = Licht
mode-both = Hupe und Licht
level-off = aus
someone = jemand
