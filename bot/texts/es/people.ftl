## Coches y personas

cars-title = <b>Tus coches</b>
cars-selected = ✅ Ahora hablamos de { $car }.
invite-made = 🔗 Con este enlace { $name } entra en { $car }, como { $role ->
    [owner] propietario
    [driver] conductor
    [young_driver] conductor joven
   *[guest] invitado
 }. Vale una vez, hasta { $until }:
    { $link }
invite-made-token = 🔗 { $name } me envía esto una vez, hasta { $until }:
    <code>/start { $token }</code>
invite-taken = ✅ Te damos la bienvenida, { $name }. Ya puedes usar { $car }, como { $role ->
    [owner] propietario
    [driver] conductor
    [young_driver] conductor joven
   *[guest] invitado
 }.
invite-refused = Este enlace ya no vale. Pide uno nuevo.
invite-someone = quien lo reciba
remove-done = { $name } ya no puede usar { $car }.
remove-unknown = No conozco a nadie con ese nombre en { $car }. Están: { $names }.
remove-who = ¿A quién quito? Están: { $names }.
remove-self = No puedes quitarte a ti; /logout cierra la sesión.
