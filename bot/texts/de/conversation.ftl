## Gespräch

welcome-back = 👋 Hallo { $name }. Frag mich nach { $car } oder sag mir, was ich tun soll.
welcome-group = 👋 Hallo. Alle, die { $car } fahren, können mich hier fragen. Wo das Auto steht, bleibt privat.
stranger = Dies ist ein privater Begleiter für Leute, die einen Smart fahren. Hat dich jemand eingeladen, öffne den Link; hast du selbst einen Smart, sende /login.
stranger-group-toast = Das ist nur für die Leute, die dieses Auto fahren.
no-car = Ich kenne noch kein Auto von dir. Melde dich mit /login an oder öffne den Link, den du bekommen hast.
no-data = Von { $car } habe ich noch keine Daten.
not-yet = „{ $intent }“ habe ich verstanden, aber das kann ich noch nicht.
unknown = Das habe ich nicht verstanden. Versuch eines davon oder sende /help.
did-you-mean = Meinst du …?
out-of-range-temperature = { $value } °C geht nicht, nur { $minimum } bis { $maximum } °C.
out-of-range-percent = { $value } % geht nicht: Die Ladegrenze reicht von { $minimum } bis { $maximum } % in Schritten von 5.
out-of-range-radius = { $value } m geht nicht: Ein Umkreis hat { $minimum } bis { $maximum } m.
out-of-range-level = { $value } geht nicht: Die Stufe reicht von { $minimum } bis { $maximum }.
out-of-range-other = { $value } geht nicht, nur { $minimum } bis { $maximum }.
too-long = Das ist eine lange Nachricht. Sag mir bitte in ein, zwei Sätzen, was du möchtest.
empty-message = Ich kann Text lesen und Tasten drücken lassen. Was darf es sein?
unread-foreign = ↪️ Auf Weitergeleitetes und auf Worte eines anderen Bots hin tue ich nichts. Schreib es selbst, wenn du es möchtest.
unread-caption = 🖼 Bilder und Dateien sehe ich nicht an, auch nicht den Text darunter. Schreib ihn bitte als eigene Nachricht.
thanks = 🙂 Ich bin da, wenn du das Auto brauchst.
cancelled = Abgebrochen. Es ist nichts geschehen.
nothing-to-cancel = Es gibt nichts abzubrechen.
help-text = <b>Sag es einfach.</b> Zum Beispiel:
    { $examples }

    Bei Riskantem (aufschließen, Heckklappe, Fenster) frage ich nach.
    /status · /cars · /login · /logout · /help
role-missing = Das können bei { $car } nur { $role ->
    [owner] Besitzer
    [driver] Fahrer und Besitzer
    [young_driver] Fahrer und Besitzer
   *[guest] Leute, die das Auto fahren
 }.
capability-missing = { $car } kann das nicht: { $what }.
private-only = Das gehört in unseren privaten Chat.
group-offer = Soll diese Gruppe nach einem Auto fragen können? Alle hier hören dann seine Meldungen; wo es steht, bleibt privat.
group-offer-button = { $car } hier nutzen
argument-missing = Was genau? Zum Beispiel: { $example }

## Bestätigungen und Tasten

words-yes = ja, j, jo, ja bitte, jawohl, ok, okay, klar, bestätigen, mach das, mach
words-no = nein, n, nö, nee, abbrechen, stopp, nicht, lass es
confirm-expired = Die Frage ist vorbei: schon beantwortet, oder die 60 Sekunden sind um. Sag es noch einmal.
confirm-needs-word = Ist das ein Ja? Dann drück oben auf die Taste oder schreib „ja“.
confirm-other = Das kann nur { $name } beantworten.
button-unknown = Diese Taste kenne ich nicht. Es ist nichts geschehen.
button-expired = Diese Taste ist zu alt. Frag mich noch einmal.
button-used = Das ist schon beantwortet.
button-used-result = Das ist schon beantwortet: { $result }
nothing-to-confirm = Gerade gibt es nichts zu bestätigen.
