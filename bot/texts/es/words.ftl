# Primero la respuesta, luego la edad de los datos, luego los detalles. Sin exclamaciones tras una mala noticia.

## Palabras y números

unknown-value = desconocido
duration-minutes = { $minutes } min
duration-hours = { $minutes ->
    [0] { $hours } h
   *[other] { $hours } h { $minutes } min
 }
duration-days = { $hours ->
    [0] { $days } d
   *[other] { $days } d { $hours } h
 }
age-now = ahora mismo
age-minutes = hace { $minutes } min
age-hours = hace { $hours } h
age-date = { $at }
list-and = { $first } y { $last }
data-line = 🕒 { $car } · { $age }
data-line-late = 🕒 { $car } · { $age }, y nada más reciente desde entonces
data-line-undated = 🕒 { $car } · el coche no dijo la hora

## Los nombres de las cosas

door-driver = puerta del conductor
door-passenger = puerta del acompañante
door-rear_left = puerta trasera izquierda
door-rear_right = puerta trasera derecha
window-driver = ventanilla del conductor
window-passenger = ventanilla del acompañante
window-rear_left = ventanilla trasera izquierda
window-rear_right = ventanilla trasera derecha
seat-driver = asiento del conductor
seat-passenger = asiento del acompañante
seat-rear_left = asiento trasero izquierdo
seat-rear_right = asiento trasero derecho
seat-all = todos los asientos
wheel-driver = delante, lado del conductor
wheel-passenger = delante, lado acompañante
wheel-rear_left = detrás a la izquierda
wheel-rear_right = detrás a la derecha
trunk = portón
hood = capó
role-guest = invitado
role-driver = conductor
role-young_driver = conductor joven
role-owner = propietario
role-stranger = nadie
region-EU = Europa
region-INTL = Internacional
mode-horn = claxon
mode-flash = luces
mode-both = claxon y luces
level-off = apagado
someone = alguien
