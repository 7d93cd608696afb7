## The menu

menu = Menú
menu-title = <b>¿Qué quieres hacer con { $car }?</b> Elige un grupo.
menu-group-title = <b>{ $group }</b> · { $car }
menu-car = 🚗 El coche
menu-charging = ⚡ Carga
menu-climate = 🌡 Clima
menu-access = 🔒 Puertas
menu-places = 📍 Lugares y viajes
menu-alerts = 🔔 Avisos
menu-family = 👥 Familia
menu-account = 🔧 Cuenta
button-menu-back = ◀ Atrás
button-menu-more = Más ▶
