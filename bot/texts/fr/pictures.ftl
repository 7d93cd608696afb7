## Les mots des images

picture-empty = Rien n'est encore connu
picture-no-track = La voiture n'a pas gardé le tracé de ce trajet
fact-duration = Durée
fact-consumption = Énergie
fact-speed = Vitesse moyenne
fact-power = Puissance
fact-left = Temps restant
driver-unknown = personne en particulier
button-gpx = 🗺 Fichier GPX
trip-title = 🛣 { $at } · <b>{ $distance }</b>
trip-used = { $energy }, { $mean } aux { $way }
trip-gone = Le journal de la voiture n'a plus ce trajet.
button-newer = ◀ Plus récents
button-older = Plus anciens ▶
cost-line = 💶 { $cost } à { $price } le kWh
cost-unknown = Dis-moi ton prix et j'ajoute le coût : /price 0,25
price-stored = 💶 C'est noté : { $price } le kWh. /energy montre maintenant le coût.
price-now = 💶 { $price } le kWh. Pour le changer : /price 0,25
price-none = Je ne connais pas encore de prix. Dis-moi ce que coûte un kWh : /price 0,25
price-invalid = Un prix par kWh s'écrit ainsi : /price 0,25 ou /price 0,25 CHF
