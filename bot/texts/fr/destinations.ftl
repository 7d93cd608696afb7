## Les lieux où aller

chargers-free = { $free } sur { $count } libres
chargers-price = { $price }/kWh
charger-unnamed = Station de recharge
destination-which = Où ? Dis un lieu que je connais, ou partage une position avec moi.
destination-unknown = Je ne connais aucun lieu nommé { $name }, et je ne devine pas. Partage la position avec moi et je l'envoie à la voiture.
destination-known = Je connais : { $names }.
destination-shown = Lieu partagé
destination-offer = 📍 Que faire de ce lieu ?
destination-offer-named = 📍 { $name } : que faire de ce lieu ?
destination-no-right = Je ne peux rien faire de ce lieu pour toi ici ; il faut plus de droits.
destination-sent = 🧭 <b>{ $name } est en route vers { $car }.</b> Accepté par le cloud de Smart ; la voiture n'envoie pas de confirmation.
destination-fence-name = 📍 Comment s'appelle ce lieu ? Écris-moi son nom.
destination-fence-made = 📍 Je surveille maintenant { $name }, { $radius } autour. Je te dis quand la voiture part ou arrive.
button-destination = 🧭 Envoyer à la voiture
button-fence-here = 📍 Surveiller ce lieu
