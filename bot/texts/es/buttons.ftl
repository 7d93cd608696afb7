## Botones

button-refresh = 🔄 Actualizar
button-lock = 🔒 Cerrar
button-unlock = 🔓 Abrir
button-warm-up = 🌡 Calentar
button-climate-off = Apagar el clima
button-where = 📍 Dónde
button-show-privately = 📍 Mostrármelo en privado
button-start-charging = ⚡ Empezar a cargar
button-stop-charging = Parar la carga
button-close-windows = Cerrar ventanillas
button-find-car = Encontrar el coche
button-charging = ⚡ Carga
button-status = Estado
button-mute = 🔕 Silencio 2 h
button-approve = ✅ Aceptar
button-decline = Rechazar
button-cancel = Cancelar
button-log-in = Iniciar sesión
button-private-chat = Abrir un chat privado
button-help = ¿Qué puedes hacer?
button-try-again = Mirar otra vez
button-details = Detalles
