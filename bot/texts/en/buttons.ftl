## Buttons

button-refresh = 🔄 Refresh
button-lock = 🔒 Lock
button-unlock = 🔓 Unlock
button-warm-up = 🌡 Warm up
button-climate-off = Climate off
button-where = 📍 Where
button-show-privately = 📍 Show me privately
button-start-charging = ⚡ Start charging
button-stop-charging = Stop charging
button-close-windows = Close windows
button-find-car = Find car
button-charging = ⚡ Charging
button-status = Status
button-mute = 🔕 Mute 2 h
button-approve = ✅ Approve
button-decline = Decline
button-cancel = Cancel
button-log-in = Log in
button-private-chat = Open a private chat
button-help = What can you do?
button-try-again = Look again
button-details = Details
