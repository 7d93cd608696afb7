## Tasten

button-refresh = 🔄 Neu abfragen
button-lock = 🔒 Abschließen
button-unlock = 🔓 Aufschließen
button-warm-up = 🌡 Vorheizen
button-climate-off = Klima aus
button-where = 📍 Wo
button-show-privately = 📍 Mir allein zeigen
button-start-charging = ⚡ Laden starten
button-stop-charging = Laden stoppen
button-close-windows = Fenster zu
button-find-car = Auto finden
button-charging = ⚡ Laden
button-status = Status
button-mute = 🔕 2 Std. still
button-approve = ✅ Zusagen
button-decline = Absagen
button-cancel = Abbrechen
button-log-in = Anmelden
button-private-chat = Privaten Chat öffnen
button-help = Was kannst du?
button-try-again = Noch einmal schauen
button-details = Einzelheiten
