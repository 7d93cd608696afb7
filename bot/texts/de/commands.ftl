## Befehle: Aufschrift, was geschieht, was geschehen ist

lock = Abschließen
    .doing = Abschließen
    .done = Abgeschlossen.
unlock = Aufschließen
    .doing = Aufschließen
    .done = Aufgeschlossen.
    .ask = 🔓 { $car } aufschließen?
    .yes = Ja, aufschließen
open_trunk = Heckklappe öffnen
    .doing = Heckklappe entriegeln
    .done = Die Heckklappe ist entriegelt.
    .ask = Die Heckklappe von { $car } entriegeln?
    .yes = Ja, entriegeln
climate_on = Vorheizen
    .doing = Klima auf { $temperature }
    .done = Die Klimaanlage läuft, Ziel { $temperature }.
climate_off = Klima aus
    .doing = Klima ausschalten
    .done = Die Klimaanlage ist aus.
defrost = Enteisen
    .doing = Frontscheibe enteisen
    .done = Die Frontscheibe wird enteist.
start_charging = Laden starten
    .doing = Laden starten
    .done = Es lädt.
stop_charging = Laden stoppen
    .doing = Laden stoppen
    .done = Das Laden ist gestoppt.
    .ask = Das Laden von { $car } stoppen?
    .yes = Ja, stoppen
set_charge_limit = Ladegrenze
    .doing = Ladegrenze auf { $percent } setzen
    .done = Die Ladegrenze ist { $percent }.
open_windows = Fenster öffnen
    .doing = Fenster einen Spalt öffnen
    .done = Die Fenster sind einen Spalt offen.
    .ask = Die Fenster von { $car } einen Spalt öffnen?
    .yes = Ja, öffnen
close_windows = Fenster schließen
    .doing = Fenster schließen
    .done = Die Fenster sind zu.
find_car = Auto finden
    .doing = Rufen mit { $mode }
    .done = Das Auto ist gerufen: { $mode }.
set_seat_heating = Sitzheizung
    .doing = Sitzheizung, { $seat }: { $level }
    .done = Sitzheizung, { $seat }: { $level }.
set_steering_heating = Lenkradheizung
    .doing = Lenkradheizung: { $level }
    .done = Lenkradheizung: { $level }.

command-sending = ⏳ { $doing } · { $car }
    Wird gesendet …
command-accepted = 📨 { $doing } · { $car }
    Von der Smart-Cloud angenommen. Warte auf die Bestätigung des Autos …
command-confirmed = ✅ <b>{ $done }</b>
    { $car } hat es bestätigt · { $age }
command-delivered = ✅ <b>{ $done }</b>
    Von der Smart-Cloud angenommen; das Auto bestätigt so etwas nicht.
command-unconfirmed = ⚠️ <b>{ $car } hat nach { $seconds } s nicht bestätigt.</b>
    { $doing }. Vielleicht schläft das Auto oder hat kein Netz.
command-last-known = Zuletzt bekannt ({ $age }): { $state }
command-rejected = ⚠️ <b>Nicht ausgeführt: { $doing }.</b>
    { $reason }
command-no-cable = Es ist nicht angesteckt. Steck das Kabel ein und sag es mir dann noch einmal.
command-unknown = ⚠️ <b>Ich weiß nicht, ob { $car } mich gehört hat.</b>
    { $doing }. Ich sende es nicht von selbst noch einmal; schau erst, wie das Auto steht.
command-not-sent = ⚠️ <b>Nicht gesendet: { $doing }.</b>
    Ich wurde zwischendurch neu gestartet, { $car } hat nichts gehört. Sag es noch einmal, wenn du es noch willst.
command-busy = { $car } ist noch beschäftigt: { $doing }. Versuch es gleich noch einmal.
command-repeated = Das ist schon unterwegs.
