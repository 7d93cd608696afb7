# Prima la risposta, poi l'età dei dati, poi i dettagli. Niente esclamativi dopo una cattiva notizia.

## Parole e numeri

unknown-value = sconosciuto
duration-minutes = { $minutes } min
duration-hours = { $minutes ->
    [0] { $hours } h
   *[other] { $hours } h { $minutes } min
 }
duration-days = { $hours ->
    [0] { $days } g
   *[other] { $days } g { $hours } h
 }
age-now = proprio ora
age-minutes = { $minutes } min fa
age-hours = { $hours } h fa
age-date = { $at }
list-and = { $first } e { $last }
data-line = 🕒 { $car } · { $age }
data-line-late = 🕒 { $car } · { $age }, e da allora niente di nuovo
data-line-undated = 🕒 { $car } · la macchina non ha detto l'ora

## I nomi delle cose

door-driver = porta del guidatore
door-passenger = porta del passeggero
door-rear_left = porta posteriore sinistra
door-rear_right = porta posteriore destra
window-driver = finestrino del guidatore
window-passenger = finestrino del passeggero
window-rear_left = finestrino posteriore sinistro
window-rear_right = finestrino posteriore destro
seat-driver = sedile del guidatore
seat-passenger = sedile del passeggero
seat-rear_left = sedile posteriore sinistro
seat-rear_right = sedile posteriore destro
seat-all = tutti i sedili
wheel-driver = davanti, lato guidatore
wheel-passenger = davanti, lato passeggero
wheel-rear_left = dietro a sinistra
wheel-rear_right = dietro a destra
trunk = portellone
hood = cofano
role-guest = ospite
role-driver = guidatore
role-young_driver = giovane guidatore
role-owner = proprietario
role-stranger = nessuno
region-EU = Europa
region-INTL = Internazionale
mode-horn = clacson
mode-flash = luci
mode-both = clacson e luci
level-off = spento
someone = qualcuno
