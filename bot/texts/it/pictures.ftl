## Le parole delle immagini

picture-empty = Non si sa ancora nulla
picture-no-track = La macchina non ha registrato il percorso
fact-duration = Durata
fact-consumption = Energia
fact-speed = Velocità media
fact-power = Potenza
fact-left = Manca
driver-unknown = nessuno in particolare
button-gpx = 🗺 File GPX
trip-title = 🛣 { $at } · <b>{ $distance }</b>
trip-used = { $energy }, { $mean } ogni { $way }
trip-gone = Il diario della macchina non ha più questo viaggio.
button-newer = ◀ Più recenti
button-older = Precedenti ▶
cost-line = 💶 { $cost } a { $price } per kWh
cost-unknown = Dimmi il tuo prezzo e aggiungo il costo: /price 0,30
price-stored = 💶 Va bene, { $price } per kWh. /energy ora mostra anche il costo.
price-now = 💶 { $price } per kWh. Per cambiarlo: /price 0,30
price-none = Non conosco ancora un prezzo. Dimmi quanto costa un kWh: /price 0,30
price-invalid = Un prezzo per kWh si scrive così: /price 0,30 o /price 0,30 CHF
