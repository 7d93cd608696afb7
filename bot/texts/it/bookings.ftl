## Prenotazioni

booking-asked-requested = 📅 Ho chiesto per te: { $when }.
    Ti dico quando è deciso.
booking-asked-approved = ✅ <b>Prenotata:</b> { $when }.
booking-asked-urgent = 📅 <b>Chiesta con urgenza:</b> { $when }.
    Ho chiesto a chi ha l'auto in quel momento se può cederla.
booking-asked-waiting = 📅 <b>Sei in lista d'attesa:</b> { $when }.
    Ti avviso appena si libera.
booking-weekly = 🔁 Ogni settimana, { $count } volte, l'ultima { $last }.
booking-weekly-taken = Già occupato, quindi non chiesto: { $days }
booking-hour-missing = ⏱ Quell'ora salta con il cambio dell'ora. Ho preso { $start }.
booking-hour-doubled = ⏱ Quell'ora si ripete con il cambio dell'ora. Ho preso la prima, { $start }.
booking-tight = ⚠ C'è poco tempo tra questa e la prenotazione di { $names }.
booking-trip = 📍 { $trip }
booking-overlap = 📅 <b>Occupata.</b> { $when } non è libero.
booking-free-slots = Libero intorno: { $slots }
booking-no-free-slots = Intorno non c'è niente di libero.
booking-past = 📅 Quel momento è già passato.
booking-when = 📅 Quando ti serve? Per esempio «sabato dalle 10 alle 14».
booking-backwards = 📅 La fine deve venire dopo l'inizio. Di' per esempio «sabato dalle 10 alle 14».
booking-too-far = 📅 Prenoto al massimo con un anno di anticipo e un mese di fila.
booking-too-early = 📅 La prenotazione non è ancora iniziata.
booking-same-times = 📅 Così non cambia nulla: di' un'altra fine, per favore.
booking-request = 📅 <b>{ $name } chiede { $car }:</b> { $when }.
booking-request-decided = 📅 { $name }, { $when }: { $state ->
    [approved] accettato da { $by }
    [declined] rifiutato da { $by }
    [proposed] { $by } ha proposto un altro orario
    [cancelled] annullato
   *[other] finito
 }.
booking-decided = 📅 { $state ->
    [approved] <b>Hai { $car }:</b> { $when }. Accettato da { $by }.
    [declined] <b>Rifiutato:</b> { $car }, { $when }. Deciso da { $by }.
   *[cancelled] <b>Annullato:</b> { $car }, { $when }. Da { $by }.
 }
booking-did-approve = ✅ <b>Accettato:</b> { $name }, { $when }.
booking-did-decline = <b>Rifiutato:</b> { $name }, { $when }.
booking-did-propose = 📅 Ho proposto { $when } a { $name }.
booking-did-accept = ✅ <b>D'accordo:</b> hai l'auto { $when }.
booking-did-insist = 📅 Ho chiesto di nuovo { $when }.
booking-did-keep = 📅 Tieni tu l'auto. { $name } lo sa.
booking-did-take = 📅 Ho chiesto per te: { $when }. Ti dico quando è deciso.
booking-did-extend = ✅ <b>Ora più lunga:</b> { $when }.
booking-did-shorten = ✅ <b>Ora più corta:</b> { $when }.
booking-did-cancel = <b>Annullato:</b> { $name }, { $when }.
booking-did-start = ✅ <b>Buon viaggio:</b> { $when }.
booking-did-hand-over = ✅ <b>Restituita.</b> La prenotazione { $when } è finita.
booking-did-undo = ✅ <b>Annullata la modifica.</b> { $name }, { $when }: come prima.
booking-news-proposed = 📅 <b>{ $by } propone un altro orario per { $car }:</b> { $proposed } invece di { $when }.
booking-news-accepted = ✅ { $name } prende { $car } { $when }.
booking-news-offered = 📅 <b>{ $car } ora è libera:</b> { $when }. La vuoi ancora?
booking-news-urgent = ⚠ <b>{ $name } ha bisogno urgente di { $car }:</b> { $when }. In quel momento ce l'hai tu. Puoi cederla?
booking-news-cleared = 📅 La via è libera: { $car }, { $when }{ $state ->
    [approved] . È tua.
   *[other] . Manca il sì di un proprietario.
 }
booking-news-cancelled = 📅 A { $name } { $car } non serve più: { $when } è libero.
booking-news-changed = 📅 { $by } ha cambiato una prenotazione di { $car }: { $name }, ora { $when }.
booking-news-started = 🚗 <b>{ $name } ha { $car } adesso</b>, { $when }.
booking-news-returned = 📅 { $name } è tornato con { $car }.
booking-news-expired = 📅 Nessuno ha risposto in tempo: { $car }, { $when }.
booking-news-undone = 📅 { $by } ci ha ripensato: { $name }, { $car }, { $when } resta come prima.
booking-already = Già deciso: { $state ->
    [approved] accettato
    [declined] rifiutato
    [cancelled] annullato
    [active] in viaggio
    [handed_over] restituito
    [proposed] proposto un altro orario
    [requested] in attesa di risposta
    [waiting] in lista d'attesa
   *[other] finito
 }.
booking-none-open = Nessuno aspetta una risposta.
booking-none-mine = Non hai prenotazioni da annullare.
booking-none-to-change = Non hai prenotazioni da cambiare.
booking-not-driving = Non hai una prenotazione in corso.
booking-until-when = 📅 Hai l'auto { $when }. Fino a quando allora? Per esempio «fino alle 18» o «un'ora».
booking-propose-which = 📅 Quale orario invece di { $when }? Toccane uno o scrivine un altro, per esempio «domenica dalle 10 alle 14».
booking-series-done = 🔁 { $count } volte, l'ultima { $last }.
booking-list = <b>Prenotazioni di { $car }</b>
booking-week = <b>La settimana di { $car }</b>
booking-line = • { $when } · { $name }, { $state }
booking-state = { $state ->
    [requested] in attesa di risposta
    [proposed] proposto un altro orario
    [urgent] urgente, qualcuno è stato chiesto
    [waiting] in lista d'attesa
    [offered] ora libero, aspetta un sì
    [approved] prenotato
    [active] in viaggio
   *[other] finito
 }
booking-free-then = 📅 { $car } è libera: { $when }.
booking-list-empty = 📅 Niente di prenotato. { $car } è libera.
booking-not-allowed = Ora non è possibile.
booking-energy-enough = 🔋 { $level } bastano per { $distance }: l'autonomia è di circa { $range }.
booking-energy-short = 🔋 { $level } non bastano per { $distance }; con { $duration } di ricarica prima di { $start } sì.
booking-energy-no-time = 🔋 { $level } non bastano per { $distance }. Servono { $duration } di ricarica, più del tempo che c'è prima di { $start }.
booking-energy-too-far = 🔋 Nemmeno la batteria piena basta per { $distance }: prevedi una sosta per circa { $short } in più.
booking-energy-unknown = 🔋 L'auto ora non dice la sua carica, quindi non so se basterà.
booking-distance-odd = 📍 Con questa distanza non posso pianificare. Di' per esempio «140 km».
booking-how-far = 📍 Quanto dista { $place }, andata e ritorno? Tocca o scrivilo, per esempio «140 km».
who-now = 🚗 { $name } ha { $car } fino a { $until }.
who-late = 🚗 { $name } ha ancora { $car }; la prenotazione è finita { $until }.
who-nobody = 🚗 Ora nessuno ha { $car }. È libera.
who-next = Poi: { $name }, { $when }.
sharing-approved = ✅ <b>Accettato.</b> { $name } può usare { $car }.
sharing-declined = <b>Rifiutato.</b> { $name } non ha avuto il permesso.
button-propose = Altro orario
button-accept = ✅ La prendo
button-insist = No, meglio il mio orario
button-keep = Serve a me
button-take = ✅ Sì, volentieri
button-extend = Allunga
button-shorten = Accorcia
button-start = Parti
button-hand-over = Auto restituita
button-undo = ↩ Annulla
button-approve-all = ✅ Accetta tutte
button-decline-all = Rifiuta tutte
button-cancel-all = Annulla tutte
button-give-way = ✅ Cedila
button-wait = Lista d'attesa
button-urgent = ⚠ È urgente
button-until = Fino alle { $time }
button-week = 📅 Settimana
button-book = Prenota
button-charge-from = ⚡ Ricarica { $start }–{ $end }
