# Prima la risposta, poi l'età dei dati, poi i dettagli. Niente esclamativi dopo una cattiva notizia.

## Parole e numeri

unknown-value = sconosciuto
duration-minutes = { $minutes } min
duration-hours = { $minutes ->
    [0] { $hours } h
   *[other] { $hours } h { $minutes } min
 }
duration-days = { $hours ->
    [0] { $days } g
   *[other] { $days } g { $hours } h
 }
age-now = proprio ora
age-minutes = { $minutes } min fa
age-hours = { $hours } h fa
age-date = { $at }
list-and = { $first } e { $last }
data-line = 🕒 { $car } · { $age }
data-line-late = 🕒 { $car } · { $age }, e da allora niente di nuovo
data-line-undated = 🕒 { $car } · la macchina non ha detto l'ora

## I nomi delle cose

door-driver = porta del guidatore
door-passenger = porta del passeggero
door-rear_left = porta posteriore sinistra
door-rear_right = porta posteriore destra
window-driver = finestrino del guidatore
window-passenger = finestrino del passeggero
window-rear_left = finestrino posteriore sinistro
window-rear_right = finestrino posteriore destro
seat-driver = sedile del guidatore
seat-passenger = sedile del passeggero
seat-rear_left = sedile posteriore sinistro
seat-rear_right = sedile posteriore destro
seat-all = tutti i sedili
wheel-driver = davanti, lato guidatore
wheel-passenger = davanti, lato passeggero
wheel-rear_left = dietro a sinistra
wheel-rear_right = dietro a destra
trunk = portellone
hood = cofano
role-guest = ospite
role-driver = guidatore
role-owner = proprietario
role-stranger = nessuno
region-EU = Europa
region-INTL = Internazionale
mode-horn = clacson
mode-flash = luci
mode-both = clacson e luci
level-off = spento
someone = qualcuno

## Che cosa si può chiedere

status_summary = Stato
battery_status = Batteria
range_query = Autonomia
odometer = Contachilometri
vehicle_health = Salute
software_update = Software
weather = Meteo
charging_status = Ricarica
time_to_full = Tempo restante
charging_history = Storico ricariche
find_charger = Trova una colonnina
schedule_charging = Programma la ricarica
climate_status = Clima
climate_schedule = Programma il clima
fridge_on = Frigo acceso
fridge_off = Frigo spento
fragrance_on = Profumo acceso
fragrance_off = Profumo spento
locker_status = Vano portaoggetti
lock_status = È chiusa?
doors_status = Porte
windows_status = Finestrini
locate = Dov'è?
send_destination = Invia una destinazione
trips = Viaggi
energy_stats = Consumo
distance_total = Distanza percorsa
tyre_pressure = Pressione delle gomme
    .opened = 🛞 La pressione delle gomme di { $car } va controllata.
    .closed = 🛞 La pressione delle gomme di { $car } è di nuovo a posto.
geofence_create = Aggiungi un luogo
geofence_list = Luoghi
geofence_delete = Elimina un luogo
    .ask = Elimino il luogo { $name }? Non dirò più quando la macchina ci arriva o se ne va.
    .yes = Sì, elimina
alerts_on = Attiva gli avvisi
alerts_off = Disattiva gli avvisi
alerts_list = Avvisi
quiet_hours = Ore silenziose
share_request = Chiedi la macchina
share_approve = Accetta
    .ask = Accetto { $name }?
    .yes = Sì, accetta
share_decline = Rifiuta
share_cancel = Annulla una prenotazione
share_list = Prenotazioni
share_handover = Riconsegna
invite_driver = Invita un guidatore
    .ask = Creo un link con cui { $name } può usare { $car } qui? Vale una volta, per 48 ore.
    .yes = Sì, crea il link
remove_driver = Rimuovi un guidatore
    .ask = Rimuovo { $name } da { $car }? Tutti i diritti finiscono subito.
    .yes = Sì, rimuovi
login = Accedi
logout = Esci
    .ask = Esco qui dal cloud Smart? Dimentico la sessione e non sorveglio più la macchina.
    .yes = Sì, esci
switch_car = Cambia macchina
list_cars = Macchine
help = Aiuto
cancel = Annulla
thanks_smalltalk = Grazie

## Comandi: il nome, che cosa si fa, che cosa è stato fatto

lock = Chiudi
    .doing = Chiusura
    .done = Chiusa.
unlock = Apri
    .doing = Apertura
    .done = Aperta.
    .ask = 🔓 Apro { $car }?
    .yes = Sì, apri
open_trunk = Apri il portellone
    .doing = Sblocco del portellone
    .done = Il portellone è sbloccato.
    .ask = Sblocco il portellone di { $car }?
    .yes = Sì, sblocca
climate_on = Scalda
    .doing = Clima a { $temperature }
    .done = Il clima è acceso, obiettivo { $temperature }.
climate_off = Spegni il clima
    .doing = Spegnimento del clima
    .done = Il clima è spento.
defrost = Sbrina
    .doing = Sbrinamento del parabrezza
    .done = Il parabrezza si sta sbrinando.
start_charging = Avvia la ricarica
    .doing = Avvio della ricarica
    .done = In carica.
stop_charging = Ferma la ricarica
    .doing = Arresto della ricarica
    .done = La ricarica è ferma.
    .ask = Fermo la ricarica di { $car }?
    .yes = Sì, ferma
set_charge_limit = Limite di carica
    .doing = Limite di carica al { $percent }
    .done = Il limite di carica è { $percent }.
open_windows = Apri i finestrini
    .doing = Apertura parziale dei finestrini
    .done = I finestrini sono socchiusi.
    .ask = Socchiudo i finestrini di { $car }?
    .yes = Sì, apri
close_windows = Chiudi i finestrini
    .doing = Chiusura dei finestrini
    .done = I finestrini sono chiusi.
find_car = Trova la macchina
    .doing = Chiamata con { $mode }
    .done = La macchina ha ricevuto la chiamata: { $mode }.
set_seat_heating = Sedili riscaldati
    .doing = Riscaldamento, { $seat }: { $level }
    .done = Riscaldamento, { $seat }: { $level }.
set_steering_heating = Volante riscaldato
    .doing = Volante riscaldato: { $level }
    .done = Volante riscaldato: { $level }.

command-sending = ⏳ { $doing } · { $car }
    Invio …
command-accepted = 📨 { $doing } · { $car }
    Accettato dal cloud Smart. Aspetto la conferma della macchina …
command-confirmed = ✅ <b>{ $done }</b>
    { $car } l'ha confermato · { $age }
command-delivered = ✅ <b>{ $done }</b>
    Accettato dal cloud Smart; la macchina non conferma questo.
command-unconfirmed = ⚠️ <b>{ $car } non ha confermato dopo { $seconds } s.</b>
    { $doing }. Forse la macchina dorme o non ha rete.
command-last-known = Ultimo stato noto ({ $age }): { $state }
command-rejected = ⚠️ <b>Non fatto: { $doing }.</b>
    { $reason }
command-unknown = ⚠️ <b>Non so se { $car } mi ha sentito.</b>
    { $doing }. Non lo rimando da solo; guarda prima com'è la macchina.
command-not-sent = ⚠️ <b>Non inviato: { $doing }.</b>
    Nel frattempo sono stato riavviato e { $car } non ha sentito nulla. Ripetilo se lo vuoi ancora.
command-busy = { $car } è ancora occupata: { $doing }. Riprova fra un momento.
command-repeated = È già in corso.

## Frasi sulla macchina

battery-line = 🔋 <b>{ $level }</b>, circa { $range }
battery-line-level = 🔋 <b>{ $level }</b>
battery-unknown = 🔋 La macchina non ha detto il livello della batteria.
battery-at-full = Piena, oggi la batteria farebbe circa { $range } secondo la macchina.
range-line = 🛣 <b>Circa { $range }</b> con { $level }
range-unknown = 🛣 La macchina non ha detto l'autonomia.
odometer-line = 🧭 <b>{ $distance }</b> sul contachilometri
odometer-unknown = 🧭 La macchina non ha detto i chilometri.
charging-charging = ⚡ <b>In carica</b>
charging-charging-power = ⚡ <b>In carica</b> a { $power }
charging-plugged = 🔌 <b>Collegata, non carica</b>
charging-complete = 🔌 <b>Carica</b>, ancora collegata
charging-disconnected = 🔌 <b>Non collegata</b>
charging-error = ⚠️ <b>Errore di ricarica</b>
charging-unknown = 🔌 La macchina non ha detto se è in carica.
charging-until = Finita fra { $length }, alle { $at }
charging-limit = Limite di carica { $limit }
time-to-full-line = ⚡ <b>Ancora { $length }</b>, finita alle { $at }
time-to-full-idle = ⚡ <b>Non è in carica</b>, quindi non c'è un tempo da dire.
time-to-full-unknown = ⚡ <b>In carica</b>, ma la macchina non dice per quanto.
level-now = Ora al { $level }
lock-locked = 🔒 <b>Chiusa.</b>
lock-unlocked = 🔓 <b>Non chiusa.</b>
lock-unknown = 🔒 La macchina non ha detto se è chiusa.
openings-all-closed = Porte e finestrini tutti chiusi.
openings-open = Aperto: { $names }.
openings-unknown = Non si sa tutto di porte e finestrini.
doors-closed = 🚪 <b>Tutte le porte sono chiuse.</b>
doors-open = 🚪 <b>Aperto:</b> { $names }.
doors-unknown = 🚪 La macchina non ha detto tutto delle porte.
windows-closed = 🪟 <b>Tutti i finestrini sono chiusi.</b>
windows-open = 🪟 <b>Aperto:</b> { $names }.
windows-unknown = 🪟 La macchina non ha detto tutto dei finestrini.
climate-is-on = 🌡 <b>Il clima è acceso.</b>
climate-is-off = 🌡 <b>Il clima è spento.</b>
climate-is-unknown = 🌡 La macchina non ha detto se il clima è acceso.
cabin-line = Dentro { $inside }, fuori { $outside }
cabin-inside = Dentro { $inside }
cabin-outside = Fuori { $outside }
defrost-on = Sbrinamento del parabrezza
seat-heat-line = Sedili riscaldati: { $seats }
seat-level = { $seat } { $level }
steering-heat-on = Volante riscaldato acceso
tyres-fine = 🛞 <b>Le gomme sono a posto.</b>
tyres-warning = 🛞 <b>Controlla:</b> { $names }.
tyres-unknown = 🛞 La macchina non ha detto la pressione delle gomme.
tyre-line = { $wheel }: { $pressure }
health-fine = 🩺 <b>La macchina non segnala nulla.</b>
health-attention = 🩺 <b>{ $count ->
    [one] Una cosa richiede
   *[other] { $count } cose richiedono
 } attenzione.</b>
health-service-warning = Il tagliando è da fare
health-service-days = Tagliando fra { $days ->
    [one] un giorno
   *[other] { $days } giorni
 }
health-service-distance = Tagliando fra { $distance }
health-battery-12v = Batteria 12 V { $voltage }
health-battery-12v-low = La batteria 12 V è bassa: { $voltage }
health-tyre = Pressione delle gomme: { $names }
place-line = 📍 <b>A { $name }</b>
place-known = 📍 <b>È qui.</b> Il luogo segue su una mappa.
place-hidden = 📍 In un gruppo non mostro il luogo. Premi il pulsante e te lo dico in privato.
place-sent-privately = 📍 Inviato a te in privato.
place-unknown = 📍 La macchina non ha detto dov'è.
place-not-shared = 📍 La condivisione della posizione è spenta nella macchina.
place-untrusted = La macchina stessa non è sicura di questo luogo.
parked-since = Parcheggiata dalle { $at }
driving-now = 🚗 In viaggio
driving-speed = 🚗 In viaggio a { $speed } km/h

## Pulsanti

button-refresh = 🔄 Aggiorna
button-lock = 🔒 Chiudi
button-unlock = 🔓 Apri
button-warm-up = 🌡 Scalda
button-climate-off = Spegni il clima
button-where = 📍 Dove
button-show-privately = 📍 Mostramelo in privato
button-start-charging = ⚡ Avvia la ricarica
button-stop-charging = Ferma la ricarica
button-close-windows = Chiudi i finestrini
button-find-car = Trova la macchina
button-charging = ⚡ Ricarica
button-status = Stato
button-mute = 🔕 Silenzio 2 h
button-approve = ✅ Accetta
button-decline = Rifiuta
button-cancel = Annulla
button-log-in = Accedi
button-private-chat = Apri una chat privata
button-help = Cosa sai fare?
button-try-again = Guarda ancora
button-details = Dettagli

## Conversazione

welcome-back = 👋 Ciao { $name }. Chiedimi di { $car }, o dimmi che cosa fare.
welcome-group = 👋 Ciao. Chi guida { $car } può chiedermi qui. Dove si trova resta privato.
stranger = Questo è un compagno privato per chi guida una Smart. Se qualcuno ti ha invitato, apri il suo link; se hai una Smart, invia /login.
stranger-group-toast = Questo è solo per chi guida questa macchina.
no-car = Non conosco ancora una tua macchina. Accedi con /login, o apri il link che hai ricevuto.
no-data = Non ho ancora dati di { $car }.
not-yet = Ho capito «{ $intent }», ma non lo so ancora fare.
unknown = Non ho capito. Prova una di queste, o invia /help.
did-you-mean = Volevi dire …?
out-of-range-temperature = { $value } °C non è possibile, solo da { $minimum } a { $maximum } °C.
out-of-range-percent = { $value } % non è possibile: il limite va da { $minimum } a { $maximum } % a passi di 5.
out-of-range-radius = { $value } m non è possibile: un raggio va da { $minimum } a { $maximum } m.
out-of-range-level = { $value } non è possibile: il livello va da { $minimum } a { $maximum }.
out-of-range-other = { $value } non è possibile, solo da { $minimum } a { $maximum }.
too-long = È un messaggio lungo. Dimmi in una o due frasi che cosa vuoi, per favore.
empty-message = Leggo testo e pulsanti. Che cosa posso fare?
thanks = Di niente.
cancelled = Annullato. Non è stato fatto nulla.
nothing-to-cancel = Non c'è niente da annullare.
help-text = <b>Dillo e basta.</b> Per esempio:
    { $examples }

    Per le cose rischiose (aprire, portellone, finestrini) chiedo prima conferma.
    /status · /cars · /login · /logout · /help
role-missing = Con { $car } lo possono fare solo { $role ->
    [owner] i proprietari
    [driver] i guidatori e i proprietari
   *[guest] quelli che la guidano
 }.
capability-missing = { $car } non lo può fare: { $what }.
private-only = Questo va nella nostra chat privata.
group-offer = Questo gruppo può chiedere di una macchina? Tutti qui sentono i suoi avvisi; dove si trova resta privato.
group-offer-button = Usa { $car } qui
argument-missing = Che cosa di preciso? Per esempio: { $example }

## Conferme e pulsanti

words-yes = sì, si, s, ok, okay, va bene, certo, conferma, confermo, vai, sì grazie
words-no = no, n, annulla, ferma, no grazie, lascia stare
confirm-expired = Troppo tardi: la domanda valeva 60 secondi. Chiedimelo di nuovo.
confirm-other = Può rispondere solo { $name }.
button-unknown = Non conosco questo pulsante. Non è stato fatto nulla.
button-expired = Questo pulsante è troppo vecchio. Chiedimelo di nuovo.
button-used = È già stata data una risposta.
button-used-result = È già stata data una risposta: { $result }
nothing-to-confirm = Ora non c'è niente da confermare.

## Accesso

login-region = 🔑 Di dove è il tuo account Smart?
login-group = L'accesso è privato. Apri la nostra chat privata e ti guido.
login-email = 🔑 { $region }. Mandami l'e-mail del tuo account Smart. Cancello subito il messaggio.
login-email-bad = Non sembra un indirizzo e-mail. Mandalo di nuovo, o /cancel. Ho cancellato il tuo messaggio.
login-password = Grazie, cancellato. Ora la password. Si usa una volta, non si conserva, e cancello subito il messaggio.
login-wrong = 🔑 Il cloud Smart non ha accettato questa e-mail e questa password. Ho cancellato il tuo messaggio. Riprova cominciando dall'e-mail, o /cancel.
login-limited = 🔑 Il cloud Smart vuole una pausa prima del prossimo accesso. Riprova alle { $at }. Ho cancellato il tuo messaggio.
login-failed = 🔑 L'accesso non ha funzionato. { $reason } Ho cancellato il tuo messaggio.
login-done = ✅ <b>Accesso fatto.</b> Ho cancellato il tuo messaggio. { $count ->
    [0] In questo account non c'è nessuna macchina.
    [one] La tua macchina:
   *[other] Le tue macchine:
 }
login-car = • { $car }
login-car-shared = • { $car } (condivisa con te)
login-next = Chiedimi «è chiusa?» o premi un pulsante.
logout-done = 👋 Sei uscito. La sessione non c'è più, né qui né nel cloud Smart.
logout-none = Qui non hai fatto l'accesso.

## Macchine e persone

cars-title = <b>Le tue macchine</b>
cars-line = { $mark } { $car } · { $role }
cars-selected = ✅ Ora parliamo di { $car }.
invite-made = 🔗 Con questo link { $name } può usare { $car }. Vale una volta, fino a { $until }:
    { $link }
invite-made-token = 🔗 { $name } mi manda questo una volta, fino a { $until }:
    <code>/start { $token }</code>
invite-taken = ✅ Ti do il benvenuto, { $name }. Ora puoi usare { $car }, come { $role ->
    [owner] proprietario
    [driver] guidatore
   *[guest] ospite
 }.
invite-refused = Questo link non vale più. Chiedine uno nuovo.
invite-someone = chi riceve il link
remove-done = { $name } non può più usare { $car }.
remove-unknown = Non conosco nessuno con questo nome per { $car }. Ci sono: { $names }.
remove-who = Chi rimuovo? Ci sono: { $names }.
remove-self = Non puoi rimuovere te stesso; /logout chiude la sessione.

## Luoghi

geofence-made = 📍 Ora sorveglio { $name }: { $radius } intorno a dove si trova { $car }. Ti dico quando parte o arriva.
geofence-no-place = Ora non posso: la macchina non ha detto dov'è.
geofence-name-missing = Come si chiama il luogo? Di' per esempio «crea una zona chiamata casa».
geofence-list = <b>Luoghi di { $car }</b>
geofence-line = • { $name } ({ $radius })
geofence-none = Non c'è ancora nessun luogo. Di' per esempio «crea una zona chiamata casa».
geofence-deleted = { $name } è eliminato.
geofence-unknown = Non c'è un luogo chiamato { $name }.

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

## Avvisi

alerts-on-one = 🔔 Ti avviso per: { $kind }.
alerts-off-one = 🔕 Non avviso più per: { $kind }.
alerts-on-all = 🔔 In questa chat tutti gli avvisi sono attivi.
alerts-off-all = 🔕 In questa chat gli avvisi sono disattivati.
alerts-kind-unknown = Non conosco questo avviso. Ci sono: { $names }.
alerts-list = <b>Avvisi di questa chat</b>
alerts-line = { $mark } { $kind }
alerts-quiet = 🌙 Silenzio dalle { $from } alle { $until }
quiet-set = 🌙 Silenzio dalle { $from } alle { $until }. Passa solo ciò che riguarda la sicurezza.
quiet-off = 🔔 Nessuna ora silenziosa.
quiet-when = Da che ora a che ora? Di' per esempio «silenzio dalle 22 alle 7».
muted = 🔕 Silenzio per due ore: { $kind }.
alert-repeat = (forse una ripetizione)

charge_complete = Ricarica completa
    .opened = ⚡ <b>{ $car } è carica:</b> { $level }.
    .closed = 🔌 { $car } è scollegata.
charge_interrupted = Ricarica interrotta
    .opened = ⚠️ <b>{ $car } ha smesso di caricare prima del tempo</b>, al { $level }.
    .closed = ⚡ { $car } è di nuovo in carica, o scollegata.
plugged_not_charging = Collegata ma non carica
    .opened = 🔌 <b>{ $car } è collegata e non carica.</b>
    .closed = ⚡ { $car } ora è in carica, o scollegata.
battery_low = Batteria scarica
    .opened = 🪫 <b>{ $car } ha poca batteria:</b> { $level }.
    .closed = 🔋 { $car } ne ha di nuovo abbastanza.
geofence_exit = Partenza da un luogo
    .opened = 📍 <b>{ $car } ha lasciato { $name }.</b>
    .closed = 📍 { $car } è tornata a { $name }.
geofence_enter = Arrivo in un luogo
    .opened = 📍 <b>{ $car } è arrivata a { $name }.</b>
    .closed = 📍 { $car } ha lasciato di nuovo { $name }.
moved_while_locked = Spostata da chiusa
    .opened = 🚨 <b>{ $car } si è mossa anche se è spenta e chiusa.</b> Forse la rimorchiano.
    .closed = { $car } è di nuovo ferma.
left_open = Lasciata aperta
    .opened = 🔓 <b>{ $car } è rimasta aperta.</b>
    .closed = 🔒 { $car } è chiusa.
climate_running = Clima ancora acceso
    .opened = 🌡 <b>Il clima di { $car } è ancora acceso.</b>
    .closed = 🌡 Il clima di { $car } è spento.
battery_12v = Batteria 12 V
    .opened = 🔋 <b>La batteria 12 V di { $car } è bassa.</b>
    .closed = 🔋 La batteria 12 V di { $car } si è ripresa.
service_due = Tagliando da fare
    .opened = 🔧 <b>Il tagliando di { $car } è da fare.</b>
    .closed = 🔧 Il tagliando di { $car } è fatto.
car_sharing_request = Richiesta di condivisione
    .opened = 🤝 <b>{ $name } chiede { $car }</b> sulla piattaforma di Smart.
    .closed = 🤝 La richiesta di { $name } per { $car } è decisa.
session_lost = Sessione persa
    .opened = 🔑 <b>Il cloud Smart non accetta più la mia sessione.</b> Non vedo la tua macchina finché non accedi di nuovo.
    .closed = 🔑 Vedo di nuovo la tua macchina.
cloud_outage = Guasto del cloud
    .opened = ☁️ <b>Il cloud Smart non risponde.</b> È il cloud, non la tua macchina. Continuo a provare.
    .closed = ☁️ Il cloud Smart è tornato.
session_evicted = Sessione presa
    .opened = 🔑 Un'altra app usa questo account. Mi faccio da parte per un po' e torno da solo.
    .closed = 🔑 Sono tornato.
alert-limit = Limite di carica { $limit }
alert-open = Aperto: { $names }
alert-wheels = Controlla: { $names }
alert-period = { $when }

## Quando qualcosa non va

error-unavailable = ☁️ Il cloud Smart ora non risponde. È il cloud, non la tua macchina. Riprova fra qualche minuto.
error-rate-limit = ☁️ Il cloud Smart chiede una pausa. Riprovo da solo più tardi.
error-rate-limit-until = ☁️ Il cloud Smart chiede una pausa fino a { $at }.
error-evicted = 🔑 Un'altra app ha preso la sessione di questo account. Mi faccio da parte; chiedimi di nuovo fra un minuto.
error-authentication = 🔑 Il cloud Smart non accetta più la mia sessione. Accedi di nuovo con /login.
error-not-linked = Questa macchina non è più nell'account Smart.
error-rejected = Il cloud Smart o la macchina ha rifiutato.
error-busy = La macchina è ancora occupata con il comando di prima. Non è stato fatto nulla; riprova fra un momento.
error-unsupported = Questa macchina non lo può fare.
error-argument = Questo valore non è possibile.
error-argument-limits = È possibile da { $minimum } a { $maximum } { $unit } a passi di { $step }.
error-unexpected = Il cloud Smart ha risposto qualcosa che non conosco. L'ho annotato.
error-other = Qualcosa è andato storto da parte mia. L'ho annotato.

## Impostazioni, dati e PIN

language = Lingua
timezone = Fuso orario
units = Unità
rename_car = Rinomina la macchina
budget = Richieste di oggi
account = Account Smart
pin = PIN
export = Esporta i miei dati
forget = Cancella tutto
    .ask = Cancellare tutto quello che conservo su di te: account, auto, luoghi, prenotazioni, impostazioni? Anche gli altri perdono l'accesso alle tue auto.
    .yes = Sì, cancella tutto
setting-language-ask = Quale lingua devo parlare?
setting-language-unknown = Non parlo quella lingua. Parlo queste.
setting-language-done = ✅ Ora parlo { $language }.
setting-timezone-ask = Quale fuso orario? Premi un pulsante o invia per esempio /timezone Rome
setting-timezone-unknown = Non sono sicuro di quale fuso sia. Premi un pulsante o invia per esempio /timezone Europe/Rome
setting-timezone-done = ✅ Gli orari sono ora quelli di { $zone }, dove sono le { $time }.
setting-units-ask = In quali unità devo contare?
setting-units-done = ✅ Ora conto in { $units }.
units-metric = chilometri, bar
units-imperial = miglia, psi
rename-done = ✅ { $car } ora si chiama { $name }.
rename-bad = Dammi un nome di al massimo { $longest } caratteri, per esempio /rename Flitzer
rename-taken = Un'altra delle tue auto si chiama già { $name }.
budget-today = 📊 <b>{ $number } richieste</b> al cloud Smart oggi, per l'account di { $car }.
budget-next = Chiedo di nuovo alle { $at }:
budget-now = Sto chiedendo adesso:
budget-why-failed = l'ultimo tentativo è fallito, lascio una pausa al cloud.
budget-why-first = non ho ancora dati.
budget-why-driving = la macchina è in viaggio.
budget-why-charging = la macchina è in carica.
budget-why-climate = il clima è acceso.
budget-why-just-parked = la macchina è appena stata parcheggiata.
budget-why-night = è notte e succede poco.
budget-why-fence = la macchina è parcheggiata e sorveglio i tuoi luoghi.
budget-why-day = la macchina è parcheggiata.
budget-delay = A questo ritmo un avviso arriva al massimo { $length } in ritardo.
budget-stopped = Non chiedo nulla finché non accedi di nuovo con /login.
account-title = 🔑 <b>Il tuo account Smart</b>
account-none = 🔑 In questa chat non c'è un account Smart. Invia /login.
account-sees = { $region }: { $count ->
    [0] non vede nessuna auto.
    [one] vede un'auto.
   *[other] vede { $count } auto.
 }
account-owned = • { $car }: è di questo account
account-shared = • { $car }: condivisa con questo account
account-silent = { $region }: non ho potuto controllare. { $reason }
account-advice = Meglio un secondo account Smart: crealo con un'altra e-mail, condividi la macchina con esso nell'app Smart, poi /logout e /login con esso qui. Così l'app e io non ci buttiamo fuori a vicenda.
account-good = ✅ Bene: l'app del proprietario e io non ci intralciamo.
export-done = 📄 Questo è ciò che conservo su di te. Le password non vengono conservate e le chiavi di sessione non ci sono.
forget-done = 🧹 Tutto è cancellato. Invia /start se un giorno vuoi ricominciare.
pin-new = 🔢 Mandami da 4 a 8 cifre come nuovo PIN, oppure /cancel. Cancello subito il messaggio.
pin-set = ✅ Il PIN è impostato e il tuo messaggio cancellato. Lo chiedo prima delle cose rischiose.
pin-bad = 🔢 Un PIN ha da 4 a 8 cifre e nient'altro. Mandalo di nuovo, oppure /cancel. Ho cancellato il tuo messaggio.
pin-behind-command = 🔢 Ho cancellato quel messaggio: manda solo /pin e ti chiedo le cifre.
pin-menu = 🔢 Un PIN è impostato. Lo chiedo prima delle cose rischiose.
pin-present = 🔢 Mandami il tuo PIN attuale. Cancello subito il messaggio.
pin-confirms = 🔢 Manda il tuo PIN entro 60 secondi per confermare. Cancello il messaggio.
pin-wrong = 🔢 Non è il PIN, ho cancellato il tuo messaggio. { $left ->
    [one] Resta un tentativo.
   *[other] Restano { $left } tentativi.
 }
pin-locked = 🔒 Il PIN è bloccato dopo tre tentativi sbagliati. Un proprietario della macchina può sbloccarlo con /pin; un proprietario può anche accedere di nuovo con /login.
pin-removed = Il PIN è tolto e il tuo messaggio cancellato.
pin-private = 🔢 Lo proteggi con un PIN. Chiedimelo nella nostra chat privata.
pin-reset-of = Sblocca { $name }
pin-reset-done = Il PIN di { $name } è tolto. Con /pin se ne imposta uno nuovo.
button-pin-change = Cambia il PIN
button-pin-remove = Togli il PIN

## Journals, surroundings and schedules

trips-none = Nessun viaggio registrato in quel periodo.
trips-sum = 🛣 { $distance } in { $count ->
    [one] un viaggio
   *[other] { $count } viaggi
 }
trips-line = { $at } · { $distance }
more-lines = … e altri { $count }
energy-unknown = La macchina non ha indicato consumi in quel periodo.
energy-sum = ⚡ { $energy } kWh, { $mean } kWh ogni 100 km
charges-none = Nessuna ricarica registrata.
charges-title = 🔌 Le ultime ricariche:
charges-line = { $at } · { $start } → { $end } · { $energy } kWh
software-unknown = Non si sa se c'è un aggiornamento.
software-current = ✅ Nessun aggiornamento disponibile.
software-offered = ⬇️ È disponibile un aggiornamento: { $version }
software-running = Installato: { $version }
weather-line = 🌤 { $temperature } vicino alla macchina
weather-air = Indice di qualità dell'aria: { $index }
chargers-none = Nessuna colonnina entro 5 km dalla macchina.
chargers-title = 🔌 Colonnine vicino alla macchina:
chargers-line = { $name }, { $address } · { $free } su { $count } libere
schedule-when = Mi serve un orario entro le prossime 24 ore, per esempio 7:30.
schedule-charging-stored = ⏱ Salvato nel cloud di Smart: ricarica ogni giorno dalle { $start } alle { $end }.
schedule-climate-stored = ⏱ Salvato nel cloud di Smart: { $temperature } alle { $at }.
error-missing-secret = Questo servizio richiede l'impostazione { $setting }, il cui valore non è pubblicato.
