## Sprachnachrichten, und was nur gehört wurde

heard-ask = Gehört habe ich: <b>{ $wish }</b>. Soll ich?
heard-ask-car = Gehört habe ich: <b>{ $wish }</b> · { $car }. Soll ich?
heard-yes = ✅ Ja, bitte
heard-yes-is-no-tap = Dafür tippe bitte auf die Taste: auf Zuruf allein rühre ich nichts an.
heard-secret = ⌨️ Schreib das bitte. Passwörter, E-Mail-Adressen und PINs nehme ich nicht gesprochen an.
