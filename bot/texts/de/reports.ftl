## Fahrten, Umgebung und Zeitpläne

trips-none = Für diese Zeit sind keine Fahrten aufgezeichnet. Ist das immer so, schalte das Fahrtenbuch in der Smart-App ein.
trips-sum = 🛣 { $distance } in { $count ->
    [one] einer Fahrt
   *[other] { $count } Fahrten
 }
trips-lately = letzte 7 Tage
more-lines = … und { $count } weitere
energy-unknown = Das Auto hat für diese Zeit keinen Verbrauch gemeldet.
energy-sum = ⚡ { $energy }, { $mean } auf { $way }
charges-none = Es sind keine Ladevorgänge aufgezeichnet.
charges-none-then = Für diese Zeit sind keine Ladevorgänge aufgezeichnet.
charges-title = 🔌 Die letzten Ladevorgänge:
charges-title-then = 🔌 Ladevorgänge:
software-unknown = Ob es ein Update gibt, ist unbekannt.
software-current = ✅ Es wird kein Update angeboten.
software-offered = ⬇️ Ein Update wird angeboten: { $version }
software-running = Installiert: { $version }
weather-line = 🌤 { $temperature } beim Auto
weather-air = Luftqualitätsindex: { $index }
chargers-none = Keine Ladepunkte im Umkreis von 5 km um das Auto.
chargers-title = 🔌 Ladepunkte beim Auto:
schedule-when = Ich brauche eine Uhrzeit in den nächsten 24 Stunden, etwa 7:30.
schedule-window = Von wann bis wann soll es laden? Zum Beispiel „22 bis 6 Uhr“.
schedule-charging-stored = ⏱ In Smarts Cloud gespeichert: Laden täglich von { $start } bis { $end }.
schedule-climate-stored = ⏱ In Smarts Cloud gespeichert: { $at } · { $temperature }
error-missing-secret = Dieser Dienst braucht die Einstellung { $setting }, deren Wert nicht veröffentlicht ist.
