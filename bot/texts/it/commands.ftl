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
command-no-cable = Non è collegata. Collega il cavo e poi chiedimelo di nuovo.
command-unknown = ⚠️ <b>Non so se { $car } mi ha sentito.</b>
    { $doing }. Non lo rimando da solo; guarda prima com'è la macchina.
command-not-sent = ⚠️ <b>Non inviato: { $doing }.</b>
    Nel frattempo sono stato riavviato e { $car } non ha sentito nulla. Ripetilo se lo vuoi ancora.
command-busy = { $car } è ancora occupata: { $doing }. Riprova fra un momento.
command-repeated = È già in corso.
