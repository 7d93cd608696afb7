## Messages vocaux, et ce qui a seulement été entendu

heard-ask = J'ai entendu : <b>{ $wish }</b>. J'y vais ?
heard-ask-car = J'ai entendu : <b>{ $wish }</b> · { $car }. J'y vais ?
heard-yes = ✅ Oui, vas-y
heard-yes-is-no-tap = Pour cela, touche le bouton : à la voix seule, je ne fais rien.
heard-secret = ⌨️ Écris-le, s'il te plaît. Mots de passe, adresses e-mail et codes PIN, je ne les prends pas à l'oral.

heard-words = 🎙 « { $words } »
voice-none = 🎙 Ici, je ne peux pas écouter les messages vocaux. Écris-le, ou dicte-le avec le micro de ton clavier.
voice-not-heard = 🎙 Je n'y ai entendu aucun mot. Redis-le un peu plus lentement, ou écris-le.
voice-broken = 🎙 Je n'arrive pas à lire cet enregistrement. Refais-le, ou écris-le.
voice-too-long = 🎙 C'est trop long pour moi : une minute et 1 Mo au plus. Une phrase, c'est le mieux.
voice-busy = 🎙 L'un après l'autre, s'il te plaît : j'écoute encore tes autres messages.
voice-slow = 🎙 L'écoute prenait trop de temps, j'ai arrêté. Écris-le cette fois, s'il te plaît.
voice-missing = 🎙 Ce qui écoute pour moi ne répond pas. Écris-le ; la personne qui gère ce bot peut demander à « smartbot doctor ».
voice-failed = 🎙 Un problème est survenu pendant l'écoute. Réessaie, ou écris-le.
voice-other-sound = 🎙 J'écoute les messages vocaux, pas les vidéos ni les fichiers audio. Appuie sur le micro et dis une phrase, ou écris-la.
voice_replies = Réponses vocales
voice-replies-ask = 🎙 Dois-je aussi dire à voix haute mes réponses à tes messages vocaux ?
voice-replies-on = 🎙 Je dis maintenant aussi mes réponses à tes messages vocaux, ici, dans notre discussion privée.
voice-replies-off = Je réponds seulement par écrit.
button-voice-on = Parler
button-voice-off = Écrire seulement
mode-on = activées
mode-off = désactivées
spoken-units = °C=degrés/degré|km/h=kilomètres à l'heure|kWh=kilowattheures/kilowattheure|kW=kilowatts/kilowatt|km=kilomètres/kilomètre|%=pour cent|min=minutes/minute|h=heures/heure|m=mètres/mètre|V=volts/volt|mi=milles/mille|mi/h=milles à l'heure|€=euros/euro|£=livres/livre|€/kWh=euros le kilowattheure|£/kWh=livres le kilowattheure|bar=bars/bar|psi=psi|→=à
