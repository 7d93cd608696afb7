aside-told = 🔒 { $name }, I wrote that to you privately.
aside-closed = 🔒 { $name }, that is for you alone. Open our private chat and press Start, then ask me again.
button-open-private = Open our chat
group-anonymous = 🔒 I cannot see who writes here in the name of a group or a channel, and so not what you may do. Write it as yourself.
