## Quién ha conducido

split-title = 👥 <b>Quién ha conducido cuánto</b>
button-split-csv = 📄 Como tabla (CSV)
button-split-ask = ¿Quién hizo los otros { $count }?
driver-ask-title = 👥 No sé quién hizo estos viajes. Toca un nombre; cuenta la última palabra.
driver-ask-none = 👥 Sé quién hizo cada viaje.
driver-ask = { $at } · { $distance }
driver-kept = ✅ { $at }: conducía { $name }.
