## Réservations

booking-asked-requested = 📅 J'ai demandé pour toi : { $when }.
    Je te dis quand c'est décidé.
booking-asked-approved = ✅ <b>Réservé :</b> { $when }.
booking-asked-urgent = 📅 <b>Demandé d'urgence :</b> { $when }.
    J'ai demandé à qui a la voiture à ce moment-là de te la laisser.
booking-asked-waiting = 📅 <b>Tu es sur la liste d'attente :</b> { $when }.
    Je te préviens dès que c'est libre.
booking-weekly = 🔁 Chaque semaine, { $count } fois, la dernière le { $last }.
booking-weekly-taken = Déjà pris, donc pas demandé : { $days }
booking-hour-missing = ⏱ Cette heure n'existe pas au changement d'heure. J'ai pris { $start }.
booking-hour-doubled = ⏱ Cette heure revient deux fois au changement d'heure. J'ai pris la première, { $start }.
booking-tight = ⚠ Peu de temps entre ceci et la réservation de { $names }.
booking-trip = 📍 { $trip }
booking-overlap = 📅 <b>Pris.</b> { $when } n'est pas libre.
booking-free-slots = Libre autour : { $slots }
booking-no-free-slots = Rien n'est libre autour.
booking-past = 📅 Ce moment est déjà passé.
booking-when = 📅 Quand en as-tu besoin ? Par exemple « samedi de 10 h à 14 h ».
booking-backwards = 📅 La fin doit venir après le début. Dis par exemple « samedi de 10 h à 14 h ».
booking-too-far = 📅 Je réserve au plus un an à l'avance et un mois d'affilée.
booking-too-early = 📅 La réservation n'a pas encore commencé.
booking-same-times = 📅 Cela ne change rien : donne une autre fin, s'il te plaît.
booking-request = 📅 <b>{ $name } demande { $car } :</b> { $when }.
booking-request-decided = 📅 { $name }, { $when } : { $state ->
    [approved] accepté par { $by }
    [declined] refusé par { $by }
    [proposed] { $by } a proposé un autre moment
    [cancelled] annulé
   *[other] terminé
 }.
booking-decided = 📅 { $state ->
    [approved] <b>Tu as { $car } :</b> { $when }. Accepté par { $by }.
    [declined] <b>Refusé :</b> { $car }, { $when }. Décidé par { $by }.
   *[cancelled] <b>Annulé :</b> { $car }, { $when }. Par { $by }.
 }
booking-did-approve = ✅ <b>Accepté :</b> { $name }, { $when }.
booking-did-decline = <b>Refusé :</b> { $name }, { $when }.
booking-did-propose = 📅 J'ai proposé { $when } à { $name }.
booking-did-accept = ✅ <b>C'est entendu :</b> tu as la voiture { $when }.
booking-did-insist = 📅 J'ai redemandé { $when }.
booking-did-keep = 📅 Tu gardes la voiture. { $name } est au courant.
booking-did-take = 📅 J'ai demandé pour toi : { $when }. Je te dis quand c'est décidé.
booking-did-extend = ✅ <b>Prolongé :</b> { $when }.
booking-did-shorten = ✅ <b>Raccourci :</b> { $when }.
booking-did-cancel = <b>Annulé :</b> { $name }, { $when }.
booking-did-start = ✅ <b>Bonne route :</b> { $when }.
booking-did-hand-over = ✅ <b>Rendue.</b> La réservation { $when } est terminée.
booking-did-undo = ✅ <b>C'est défait.</b> { $name }, { $when } : comme avant.
booking-news-proposed = 📅 <b>{ $by } propose un autre moment pour { $car } :</b> { $proposed } au lieu de { $when }.
booking-news-accepted = ✅ { $name } prend { $car } { $when }.
booking-news-offered = 📅 <b>{ $car } est libre maintenant :</b> { $when }. Tu la veux toujours ?
booking-news-urgent = ⚠ <b>{ $name } a besoin de { $car } d'urgence :</b> { $when }. Tu l'as à ce moment-là. Peux-tu la laisser ?
booking-news-cleared = 📅 La voie est libre : { $car }, { $when }{ $state ->
    [approved] . Elle est à toi.
   *[other] . Un propriétaire doit encore dire oui.
 }
booking-news-cancelled = 📅 { $name } n'a plus besoin de { $car } : { $when } est libre.
booking-news-changed = 📅 { $by } a changé une réservation de { $car } : { $name }, maintenant { $when }.
booking-news-started = 🚗 <b>{ $name } a { $car } maintenant</b>, { $when }.
booking-news-returned = 📅 { $name } est de retour avec { $car }.
booking-news-expired = 📅 Personne n'a répondu à temps : { $car }, { $when }.
booking-news-undone = 📅 { $by } a annulé cela : { $name }, { $car }, { $when } reste comme avant.
booking-already = Déjà décidé : { $state ->
    [approved] accepté
    [declined] refusé
    [cancelled] annulé
    [active] en route
    [handed_over] rendu
    [proposed] un autre moment est proposé
    [requested] en attente de réponse
    [waiting] sur la liste d'attente
   *[other] terminé
 }.
booking-none-open = Personne n'attend de réponse.
booking-none-mine = Tu n'as pas de réservation à annuler.
booking-none-to-change = Tu n'as pas de réservation à changer.
booking-not-driving = Tu n'as pas de réservation en cours.
booking-until-when = 📅 Tu as la voiture { $when }. Jusqu'à quand alors ? Par exemple « jusqu'à 18 h » ou « une heure ».
booking-propose-which = 📅 Quel moment au lieu de { $when } ? Choisis-en un ou écris-en un autre, par exemple « dimanche de 10 h à 14 h ».
booking-series-done = 🔁 { $count } fois, la dernière le { $last }.
booking-list = <b>Réservations de { $car }</b>
booking-week = <b>La semaine de { $car }</b>
booking-line = • { $when } · { $name }, { $state }
booking-state = { $state ->
    [requested] en attente de réponse
    [proposed] un autre moment est proposé
    [urgent] urgent, quelqu'un est consulté
    [waiting] sur la liste d'attente
    [offered] libre maintenant, en attente d'un oui
    [approved] réservé
    [active] en route
   *[other] terminé
 }
booking-free-then = 📅 { $car } est libre : { $when }.
booking-list-empty = 📅 Rien n'est réservé. { $car } est libre.
booking-not-allowed = Ce n'est pas possible maintenant.
booking-energy-enough = 🔋 { $level } suffisent pour { $distance } : l'autonomie est d'environ { $range }.
booking-energy-short = 🔋 { $level } ne suffiront pas pour { $distance } ; avec { $duration } de charge avant { $start }, oui.
booking-energy-no-time = 🔋 { $level } ne suffiront pas pour { $distance }. Il faut { $duration } de charge, plus que le temps avant { $start }.
booking-energy-too-far = 🔋 Même une batterie pleine ne suffira pas pour { $distance } : prévois un arrêt pour environ { $short } de plus.
booking-energy-unknown = 🔋 La voiture ne donne pas sa charge en ce moment, je ne sais donc pas si elle suffira.
booking-distance-odd = 📍 Je ne peux pas prévoir avec cette distance. Dis par exemple « 140 km ».
booking-how-far = 📍 À quelle distance est { $place }, aller et retour ? Touche ou écris-le, par exemple « 140 km ».
who-now = 🚗 { $name } a { $car } jusqu'à { $until }.
who-late = 🚗 { $name } a encore { $car } ; la réservation a pris fin { $until }.
who-nobody = 🚗 Personne n'a { $car } en ce moment. La voiture est libre.
who-next = Ensuite : { $name }, { $when }.
sharing-approved = ✅ <b>Accepté.</b> { $name } peut utiliser { $car }.
sharing-declined = <b>Refusé.</b> { $name } n'a pas eu l'accord.
button-propose = Autre moment
button-accept = ✅ Je prends
button-insist = Non, plutôt mon heure
button-keep = J'en ai besoin
button-take = ✅ Oui, volontiers
button-extend = Prolonger
button-shorten = Raccourcir
button-start = Partir
button-hand-over = Voiture rendue
button-undo = ↩ Annuler
button-approve-all = ✅ Tout accepter
button-decline-all = Tout refuser
button-cancel-all = Tout annuler
button-give-way = ✅ Laisser
button-wait = Liste d'attente
button-urgent = ⚠ C'est urgent
button-until = Jusqu'à { $time }
button-week = 📅 Semaine
button-book = Réserver
button-charge-from = ⚡ Charger { $start }–{ $end }
