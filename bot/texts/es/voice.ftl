## Voz: Alexa, tokens, Home Assistant

token = Token para otros programas
token-list = 🔑 Con los <b>tokens</b>, Siri, Tasker o Home Assistant me preguntan por ti. { $count ->
    [0] No tienes ninguno.
    [one] Tienes uno.
   *[other] Tienes { $count }.
 } ¿Qué puede hacer uno nuevo?
token-line = • { $label }, creado { $at }, { $used }
token-used = usado por última vez { $at }
token-unused = nunca usado
token-made = 🔑 Este es tu token. Solo lo enseño una vez; guárdalo como una llave y borra este mensaje cuando lo hayas copiado.
    <code>{ $secret }</code>
    { $scopes } Cómo usarlo: docs/say.md
token-scope-read = Puede preguntar, y nada más.
token-scope-act = Puede preguntar, y actuar tras una confirmación.
token-label = Token { $number }
token-most = Ya tienes { $count } tokens. Revoca uno primero.
token-revoked = 🔑 { $label } está revocado. Ya no abre nada.
button-token-read = Nuevo: preguntar
button-token-act = Nuevo: preguntar y actuar
token-revoke-of = Revocar { $label }

alexa = Vincular Alexa
alexa-off = 🔊 Alexa no está configurada aquí. Quien lleva este bot tiene los pasos en docs/alexa.md.
alexa-code = 🔊 Dile a Alexa: «{ $say }», y cuando pregunte, este código:
    <b>{ $code }</b>
    Vale 10 minutos y una sola vez. No se lo digas a nadie: quien lo dice habla por ti.
alexa-state = { $count ->
    [0] Todavía ninguna cuenta de Alexa habla por ti.
    [one] Una cuenta de Alexa habla por ti.
   *[other] { $count } cuentas de Alexa hablan por ti.
 }
alexa-invocation = Alexa, abre { $name }
alexa-pin-off = PIN de voz: desactivado, así que Alexa y otros altavoces no hacen nada delicado.
alexa-pin-on = PIN de voz: activado. Abrir el coche y otras cosas delicadas lo piden.
alexa-pin-locked = 🔒 PIN de voz: bloqueado tras tres intentos fallidos. Ponlo de nuevo o quítalo.
alexa-unlinked = 🔊 Ya ninguna cuenta de Alexa habla por ti.
button-alexa-pin = Poner el PIN de voz
button-alexa-pin-off = Quitar el PIN de voz
button-alexa-unlink = Desvincular Alexa
voice-pin-new = 🔢 Envíame de 4 a 8 cifras como PIN de voz, o /cancel. Borro el mensaje al momento. Usa otras cifras que en otros sitios: las dirás en voz alta.
voice-pin-set = ✅ El PIN de voz está puesto, y he borrado tu mensaje. Los altavoces lo piden antes de lo delicado.
voice-pin-removed = El PIN de voz está quitado. Los altavoces ya no hacen nada delicado.
alexa-paired-note = 🔊 Desde ahora una cuenta de Alexa habla por ti. Si no has sido tú: /alexa y Desvincular.

alexa-name = compañero smart
alexa-carriers = por favor, pregunta si, quiero saber, puedes, di
alexa-digits = mi código es, el código es, código, mi pin es, el pin es, pin

voice-chat-only = Eso va en nuestro chat de Telegram, pídemelo allí.
voice-risky-off = Eso, de viva voz, solo lo hago con un PIN de voz. Ponlo en nuestro chat con /alexa.
voice-say-pin = Di tu PIN de voz, por favor.
voice-send-pin = Envía también tu PIN.
voice-pin-missing = Para eso necesito tu PIN: de 4 a 8 cifras.
voice-pin-wrong = Ese no es el PIN. { $left ->
    [one] Queda un intento.
   *[other] Quedan { $left } intentos.
 }
voice-pin-locked = El PIN está bloqueado tras tres intentos fallidos. Restablécelo en nuestro chat de Telegram.
voice-asked = Se lo he pedido al coche. El resultado llega a nuestro chat.
voice-later = Eso tarda más. La respuesta llega a nuestro chat.
voice-or = { $first } o { $last }
voice-welcome = Hola, { $name }. Pregúntame por tu Smart, o dime qué hago.
voice-reprompt = ¿Qué puedo hacer?
voice-help = Pregunta por ejemplo: { $examples }.
voice-goodbye = Hasta luego.
voice-cancelled = De acuerdo, no he hecho nada.
voice-fallback = No lo he entendido. Di ayuda para oír ejemplos.
voice-nothing-open = Ahora mismo no hay nada que confirmar.
voice-pair = Todavía no te conozco. Envía /alexa al bot en Telegram y luego dime: mi código es, y las seis cifras.
voice-pair-wrong = Ese código no vale. Pide uno nuevo con /alexa en Telegram.
voice-pair-limit = Por hoy han sido demasiados intentos.
voice-paired = Vinculado. Hola, { $name }, ¿qué puedo hacer?
voice-trouble = Algo ha ido mal ahora mismo. Inténtalo más tarde, por favor.
voice-token-gone = El token de este servicio ya no vale. Crea uno nuevo con /token en Telegram.
voice-read-only = Este token solo puede preguntar.
