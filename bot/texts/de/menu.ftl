## The menu

menu = Menü
menu-title = <b>Was soll es mit { $car } sein?</b> Such dir eine Gruppe aus.
menu-group-title = <b>{ $group }</b> · { $car }
menu-car = 🚗 Das Auto
menu-charging = ⚡ Laden
menu-climate = 🌡 Klima
menu-access = 🔒 Türen
menu-places = 📍 Orte und Fahrten
menu-alerts = 🔔 Meldungen
menu-family = 👥 Familie
menu-account = 🔧 Konto
button-menu-back = ◀ Zurück
button-menu-more = Mehr ▶
