## Notas de voz, y lo que solo se ha oído

heard-ask = He oído: <b>{ $wish }</b>. ¿Lo hago?
heard-ask-car = He oído: <b>{ $wish }</b> · { $car }. ¿Lo hago?
heard-yes = ✅ Sí, hazlo
heard-yes-is-no-tap = Para eso pulsa el botón: solo con la voz no toco nada.
heard-secret = ⌨️ Escríbelo, por favor. No acepto contraseñas, correos ni PIN de viva voz.
