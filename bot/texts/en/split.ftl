## Who drove what

split-title = 👥 <b>Who drove how much</b>
button-split-csv = 📄 As a table (CSV)
button-split-ask = Who drove the other { $count }?
driver-ask-title = 👥 I do not know who drove these. Tap a name; the last word counts.
driver-ask-none = 👥 I know who drove every trip.
driver-ask = { $at } · { $distance }
driver-kept = ✅ { $at }: { $name } drove.
