## Prestare sulla piattaforma di Smart

button-lend = 📲 Anche nell'app di Smart
button-adopt = Riprendi qui
sharing-taken = 📅 <b>Quell'orario è occupato.</b> { $car } è prenotata, quindi non ho approvato { $name }. Annulla prima la prenotazione, o rifiuta.
lending-whose-account = 📲 Quale e-mail ha l'account Smart di questa persona? Cancello subito il tuo messaggio e conservo l'indirizzo cifrato.
lending-done = ✅ <b>Invito mandato.</b> L'app di Smart presta { $car } in quell'orario appena l'invito è accettato lì. Tengo allineate le due parti.
lending-not-eligible = 📲 La piattaforma di Smart non accetta quell'account ({ $reason }). La prenotazione resta com'è.
lending-unclear = 📲 La piattaforma di Smart non ha risposto in modo chiaro. Guarda nell'app di Smart; la prenotazione qui resta com'è.
lending-taken = 📅 Quell'orario è occupato qui. Annulla prima l'altra prenotazione.
lending-adopted = ✅ <b>Ripreso:</b> { $when }.
booking-news-lending-refused = 📲 <b>La piattaforma di Smart non ha seguito:</b> { $name }, { $car }, { $when }. Guarda nell'app di Smart.
booking-news-lending-ended_there = 📲 <b>Nell'app di Smart è finito:</b> { $name }, { $car }, { $when }. Qui è ancora prenotato.
booking-news-lending-other_times = 📲 <b>L'app di Smart dice un altro orario:</b> { $proposed } invece di { $when } per { $name }.
booking-news-lending-only_there = 📲 <b>Qualcuno usa { $car } con l'app di Smart:</b> { $acceptor }, { $proposed }. Qui non è prenotata.
