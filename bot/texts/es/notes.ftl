## Notas de voz, y lo que solo se ha oído

heard-ask = He oído: <b>{ $wish }</b>. ¿Lo hago?
heard-ask-car = He oído: <b>{ $wish }</b> · { $car }. ¿Lo hago?
heard-yes = ✅ Sí, hazlo
heard-yes-is-no-tap = Para eso pulsa el botón: solo con la voz no toco nada.
heard-secret = ⌨️ Escríbelo, por favor. No acepto contraseñas, correos ni PIN de viva voz.

heard-words = 🎙 «{ $words }»
voice-none = 🎙 Aquí no puedo escuchar notas de voz. Escríbelo, o díctalo con el micrófono de tu teclado.
voice-not-heard = 🎙 No he oído palabras. Dilo otra vez un poco más despacio, o escríbelo.
voice-broken = 🎙 No puedo reproducir esa grabación. Grábala otra vez, o escríbelo.
voice-too-long = 🎙 Es demasiado largo para mí: como mucho un minuto y 1 MB. Lo mejor es una frase.
voice-busy = 🎙 De uno en uno, por favor: aún estoy escuchando tus otras notas.
voice-slow = 🎙 Escuchar tardaba demasiado y lo he dejado. Esta vez escríbelo, por favor.
voice-missing = 🎙 Lo que escucha por mí no responde. Escríbelo; quien lleva este bot puede preguntar a «smartbot doctor».
voice-failed = 🎙 Algo ha fallado mientras escuchaba. Inténtalo otra vez, o escríbelo.
voice-other-sound = 🎙 Escucho notas de voz, no vídeos ni archivos de sonido. Mantén el micrófono y di una frase, o escríbela.
voice_replies = Respuestas de voz
voice-replies-ask = 🎙 ¿Digo también en voz alta mis respuestas a tus notas de voz?
voice-replies-on = 🎙 Ahora digo también mis respuestas a tus notas de voz, aquí en nuestro chat privado.
voice-replies-off = Respondo solo por escrito.
button-voice-on = Hablar
button-voice-off = Solo escribir
mode-on = activadas
mode-off = desactivadas
spoken-units = °C=grados/grado|km/h=kilómetros por hora|kWh=kilovatios hora/kilovatio hora|kW=kilovatios/kilovatio|km=kilómetros/kilómetro|%=por ciento|min=minutos/minuto|h=horas/hora|m=metros/metro|V=voltios/voltio|mi=millas/milla|mi/h=millas por hora|€=euros/euro|£=libras/libra|€/kWh=euros el kilovatio hora|£/kWh=libras el kilovatio hora|bar=bares/bar|psi=psi|→=a
