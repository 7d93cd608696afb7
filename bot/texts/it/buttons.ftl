## Pulsanti

button-refresh = 🔄 Aggiorna
button-lock = 🔒 Chiudi
button-unlock = 🔓 Apri
button-warm-up = 🌡 Scalda
button-climate-off = Spegni il clima
button-where = 📍 Dove
button-show-privately = 📍 Mostramelo in privato
button-start-charging = ⚡ Avvia la ricarica
button-stop-charging = Ferma la ricarica
button-close-windows = Chiudi i finestrini
button-find-car = Trova la macchina
button-charging = ⚡ Ricarica
button-status = Stato
button-mute = 🔕 Silenzio 2 h
button-approve = ✅ Accetta
button-decline = Rifiuta
button-cancel = Annulla
button-log-in = Accedi
button-private-chat = Apri una chat privata
button-help = Cosa sai fare?
button-try-again = Guarda ancora
button-details = Dettagli
