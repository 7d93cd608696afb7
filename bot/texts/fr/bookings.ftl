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
