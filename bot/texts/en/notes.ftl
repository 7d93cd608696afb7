## Voice notes, and what was only heard

heard-ask = I heard: <b>{ $wish }</b>. Shall I?
heard-ask-car = I heard: <b>{ $wish }</b> · { $car }. Shall I?
heard-yes = ✅ Yes, do it
heard-yes-is-no-tap = That needs a tap on the button: by voice alone I do not touch anything.
heard-secret = ⌨️ Please type that. I take no passwords, e-mail addresses or PINs by voice.
