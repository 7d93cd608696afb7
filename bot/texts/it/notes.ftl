## Messaggi vocali, e ciò che è stato solo sentito

heard-ask = Ho sentito: <b>{ $wish }</b>. Procedo?
heard-ask-car = Ho sentito: <b>{ $wish }</b> · { $car }. Procedo?
heard-yes = ✅ Sì, procedi
heard-yes-is-no-tap = Per questo tocca il pulsante: solo a voce non faccio nulla.
heard-secret = ⌨️ Scrivilo, per favore. Password, indirizzi e-mail e PIN non li accetto a voce.
