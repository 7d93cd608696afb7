## Orte als Ziel

chargers-free = { $free } von { $count } frei
chargers-price = { $price }/kWh
charger-unnamed = Ladestation
destination-which = Wohin? Nenn einen Ort, den ich kenne, oder teile einen Standort mit mir.
destination-unknown = Ich kenne keinen Ort namens { $name } und rate nicht. Teile den Standort mit mir, dann schicke ich ihn ans Auto.
destination-known = Ich kenne: { $names }.
destination-shown = Geteilter Ort
destination-offer = 📍 Was soll ich mit diesem Ort tun?
destination-offer-named = 📍 { $name }: Was soll ich mit diesem Ort tun?
destination-no-right = Mit diesem Ort kann ich hier nichts für dich tun; dafür braucht es mehr Rechte.
destination-sent = 🧭 <b>{ $name } ist unterwegs zu { $car }.</b> Von Smarts Cloud angenommen; das Auto bestätigt das nicht.
destination-fence-name = 📍 Wie heißt dieser Ort? Schreib mir seinen Namen.
destination-fence-made = 📍 Ich achte jetzt auf { $name }, { $radius } im Umkreis. Ich sage dir, wenn das Auto geht oder kommt.
button-destination = 🧭 Ans Auto senden
button-fence-here = 📍 Auf diesen Ort achten
