## Kalender zum Abonnieren, und fremde

calendar-title = 📅 <b>Kalenderadressen.</b> Wer eine kennt, liest mit; behalte sie für dich.
calendar-none = 📅 <b>Du hast noch keine Kalenderadresse.</b> Nimm unten eine und abonniere sie im Kalender deines Telefons.
calendar-address = • { $name }, zuletzt gelesen { $used }
calendar-address-unused = • { $name }, noch nicht gelesen
calendar-imported = Kalender, die sagen, wann das Auto belegt ist: { $count }
calendar-mine = Meine Buchungen
calendar-of-car = Buchungen von { $car }
calendar-of-car-busy = { $car }, nur wann belegt
calendar-made = 📅 <b>{ $name }</b>
    Abonniere diese Adresse in deinem Kalender. Ich kann sie nicht noch einmal zeigen; widerrufen kannst du sie jederzeit.
    <code>{ $address }</code>
calendar-revoked = ✅ <b>Widerrufen.</b> Die Adresse von „{ $name }“ zeigt nichts mehr.
calendar-full = Du hast schon { $most } Adressen. Widerrufe zuerst eine.
calendar-as-file = 📅 Hier sind die Buchungen als Datei. Eine Adresse, der dein Kalender von selbst folgt, braucht einen von außen erreichbaren Begleiter (PUBLIC_URL).
calendar-booked = { $name } · { $car }
calendar-asked = { $name } fragt nach { $car }
calendar-taken = { $car } ist belegt
calendar-import-how = 📅 Schick die Adresse hinter dem Befehl: /calendar_import https://…
    Ihre Zeiten zählen dann als belegt.
calendar-import-refused = 📅 Diese Adresse kann ich nicht lesen. Sie muss öffentlich sein und mit https:// (oder webcal://) beginnen.
calendar-import-full = Dieses Auto hat schon { $most } fremde Kalender. Entferne zuerst einen in /calendar.
calendar-import-kept = ✅ <b>Gemerkt.</b> Ich lese ihn gleich und dann alle drei Stunden; seine Zeiten zählen für { $car } als belegt. Deine Nachricht habe ich gelöscht, denn die Adresse ist ein Schlüssel.
calendar-dropped = ✅ <b>Vergessen.</b> Seine Zeiten zählen nicht mehr.
button-calendar-revoke = Widerrufen: { $name }
button-calendar-drop = Fremden Kalender { $number } vergessen
calendar-foreign = ein fremder Kalender
