## Qui a roulé

split-title = 👥 <b>Qui a roulé combien</b>
button-split-csv = 📄 En tableau (CSV)
button-split-ask = Qui a fait les { $count } autres ?
driver-ask-title = 👥 Je ne sais pas qui a fait ces trajets. Touche un nom ; le dernier mot compte.
driver-ask-none = 👥 Je sais qui a fait chaque trajet.
driver-ask = { $at } · { $distance }
driver-kept = ✅ { $at } : { $name } conduisait.
