## Sätze über das Auto

battery-line = 🔋 <b>{ $level }</b>, etwa { $range }
battery-line-level = 🔋 <b>{ $level }</b>
battery-unknown = 🔋 Das Auto hat den Akkustand nicht genannt.
battery-at-full = Voll reicht der Akku heute nach Rechnung des Autos etwa { $range }.
range-line = 🛣 <b>Etwa { $range }</b> bei { $level }
range-unknown = 🛣 Das Auto hat die Reichweite nicht genannt.
odometer-line = 🧭 <b>{ $distance }</b> auf dem Zähler
odometer-unknown = 🧭 Das Auto hat den Kilometerstand nicht genannt.
charging-charging = ⚡ <b>Lädt</b>
charging-charging-power = ⚡ <b>Lädt</b> mit { $power }
charging-plugged = 🔌 <b>Angesteckt, lädt nicht</b>
charging-complete = 🔌 <b>Geladen</b>, noch angesteckt
charging-disconnected = 🔌 <b>Nicht angesteckt</b>
charging-error = ⚠️ <b>Ladefehler</b>
charging-unknown = 🔌 Das Auto hat nicht gesagt, ob es lädt.
charging-until = Fertig in { $length }, um { $at }
charging-limit = Ladegrenze { $limit }
time-to-full-line = ⚡ <b>Noch { $length }</b>, fertig um { $at }
time-to-full-idle = ⚡ <b>Es lädt nicht</b>, daher gibt es keine Zeit.
time-to-full-unknown = ⚡ <b>Es lädt</b>, aber das Auto sagt nicht, wie lange noch.
level-now = Jetzt { $level }
lock-locked = 🔒 <b>Abgeschlossen.</b>
lock-unlocked = 🔓 <b>Nicht abgeschlossen.</b>
lock-unknown = 🔒 Das Auto hat nicht gesagt, ob es abgeschlossen ist.
openings-all-closed = Alle Türen und Fenster sind zu.
openings-open = Offen: { $names }.
openings-unknown = Nicht alle Türen und Fenster sind bekannt.
doors-closed = 🚪 <b>Alle Türen sind zu.</b>
doors-open = 🚪 <b>Offen:</b> { $names }.
doors-unknown = 🚪 Das Auto hat nicht alle Türen genannt.
windows-closed = 🪟 <b>Alle Fenster sind zu.</b>
windows-open = 🪟 <b>Offen:</b> { $names }.
windows-unknown = 🪟 Das Auto hat nicht alle Fenster genannt.
climate-is-on = 🌡 <b>Die Klimaanlage läuft.</b>
climate-is-off = 🌡 <b>Die Klimaanlage ist aus.</b>
climate-is-unknown = 🌡 Das Auto hat nicht gesagt, ob die Klimaanlage läuft.
cabin-line = Innen { $inside }, außen { $outside }
cabin-inside = Innen { $inside }
cabin-outside = Außen { $outside }
defrost-on = Die Frontscheibe wird enteist
seat-heat-line = Sitzheizung: { $seats }
seat-level = { $seat } { $level }
steering-heat-on = Lenkradheizung an
tyres-fine = 🛞 <b>Die Reifen sind in Ordnung.</b>
tyres-warning = 🛞 <b>Bitte prüfen:</b> { $names }.
tyres-unknown = 🛞 Das Auto hat den Reifendruck nicht genannt.
tyre-line = { $wheel }: { $pressure }
health-fine = 🩺 <b>Das Auto meldet nichts, was Aufmerksamkeit braucht.</b>
health-attention = 🩺 <b>{ $count ->
    [one] Eine Sache braucht
   *[other] { $count } Dinge brauchen
 } Aufmerksamkeit.</b>
health-service-warning = Der Service ist fällig
health-service-days = Service in { $days ->
    [one] einem Tag
   *[other] { $days } Tagen
 }
health-service-distance = Service in { $distance }
health-battery-12v = 12-V-Batterie { $voltage }
health-battery-12v-low = 12-V-Batterie ist schwach: { $voltage }
health-tyre = Reifendruck: { $names }
place-line = 📍 <b>Bei { $name }</b>
place-known = 📍 <b>Hier steht es.</b> Der Ort folgt auf einer Karte.
place-hidden = 📍 In einer Gruppe zeige ich den Ort nicht.
place-sent-privately = 📍 Dir allein geschickt.
place-unknown = 📍 Das Auto hat nicht gesagt, wo es ist.
place-not-shared = 📍 Das Teilen des Standorts ist im Auto ausgeschaltet.
place-untrusted = Das Auto ist sich bei diesem Ort selbst nicht sicher.
parked-since = Geparkt seit { $at }
driving-now = 🚗 Unterwegs
driving-speed = 🚗 Unterwegs mit { $speed } km/h
