## Chi ha guidato

split-title = 👥 <b>Chi ha guidato quanto</b>
button-split-csv = 📄 Come tabella (CSV)
button-split-ask = Chi ha fatto gli altri { $count }?
driver-ask-title = 👥 Non so chi ha fatto questi viaggi. Tocca un nome; conta l'ultima parola.
driver-ask-none = 👥 So chi ha fatto ogni viaggio.
driver-ask = { $at } · { $distance }
driver-kept = ✅ { $at }: guidava { $name }.
