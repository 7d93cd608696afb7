## Buchungen

booking-asked = 📅 Ich habe für dich gefragt: { $when }.
    Ich sage dir, wenn es entschieden ist.
booking-booked = ✅ <b>Gebucht:</b> { $when }.
booking-overlap = 📅 <b>Belegt.</b> { $when } ist nicht frei.
booking-free-slots = Frei ist: { $slots }
booking-no-free-slots = Rundherum ist nichts frei.
booking-past = 📅 Diese Zeit ist schon vorbei.
booking-when = Wann brauchst du es? Sag zum Beispiel „Samstag 10 bis 14 Uhr“.
booking-request = 📅 <b>{ $name } fragt nach { $car }:</b> { $when }.
booking-request-decided = 📅 { $name }, { $when }: { $state ->
    [approved] zugesagt von { $by }
    [declined] abgesagt von { $by }
    [cancelled] zurückgezogen
   *[other] { $state }
 }.
booking-decided = 📅 { $state ->
    [approved] <b>Du hast { $car }:</b> { $when }. Zugesagt von { $by }.
    [declined] <b>Abgesagt:</b> { $car }, { $when }. Entschieden von { $by }.
   *[cancelled] <b>Zurückgezogen:</b> { $car }, { $when }.
 }
booking-approved = ✅ <b>Zugesagt:</b> { $name }, { $when }.
booking-declined = <b>Abgesagt:</b> { $name }, { $when }.
booking-cancelled = <b>Zurückgezogen:</b> { $name }, { $when }.
booking-already = Schon entschieden: { $state ->
    [approved] zugesagt
    [declined] abgesagt
    [cancelled] zurückgezogen
    [active] unterwegs
    [handed_over] übergeben
   *[other] vorbei
 }.
booking-none-open = Niemand wartet auf eine Antwort.
booking-none-mine = Du hast keine Buchung, die man absagen könnte.
booking-list = <b>Buchungen von { $car }</b>
booking-line = • { $when } · { $name }, { $state ->
    [requested] wartet auf Antwort
    [approved] gebucht
    [active] unterwegs
   *[other] { $state }
 }
booking-list-empty = 📅 Nichts gebucht. { $car } ist frei.
booking-not-allowed = Das geht jetzt nicht.
sharing-approved = ✅ <b>Zugesagt.</b> { $name } darf { $car } nutzen.
sharing-declined = <b>Abgesagt.</b> { $name } wurde abgelehnt.
