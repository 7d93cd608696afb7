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
setting-language-done = ✅ Idioma cambiado: { $language }.
setting-timezone-ask = ¿Qué zona horaria? Pulsa un botón o envía por ejemplo /timezone Madrid
setting-timezone-unknown = No estoy seguro de qué zona es. Pulsa un botón o envía por ejemplo /timezone Europe/Madrid
setting-timezone-done = ✅ Las horas son ahora las de { $zone }, donde son las { $time }.
setting-units-ask = ¿En qué unidades cuento?
setting-units-done = ✅ Ahora cuento en { $units }.
units-metric = kilómetros, bar
units-imperial = millas, psi
rename-done = ✅ { $car } se llama ahora { $name }.
rename-bad = ¿Qué nombre le pongo? { $longest } caracteres como mucho, por ejemplo «Rayo».
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
pin-only-private = 🔢 Un PIN se pone y se cambia en nuestro chat privado, donde nadie más lo lee.
pin-private = 🔢 Proteges esto con un PIN. Pídemelo en nuestro chat privado.
pin-reset-of = Desbloquear a { $name }
pin-reset-done = El PIN de { $name } está quitado. Con /pin puede poner uno nuevo.
button-pin-change = Cambiar el PIN
button-pin-remove = Quitar el PIN
