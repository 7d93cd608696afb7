## The menu

menu = Menu
menu-title = <b>Cosa vuoi fare con { $car }?</b> Scegli un gruppo.
menu-group-title = <b>{ $group }</b> · { $car }
menu-car = 🚗 La macchina
menu-charging = ⚡ Ricarica
menu-climate = 🌡 Clima
menu-access = 🔒 Porte
menu-places = 📍 Luoghi e viaggi
menu-alerts = 🔔 Avvisi
menu-family = 👥 Famiglia
menu-account = 🔧 Account
button-menu-back = ◀ Indietro
button-menu-more = Altro ▶
