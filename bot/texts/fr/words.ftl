# La réponse d'abord, puis l'âge des données, puis les détails. Pas de point d'exclamation après une mauvaise nouvelle.

## Mots et nombres

unknown-value = inconnu
duration-minutes = { $minutes } min
duration-hours = { $minutes ->
    [0] { $hours } h
   *[other] { $hours } h { $minutes } min
 }
duration-days = { $hours ->
    [0] { $days } j
   *[other] { $days } j { $hours } h
 }
age-now = à l'instant
age-minutes = il y a { $minutes } min
age-hours = il y a { $hours } h
age-date = { $at }
list-and = { $first } et { $last }
data-line = 🕒 { $car } · { $age }
data-line-late = 🕒 { $car } · { $age }, et rien de plus récent depuis
data-line-undated = 🕒 { $car } · la voiture n'a pas donné d'heure

## Le nom des choses

door-driver = porte conducteur
door-passenger = porte passager
door-rear_left = porte arrière gauche
door-rear_right = porte arrière droite
window-driver = vitre conducteur
window-passenger = vitre passager
window-rear_left = vitre arrière gauche
window-rear_right = vitre arrière droite
seat-driver = siège conducteur
seat-passenger = siège passager
seat-rear_left = siège arrière gauche
seat-rear_right = siège arrière droit
seat-all = tous les sièges
wheel-driver = avant, côté conducteur
wheel-passenger = avant, côté passager
wheel-rear_left = arrière gauche
wheel-rear_right = arrière droite
trunk = hayon
hood = capot
role-guest = invité
role-driver = conducteur
role-young_driver = jeune conducteur
role-owner = propriétaire
role-stranger = personne
region-EU = Europe
region-INTL = International
mode-horn = klaxon
mode-flash = feux
mode-both = klaxon et feux
level-off = arrêt
someone = quelqu'un
