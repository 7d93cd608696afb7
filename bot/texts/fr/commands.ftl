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
command-no-cable = Elle n'est pas branchée. Branche le câble, puis redemande-moi.
command-unknown = ⚠️ <b>Je ne sais pas si { $car } m'a entendu.</b>
    { $doing }. Je ne le renvoie pas de moi-même ; regarde d'abord l'état de la voiture.
command-not-sent = ⚠️ <b>Pas envoyé : { $doing }.</b>
    J'ai été redémarré entre-temps et { $car } n'a rien entendu. Redis-le si tu le veux encore.
command-busy = { $car } est encore occupée : { $doing }. Réessaie dans un instant.
command-repeated = C'est déjà en route.
