## Boutons

button-refresh = 🔄 Actualiser
button-lock = 🔒 Verrouiller
button-unlock = 🔓 Déverrouiller
button-warm-up = 🌡 Chauffer
button-climate-off = Couper la clim
button-where = 📍 Où
button-show-privately = 📍 Me le montrer en privé
button-start-charging = ⚡ Lancer la charge
button-stop-charging = Arrêter la charge
button-close-windows = Fermer les vitres
button-find-car = Trouver la voiture
button-charging = ⚡ Charge
button-status = État
button-mute = 🔕 Silence 2 h
button-approve = ✅ Accepter
button-decline = Refuser
button-cancel = Annuler
button-log-in = Se connecter
button-private-chat = Ouvrir un chat privé
button-help = Que sais-tu faire ?
button-try-again = Regarder encore
button-details = Détails
