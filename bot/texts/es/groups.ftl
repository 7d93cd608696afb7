aside-told = 🔒 { $name }, te lo he escrito en privado.
aside-closed = 🔒 { $name }, eso es solo para ti. Abre nuestro chat privado, pulsa Iniciar y vuelve a preguntarme.
button-open-private = Abrir nuestro chat
