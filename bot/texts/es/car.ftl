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
place-hidden = 📍 No muestro el lugar en un grupo.
place-sent-privately = 📍 Te lo envié en privado.
place-unknown = 📍 El coche no dijo dónde está.
place-not-shared = 📍 Compartir la posición está desactivado en el coche.
place-untrusted = El propio coche no está seguro de este lugar.
parked-since = Aparcado desde { $at }
driving-now = 🚗 En camino
driving-speed = 🚗 En camino a { $speed } km/h
