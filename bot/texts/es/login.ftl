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
