## Qui va avec une voiture

role-name = { $role ->
    [owner] propriétaire
    [driver] conducteur
    [young_driver] jeune conducteur
   *[guest] invité
 }
family-title = <b>Les personnes de { $car }</b>
family-line = • { $name } · { $role ->
    [owner] propriétaire
    [driver] conducteur
    [young_driver] jeune conducteur
   *[guest] invité
 }{ $state ->
    [paused] , en pause
   *[active] { "" }
 }
family-invited = 🔗 { $name } · { $role ->
    [owner] propriétaire
    [driver] conducteur
    [young_driver] jeune conducteur
   *[guest] invité
 }, invitation jusqu'à { $until }
family-which = Quelle personne nommée { $name } ?
family-gone = Cette personne n'est plus liée à cette voiture.
family-account = { $car } passe par le compte de { $name } : on ne peut pas le retirer. /logout y met fin là-bas.
family-already = { $name } est { $state ->
    [paused] déjà en pause.
   *[active] déjà actif.
 }
invite-guest-when = 📅 Pour quand ? Par exemple « samedi de 10 h à 14 h ».
invite-taken-guest = ✅ Bienvenue { $name }. { $car } est à toi { $when }. Je réponds dès une demi-heure avant.
invite-coming = 📅 Ton moment avec { $car } : { $when }. Je réponds dès une demi-heure avant.
invite-withdrawn = Le lien n'est plus valable.
invite-gone = Ce lien a déjà servi ou a été retiré.
pause-done = { $name } ne peut plus utiliser { $car } jusqu'à ce que tu le permettes.
pause-who = Quel accès dois-je mettre en pause ? Il y a : { $names }.
resume-done = ✅ { $name } peut de nouveau utiliser { $car }.
resume-who = Quel accès dois-je rétablir ? Il y a : { $names }.
leave-done = Tu as quitté { $car }. Tes réservations sont annulées.
leave-account = { $car } passe par ton compte, tu ne peux donc pas partir. /logout met fin à la session.
leave-last-owner = Tu es le seul propriétaire de { $car }. Transmets d'abord, par exemple « Transfère la propriété à Ben ».
transfer-offered = 🔑 J'ai demandé à { $name } de devenir propriétaire de { $car } à ta place. Tu le restes jusqu'à son accord.
transfer-who = À qui ? Il y a : { $names }.
transfer-not-active = { $name } n'a pas d'accès à élever. Commence par l'inviter.
transfer-no-chat = { $name } ne m'a jamais écrit, je ne peux donc pas demander.
transfer-gone = Cette offre n'est plus valable.
transfer-done = 🔑 Tu es maintenant propriétaire de { $car }.
transfer-declined = D'accord. Tout reste comme avant.
family-news-offer = 🔑 <b>{ $by } veut te transmettre { $car }.</b> Tu serais propriétaire et { $by } conducteur.
family-news-transferred = 🔑 { $name } est maintenant propriétaire de { $car }, et tu es conducteur.
family-news-remove = Ton accès à { $car } a pris fin. { $by } l'a retiré.
family-news-pause = Ton accès à { $car } est en pause. { $by } peut le rétablir.
family-news-resume = ✅ Ton accès à { $car } est rétabli.
family-news-left = { $name } a quitté { $car }.
young-not-yours = Tu peux commander { $car } pendant ta réservation. Dis « Je peux avoir la voiture » pour en faire une.
button-withdraw = Retirer le lien
button-withdraw-of = Retirer { $name }
button-pause-of = Pause pour { $name }
button-resume-of = Rétablir { $name }
button-remove-of = Enlever { $name }
button-accept-ownership = 🔑 Devenir propriétaire
button-decline-ownership = Non, merci
