aside-told = 🔒 { $name }, I wrote that to you privately.
aside-closed = 🔒 { $name }, that is for you alone. Open our private chat and press Start, then ask me again.
button-open-private = Open our chat
