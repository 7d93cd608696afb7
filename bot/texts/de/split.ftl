## Wer was gefahren ist

split-title = 👥 <b>Wer wie viel gefahren ist</b>
button-split-csv = 📄 Als Tabelle (CSV)
button-split-ask = Wer fuhr die übrigen { $count }?
driver-ask-title = 👥 Bei diesen Fahrten weiß ich nicht, wer fuhr. Tippe auf einen Namen; das letzte Wort zählt.
driver-ask-none = 👥 Ich weiß bei jeder Fahrt, wer gefahren ist.
driver-ask = { $at } · { $distance }
driver-kept = ✅ { $at }: { $name } ist gefahren.
