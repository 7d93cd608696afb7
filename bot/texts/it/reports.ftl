## Viaggi, dintorni e orari

trips-none = Nessun viaggio registrato in quel periodo. Se è sempre così, attiva il diario di viaggio nell'app Smart.
trips-sum = 🛣 { $distance } in { $count ->
    [one] un viaggio
   *[other] { $count } viaggi
 }
trips-lately = ultimi 7 giorni
more-lines = … e altri { $count }
energy-unknown = La macchina non ha indicato consumi in quel periodo.
energy-sum = ⚡ { $energy }, { $mean } ogni { $way }
charges-none = Nessuna ricarica registrata.
charges-none-then = Nessuna ricarica registrata in quel periodo.
charges-title = 🔌 Le ultime ricariche:
charges-title-then = 🔌 Ricariche:
software-unknown = Non si sa se c'è un aggiornamento.
software-current = ✅ Nessun aggiornamento disponibile.
software-offered = ⬇️ È disponibile un aggiornamento: { $version }
software-running = Installato: { $version }
weather-line = 🌤 { $temperature } vicino alla macchina
weather-air = Indice di qualità dell'aria: { $index }
chargers-none = Nessuna colonnina entro 5 km dalla macchina.
chargers-title = 🔌 Colonnine vicino alla macchina:
schedule-when = Mi serve un orario entro le prossime 24 ore, per esempio 7:30.
schedule-window = Da che ora a che ora deve ricaricare? Per esempio «dalle 22 alle 6».
schedule-charging-stored = ⏱ Salvato nel cloud di Smart: ricarica ogni giorno dalle { $start } alle { $end }.
schedule-climate-stored = ⏱ Salvato nel cloud di Smart: { $at } · { $temperature }
error-missing-secret = Questo servizio richiede l'impostazione { $setting }, il cui valore non è pubblicato.
