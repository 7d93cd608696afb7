## Trajets, alentours et programmations

trips-none = Aucun trajet n'est enregistré pour cette période. Si c'est toujours le cas, active le journal dans l'application Smart.
trips-sum = 🛣 { $distance } en { $count ->
    [one] un trajet
   *[other] { $count } trajets
 }
trips-lately = 7 derniers jours
more-lines = … et { $count } de plus
energy-unknown = La voiture n'a pas indiqué de consommation pour cette période.
energy-sum = ⚡ { $energy }, { $mean } aux { $way }
charges-none = Aucune recharge n'est enregistrée.
charges-none-then = Aucune recharge n'est enregistrée pour cette période.
charges-title = 🔌 Les dernières recharges :
charges-title-then = 🔌 Recharges :
software-unknown = On ne sait pas s'il y a une mise à jour.
software-current = ✅ Aucune mise à jour n'est proposée.
software-offered = ⬇️ Une mise à jour est proposée : { $version }
software-running = Installée : { $version }
weather-line = 🌤 { $temperature } près de la voiture
weather-air = Indice de qualité de l'air : { $index }
chargers-none = Aucune borne à moins de 5 km de la voiture.
chargers-title = 🔌 Bornes près de la voiture :
schedule-when = Il me faut une heure dans les prochaines 24 heures, par exemple 7:30.
schedule-window = De quelle heure à quelle heure doit-elle charger ? Par exemple « 22 h à 6 h ».
schedule-charging-stored = ⏱ Enregistré dans le cloud de Smart : charge chaque jour de { $start } à { $end }.
schedule-climate-stored = ⏱ Enregistré dans le cloud de Smart : { $at } · { $temperature }
error-missing-secret = Ce service demande le réglage { $setting }, dont la valeur n'est pas publiée.
