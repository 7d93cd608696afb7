## Prêter sur la plateforme de Smart

button-lend = 📲 Aussi dans l'appli Smart
button-adopt = Reprendre ici
sharing-taken = 📅 <b>Ce créneau est pris.</b> { $car } est réservée, je n'ai donc pas accepté { $name }. Annule d'abord la réservation, ou refuse.
lending-whose-account = 📲 Quelle adresse e-mail a le compte Smart de cette personne ? Je supprime ton message tout de suite et garde l'adresse chiffrée.
lending-done = ✅ <b>Invitation envoyée.</b> L'appli Smart prête { $car } pour ce créneau dès que l'invitation y est acceptée. Je garde les deux en phase.
lending-not-eligible = 📲 La plateforme de Smart n'accepte pas ce compte ({ $reason }). La réservation reste telle quelle.
lending-unclear = 📲 La plateforme de Smart n'a pas répondu clairement. Regarde dans l'appli Smart ; la réservation ici reste telle quelle.
lending-taken = 📅 Ce créneau est pris ici. Annule d'abord l'autre réservation.
lending-adopted = ✅ <b>Repris :</b> { $when }.
booking-news-lending-refused = 📲 <b>La plateforme de Smart n'a pas suivi :</b> { $name }, { $car }, { $when }. Regarde dans l'appli Smart.
booking-news-lending-ended_there = 📲 <b>Dans l'appli Smart, c'est terminé :</b> { $name }, { $car }, { $when }. Ici, c'est encore réservé.
booking-news-lending-other_times = 📲 <b>L'appli Smart dit un autre horaire :</b> { $proposed } au lieu de { $when } pour { $name }.
booking-news-lending-only_there = 📲 <b>Quelqu'un utilise { $car } par l'appli Smart :</b> { $acceptor }, { $proposed }. Ici, ce n'est pas réservé.
