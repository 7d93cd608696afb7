## The menu

menu = Menu
menu-title = <b>What about { $car }?</b> Choose a group.
menu-group-title = <b>{ $group }</b> · { $car }
menu-car = 🚗 The car
menu-charging = ⚡ Charging
menu-climate = 🌡 Climate
menu-access = 🔒 Doors
menu-places = 📍 Places and trips
menu-alerts = 🔔 Alerts
menu-family = 👥 Family
menu-account = 🔧 Account
button-menu-back = ◀ Back
button-menu-more = More ▶
