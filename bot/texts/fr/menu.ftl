## The menu

menu = Menu
menu-title = <b>Que veux-tu faire avec { $car } ?</b> Choisis un groupe.
menu-group-title = <b>{ $group }</b> · { $car }
menu-car = 🚗 La voiture
menu-charging = ⚡ Charge
menu-climate = 🌡 Climatisation
menu-access = 🔒 Portes
menu-places = 📍 Lieux et trajets
menu-alerts = 🔔 Alertes
menu-family = 👥 Famille
menu-account = 🔧 Compte
button-menu-back = ◀ Retour
button-menu-more = Plus ▶
