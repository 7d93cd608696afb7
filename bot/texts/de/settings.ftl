## Einstellungen, Daten und PIN

language = Sprache
timezone = Zeitzone
units = Einheiten
rename_car = Auto umbenennen
budget = Anfragen heute
account = Smart-Konto
pin = PIN
export = Meine Daten exportieren
forget = Alles löschen
    .ask = Alles löschen, was ich über dich speichere: Konto, Autos, Orte, Buchungen, Einstellungen? Auch andere kommen dann nicht mehr an deine Autos.
    .yes = Ja, alles löschen
setting-language-ask = Welche Sprache soll ich sprechen?
setting-language-unknown = Diese Sprache spreche ich nicht. Ich spreche diese.
setting-language-done = ✅ Ich spreche jetzt { $language }.
setting-timezone-ask = Welche Zeitzone? Drück einen Knopf oder schick zum Beispiel /timezone Berlin
setting-timezone-unknown = Ich bin nicht sicher, welche Zeitzone das ist. Drück einen Knopf oder schick zum Beispiel /timezone Europe/Berlin
setting-timezone-done = ✅ Zeiten sind jetzt die von { $zone }, dort ist es { $time }.
setting-units-ask = In welchen Einheiten soll ich zählen?
setting-units-done = ✅ Ich zähle jetzt in { $units }.
units-metric = Kilometer, bar
units-imperial = Meilen, psi
rename-done = ✅ { $car } heißt jetzt { $name }.
rename-bad = Wie soll es heißen? Höchstens { $longest } Zeichen, zum Beispiel „Flitzer“.
rename-taken = Ein anderes deiner Autos heißt schon { $name }.
budget-today = 📊 <b>{ $number } Anfragen</b> heute an die Smart-Cloud, für das Konto von { $car }.
budget-next = Ich frage wieder um { $at }:
budget-now = Ich frage gerade:
budget-why-failed = der letzte Versuch schlug fehl, ich lasse der Cloud eine Pause.
budget-why-first = ich habe noch keine Daten.
budget-why-driving = das Auto fährt.
budget-why-charging = das Auto lädt.
budget-why-climate = die Klimaanlage läuft.
budget-why-just-parked = das Auto wurde gerade geparkt.
budget-why-night = es ist Nacht, da passiert wenig.
budget-why-fence = das Auto parkt, und du hast Orte, die ich beobachte.
budget-why-day = das Auto parkt.
budget-delay = Bei diesem Takt kommt eine Meldung höchstens { $length } zu spät.
budget-stopped = Ich frage nichts, bis du dich mit /login wieder anmeldest.
account-title = 🔑 <b>Dein Smart-Konto</b>
account-none = 🔑 In diesem Chat gibt es kein Smart-Konto. Schick /login.
account-sees = { $region }: { $count ->
    [0] es sieht kein Auto.
    [one] es sieht ein Auto.
   *[other] es sieht { $count } Autos.
 }
account-owned = • { $car }: gehört diesem Konto
account-shared = • { $car }: mit diesem Konto geteilt
account-silent = { $region }: Ich konnte es nicht prüfen. { $reason }
account-advice = Besser ist ein zweites Smart-Konto: Leg eines mit einer anderen E-Mail-Adresse an, teile das Auto in der Smart-App damit, dann hier /logout und mit ihm /login. So werfen die App und ich uns nicht gegenseitig hinaus.
account-good = ✅ Gut: Die App des Besitzers und ich kommen uns nicht in die Quere.
export-done = 📄 Das speichere ich über dich. Passwörter bewahre ich nicht auf, Sitzungsschlüssel stehen nicht darin.
forget-done = 🧹 Alles ist gelöscht. Schick /start, wenn du je neu anfangen willst.
pin-new = 🔢 Schick mir 4 bis 8 Ziffern als neue PIN, oder /cancel. Ich lösche die Nachricht sofort.
pin-set = ✅ Die PIN ist gesetzt, deine Nachricht ist gelöscht. Ich frage vor riskanten Dingen danach.
pin-bad = 🔢 Eine PIN hat 4 bis 8 Ziffern und sonst nichts. Schick sie noch einmal, oder /cancel. Deine Nachricht ist gelöscht.
pin-behind-command = 🔢 Diese Nachricht habe ich gelöscht: Schick nur /pin, dann frage ich nach den Ziffern.
pin-menu = 🔢 Eine PIN ist gesetzt. Ich frage vor riskanten Dingen danach.
pin-present = 🔢 Schick mir deine jetzige PIN. Ich lösche die Nachricht sofort.
pin-confirms = 🔢 Schick zur Bestätigung binnen 60 Sekunden deine PIN. Ich lösche die Nachricht.
pin-wrong = 🔢 Das ist nicht die PIN, deine Nachricht ist gelöscht. { $left ->
    [one] Ein Versuch bleibt.
   *[other] { $left } Versuche bleiben.
 }
pin-locked = 🔒 Die PIN ist nach drei falschen Versuchen gesperrt. Ein Besitzer des Autos kann sie mit /pin entsperren; ein Besitzer kann sich auch mit /login neu anmelden.
pin-removed = Die PIN ist entfernt, deine Nachricht ist gelöscht.
pin-only-private = 🔢 Eine PIN setzt und änderst du in unserem privaten Chat, wo sie sonst niemand liest.
pin-private = 🔢 Das schützt du mit einer PIN. Frag mich bitte in unserem privaten Chat.
pin-reset-of = { $name } entsperren
pin-reset-done = Die PIN von { $name } ist entfernt. Mit /pin lässt sich eine neue setzen.
button-pin-change = PIN ändern
button-pin-remove = PIN entfernen
