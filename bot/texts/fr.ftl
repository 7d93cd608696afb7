# La réponse d'abord, puis l'âge des données, puis les détails. Pas de point d'exclamation après une mauvaise nouvelle.

## Mots et nombres

unknown-value = inconnu
duration-minutes = { $minutes } min
duration-hours = { $minutes ->
    [0] { $hours } h
   *[other] { $hours } h { $minutes } min
 }
duration-days = { $hours ->
    [0] { $days } j
   *[other] { $days } j { $hours } h
 }
age-now = à l'instant
age-minutes = il y a { $minutes } min
age-hours = il y a { $hours } h
age-date = { $at }
list-and = { $first } et { $last }
data-line = 🕒 { $car } · { $age }
data-line-late = 🕒 { $car } · { $age }, et rien de plus récent depuis
data-line-undated = 🕒 { $car } · la voiture n'a pas donné d'heure

## Le nom des choses

door-driver = porte conducteur
door-passenger = porte passager
door-rear_left = porte arrière gauche
door-rear_right = porte arrière droite
window-driver = vitre conducteur
window-passenger = vitre passager
window-rear_left = vitre arrière gauche
window-rear_right = vitre arrière droite
seat-driver = siège conducteur
seat-passenger = siège passager
seat-rear_left = siège arrière gauche
seat-rear_right = siège arrière droit
seat-all = tous les sièges
wheel-driver = avant, côté conducteur
wheel-passenger = avant, côté passager
wheel-rear_left = arrière gauche
wheel-rear_right = arrière droite
trunk = hayon
hood = capot
role-guest = invité
role-driver = conducteur
role-owner = propriétaire
role-stranger = personne
region-EU = Europe
region-INTL = International
mode-horn = klaxon
mode-flash = feux
mode-both = klaxon et feux
level-off = arrêt
someone = quelqu'un

## Ce qu'on peut demander

status_summary = État
battery_status = Batterie
range_query = Autonomie
odometer = Kilométrage
vehicle_health = Santé
software_update = Logiciel
weather = Météo
charging_status = Charge
time_to_full = Temps restant
charging_history = Historique des charges
find_charger = Trouver une borne
schedule_charging = Programmer la charge
climate_status = Climatisation
climate_schedule = Programmer la climatisation
fridge_on = Frigo allumé
fridge_off = Frigo éteint
fragrance_on = Parfum allumé
fragrance_off = Parfum éteint
locker_status = Casier
lock_status = Est-elle verrouillée ?
doors_status = Portes
windows_status = Vitres
locate = Où est-elle ?
send_destination = Envoyer une destination
trips = Trajets
energy_stats = Consommation
distance_total = Distance parcourue
tyre_pressure = Pression des pneus
    .opened = 🛞 La pression des pneus de { $car } est à vérifier.
    .closed = 🛞 La pression des pneus de { $car } est de nouveau bonne.
geofence_create = Ajouter un lieu
geofence_list = Lieux
geofence_delete = Supprimer un lieu
    .ask = Supprimer le lieu { $name } ? Je ne dirai plus quand la voiture y arrive ou en part.
    .yes = Oui, supprimer
alerts_on = Activer les alertes
alerts_off = Couper les alertes
alerts_list = Alertes
quiet_hours = Heures calmes
share_request = Demander la voiture
share_approve = Accepter
    .ask = Accepter { $name } ?
    .yes = Oui, accepter
share_decline = Refuser
share_cancel = Annuler une réservation
share_list = Réservations
share_handover = Rendre la voiture
invite_driver = Inviter un conducteur
    .ask = Créer un lien qui permet à { $name } d'utiliser { $car } ici ? Il sert une fois, pendant 48 heures.
    .yes = Oui, créer le lien
remove_driver = Retirer un conducteur
    .ask = Retirer { $name } de { $car } ? Tous ses droits cessent aussitôt.
    .yes = Oui, retirer
login = Se connecter
logout = Se déconnecter
    .ask = Se déconnecter du cloud Smart ici ? J'oublie la session et ne surveille plus la voiture.
    .yes = Oui, se déconnecter
switch_car = Changer de voiture
list_cars = Voitures
help = Aide
cancel = Annuler
thanks_smalltalk = Merci

## Commandes : le nom, ce qui se fait, ce qui est fait

lock = Verrouiller
    .doing = Verrouillage
    .done = Verrouillée.
unlock = Déverrouiller
    .doing = Déverrouillage
    .done = Déverrouillée.
    .ask = 🔓 Déverrouiller { $car } ?
    .yes = Oui, déverrouiller
open_trunk = Ouvrir le hayon
    .doing = Déverrouillage du hayon
    .done = Le hayon est déverrouillé.
    .ask = Déverrouiller le hayon de { $car } ?
    .yes = Oui, déverrouiller
climate_on = Chauffer
    .doing = Climatisation à { $temperature }
    .done = La climatisation est allumée, cible { $temperature }.
climate_off = Éteindre la climatisation
    .doing = Arrêt de la climatisation
    .done = La climatisation est éteinte.
defrost = Dégivrer
    .doing = Dégivrage du pare-brise
    .done = Le pare-brise est en cours de dégivrage.
start_charging = Lancer la charge
    .doing = Lancement de la charge
    .done = En charge.
stop_charging = Arrêter la charge
    .doing = Arrêt de la charge
    .done = La charge est arrêtée.
    .ask = Arrêter la charge de { $car } ?
    .yes = Oui, arrêter
set_charge_limit = Limite de charge
    .doing = Limite de charge à { $percent }
    .done = La limite de charge est { $percent }.
open_windows = Ouvrir les vitres
    .doing = Entrouverture des vitres
    .done = Les vitres sont entrouvertes.
    .ask = Entrouvrir les vitres de { $car } ?
    .yes = Oui, ouvrir
close_windows = Fermer les vitres
    .doing = Fermeture des vitres
    .done = Les vitres sont fermées.
find_car = Trouver la voiture
    .doing = Appel avec { $mode }
    .done = La voiture a reçu l'appel : { $mode }.
set_seat_heating = Chauffage des sièges
    .doing = Chauffage, { $seat } : { $level }
    .done = Chauffage, { $seat } : { $level }.
set_steering_heating = Volant chauffant
    .doing = Volant chauffant : { $level }
    .done = Volant chauffant : { $level }.

command-sending = ⏳ { $doing } · { $car }
    Envoi …
command-accepted = 📨 { $doing } · { $car }
    Accepté par le cloud Smart. J'attends la confirmation de la voiture …
command-confirmed = ✅ <b>{ $done }</b>
    { $car } l'a confirmé · { $age }
command-delivered = ✅ <b>{ $done }</b>
    Accepté par le cloud Smart ; la voiture ne confirme pas cela.
command-unconfirmed = ⚠️ <b>{ $car } n'a pas confirmé après { $seconds } s.</b>
    { $doing }. La voiture dort peut-être, ou n'a pas de réseau.
command-last-known = Dernier état connu ({ $age }) : { $state }
command-rejected = ⚠️ <b>Pas fait : { $doing }.</b>
    { $reason }
command-unknown = ⚠️ <b>Je ne sais pas si { $car } m'a entendu.</b>
    { $doing }. Je ne le renvoie pas de moi-même ; regarde d'abord l'état de la voiture.
command-not-sent = ⚠️ <b>Pas envoyé : { $doing }.</b>
    J'ai été redémarré entre-temps et { $car } n'a rien entendu. Redis-le si tu le veux encore.
command-busy = { $car } est encore occupée : { $doing }. Réessaie dans un instant.
command-repeated = C'est déjà en route.

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
place-hidden = 📍 Je ne montre pas le lieu dans un groupe. Appuie sur le bouton et je te le dis en privé.
place-sent-privately = 📍 Envoyé à toi seul.
place-unknown = 📍 La voiture n'a pas dit où elle est.
place-not-shared = 📍 Le partage de position est coupé dans la voiture.
place-untrusted = La voiture elle-même n'est pas sûre de ce lieu.
parked-since = Garée depuis { $at }
driving-now = 🚗 En route
driving-speed = 🚗 En route à { $speed } km/h

## Boutons

button-refresh = 🔄 Actualiser
button-lock = 🔒 Verrouiller
button-unlock = 🔓 Déverrouiller
button-warm-up = 🌡 Chauffer
button-climate-off = Couper la clim
button-where = 📍 Où
button-show-privately = 📍 Me le montrer en privé
button-start-charging = ⚡ Lancer la charge
button-stop-charging = Arrêter la charge
button-close-windows = Fermer les vitres
button-find-car = Trouver la voiture
button-charging = ⚡ Charge
button-status = État
button-mute = 🔕 Silence 2 h
button-approve = ✅ Accepter
button-decline = Refuser
button-cancel = Annuler
button-log-in = Se connecter
button-private-chat = Ouvrir un chat privé
button-help = Que sais-tu faire ?
button-try-again = Regarder encore
button-details = Détails

## Conversation

welcome-back = 👋 Bonjour { $name }. Demande-moi des nouvelles de { $car }, ou dis-moi quoi faire.
welcome-group = 👋 Bonjour. Tous ceux qui conduisent { $car } peuvent me parler ici. L'endroit où elle se trouve reste privé.
stranger = Ceci est un compagnon privé pour conducteurs de Smart. Si on t'a invité, ouvre le lien reçu ; si tu as une Smart, envoie /login.
stranger-group-toast = C'est réservé à ceux qui conduisent cette voiture.
no-car = Je ne te connais pas encore de voiture. Connecte-toi avec /login, ou ouvre le lien que tu as reçu.
no-data = Je n'ai pas encore de données de { $car }.
not-yet = J'ai compris « { $intent } », mais je ne sais pas encore le faire.
unknown = Je n'ai pas compris. Essaie ceci, ou envoie /help.
did-you-mean = Tu voulais dire … ?
out-of-range-temperature = { $value } °C n'est pas possible, seulement de { $minimum } à { $maximum } °C.
out-of-range-percent = { $value } % n'est pas possible : la limite va de { $minimum } à { $maximum } % par pas de 5.
out-of-range-radius = { $value } m n'est pas possible : un rayon va de { $minimum } à { $maximum } m.
out-of-range-level = { $value } n'est pas possible : le niveau va de { $minimum } à { $maximum }.
out-of-range-other = { $value } n'est pas possible, seulement de { $minimum } à { $maximum }.
too-long = C'est un long message. Dis-moi ce que tu veux en une ou deux phrases, s'il te plaît.
empty-message = Je lis le texte et les boutons. Que puis-je faire ?
thanks = Avec plaisir.
cancelled = Annulé. Rien n'a été fait.
nothing-to-cancel = Il n'y a rien à annuler.
help-text = <b>Dis-le simplement.</b> Par exemple :
    { $examples }

    Pour ce qui est risqué (déverrouiller, hayon, vitres), je redemande avant.
    /status · /cars · /login · /logout · /help
role-missing = Pour { $car }, seuls { $role ->
    [owner] les propriétaires
    [driver] les conducteurs et propriétaires
   *[guest] ceux qui la conduisent
 } peuvent le faire.
capability-missing = { $car } ne peut pas faire cela : { $what }.
private-only = Cela se fait dans notre chat privé.
group-offer = Ce groupe peut-il poser des questions sur une voiture ? Tous ici recevront ses alertes ; l'endroit où elle se trouve reste privé.
group-offer-button = Utiliser { $car } ici
argument-missing = Quoi exactement ? Par exemple : { $example }

## Confirmations et boutons

words-yes = oui, o, ouais, d'accord, ok, okay, bien sûr, confirme, vas-y, oui s'il te plaît
words-no = non, n, annule, annuler, stop, non merci, laisse
confirm-expired = Trop tard : la question valait 60 secondes. Redis-le.
confirm-other = Seul { $name } peut répondre.
button-unknown = Je ne connais pas ce bouton. Rien n'a été fait.
button-expired = Ce bouton est trop ancien. Redemande-moi.
button-used = On y a déjà répondu.
button-used-result = On y a déjà répondu : { $result }
nothing-to-confirm = Il n'y a rien à confirmer en ce moment.

## Connexion

login-region = 🔑 D'où est ton compte Smart ?
login-group = La connexion est privée. Ouvre notre chat privé et je te guide.
login-email = 🔑 { $region }. Envoie-moi l'adresse e-mail de ton compte Smart. J'efface le message aussitôt.
login-email-bad = Cela ne ressemble pas à une adresse e-mail. Renvoie-la, ou /cancel. J'ai effacé ton message.
login-password = Merci, effacé. Maintenant le mot de passe. Il sert une fois, n'est pas gardé, et j'efface le message aussitôt.
login-wrong = 🔑 Le cloud Smart n'a pas accepté cette adresse et ce mot de passe. J'ai effacé ton message. Réessaie en commençant par l'adresse e-mail, ou /cancel.
login-limited = 🔑 Le cloud Smart veut une pause avant la prochaine connexion. Réessaie à { $at }. J'ai effacé ton message.
login-failed = 🔑 La connexion n'a pas marché. { $reason } J'ai effacé ton message.
login-done = ✅ <b>Connecté.</b> J'ai effacé ton message. { $count ->
    [0] Il n'y a pas de voiture dans ce compte.
    [one] Ta voiture :
   *[other] Tes voitures :
 }
login-car = • { $car }
login-car-shared = • { $car } (partagée avec toi)
login-next = Demande « est-elle verrouillée ? » ou appuie sur un bouton.
logout-done = 👋 Déconnecté. La session n'existe plus, ni ici ni dans le cloud Smart.
logout-none = Tu n'es pas connecté ici.

## Voitures et personnes

cars-title = <b>Tes voitures</b>
cars-line = { $mark } { $car } · { $role }
cars-selected = ✅ On parle maintenant de { $car }.
invite-made = 🔗 Ce lien permet à { $name } d'utiliser { $car }. Il sert une fois, jusqu'à { $until } :
    { $link }
invite-made-token = 🔗 { $name } m'envoie ceci une fois, jusqu'à { $until } :
    <code>/start { $token }</code>
invite-taken = ✅ Bienvenue { $name }. Tu peux utiliser { $car } maintenant, comme { $role ->
    [owner] propriétaire
    [driver] conducteur
   *[guest] invité
 }.
invite-refused = Ce lien n'est plus valable. Demandes-en un nouveau.
invite-someone = la personne qui le reçoit
remove-done = { $name } ne peut plus utiliser { $car }.
remove-unknown = Je ne connais personne de ce nom pour { $car }. Il y a : { $names }.
remove-who = Qui dois-je retirer ? Il y a : { $names }.
remove-self = Tu ne peux pas te retirer toi-même ; /logout termine la session.

## Lieux

geofence-made = 📍 Je surveille { $name } : { $radius } autour de l'endroit où se trouve { $car }. Je te dis quand elle part ou arrive.
geofence-no-place = Pas possible maintenant : la voiture n'a pas dit où elle est.
geofence-name-missing = Comment s'appelle le lieu ? Dis par exemple « crée une zone nommée maison ».
geofence-list = <b>Lieux de { $car }</b>
geofence-line = • { $name } ({ $radius })
geofence-none = Il n'y a pas encore de lieu. Dis par exemple « crée une zone nommée maison ».
geofence-deleted = { $name } est supprimé.
geofence-unknown = Il n'y a pas de lieu appelé { $name }.

## Réservations

booking-asked = 📅 J'ai demandé pour toi : { $when }.
    Je te dis quand c'est décidé.
booking-booked = ✅ <b>Réservé :</b> { $when }.
booking-overlap = 📅 <b>Pris.</b> { $when } n'est pas libre.
booking-free-slots = Libre autour : { $slots }
booking-no-free-slots = Rien n'est libre autour.
booking-past = 📅 Ce moment est déjà passé.
booking-when = Quand en as-tu besoin ? Dis par exemple « samedi de 10 h à 14 h ».
booking-request = 📅 <b>{ $name } demande { $car } :</b> { $when }.
booking-request-decided = 📅 { $name }, { $when } : { $state ->
    [approved] accepté par { $by }
    [declined] refusé par { $by }
    [cancelled] annulé
   *[other] { $state }
 }.
booking-decided = 📅 { $state ->
    [approved] <b>Tu as { $car } :</b> { $when }. Accepté par { $by }.
    [declined] <b>Refusé :</b> { $car }, { $when }. Décidé par { $by }.
   *[cancelled] <b>Annulé :</b> { $car }, { $when }.
 }
booking-approved = ✅ <b>Accepté :</b> { $name }, { $when }.
booking-declined = <b>Refusé :</b> { $name }, { $when }.
booking-cancelled = <b>Annulé :</b> { $name }, { $when }.
booking-already = Déjà décidé : { $state ->
    [approved] accepté
    [declined] refusé
    [cancelled] annulé
    [active] en route
    [handed_over] rendue
   *[other] passé
 }.
booking-none-open = Personne n'attend de réponse.
booking-none-mine = Tu n'as pas de réservation à annuler.
booking-list = <b>Réservations de { $car }</b>
booking-line = • { $when } · { $name }, { $state ->
    [requested] attend une réponse
    [approved] réservé
    [active] en route
   *[other] { $state }
 }
booking-list-empty = 📅 Rien n'est réservé. { $car } est libre.
booking-not-allowed = Ce n'est pas possible maintenant.
sharing-approved = ✅ <b>Accepté.</b> { $name } peut utiliser { $car }.
sharing-declined = <b>Refusé.</b> { $name } n'aura pas la voiture.

## Alertes

alerts-on-one = 🔔 Je te préviens pour : { $kind }.
alerts-off-one = 🔕 Plus d'alerte pour : { $kind }.
alerts-on-all = 🔔 Toutes les alertes sont actives dans ce chat.
alerts-off-all = 🔕 Les alertes sont coupées dans ce chat.
alerts-kind-unknown = Je ne connais pas cette alerte. Il y a : { $names }.
alerts-list = <b>Alertes de ce chat</b>
alerts-line = { $mark } { $kind }
alerts-quiet = 🌙 Calme de { $from } à { $until }
quiet-set = 🌙 Calme de { $from } à { $until }. Seul ce qui touche à la sécurité passe.
quiet-off = 🔔 Pas d'heures calmes.
quiet-when = De quelle heure à quelle heure ? Dis par exemple « heures calmes de 22 h à 7 h ».
muted = 🔕 Silence pendant deux heures : { $kind }.
alert-repeat = (peut-être une répétition)

charge_complete = Charge terminée
    .opened = ⚡ <b>{ $car } est chargée :</b> { $level }.
    .closed = 🔌 { $car } est débranchée.
charge_interrupted = Charge interrompue
    .opened = ⚠️ <b>{ $car } a cessé de charger trop tôt</b>, à { $level }.
    .closed = ⚡ { $car } charge de nouveau, ou est débranchée.
plugged_not_charging = Branchée sans charger
    .opened = 🔌 <b>{ $car } est branchée et ne charge pas.</b>
    .closed = ⚡ { $car } charge maintenant, ou est débranchée.
battery_low = Batterie faible
    .opened = 🪫 <b>{ $car } est faible :</b> { $level }.
    .closed = 🔋 { $car } a de nouveau assez.
geofence_exit = Départ d'un lieu
    .opened = 📍 <b>{ $car } a quitté { $name }.</b>
    .closed = 📍 { $car } est de retour à { $name }.
geofence_enter = Arrivée à un lieu
    .opened = 📍 <b>{ $car } est arrivée à { $name }.</b>
    .closed = 📍 { $car } a de nouveau quitté { $name }.
moved_while_locked = Déplacée verrouillée
    .opened = 🚨 <b>{ $car } a bougé alors qu'elle est éteinte et verrouillée.</b> Elle est peut-être remorquée.
    .closed = { $car } est de nouveau immobile.
left_open = Laissée ouverte
    .opened = 🔓 <b>{ $car } est restée ouverte.</b>
    .closed = 🔒 { $car } est fermée et verrouillée.
climate_running = Climatisation encore allumée
    .opened = 🌡 <b>La climatisation de { $car } tourne encore.</b>
    .closed = 🌡 La climatisation de { $car } est éteinte.
battery_12v = Batterie 12 V
    .opened = 🔋 <b>La batterie 12 V de { $car } est faible.</b>
    .closed = 🔋 La batterie 12 V de { $car } va mieux.
service_due = Entretien à faire
    .opened = 🔧 <b>L'entretien de { $car } est à faire.</b>
    .closed = 🔧 L'entretien de { $car } est fait.
car_sharing_request = Demande d'autopartage
    .opened = 🤝 <b>{ $name } demande { $car }</b> sur la plateforme de Smart.
    .closed = 🤝 La demande de { $name } pour { $car } est décidée.
session_lost = Session perdue
    .opened = 🔑 <b>Le cloud Smart n'accepte plus ma session.</b> Je ne vois plus ta voiture tant que tu ne te reconnectes pas.
    .closed = 🔑 Je vois de nouveau ta voiture.
cloud_outage = Panne du cloud
    .opened = ☁️ <b>Le cloud Smart ne répond pas.</b> C'est le cloud, pas ta voiture. Je continue d'essayer.
    .closed = ☁️ Le cloud Smart est de retour.
session_evicted = Session prise
    .opened = 🔑 Une autre application utilise ce compte. Je me retire un moment et reviens de moi-même.
    .closed = 🔑 Je suis de retour.
alert-limit = Limite de charge { $limit }
alert-open = Ouvert : { $names }
alert-wheels = À vérifier : { $names }
alert-period = { $when }

## Quand quelque chose ne va pas

error-unavailable = ☁️ Le cloud Smart ne répond pas pour l'instant. C'est le cloud, pas ta voiture. Réessaie dans quelques minutes.
error-rate-limit = ☁️ Le cloud Smart demande une pause. Je réessaie de moi-même plus tard.
error-rate-limit-until = ☁️ Le cloud Smart demande une pause jusqu'à { $at }.
error-evicted = 🔑 Une autre application a pris la session de ce compte. Je me retire un moment ; redemande dans une minute.
error-authentication = 🔑 Le cloud Smart n'accepte plus ma session. Reconnecte-toi avec /login.
error-not-linked = Cette voiture n'est plus dans le compte Smart.
error-rejected = Le cloud Smart ou la voiture a refusé.
error-busy = La voiture est encore occupée par la commande d'avant. Rien n'a été fait ; réessaie dans un instant.
error-unsupported = Cette voiture ne peut pas le faire.
error-argument = Cette valeur n'est pas possible.
error-argument-limits = Possible de { $minimum } à { $maximum } { $unit } par pas de { $step }.
error-unexpected = Le cloud Smart a répondu quelque chose que je ne connais pas. Je l'ai noté.
error-other = Quelque chose a mal tourné de mon côté. Je l'ai noté.

## Réglages, données et code PIN

language = Langue
timezone = Fuseau horaire
units = Unités
rename_car = Renommer la voiture
budget = Requêtes du jour
account = Compte Smart
pin = Code PIN
export = Exporter mes données
forget = Tout supprimer
    .ask = Supprimer tout ce que je garde sur toi : compte, voitures, lieux, réservations, réglages ? Les autres perdent aussi l'accès à tes voitures.
    .yes = Oui, tout supprimer
setting-language-ask = Quelle langue dois-je parler ?
setting-language-unknown = Je ne parle pas cette langue. Je parle celles-ci.
setting-language-done = ✅ Je parle { $language } maintenant.
setting-timezone-ask = Quel fuseau horaire ? Appuie sur un bouton ou envoie par exemple /timezone Paris
setting-timezone-unknown = Je ne suis pas sûr du fuseau. Appuie sur un bouton ou envoie par exemple /timezone Europe/Paris
setting-timezone-done = ✅ Les heures sont celles de { $zone }, où il est { $time }.
setting-units-ask = Dans quelles unités dois-je compter ?
setting-units-done = ✅ Je compte maintenant en { $units }.
units-metric = kilomètres, bar
units-imperial = miles, psi
rename-done = ✅ { $car } s'appelle maintenant { $name }.
rename-bad = Donne-moi un nom de { $longest } caractères au plus, par exemple /rename Flitzer
rename-taken = Une autre de tes voitures s'appelle déjà { $name }.
budget-today = 📊 <b>{ $number } requêtes</b> au cloud Smart aujourd'hui, pour le compte de { $car }.
budget-next = Prochaine question à { $at } :
budget-now = Je demande en ce moment :
budget-why-failed = le dernier essai a échoué, je laisse une pause au cloud.
budget-why-first = je n'ai pas encore de données.
budget-why-driving = la voiture roule.
budget-why-charging = la voiture est en charge.
budget-why-climate = la climatisation est allumée.
budget-why-just-parked = la voiture vient d'être garée.
budget-why-night = il fait nuit, il se passe peu de choses.
budget-why-fence = la voiture est garée, et je surveille tes lieux.
budget-why-day = la voiture est garée.
budget-delay = À ce rythme, une alerte arrive au plus tard après { $length }.
budget-stopped = Je ne demande rien avant que tu te reconnectes avec /login.
account-title = 🔑 <b>Ton compte Smart</b>
account-none = 🔑 Il n'y a pas de compte Smart dans ce chat. Envoie /login.
account-sees = { $region } : { $count ->
    [0] il ne voit aucune voiture.
    [one] il voit une voiture.
   *[other] il voit { $count } voitures.
 }
account-owned = • { $car } : appartient à ce compte
account-shared = • { $car } : partagée avec ce compte
account-silent = { $region } : je n'ai pas pu vérifier. { $reason }
account-advice = Mieux vaut un second compte Smart : crée-le avec une autre adresse e-mail, partage la voiture avec lui dans l'app Smart, puis /logout et /login avec lui ici. Ainsi l'app et moi ne nous déconnectons pas l'un l'autre.
account-good = ✅ Parfait : l'app du propriétaire et moi ne nous gênons pas.
export-done = 📄 Voici ce que je garde sur toi. Les mots de passe ne sont pas gardés, les clés de session sont omises.
forget-done = 🧹 Tout est supprimé. Envoie /start si tu veux un jour recommencer.
pin-new = 🔢 Envoie-moi 4 à 8 chiffres comme nouveau code PIN, ou /cancel. J'efface le message aussitôt.
pin-set = ✅ Le code PIN est défini et ton message effacé. Je le demande avant ce qui est risqué.
pin-bad = 🔢 Un code PIN a 4 à 8 chiffres et rien d'autre. Renvoie-le, ou /cancel. J'ai effacé ton message.
pin-behind-command = 🔢 J'ai effacé ce message : envoie /pin seul, et je demande les chiffres.
pin-menu = 🔢 Un code PIN est défini. Je le demande avant ce qui est risqué.
pin-present = 🔢 Envoie-moi ton code PIN actuel. J'efface le message aussitôt.
pin-confirms = 🔢 Envoie ton code PIN dans les 60 secondes pour confirmer. J'efface le message.
pin-wrong = 🔢 Ce n'est pas le code PIN, j'ai effacé ton message. { $left ->
    [one] Il reste un essai.
   *[other] Il reste { $left } essais.
 }
pin-locked = 🔒 Le code PIN est bloqué après trois essais faux. Un propriétaire de la voiture peut le débloquer avec /pin ; un propriétaire peut aussi se reconnecter avec /login.
pin-removed = Le code PIN est retiré et ton message effacé.
pin-private = 🔢 Tu protèges cela par un code PIN. Demande-le-moi dans notre chat privé.
pin-reset-of = Débloquer { $name }
pin-reset-done = Le code PIN de { $name } est retiré. /pin permet d'en définir un nouveau.
button-pin-change = Changer le code PIN
button-pin-remove = Retirer le code PIN

## Journals, surroundings and schedules

trips-none = Aucun trajet n'est enregistré pour cette période.
trips-sum = 🛣 { $distance } en { $count ->
    [one] un trajet
   *[other] { $count } trajets
 }
trips-line = { $at } · { $distance }
more-lines = … et { $count } de plus
energy-unknown = La voiture n'a pas indiqué de consommation pour cette période.
energy-sum = ⚡ { $energy } kWh, { $mean } kWh aux 100 km
charges-none = Aucune recharge n'est enregistrée.
charges-title = 🔌 Les dernières recharges :
charges-line = { $at } · { $start } → { $end } · { $energy } kWh
software-unknown = On ne sait pas s'il y a une mise à jour.
software-current = ✅ Aucune mise à jour n'est proposée.
software-offered = ⬇️ Une mise à jour est proposée : { $version }
software-running = Installée : { $version }
weather-line = 🌤 { $temperature } près de la voiture
weather-air = Indice de qualité de l'air : { $index }
chargers-none = Aucune borne à moins de 5 km de la voiture.
chargers-title = 🔌 Bornes près de la voiture :
chargers-line = { $name }, { $address } · { $free } sur { $count } libres
schedule-when = Il me faut une heure dans les prochaines 24 heures, par exemple 7:30.
schedule-charging-stored = ⏱ Enregistré dans le cloud de Smart : charge chaque jour de { $start } à { $end }.
schedule-climate-stored = ⏱ Enregistré dans le cloud de Smart : { $temperature } à { $at }.
error-missing-secret = Ce service demande le réglage { $setting }, dont la valeur n'est pas publiée.
