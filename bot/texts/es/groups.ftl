aside-told = 🔒 { $name }, te lo he escrito en privado.
aside-closed = 🔒 { $name }, eso es solo para ti. Abre nuestro chat privado, pulsa Iniciar y vuelve a preguntarme.
button-open-private = Abrir nuestro chat
group-anonymous = 🔒 No veo quién escribe aquí en nombre del grupo o de un canal, ni por tanto qué puedes hacer. Escríbelo con tu nombre.
