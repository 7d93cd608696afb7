## Messages vocaux, et ce qui a seulement été entendu

heard-ask = J'ai entendu : <b>{ $wish }</b>. J'y vais ?
heard-ask-car = J'ai entendu : <b>{ $wish }</b> · { $car }. J'y vais ?
heard-yes = ✅ Oui, vas-y
heard-yes-is-no-tap = Pour cela, touche le bouton : à la voix seule, je ne fais rien.
heard-secret = ⌨️ Écris-le, s'il te plaît. Mots de passe, adresses e-mail et codes PIN, je ne les prends pas à l'oral.
