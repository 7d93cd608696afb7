## Prenotazioni

booking-asked = 📅 Ho chiesto per te: { $when }.
    Ti dico quando è deciso.
booking-booked = ✅ <b>Prenotata:</b> { $when }.
booking-overlap = 📅 <b>Occupata.</b> { $when } non è libero.
booking-free-slots = Libero intorno: { $slots }
booking-no-free-slots = Intorno non c'è niente di libero.
booking-past = 📅 Quel momento è già passato.
booking-when = Quando ti serve? Di' per esempio «sabato dalle 10 alle 14».
booking-request = 📅 <b>{ $name } chiede { $car }:</b> { $when }.
booking-request-decided = 📅 { $name }, { $when }: { $state ->
    [approved] accettato da { $by }
    [declined] rifiutato da { $by }
    [cancelled] annullato
   *[other] { $state }
 }.
booking-decided = 📅 { $state ->
    [approved] <b>Hai { $car }:</b> { $when }. Accettato da { $by }.
    [declined] <b>Rifiutato:</b> { $car }, { $when }. Deciso da { $by }.
   *[cancelled] <b>Annullato:</b> { $car }, { $when }.
 }
booking-approved = ✅ <b>Accettato:</b> { $name }, { $when }.
booking-declined = <b>Rifiutato:</b> { $name }, { $when }.
booking-cancelled = <b>Annullato:</b> { $name }, { $when }.
booking-already = Già deciso: { $state ->
    [approved] accettato
    [declined] rifiutato
    [cancelled] annullato
    [active] in viaggio
    [handed_over] riconsegnata
   *[other] passato
 }.
booking-none-open = Nessuno aspetta una risposta.
booking-none-mine = Non hai prenotazioni da annullare.
booking-list = <b>Prenotazioni di { $car }</b>
booking-line = • { $when } · { $name }, { $state ->
    [requested] aspetta una risposta
    [approved] prenotata
    [active] in viaggio
   *[other] { $state }
 }
booking-list-empty = 📅 Non c'è nessuna prenotazione. { $car } è libera.
booking-not-allowed = Ora non è possibile.
sharing-approved = ✅ <b>Accettato.</b> { $name } può usare { $car }.
sharing-declined = <b>Rifiutato.</b> { $name } non avrà la macchina.
