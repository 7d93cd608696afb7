## Wörter auf Bildern

picture-empty = Noch ist nichts bekannt
picture-no-track = Das Auto hat den Weg nicht aufgezeichnet
fact-duration = Dauer
fact-consumption = Energie
fact-speed = Schnitt
fact-power = Leistung
fact-left = Noch
driver-unknown = niemand Bestimmtes
button-gpx = 🗺 GPX-Datei
trip-title = 🛣 { $at } · <b>{ $distance }</b>
trip-used = { $energy }, { $mean } pro { $way }
trip-gone = Das Fahrtenbuch des Autos hat diese Fahrt nicht mehr.
button-newer = ◀ Neuere
button-older = Ältere ▶
cost-line = 💶 { $cost } bei { $price } je kWh
cost-unknown = Nenn mir deinen Preis, dann rechne ich die Kosten dazu: /price 0,35
price-stored = 💶 Gut, { $price } je kWh. /energy zeigt jetzt auch die Kosten.
price-now = 💶 { $price } je kWh. Ändern geht mit /price 0,35
price-none = Ich kenne noch keinen Preis. Sag mir, was eine kWh kostet: /price 0,35
price-invalid = Ein Preis je kWh sieht so aus: /price 0,35 oder /price 0,35 CHF
