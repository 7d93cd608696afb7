## Quién va con un coche

role-name = { $role ->
    [owner] propietario
    [driver] conductor
    [young_driver] conductor joven
   *[guest] invitado
 }
family-title = <b>Las personas de { $car }</b>
family-line = • { $name } · { $role ->
    [owner] propietario
    [driver] conductor
    [young_driver] conductor joven
   *[guest] invitado
 }{ $state ->
    [paused] , en pausa
   *[active] { "" }
 }
family-invited = 🔗 { $name } · { $role ->
    [owner] propietario
    [driver] conductor
    [young_driver] conductor joven
   *[guest] invitado
 }, con invitación hasta { $until }
family-which = ¿Qué { $name }?
family-gone = Esa persona ya no está con este coche.
family-account = { $car } va con la cuenta de { $name }: eso no se puede quitar. Allí lo termina /logout.
family-already = { $name } ya está { $state ->
    [paused] en pausa.
   *[active] activo.
 }
invite-guest-when = 📅 ¿Para cuándo? Por ejemplo «sábado de 10 a 14».
invite-taken-guest = ✅ Te damos la bienvenida, { $name }. { $car } es tuyo { $when }. Respondo desde media hora antes.
invite-coming = 📅 Tu tiempo con { $car }: { $when }. Respondo desde media hora antes.
invite-withdrawn = El enlace ya no vale.
invite-gone = Ese enlace ya se usó o se retiró.
pause-done = { $name } no puede usar { $car } hasta que lo permitas de nuevo.
pause-who = ¿Qué acceso pongo en pausa? Están: { $names }.
resume-done = ✅ { $name } puede usar { $car } otra vez.
resume-who = ¿Qué acceso permito de nuevo? Están: { $names }.
leave-done = Has dejado { $car }. Tus reservas están canceladas.
leave-account = { $car } va con tu cuenta, así que no puedes irte. /logout termina la sesión.
leave-last-owner = Eres el único propietario de { $car }. Entrégalo antes, por ejemplo «Transfiere la propiedad a Ben».
transfer-offered = 🔑 He pedido a { $name } que sea propietario de { $car } en tu lugar. Lo sigues siendo hasta que acepte.
transfer-who = ¿A quién? Están: { $names }.
transfer-not-active = { $name } no tiene un acceso que subir. Invita primero.
transfer-no-chat = { $name } nunca me ha escrito, así que no puedo preguntar.
transfer-gone = Esta oferta ya no vale.
transfer-done = 🔑 Ahora eres propietario de { $car }.
transfer-declined = Bien. Todo queda como está.
family-news-offer = 🔑 <b>{ $by } quiere entregarte { $car }.</b> Serías propietario y { $by } conductor.
family-news-transferred = 🔑 { $name } es ahora propietario de { $car }, y tú conductor.
family-news-remove = Tu acceso a { $car } ha terminado. { $by } lo quitó.
family-news-pause = Tu acceso a { $car } está en pausa. { $by } puede permitirlo de nuevo.
family-news-resume = ✅ Tu acceso a { $car } ha vuelto.
family-news-left = { $name } ha dejado { $car }.
young-not-yours = Puedes manejar { $car } mientras dure tu reserva. Di «¿Puedo usar el coche?» para tener una.
button-withdraw = Retirar el enlace
button-withdraw-of = Retirar { $name }
button-pause-of = Pausar { $name }
button-resume-of = Permitir { $name }
button-remove-of = Quitar { $name }
button-accept-ownership = 🔑 Ser propietario
button-decline-ownership = No, gracias
