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
wheel-passenger = delante, lado del acompañante
wheel-rear_left = detrás a la izquierda
wheel-rear_right = detrás a la derecha
trunk = portón
hood = capó
role-guest = invitado
role-driver = conductor
role-owner = propietario
role-stranger = nadie
region-EU = Europa
region-INTL = Internacional
mode-horn = claxon
mode-flash = luces
mode-both = claxon y luces
level-off = apagado
someone = alguien

## Lo que se puede preguntar

status_summary = Estado
battery_status = Batería
range_query = Autonomía
odometer = Kilometraje
vehicle_health = Salud
software_update = Software
weather = Tiempo
charging_status = Carga
time_to_full = Tiempo restante
charging_history = Historial de cargas
find_charger = Buscar un cargador
schedule_charging = Programar la carga
climate_status = Clima
climate_schedule = Programar el clima
fridge_on = Nevera encendida
fridge_off = Nevera apagada
fragrance_on = Fragancia encendida
fragrance_off = Fragancia apagada
locker_status = Guantera
lock_status = ¿Está cerrado?
doors_status = Puertas
windows_status = Ventanillas
locate = ¿Dónde está?
send_destination = Enviar un destino
trips = Viajes
energy_stats = Consumo
distance_total = Distancia recorrida
tyre_pressure = Presión de neumáticos
    .opened = 🛞 Conviene revisar la presión de los neumáticos de { $car }.
    .closed = 🛞 La presión de los neumáticos de { $car } vuelve a estar bien.
geofence_create = Añadir un lugar
geofence_list = Lugares
geofence_delete = Borrar un lugar
    .ask = ¿Borrar el lugar { $name }? Ya no diré cuándo el coche llega o se va de allí.
    .yes = Sí, borrar
alerts_on = Activar avisos
alerts_off = Quitar avisos
alerts_list = Avisos
quiet_hours = Horas de silencio
share_request = Pedir el coche
share_approve = Aceptar
    .ask = ¿Aceptar a { $name }?
    .yes = Sí, aceptar
share_decline = Rechazar
share_cancel = Cancelar una reserva
share_list = Reservas
share_handover = Devolver el coche
invite_driver = Invitar a un conductor
    .ask = ¿Creo un enlace para que { $name } use { $car } aquí? Vale una vez, durante 48 horas.
    .yes = Sí, crear el enlace
remove_driver = Quitar a un conductor
    .ask = ¿Quitar a { $name } de { $car }? Todos sus derechos acaban al momento.
    .yes = Sí, quitar
login = Iniciar sesión
logout = Cerrar sesión
    .ask = ¿Cerrar aquí la sesión de la nube de Smart? Olvido la sesión y dejo de vigilar el coche.
    .yes = Sí, cerrar sesión
switch_car = Cambiar de coche
list_cars = Coches
help = Ayuda
cancel = Cancelar
thanks_smalltalk = Gracias

## Órdenes: el nombre, lo que se hace, lo que se ha hecho

lock = Cerrar
    .doing = Cerrando
    .done = Cerrado.
unlock = Abrir
    .doing = Abriendo
    .done = Abierto.
    .ask = 🔓 ¿Abrir { $car }?
    .yes = Sí, abrir
open_trunk = Abrir el portón
    .doing = Desbloqueando el portón
    .done = El portón está desbloqueado.
    .ask = ¿Desbloquear el portón de { $car }?
    .yes = Sí, desbloquear
climate_on = Calentar
    .doing = Clima a { $temperature }
    .done = El clima está encendido, objetivo { $temperature }.
climate_off = Apagar el clima
    .doing = Apagando el clima
    .done = El clima está apagado.
defrost = Desempañar
    .doing = Desempañando el parabrisas
    .done = El parabrisas se está desempañando.
start_charging = Empezar a cargar
    .doing = Empezando a cargar
    .done = Cargando.
stop_charging = Parar la carga
    .doing = Parando la carga
    .done = La carga está parada.
    .ask = ¿Parar la carga de { $car }?
    .yes = Sí, parar
set_charge_limit = Límite de carga
    .doing = Límite de carga a { $percent }
    .done = El límite de carga es { $percent }.
open_windows = Abrir ventanillas
    .doing = Entreabriendo las ventanillas
    .done = Las ventanillas están entreabiertas.
    .ask = ¿Entreabrir las ventanillas de { $car }?
    .yes = Sí, abrir
close_windows = Cerrar ventanillas
    .doing = Cerrando las ventanillas
    .done = Las ventanillas están cerradas.
find_car = Encontrar el coche
    .doing = Llamando con { $mode }
    .done = El coche recibió la llamada: { $mode }.
set_seat_heating = Calefacción de asientos
    .doing = Calefacción, { $seat }: { $level }
    .done = Calefacción, { $seat }: { $level }.
set_steering_heating = Volante calefactable
    .doing = Volante calefactable: { $level }
    .done = Volante calefactable: { $level }.

command-sending = ⏳ { $doing } · { $car }
    Enviando …
command-accepted = 📨 { $doing } · { $car }
    Aceptado por la nube de Smart. Espero la confirmación del coche …
command-confirmed = ✅ <b>{ $done }</b>
    { $car } lo confirmó · { $age }
command-delivered = ✅ <b>{ $done }</b>
    Aceptado por la nube de Smart; el coche no confirma esto.
command-unconfirmed = ⚠️ <b>{ $car } no ha confirmado tras { $seconds } s.</b>
    { $doing }. Quizá el coche duerme o no tiene red.
command-last-known = Último estado conocido ({ $age }): { $state }
command-rejected = ⚠️ <b>No hecho: { $doing }.</b>
    { $reason }
command-unknown = ⚠️ <b>No sé si { $car } me oyó.</b>
    { $doing }. No lo enviaré otra vez por mi cuenta; mira antes cómo está el coche.
command-not-sent = ⚠️ <b>No enviado: { $doing }.</b>
    Me reiniciaron entretanto y { $car } no oyó nada. Dilo otra vez si aún lo quieres.
command-busy = { $car } sigue ocupado: { $doing }. Prueba en un momento.
command-repeated = Eso ya está en camino.

## Frases sobre el coche

battery-line = 🔋 <b>{ $level }</b>, unos { $range }
battery-line-level = 🔋 <b>{ $level }</b>
battery-unknown = 🔋 El coche no dijo su nivel de batería.
battery-at-full = Llena, la batería haría hoy unos { $range } según el coche.
range-line = 🛣 <b>Unos { $range }</b> con { $level }
range-unknown = 🛣 El coche no dijo su autonomía.
odometer-line = 🧭 <b>{ $distance }</b> en el cuentakilómetros
odometer-unknown = 🧭 El coche no dijo su kilometraje.
charging-charging = ⚡ <b>Cargando</b>
charging-charging-power = ⚡ <b>Cargando</b> a { $power }
charging-plugged = 🔌 <b>Enchufado, no carga</b>
charging-complete = 🔌 <b>Cargado</b>, aún enchufado
charging-disconnected = 🔌 <b>No enchufado</b>
charging-error = ⚠️ <b>Error de carga</b>
charging-unknown = 🔌 El coche no dijo si está cargando.
charging-until = Termina en { $length }, a las { $at }
charging-limit = Límite de carga { $limit }
time-to-full-line = ⚡ <b>Quedan { $length }</b>, termina a las { $at }
time-to-full-idle = ⚡ <b>No está cargando</b>, así que no hay tiempo que decir.
time-to-full-unknown = ⚡ <b>Cargando</b>, pero el coche no dice cuánto falta.
level-now = Ahora a { $level }
lock-locked = 🔒 <b>Cerrado.</b>
lock-unlocked = 🔓 <b>Sin cerrar.</b>
lock-unknown = 🔒 El coche no dijo si está cerrado.
openings-all-closed = Todas las puertas y ventanillas cerradas.
openings-open = Abierto: { $names }.
openings-unknown = No se sabe todo de puertas y ventanillas.
doors-closed = 🚪 <b>Todas las puertas cerradas.</b>
doors-open = 🚪 <b>Abierto:</b> { $names }.
doors-unknown = 🚪 El coche no dijo todo de sus puertas.
windows-closed = 🪟 <b>Todas las ventanillas cerradas.</b>
windows-open = 🪟 <b>Abierto:</b> { $names }.
windows-unknown = 🪟 El coche no dijo todo de sus ventanillas.
climate-is-on = 🌡 <b>El clima está encendido.</b>
climate-is-off = 🌡 <b>El clima está apagado.</b>
climate-is-unknown = 🌡 El coche no dijo si el clima está encendido.
cabin-line = Dentro { $inside }, fuera { $outside }
cabin-inside = Dentro { $inside }
cabin-outside = Fuera { $outside }
defrost-on = Desempañando el parabrisas
seat-heat-line = Calefacción de asientos: { $seats }
seat-level = { $seat } { $level }
steering-heat-on = Volante calefactable encendido
tyres-fine = 🛞 <b>Los neumáticos están bien.</b>
tyres-warning = 🛞 <b>Revisa:</b> { $names }.
tyres-unknown = 🛞 El coche no dijo la presión de los neumáticos.
tyre-line = { $wheel }: { $pressure }
health-fine = 🩺 <b>El coche no avisa de nada.</b>
health-attention = 🩺 <b>{ $count ->
    [one] Una cosa necesita
   *[other] { $count } cosas necesitan
 } atención.</b>
health-service-warning = Toca la revisión
health-service-days = Revisión en { $days ->
    [one] un día
   *[other] { $days } días
 }
health-service-distance = Revisión en { $distance }
health-battery-12v = Batería de 12 V { $voltage }
health-battery-12v-low = La batería de 12 V está baja: { $voltage }
health-tyre = Presión de neumáticos: { $names }
place-line = 📍 <b>En { $name }</b>
place-known = 📍 <b>Está aquí.</b> El lugar va en un mapa.
place-hidden = 📍 No muestro el lugar en un grupo. Pulsa el botón y te lo digo en privado.
place-sent-privately = 📍 Te lo envié en privado.
place-unknown = 📍 El coche no dijo dónde está.
place-not-shared = 📍 Compartir la posición está desactivado en el coche.
place-untrusted = El propio coche no está seguro de este lugar.
parked-since = Aparcado desde { $at }
driving-now = 🚗 En camino
driving-speed = 🚗 En camino a { $speed } km/h

## Botones

button-refresh = 🔄 Actualizar
button-lock = 🔒 Cerrar
button-unlock = 🔓 Abrir
button-warm-up = 🌡 Calentar
button-climate-off = Apagar el clima
button-where = 📍 Dónde
button-show-privately = 📍 Mostrármelo en privado
button-start-charging = ⚡ Empezar a cargar
button-stop-charging = Parar la carga
button-close-windows = Cerrar ventanillas
button-find-car = Encontrar el coche
button-charging = ⚡ Carga
button-status = Estado
button-mute = 🔕 Silencio 2 h
button-approve = ✅ Aceptar
button-decline = Rechazar
button-cancel = Cancelar
button-log-in = Iniciar sesión
button-private-chat = Abrir un chat privado
button-help = ¿Qué puedes hacer?
button-try-again = Mirar otra vez
button-details = Detalles

## Conversación

welcome-back = 👋 Hola, { $name }. Pregúntame por { $car } o dime qué hago.
welcome-group = 👋 Hola. Quien conduce { $car } puede preguntarme aquí. Dónde está sigue siendo privado.
stranger = Este es un acompañante privado para quienes conducen un Smart. Si te invitaron, abre su enlace; si tienes un Smart, envía /login.
stranger-group-toast = Esto es solo para quienes conducen este coche.
no-car = Aún no te conozco ningún coche. Inicia sesión con /login o abre el enlace que te enviaron.
no-data = Aún no tengo datos de { $car }.
not-yet = Entendí «{ $intent }», pero todavía no sé hacerlo.
unknown = No lo entendí. Prueba una de estas o envía /help.
did-you-mean = ¿Querías decir …?
out-of-range-temperature = { $value } °C no es posible, solo de { $minimum } a { $maximum } °C.
out-of-range-percent = { $value } % no es posible: el límite va de { $minimum } a { $maximum } % de 5 en 5.
out-of-range-radius = { $value } m no es posible: un radio va de { $minimum } a { $maximum } m.
out-of-range-level = { $value } no es posible: el nivel va de { $minimum } a { $maximum }.
out-of-range-other = { $value } no es posible, solo de { $minimum } a { $maximum }.
too-long = Es un mensaje largo. Dime en una o dos frases qué quieres, por favor.
empty-message = Leo texto y botones. ¿Qué puedo hacer?
thanks = De nada.
cancelled = Cancelado. No se hizo nada.
nothing-to-cancel = No hay nada que cancelar.
help-text = <b>Dilo sin más.</b> Por ejemplo:
    { $examples }

    Para lo arriesgado (abrir, portón, ventanillas) pregunto antes.
    /status · /cars · /login · /logout · /help
role-missing = Con { $car } eso solo lo pueden hacer { $role ->
    [owner] los propietarios
    [driver] los conductores y propietarios
   *[guest] quienes lo conducen
 }.
capability-missing = { $car } no puede hacerlo: { $what }.
private-only = Eso va en nuestro chat privado.
group-offer = ¿Puede este grupo preguntar por un coche? Todos aquí oirán sus avisos; dónde está sigue siendo privado.
group-offer-button = Usar { $car } aquí
argument-missing = ¿Qué exactamente? Por ejemplo: { $example }

## Confirmaciones y botones

words-yes = sí, si, s, vale, ok, okay, claro, confirmo, adelante, sí por favor, hazlo
words-no = no, n, cancela, cancelar, para, no gracias, déjalo
confirm-expired = Demasiado tarde: la pregunta valía 60 segundos. Dilo otra vez.
confirm-other = Solo { $name } puede responder.
button-unknown = No conozco este botón. No se hizo nada.
button-expired = Este botón es demasiado antiguo. Pregúntame otra vez.
button-used = Eso ya tiene respuesta.
button-used-result = Eso ya tiene respuesta: { $result }
nothing-to-confirm = Ahora no hay nada que confirmar.

## Inicio de sesión

login-region = 🔑 ¿De dónde es tu cuenta Smart?
login-group = Iniciar sesión es privado. Abre nuestro chat privado y te guío.
login-email = 🔑 { $region }. Envíame el correo de tu cuenta Smart. Borro el mensaje al momento.
login-email-bad = Eso no parece un correo. Envíalo otra vez, o /cancel. Borré tu mensaje.
login-password = Gracias, borrado. Ahora la contraseña. Se usa una vez, no se guarda, y borro el mensaje al momento.
login-wrong = 🔑 La nube de Smart no aceptó ese correo y esa contraseña. Borré tu mensaje. Prueba otra vez empezando por el correo, o /cancel.
login-limited = 🔑 La nube de Smart quiere una pausa antes del próximo inicio. Prueba a las { $at }. Borré tu mensaje.
login-failed = 🔑 El inicio de sesión no funcionó. { $reason } Borré tu mensaje.
login-done = ✅ <b>Sesión iniciada.</b> Borré tu mensaje. { $count ->
    [0] No hay ningún coche en esta cuenta.
    [one] Tu coche:
   *[other] Tus coches:
 }
login-car = • { $car }
login-car-shared = • { $car } (compartido contigo)
login-next = Pregúntame «¿está cerrado?» o pulsa un botón.
logout-done = 👋 Sesión cerrada. Ya no existe, ni aquí ni en la nube de Smart.
logout-none = Aquí no tienes sesión iniciada.

## Coches y personas

cars-title = <b>Tus coches</b>
cars-line = { $mark } { $car } · { $role }
cars-selected = ✅ Ahora hablamos de { $car }.
invite-made = 🔗 Con este enlace { $name } puede usar { $car }. Vale una vez, hasta { $until }:
    { $link }
invite-made-token = 🔗 { $name } me envía esto una vez, hasta { $until }:
    <code>/start { $token }</code>
invite-taken = ✅ Te damos la bienvenida, { $name }. Ya puedes usar { $car }, como { $role ->
    [owner] propietario
    [driver] conductor
   *[guest] invitado
 }.
invite-refused = Este enlace ya no vale. Pide uno nuevo.
invite-someone = quien reciba el enlace
remove-done = { $name } ya no puede usar { $car }.
remove-unknown = No conozco a nadie con ese nombre en { $car }. Están: { $names }.
remove-who = ¿A quién quito? Están: { $names }.
remove-self = No puedes quitarte a ti; /logout cierra la sesión.

## Lugares

geofence-made = 📍 Vigilo { $name }: { $radius } alrededor de donde está { $car }. Te digo cuándo se va o llega.
geofence-no-place = Ahora no puedo: el coche no dijo dónde está.
geofence-name-missing = ¿Cómo se llama el lugar? Di por ejemplo «crea una geovalla llamada casa».
geofence-list = <b>Lugares de { $car }</b>
geofence-line = • { $name } ({ $radius })
geofence-none = Aún no hay lugares. Di por ejemplo «crea una geovalla llamada casa».
geofence-deleted = { $name } está borrado.
geofence-unknown = No hay ningún lugar llamado { $name }.

## Reservas

booking-asked = 📅 He preguntado por ti: { $when }.
    Te digo cuando se decida.
booking-booked = ✅ <b>Reservado:</b> { $when }.
booking-overlap = 📅 <b>Ocupado.</b> { $when } no está libre.
booking-free-slots = Libre alrededor: { $slots }
booking-no-free-slots = No hay nada libre alrededor.
booking-past = 📅 Ese momento ya pasó.
booking-when = ¿Cuándo lo necesitas? Di por ejemplo «sábado de 10 a 14».
booking-request = 📅 <b>{ $name } pide { $car }:</b> { $when }.
booking-request-decided = 📅 { $name }, { $when }: { $state ->
    [approved] aceptado por { $by }
    [declined] rechazado por { $by }
    [cancelled] cancelado
   *[other] { $state }
 }.
booking-decided = 📅 { $state ->
    [approved] <b>Tienes { $car }:</b> { $when }. Aceptado por { $by }.
    [declined] <b>Rechazado:</b> { $car }, { $when }. Lo decidió { $by }.
   *[cancelled] <b>Cancelado:</b> { $car }, { $when }.
 }
booking-approved = ✅ <b>Aceptado:</b> { $name }, { $when }.
booking-declined = <b>Rechazado:</b> { $name }, { $when }.
booking-cancelled = <b>Cancelado:</b> { $name }, { $when }.
booking-already = Ya decidido: { $state ->
    [approved] aceptado
    [declined] rechazado
    [cancelled] cancelado
    [active] en camino
    [handed_over] devuelto
   *[other] pasado
 }.
booking-none-open = Nadie espera una respuesta.
booking-none-mine = No tienes ninguna reserva que cancelar.
booking-list = <b>Reservas de { $car }</b>
booking-line = • { $when } · { $name }, { $state ->
    [requested] espera respuesta
    [approved] reservado
    [active] en camino
   *[other] { $state }
 }
booking-list-empty = 📅 No hay reservas. { $car } está libre.
booking-not-allowed = Eso no es posible ahora.
sharing-approved = ✅ <b>Aceptado.</b> { $name } puede usar { $car }.
sharing-declined = <b>Rechazado.</b> { $name } no tendrá el coche.

## Avisos

alerts-on-one = 🔔 Te aviso de: { $kind }.
alerts-off-one = 🔕 Ya no aviso de: { $kind }.
alerts-on-all = 🔔 Todos los avisos están activos en este chat.
alerts-off-all = 🔕 Los avisos están quitados en este chat.
alerts-kind-unknown = No conozco ese aviso. Hay: { $names }.
alerts-list = <b>Avisos de este chat</b>
alerts-line = { $mark } { $kind }
alerts-quiet = 🌙 Silencio de { $from } a { $until }
quiet-set = 🌙 Silencio de { $from } a { $until }. Solo pasa lo que toca a la seguridad.
quiet-off = 🔔 Sin horas de silencio.
quiet-when = ¿De qué hora a qué hora? Di por ejemplo «silencio de 22 a 7».
muted = 🔕 Dos horas de silencio: { $kind }.
alert-repeat = (quizá repetido)

charge_complete = Carga completa
    .opened = ⚡ <b>{ $car } está cargado:</b> { $level }.
    .closed = 🔌 { $car } está desenchufado.
charge_interrupted = Carga interrumpida
    .opened = ⚠️ <b>{ $car } dejó de cargar antes de tiempo</b>, con { $level }.
    .closed = ⚡ { $car } vuelve a cargar o está desenchufado.
plugged_not_charging = Enchufado sin cargar
    .opened = 🔌 <b>{ $car } está enchufado y no carga.</b>
    .closed = ⚡ { $car } ya carga o está desenchufado.
battery_low = Batería baja
    .opened = 🪫 <b>{ $car } tiene poca batería:</b> { $level }.
    .closed = 🔋 { $car } vuelve a tener bastante.
geofence_exit = Salida de un lugar
    .opened = 📍 <b>{ $car } ha salido de { $name }.</b>
    .closed = 📍 { $car } ha vuelto a { $name }.
geofence_enter = Llegada a un lugar
    .opened = 📍 <b>{ $car } ha llegado a { $name }.</b>
    .closed = 📍 { $car } ha vuelto a salir de { $name }.
moved_while_locked = Movido estando cerrado
    .opened = 🚨 <b>{ $car } se movió aunque está apagado y cerrado.</b> Quizá lo remolcan.
    .closed = { $car } vuelve a estar quieto.
left_open = Dejado abierto
    .opened = 🔓 <b>{ $car } se quedó abierto.</b>
    .closed = 🔒 { $car } está cerrado.
climate_running = Clima encendido
    .opened = 🌡 <b>El clima de { $car } sigue encendido.</b>
    .closed = 🌡 El clima de { $car } está apagado.
battery_12v = Batería de 12 V
    .opened = 🔋 <b>La batería de 12 V de { $car } está baja.</b>
    .closed = 🔋 La batería de 12 V de { $car } se ha recuperado.
service_due = Revisión pendiente
    .opened = 🔧 <b>A { $car } le toca la revisión.</b>
    .closed = 🔧 La revisión de { $car } está hecha.
car_sharing_request = Petición de coche compartido
    .opened = 🤝 <b>{ $name } pide { $car }</b> en la plataforma de Smart.
    .closed = 🤝 La petición de { $name } por { $car } está decidida.
session_lost = Sesión perdida
    .opened = 🔑 <b>La nube de Smart ya no acepta mi sesión.</b> No veo tu coche hasta que inicies sesión otra vez.
    .closed = 🔑 Vuelvo a ver tu coche.
cloud_outage = Caída de la nube
    .opened = ☁️ <b>La nube de Smart no responde.</b> Es la nube, no tu coche. Sigo intentándolo.
    .closed = ☁️ La nube de Smart ha vuelto.
session_evicted = Sesión tomada
    .opened = 🔑 Otra aplicación usa esta cuenta. Me aparto un rato y vuelvo por mi cuenta.
    .closed = 🔑 He vuelto.
alert-limit = Límite de carga { $limit }
alert-open = Abierto: { $names }
alert-wheels = Revisa: { $names }
alert-period = { $when }

## Cuando algo va mal

error-unavailable = ☁️ La nube de Smart no responde ahora. Es la nube, no tu coche. Prueba en unos minutos.
error-rate-limit = ☁️ La nube de Smart pide una pausa. Lo intento más tarde por mi cuenta.
error-rate-limit-until = ☁️ La nube de Smart pide una pausa hasta { $at }.
error-evicted = 🔑 Otra aplicación tomó la sesión de esta cuenta. Me aparto un rato; pregunta en un minuto.
error-authentication = 🔑 La nube de Smart ya no acepta mi sesión. Inicia sesión otra vez con /login.
error-not-linked = Este coche ya no está en la cuenta Smart.
error-rejected = La nube de Smart o el coche lo rechazó.
error-busy = El coche sigue ocupado con la orden anterior. No se hizo nada; prueba en un momento.
error-unsupported = Este coche no puede hacerlo.
error-argument = Ese valor no es posible.
error-argument-limits = Es posible de { $minimum } a { $maximum } { $unit } en pasos de { $step }.
error-unexpected = La nube de Smart respondió algo que no conozco. Lo he anotado.
error-other = Algo salió mal por mi parte. Lo he anotado.

## Ajustes, datos y PIN

language = Idioma
timezone = Zona horaria
units = Unidades
rename_car = Renombrar el coche
budget = Peticiones de hoy
account = Cuenta Smart
pin = PIN
export = Exportar mis datos
forget = Borrar todo
    .ask = ¿Borrar todo lo que guardo sobre ti: cuenta, coches, lugares, reservas, ajustes? Los demás también pierden el acceso a tus coches.
    .yes = Sí, borrar todo
setting-language-ask = ¿Qué idioma hablo?
setting-language-unknown = No hablo ese idioma. Hablo estos.
setting-language-done = ✅ Ahora hablo { $language }.
setting-timezone-ask = ¿Qué zona horaria? Pulsa un botón o envía por ejemplo /timezone Madrid
setting-timezone-unknown = No estoy seguro de qué zona es. Pulsa un botón o envía por ejemplo /timezone Europe/Madrid
setting-timezone-done = ✅ Las horas son ahora las de { $zone }, donde son las { $time }.
setting-units-ask = ¿En qué unidades cuento?
setting-units-done = ✅ Ahora cuento en { $units }.
units-metric = kilómetros, bar
units-imperial = millas, psi
rename-done = ✅ { $car } se llama ahora { $name }.
rename-bad = Dame un nombre de { $longest } caracteres como mucho, por ejemplo /rename Flitzer
rename-taken = Otro de tus coches ya se llama { $name }.
budget-today = 📊 <b>{ $number } peticiones</b> a la nube de Smart hoy, para la cuenta de { $car }.
budget-next = Pregunto de nuevo a las { $at }:
budget-now = Estoy preguntando:
budget-why-failed = el último intento falló y dejo una pausa a la nube.
budget-why-first = aún no tengo datos.
budget-why-driving = el coche está en marcha.
budget-why-charging = el coche está cargando.
budget-why-climate = el clima está encendido.
budget-why-just-parked = el coche acaba de aparcar.
budget-why-night = es de noche y pasa poco.
budget-why-fence = el coche está aparcado y vigilo tus lugares.
budget-why-day = el coche está aparcado.
budget-delay = A este ritmo un aviso llega como mucho { $length } tarde.
budget-stopped = No pregunto nada hasta que entres de nuevo con /login.
account-title = 🔑 <b>Tu cuenta Smart</b>
account-none = 🔑 No hay ninguna cuenta Smart en este chat. Envía /login.
account-sees = { $region }: { $count ->
    [0] no ve ningún coche.
    [one] ve un coche.
   *[other] ve { $count } coches.
 }
account-owned = • { $car }: es de esta cuenta
account-shared = • { $car }: compartido con esta cuenta
account-silent = { $region }: no pude comprobarlo. { $reason }
account-advice = Es mejor una segunda cuenta Smart: créala con otro correo, comparte el coche con ella en la app Smart y luego /logout y /login con ella aquí. Así la app y yo no nos echamos el uno al otro.
account-good = ✅ Bien: la app del propietario y yo no nos estorbamos.
export-done = 📄 Esto es lo que guardo sobre ti. No guardo contraseñas, y las claves de sesión no están.
forget-done = 🧹 Todo está borrado. Envía /start si algún día quieres empezar de nuevo.
pin-new = 🔢 Envíame de 4 a 8 cifras como nuevo PIN, o /cancel. Borro el mensaje enseguida.
pin-set = ✅ El PIN está puesto y tu mensaje borrado. Lo pido antes de cosas arriesgadas.
pin-bad = 🔢 Un PIN tiene de 4 a 8 cifras y nada más. Envíalo otra vez, o /cancel. Borré tu mensaje.
pin-behind-command = 🔢 Borré ese mensaje: envía solo /pin y te pido las cifras.
pin-menu = 🔢 Hay un PIN puesto. Lo pido antes de cosas arriesgadas.
pin-present = 🔢 Envíame tu PIN actual. Borro el mensaje enseguida.
pin-confirms = 🔢 Envía tu PIN en 60 segundos para confirmar. Borro el mensaje.
pin-wrong = 🔢 Ese no es el PIN, borré tu mensaje. { $left ->
    [one] Queda un intento.
   *[other] Quedan { $left } intentos.
 }
pin-locked = 🔒 El PIN está bloqueado tras tres intentos fallidos. Un propietario del coche puede desbloquearlo con /pin; un propietario también puede entrar de nuevo con /login.
pin-removed = El PIN está quitado y tu mensaje borrado.
pin-private = 🔢 Proteges esto con un PIN. Pídemelo en nuestro chat privado.
pin-reset-of = Desbloquear a { $name }
pin-reset-done = El PIN de { $name } está quitado. Con /pin puede poner uno nuevo.
button-pin-change = Cambiar el PIN
button-pin-remove = Quitar el PIN

## Journals, surroundings and schedules

trips-none = No hay viajes registrados en ese periodo.
trips-sum = 🛣 { $distance } en { $count ->
    [one] un viaje
   *[other] { $count } viajes
 }
trips-line = { $at } · { $distance }
more-lines = … y { $count } más
energy-unknown = El coche no indicó ningún consumo en ese periodo.
energy-sum = ⚡ { $energy } kWh, { $mean } kWh a los 100 km
charges-none = No hay cargas registradas.
charges-title = 🔌 Las últimas cargas:
charges-line = { $at } · { $start } → { $end } · { $energy } kWh
software-unknown = No se sabe si hay una actualización.
software-current = ✅ No se ofrece ninguna actualización.
software-offered = ⬇️ Se ofrece una actualización: { $version }
software-running = Instalada: { $version }
weather-line = 🌤 { $temperature } junto al coche
weather-air = Índice de calidad del aire: { $index }
chargers-none = No hay cargadores a menos de 5 km del coche.
chargers-title = 🔌 Cargadores cerca del coche:
chargers-line = { $name }, { $address } · { $free } de { $count } libres
schedule-when = Necesito una hora dentro de las próximas 24 horas, por ejemplo 7:30.
schedule-charging-stored = ⏱ Guardado en la nube de Smart: carga diaria de { $start } a { $end }.
schedule-climate-stored = ⏱ Guardado en la nube de Smart: { $temperature } a las { $at }.
error-missing-secret = Este servicio necesita el ajuste { $setting }, cuyo valor no está publicado.
