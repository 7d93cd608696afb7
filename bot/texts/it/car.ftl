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
place-hidden = 📍 In un gruppo non mostro il luogo.
place-sent-privately = 📍 Inviato a te in privato.
place-unknown = 📍 La macchina non ha detto dov'è.
place-not-shared = 📍 La condivisione della posizione è spenta nella macchina.
place-untrusted = La macchina stessa non è sicura di questo luogo.
parked-since = Parcheggiata dalle { $at }
driving-now = 🚗 In viaggio
driving-speed = 🚗 In viaggio a { $speed } km/h
