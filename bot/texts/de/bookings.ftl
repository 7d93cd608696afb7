## Buchungen

booking-asked-requested = 📅 Ich habe für dich gefragt: { $when }.
    Ich sage dir, wenn es entschieden ist.
booking-asked-approved = ✅ <b>Gebucht:</b> { $when }.
booking-asked-urgent = 📅 <b>Dringend angefragt:</b> { $when }.
    Wer das Auto dann hat, weiß Bescheid und kann es abgeben.
booking-asked-waiting = 📅 <b>Du stehst auf der Warteliste:</b> { $when }.
    Ich melde mich, sobald es frei wird.
booking-weekly = 🔁 Jede Woche, { $count }-mal, zuletzt am { $last }.
booking-weekly-taken = Schon belegt und nicht angefragt: { $days }
booking-hour-missing = ⏱ Diese Uhrzeit überspringt die Zeitumstellung. Ich habe { $start } genommen.
booking-hour-doubled = ⏱ Diese Uhrzeit gibt es bei der Zeitumstellung zweimal. Ich habe die erste genommen, { $start }.
booking-tight = ⚠ Zwischen dieser Buchung und der von { $names } ist wenig Zeit.
booking-trip = 📍 { $trip }
booking-overlap = 📅 <b>Belegt.</b> { $when } ist nicht frei.
booking-free-slots = Frei ist: { $slots }
booking-no-free-slots = Rundherum ist nichts frei.
booking-past = 📅 Diese Zeit ist schon vorbei.
booking-when = 📅 Wann brauchst du es? Zum Beispiel „Samstag 10 bis 14 Uhr“.
booking-backwards = 📅 Das Ende muss nach dem Anfang liegen. Sag zum Beispiel „Samstag 10 bis 14 Uhr“.
booking-too-far = 📅 Ich buche höchstens ein Jahr im Voraus und höchstens einen Monat am Stück.
booking-too-early = 📅 Die Buchung hat noch nicht begonnen.
booking-same-times = 📅 Das ändert nichts: Nenn bitte ein anderes Ende.
booking-request = 📅 <b>{ $name } fragt nach { $car }:</b> { $when }.
booking-request-decided = 📅 { $name }, { $when }: { $state ->
    [approved] zugesagt von { $by }
    [declined] abgesagt von { $by }
    [proposed] { $by } hat eine andere Zeit vorgeschlagen
    [cancelled] zurückgezogen
   *[other] vorbei
 }.
booking-decided = 📅 { $state ->
    [approved] <b>Du hast { $car }:</b> { $when }. Zugesagt von { $by }.
    [declined] <b>Abgesagt:</b> { $car }, { $when }. Entschieden von { $by }.
   *[cancelled] <b>Zurückgezogen:</b> { $car }, { $when }. Von { $by }.
 }
booking-did-approve = ✅ <b>Zugesagt:</b> { $name }, { $when }.
booking-did-decline = <b>Abgesagt:</b> { $name }, { $when }.
booking-did-propose = 📅 Ich habe { $name } { $when } vorgeschlagen.
booking-did-accept = ✅ <b>Abgemacht:</b> Du hast das Auto { $when }.
booking-did-insist = 📅 Ich habe noch einmal nach { $when } gefragt.
booking-did-keep = 📅 Du behältst das Auto. { $name } weiß Bescheid.
booking-did-take = 📅 Ich habe für dich gefragt: { $when }. Ich sage dir, wenn es entschieden ist.
booking-did-extend = ✅ <b>Jetzt länger:</b> { $when }.
booking-did-shorten = ✅ <b>Jetzt kürzer:</b> { $when }.
booking-did-cancel = <b>Zurückgezogen:</b> { $name }, { $when }.
booking-did-start = ✅ <b>Gute Fahrt:</b> { $when }.
booking-did-hand-over = ✅ <b>Zurück.</b> Die Buchung { $when } ist beendet.
booking-did-undo = ✅ <b>Rückgängig gemacht.</b> { $name }, { $when }: wie vorher.
booking-news-proposed = 📅 <b>{ $by } schlägt für { $car } eine andere Zeit vor:</b> { $proposed } statt { $when }.
booking-news-accepted = ✅ { $name } nimmt { $car } { $when }.
booking-news-offered = 📅 <b>{ $car } ist jetzt frei:</b> { $when }. Möchtest du es noch?
booking-news-urgent = ⚠ <b>{ $name } braucht { $car } dringend:</b> { $when }. Dann hast du es. Kannst du es abgeben?
booking-news-cleared = 📅 Der Weg ist frei: { $car }, { $when }{ $state ->
    [approved] . Du hast es.
   *[other] . Ein Besitzer muss noch zustimmen.
 }
booking-news-cancelled = 📅 { $name } braucht { $car } nicht mehr: { $when } ist frei.
booking-news-changed = 📅 { $by } hat eine Buchung von { $car } geändert: { $name }, jetzt { $when }.
booking-news-started = 🚗 <b>{ $name } hat { $car } jetzt</b>, { $when }.
booking-news-returned = 📅 { $name } ist mit { $car } zurück.
booking-news-expired = 📅 Niemand hat rechtzeitig geantwortet: { $car }, { $when }.
booking-news-undone = 📅 { $by } hat das zurückgenommen: { $name }, { $car }, { $when } gilt wie vorher.
booking-already = Schon entschieden: { $state ->
    [approved] zugesagt
    [declined] abgesagt
    [cancelled] zurückgezogen
    [active] unterwegs
    [handed_over] übergeben
    [proposed] andere Zeit vorgeschlagen
    [requested] wartet auf Antwort
    [waiting] auf der Warteliste
   *[other] vorbei
 }.
booking-none-open = Niemand wartet auf eine Antwort.
booking-none-mine = Du hast keine Buchung, die man absagen könnte.
booking-none-to-change = Du hast keine Buchung, die man ändern könnte.
booking-not-driving = Du hast gerade keine laufende Buchung.
booking-until-when = 📅 Du hast das Auto { $when }. Bis wann dann? Zum Beispiel „bis 18 Uhr“ oder „eine Stunde“.
booking-propose-which = 📅 Welche Zeit statt { $when }? Tippe eine an oder schreib eine andere, etwa „Sonntag 10 bis 14 Uhr“.
booking-series-done = 🔁 { $count }-mal, zuletzt am { $last }.
booking-list = <b>Buchungen von { $car }</b>
booking-week = <b>Die Woche von { $car }</b>
booking-line = • { $when } · { $name }, { $state }
booking-state = { $state ->
    [requested] wartet auf Antwort
    [proposed] andere Zeit vorgeschlagen
    [urgent] dringend, jemand ist gefragt
    [waiting] auf der Warteliste
    [offered] jetzt frei, wartet auf ein Ja
    [approved] gebucht
    [active] unterwegs
   *[other] vorbei
 }
booking-free-then = 📅 { $car } ist frei: { $when }.
booking-list-empty = 📅 Nichts gebucht. { $car } ist frei.
booking-not-allowed = Das geht jetzt nicht.
booking-energy-enough = 🔋 { $level } reichen für { $distance }: Die Reichweite ist etwa { $range }.
booking-energy-short = 🔋 { $level } reichen nicht für { $distance }; mit { $duration } Laden vor { $start } schon.
booking-energy-no-time = 🔋 { $level } reichen nicht für { $distance }. Es braucht { $duration } Laden, und so viel Zeit ist vor { $start } nicht.
booking-energy-too-far = 🔋 Selbst ein voller Akku reicht nicht für { $distance }: Plane unterwegs einen Halt für etwa { $short } ein.
booking-energy-unknown = 🔋 Das Auto verrät gerade seinen Ladestand nicht, also weiß ich nicht, ob er reicht.
booking-distance-odd = 📍 Mit dieser Strecke kann ich nicht planen. Sag zum Beispiel „140 km“.
booking-how-far = 📍 Wie weit ist { $place }, hin und zurück? Tipp oder schreib es, zum Beispiel „140 km“.
who-now = 🚗 { $name } hat { $car } bis { $until }.
who-late = 🚗 { $name } hat { $car } noch; die Buchung endete { $until }.
who-nobody = 🚗 Gerade hat niemand { $car }. Es ist frei.
who-next = Danach: { $name }, { $when }.
sharing-approved = ✅ <b>Zugesagt.</b> { $name } darf { $car } nutzen.
sharing-declined = <b>Abgesagt.</b> { $name } wurde abgelehnt.
button-propose = Andere Zeit
button-accept = ✅ Nehme ich
button-insist = Nein, bitte meine Zeit
button-keep = Ich brauche es selbst
button-take = ✅ Ja, bitte
button-extend = Länger
button-shorten = Kürzer
button-start = Losfahren
button-hand-over = Auto ist zurück
button-undo = ↩ Rückgängig
button-approve-all = ✅ Alle zusagen
button-decline-all = Alle absagen
button-cancel-all = Alle absagen
button-give-way = ✅ Abgeben
button-wait = Warteliste
button-urgent = ⚠ Es ist dringend
button-until = Bis { $time }
button-week = 📅 Woche
button-book = Buchen
button-charge-from = ⚡ Laden { $start }–{ $end }
