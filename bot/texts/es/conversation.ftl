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
unread-foreign = ↪️ No hago nada con mensajes reenviados ni con los de otro bot. Escríbelo tú si lo quieres.
unread-caption = 🖼 No miro imágenes ni archivos, ni leo lo que va debajo. Escríbelo en un mensaje aparte.
thanks = 🙂 Aquí estoy cuando necesites el coche.
cancelled = Cancelado. No se hizo nada.
nothing-to-cancel = No hay nada que cancelar.
help-text = <b>Dilo sin más.</b> Por ejemplo:
    { $examples }

    Para lo arriesgado (abrir, portón, ventanillas) pregunto antes.
    /status · /cars · /login · /logout · /help
role-missing = Con { $car } eso solo lo pueden hacer { $role ->
    [owner] los propietarios
    [driver] los conductores y propietarios
    [young_driver] los conductores y propietarios
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
confirm-expired = La pregunta está cerrada: ya respondida, o pasaron los 60 segundos. Dilo otra vez.
confirm-needs-word = ¿Es un sí? Entonces pulsa el botón de arriba o escribe «sí».
confirm-other = Solo { $name } puede responder.
button-unknown = No conozco este botón. No se hizo nada.
button-expired = Este botón es demasiado antiguo. Pregúntame otra vez.
button-used = Eso ya tiene respuesta.
button-used-result = Eso ya tiene respuesta: { $result }
nothing-to-confirm = Ahora no hay nada que confirmar.
