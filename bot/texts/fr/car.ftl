## Phrases sur la voiture

battery-line = 🔋 <b>{ $level }</b>, environ { $range }
battery-line-level = 🔋 <b>{ $level }</b>
battery-unknown = 🔋 La voiture n'a pas donné son niveau de batterie.
battery-at-full = Pleine, la batterie ferait aujourd'hui environ { $range } selon la voiture.
range-line = 🛣 <b>Environ { $range }</b> à { $level }
range-unknown = 🛣 La voiture n'a pas donné son autonomie.
odometer-line = 🧭 <b>{ $distance }</b> au compteur
odometer-unknown = 🧭 La voiture n'a pas donné son kilométrage.
charging-charging = ⚡ <b>En charge</b>
charging-charging-power = ⚡ <b>En charge</b> à { $power }
charging-plugged = 🔌 <b>Branchée, ne charge pas</b>
charging-complete = 🔌 <b>Chargée</b>, encore branchée
charging-disconnected = 🔌 <b>Débranchée</b>
charging-error = ⚠️ <b>Erreur de charge</b>
charging-unknown = 🔌 La voiture n'a pas dit si elle charge.
charging-until = Terminé dans { $length }, à { $at }
charging-limit = Limite de charge { $limit }
time-to-full-line = ⚡ <b>Encore { $length }</b>, terminé à { $at }
time-to-full-idle = ⚡ <b>Pas en charge</b>, donc pas de durée à donner.
time-to-full-unknown = ⚡ <b>En charge</b>, mais la voiture ne dit pas pour combien de temps.
level-now = À { $level } maintenant
lock-locked = 🔒 <b>Verrouillée.</b>
lock-unlocked = 🔓 <b>Déverrouillée.</b>
lock-unknown = 🔒 La voiture n'a pas dit si elle est verrouillée.
openings-all-closed = Portes et vitres toutes fermées.
openings-open = Ouvert : { $names }.
openings-unknown = Tout n'est pas connu des portes et des vitres.
doors-closed = 🚪 <b>Toutes les portes sont fermées.</b>
doors-open = 🚪 <b>Ouvert :</b> { $names }.
doors-unknown = 🚪 La voiture n'a pas tout dit de ses portes.
windows-closed = 🪟 <b>Toutes les vitres sont fermées.</b>
windows-open = 🪟 <b>Ouvert :</b> { $names }.
windows-unknown = 🪟 La voiture n'a pas tout dit de ses vitres.
climate-is-on = 🌡 <b>La climatisation est allumée.</b>
climate-is-off = 🌡 <b>La climatisation est éteinte.</b>
climate-is-unknown = 🌡 La voiture n'a pas dit si la climatisation est allumée.
cabin-line = Habitacle { $inside }, dehors { $outside }
cabin-inside = Habitacle { $inside }
cabin-outside = Dehors { $outside }
defrost-on = Dégivrage du pare-brise
seat-heat-line = Chauffage des sièges : { $seats }
seat-level = { $seat } { $level }
steering-heat-on = Volant chauffant allumé
tyres-fine = 🛞 <b>Les pneus vont bien.</b>
tyres-warning = 🛞 <b>À vérifier :</b> { $names }.
tyres-unknown = 🛞 La voiture n'a pas donné la pression des pneus.
tyre-line = { $wheel } : { $pressure }
health-fine = 🩺 <b>La voiture ne signale rien.</b>
health-attention = 🩺 <b>{ $count ->
    [one] Un point demande
   *[other] { $count } points demandent
 } attention.</b>
health-service-warning = L'entretien est à faire
health-service-days = Entretien dans { $days ->
    [one] un jour
   *[other] { $days } jours
 }
health-service-distance = Entretien dans { $distance }
health-battery-12v = Batterie 12 V { $voltage }
health-battery-12v-low = La batterie 12 V est faible : { $voltage }
health-tyre = Pression des pneus : { $names }
place-line = 📍 <b>À { $name }</b>
place-known = 📍 <b>Elle est ici.</b> Le lieu suit sur une carte.
place-hidden = 📍 Je ne montre pas le lieu dans un groupe.
place-sent-privately = 📍 Envoyé à toi seul.
place-unknown = 📍 La voiture n'a pas dit où elle est.
place-not-shared = 📍 Le partage de position est coupé dans la voiture.
place-untrusted = La voiture elle-même n'est pas sûre de ce lieu.
parked-since = Garée depuis { $at }
driving-now = 🚗 En route
driving-speed = 🚗 En route à { $speed } km/h
