## Luoghi dove andare

chargers-free = { $free } di { $count } liberi
chargers-price = { $price }/kWh
charger-unnamed = Stazione di ricarica
destination-which = Dove? Di' un luogo che conosco o condividi una posizione con me.
destination-unknown = Non conosco nessun luogo chiamato { $name } e non tiro a indovinare. Condividi la posizione con me e la mando alla macchina.
destination-known = Conosco: { $names }.
destination-shown = Luogo condiviso
destination-offer = 📍 Che cosa faccio con questo luogo?
destination-offer-named = 📍 { $name }: che cosa faccio con questo luogo?
destination-no-right = Con questo luogo non posso fare nulla per te qui; servono più diritti.
destination-sent = 🧭 <b>{ $name } è in arrivo su { $car }.</b> Accettato dal cloud di Smart; la macchina non lo conferma.
destination-fence-name = 📍 Come si chiama questo luogo? Scrivimi il suo nome.
destination-fence-made = 📍 Ora tengo d'occhio { $name }, { $radius } intorno. Ti dico quando la macchina parte o arriva.
button-destination = 🧭 Manda alla macchina
button-fence-here = 📍 Tieni d'occhio questo luogo
