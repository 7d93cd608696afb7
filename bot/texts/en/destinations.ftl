## Places to go to

chargers-free = { $free } of { $count } free
chargers-price = { $price }/kWh
charger-unnamed = Charging station
destination-which = Where to? Say a place that I know, or share a location with me.
destination-unknown = I know no place called { $name }, and I do not guess. Share the location with me and I send it to the car.
destination-known = I know: { $names }.
destination-shown = Shared place
destination-offer = 📍 What shall I do with this place?
destination-offer-named = 📍 { $name }: what shall I do with this place?
destination-no-right = With this place I can do nothing for you here; that needs more rights.
destination-sent = 🧭 <b>{ $name } is on its way to { $car }.</b> Accepted by Smart's cloud; the car sends no confirmation for this.
destination-fence-name = 📍 How is this place called? Write me its name.
destination-fence-made = 📍 I watch { $name } now, { $radius } around. I tell you when the car leaves or comes.
button-destination = 🧭 Send to the car
button-fence-here = 📍 Watch this place
