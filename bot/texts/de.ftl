# Die Antwort kommt zuerst, dann das Alter der Daten, dann Einzelnes. Kein Ausrufezeichen nach schlechten Nachrichten.

## Wörter und Zahlen

unknown-value = unbekannt
duration-minutes = { $minutes } Min.
duration-hours = { $minutes ->
    [0] { $hours } Std.
   *[other] { $hours } Std. { $minutes } Min.
 }
duration-days = { $hours ->
    [0] { $days } T.
   *[other] { $days } T. { $hours } Std.
 }
age-now = gerade eben
age-minutes = vor { $minutes } Min.
age-hours = vor { $hours } Std.
age-date = { $at }
list-and = { $first } und { $last }
data-line = 🕒 { $car } · { $age }
data-line-late = 🕒 { $car } · { $age }, seither kam nichts Neues
data-line-undated = 🕒 { $car } · das Auto nannte keine Zeit

## Wie die Dinge heißen

door-driver = Fahrertür
door-passenger = Beifahrertür
door-rear_left = Tür hinten links
door-rear_right = Tür hinten rechts
window-driver = Fahrerfenster
window-passenger = Beifahrerfenster
window-rear_left = Fenster hinten links
window-rear_right = Fenster hinten rechts
seat-driver = Fahrersitz
seat-passenger = Beifahrersitz
seat-rear_left = Sitz hinten links
seat-rear_right = Sitz hinten rechts
seat-all = alle Sitze
wheel-driver = vorn, Fahrerseite
wheel-passenger = vorn, Beifahrerseite
wheel-rear_left = hinten links
wheel-rear_right = hinten rechts
trunk = Heckklappe
hood = Motorhaube
role-guest = Gast
role-driver = Fahrer
role-owner = Besitzer
role-stranger = niemand
region-EU = Europa
region-INTL = International
mode-horn = Hupe
mode-flash = Licht
mode-both = Hupe und Licht
level-off = aus
someone = jemand

## Was man fragen kann

status_summary = Status
battery_status = Akku
range_query = Reichweite
odometer = Kilometerstand
vehicle_health = Zustand
software_update = Software
weather = Wetter
charging_status = Laden
time_to_full = Zeit bis voll
charging_history = Ladevorgänge
find_charger = Ladesäule finden
schedule_charging = Laden planen
climate_status = Klima
climate_schedule = Klima planen
fridge_on = Kühlschrank an
fridge_off = Kühlschrank aus
fragrance_on = Duft an
fragrance_off = Duft aus
locker_status = Staufach
lock_status = Ist es abgeschlossen?
doors_status = Türen
windows_status = Fenster
locate = Wo steht es?
send_destination = Ziel senden
trips = Fahrten
energy_stats = Verbrauch
distance_total = Gefahrene Strecke
tyre_pressure = Reifendruck
    .opened = 🛞 Der Reifendruck von { $car } sollte geprüft werden.
    .closed = 🛞 Der Reifendruck von { $car } stimmt wieder.
geofence_create = Ort anlegen
geofence_list = Orte
geofence_delete = Ort löschen
    .ask = Den Ort { $name } löschen? Ich sage dann nicht mehr, wenn das Auto dort ankommt oder wegfährt.
    .yes = Ja, löschen
alerts_on = Meldungen an
alerts_off = Meldungen aus
alerts_list = Meldungen
quiet_hours = Ruhezeit
share_request = Auto anfragen
share_approve = Zusagen
    .ask = { $name } zusagen?
    .yes = Ja, zusagen
share_decline = Absagen
share_cancel = Buchung absagen
share_list = Buchungen
share_handover = Übergeben
invite_driver = Fahrer einladen
    .ask = Einen Link erstellen, mit dem { $name } { $car } hier nutzen kann? Er gilt einmal, 48 Stunden lang.
    .yes = Ja, Link erstellen
remove_driver = Fahrer entfernen
    .ask = { $name } von { $car } entfernen? Alle Rechte enden sofort.
    .yes = Ja, entfernen
login = Anmelden
logout = Abmelden
    .ask = Hier von der Smart-Cloud abmelden? Ich vergesse die Sitzung und achte nicht mehr auf das Auto.
    .yes = Ja, abmelden
switch_car = Auto wechseln
list_cars = Autos
help = Hilfe
cancel = Abbrechen
thanks_smalltalk = Danke

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
command-unknown = ⚠️ <b>Ich weiß nicht, ob { $car } mich gehört hat.</b>
    { $doing }. Ich sende es nicht von selbst noch einmal; schau erst, wie das Auto steht.
command-not-sent = ⚠️ <b>Nicht gesendet: { $doing }.</b>
    Ich wurde zwischendurch neu gestartet, { $car } hat nichts gehört. Sag es noch einmal, wenn du es noch willst.
command-busy = { $car } ist noch beschäftigt: { $doing }. Versuch es gleich noch einmal.
command-repeated = Das ist schon unterwegs.

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
place-hidden = 📍 In einer Gruppe zeige ich den Ort nicht. Drück die Taste, dann sage ich ihn dir allein.
place-sent-privately = 📍 Dir allein geschickt.
place-unknown = 📍 Das Auto hat nicht gesagt, wo es ist.
place-not-shared = 📍 Das Teilen des Standorts ist im Auto ausgeschaltet.
place-untrusted = Das Auto ist sich bei diesem Ort selbst nicht sicher.
parked-since = Geparkt seit { $at }
driving-now = 🚗 Unterwegs
driving-speed = 🚗 Unterwegs mit { $speed } km/h

## Tasten

button-refresh = 🔄 Neu abfragen
button-lock = 🔒 Abschließen
button-unlock = 🔓 Aufschließen
button-warm-up = 🌡 Vorheizen
button-climate-off = Klima aus
button-where = 📍 Wo
button-show-privately = 📍 Mir allein zeigen
button-start-charging = ⚡ Laden starten
button-stop-charging = Laden stoppen
button-close-windows = Fenster zu
button-find-car = Auto finden
button-charging = ⚡ Laden
button-status = Status
button-mute = 🔕 2 Std. still
button-approve = ✅ Zusagen
button-decline = Absagen
button-cancel = Abbrechen
button-log-in = Anmelden
button-private-chat = Privaten Chat öffnen
button-help = Was kannst du?
button-try-again = Noch einmal schauen
button-details = Einzelheiten

## Gespräch

welcome-back = 👋 Hallo { $name }. Frag mich nach { $car } oder sag mir, was ich tun soll.
welcome-group = 👋 Hallo. Alle, die { $car } fahren, können mich hier fragen. Wo das Auto steht, bleibt privat.
stranger = Dies ist ein privater Begleiter für Leute, die einen Smart fahren. Hat dich jemand eingeladen, öffne den Link; hast du selbst einen Smart, sende /login.
stranger-group-toast = Das ist nur für die Leute, die dieses Auto fahren.
no-car = Ich kenne noch kein Auto von dir. Melde dich mit /login an oder öffne den Link, den du bekommen hast.
no-data = Von { $car } habe ich noch keine Daten.
not-yet = „{ $intent }“ habe ich verstanden, aber das kann ich noch nicht.
unknown = Das habe ich nicht verstanden. Versuch eines davon oder sende /help.
did-you-mean = Meinst du …?
out-of-range-temperature = { $value } °C geht nicht, nur { $minimum } bis { $maximum } °C.
out-of-range-percent = { $value } % geht nicht: Die Ladegrenze reicht von { $minimum } bis { $maximum } % in Schritten von 5.
out-of-range-radius = { $value } m geht nicht: Ein Umkreis hat { $minimum } bis { $maximum } m.
out-of-range-level = { $value } geht nicht: Die Stufe reicht von { $minimum } bis { $maximum }.
out-of-range-other = { $value } geht nicht, nur { $minimum } bis { $maximum }.
too-long = Das ist eine lange Nachricht. Sag mir bitte in ein, zwei Sätzen, was du möchtest.
empty-message = Ich kann Text lesen und Tasten drücken lassen. Was darf es sein?
thanks = Gern geschehen.
cancelled = Abgebrochen. Es ist nichts geschehen.
nothing-to-cancel = Es gibt nichts abzubrechen.
help-text = <b>Sag es einfach.</b> Zum Beispiel:
    { $examples }

    Bei Riskantem (aufschließen, Heckklappe, Fenster) frage ich nach.
    /status · /cars · /login · /logout · /help
role-missing = Das können bei { $car } nur { $role ->
    [owner] Besitzer
    [driver] Fahrer und Besitzer
   *[guest] Leute, die das Auto fahren
 }.
capability-missing = { $car } kann das nicht: { $what }.
private-only = Das gehört in unseren privaten Chat.
group-offer = Soll diese Gruppe nach einem Auto fragen können? Alle hier hören dann seine Meldungen; wo es steht, bleibt privat.
group-offer-button = { $car } hier nutzen
argument-missing = Was genau? Zum Beispiel: { $example }

## Bestätigungen und Tasten

words-yes = ja, j, jo, ja bitte, jawohl, ok, okay, klar, bestätigen, mach das, mach
words-no = nein, n, nö, nee, abbrechen, stopp, nicht, lass es
confirm-expired = Zu spät: Die Frage galt 60 Sekunden. Sag es noch einmal.
confirm-other = Das kann nur { $name } beantworten.
button-unknown = Diese Taste kenne ich nicht. Es ist nichts geschehen.
button-expired = Diese Taste ist zu alt. Frag mich noch einmal.
button-used = Das ist schon beantwortet.
button-used-result = Das ist schon beantwortet: { $result }
nothing-to-confirm = Gerade gibt es nichts zu bestätigen.

## Anmelden

login-region = 🔑 Woher ist dein Smart-Konto?
login-group = Anmelden ist privat. Öffne unseren privaten Chat, dort führe ich dich hindurch.
login-email = 🔑 { $region }. Sende mir die E-Mail-Adresse deines Smart-Kontos. Ich lösche die Nachricht sofort.
login-email-bad = Das sieht nicht nach einer E-Mail-Adresse aus. Sende sie noch einmal oder /cancel. Deine Nachricht habe ich gelöscht.
login-password = Danke, gelöscht. Nun bitte das Passwort. Es wird einmal benutzt und nicht behalten, die Nachricht lösche ich sofort.
login-wrong = 🔑 Die Smart-Cloud hat E-Mail-Adresse und Passwort nicht angenommen. Deine Nachricht habe ich gelöscht. Versuch es noch einmal, beginnend mit der E-Mail-Adresse, oder /cancel.
login-limited = 🔑 Die Smart-Cloud möchte vor der nächsten Anmeldung eine Pause. Versuch es um { $at } noch einmal. Deine Nachricht habe ich gelöscht.
login-failed = 🔑 Die Anmeldung hat nicht geklappt. { $reason } Deine Nachricht habe ich gelöscht.
login-done = ✅ <b>Angemeldet.</b> Deine Nachricht habe ich gelöscht. { $count ->
    [0] In diesem Konto ist kein Auto.
    [one] Dein Auto:
   *[other] Deine Autos:
 }
login-car = • { $car }
login-car-shared = • { $car } (mit dir geteilt)
login-next = Frag mich „Ist es abgeschlossen?“ oder drück eine Taste.
logout-done = 👋 Abgemeldet. Die Sitzung ist weg, hier und in der Smart-Cloud.
logout-none = Du bist hier nicht angemeldet.

## Autos und Leute

cars-title = <b>Deine Autos</b>
cars-line = { $mark } { $car } · { $role }
cars-selected = ✅ Wir reden jetzt über { $car }.
invite-made = 🔗 Mit diesem Link kann { $name } { $car } nutzen. Er gilt einmal, bis { $until }:
    { $link }
invite-made-token = 🔗 { $name } sendet mir dies einmal, bis { $until }:
    <code>/start { $token }</code>
invite-taken = ✅ Willkommen { $name }. Du kannst { $car } jetzt nutzen, als { $role ->
    [owner] Besitzer
    [driver] Fahrer
   *[guest] Gast
 }.
invite-refused = Dieser Link gilt nicht mehr. Bitte um einen neuen.
invite-someone = wer den Link bekommt
remove-done = { $name } kann { $car } nicht mehr nutzen.
remove-unknown = Bei { $car } kenne ich niemanden mit diesem Namen. Es gibt: { $names }.
remove-who = Wen soll ich entfernen? Es gibt: { $names }.
remove-self = Dich selbst kannst du nicht entfernen; /logout beendet die Sitzung.

## Orte

geofence-made = 📍 Ich achte jetzt auf { $name }: { $radius } um den Platz, an dem { $car } steht. Ich sage dir, wenn es wegfährt oder kommt.
geofence-no-place = Das geht gerade nicht: Das Auto hat nicht gesagt, wo es ist.
geofence-name-missing = Wie soll der Ort heißen? Sag zum Beispiel „Nenne diesen Ort Zuhause“.
geofence-list = <b>Orte von { $car }</b>
geofence-line = • { $name } ({ $radius })
geofence-none = Es gibt noch keinen Ort. Sag zum Beispiel „Nenne diesen Ort Zuhause“.
geofence-deleted = { $name } ist gelöscht.
geofence-unknown = Einen Ort namens { $name } gibt es nicht.

## Buchungen

booking-asked = 📅 Ich habe für dich gefragt: { $when }.
    Ich sage dir, wenn es entschieden ist.
booking-booked = ✅ <b>Gebucht:</b> { $when }.
booking-overlap = 📅 <b>Belegt.</b> { $when } ist nicht frei.
booking-free-slots = Frei ist: { $slots }
booking-no-free-slots = Rundherum ist nichts frei.
booking-past = 📅 Diese Zeit ist schon vorbei.
booking-when = Wann brauchst du es? Sag zum Beispiel „Samstag 10 bis 14 Uhr“.
booking-request = 📅 <b>{ $name } fragt nach { $car }:</b> { $when }.
booking-request-decided = 📅 { $name }, { $when }: { $state ->
    [approved] zugesagt von { $by }
    [declined] abgesagt von { $by }
    [cancelled] zurückgezogen
   *[other] { $state }
 }.
booking-decided = 📅 { $state ->
    [approved] <b>Du hast { $car }:</b> { $when }. Zugesagt von { $by }.
    [declined] <b>Abgesagt:</b> { $car }, { $when }. Entschieden von { $by }.
   *[cancelled] <b>Zurückgezogen:</b> { $car }, { $when }.
 }
booking-approved = ✅ <b>Zugesagt:</b> { $name }, { $when }.
booking-declined = <b>Abgesagt:</b> { $name }, { $when }.
booking-cancelled = <b>Zurückgezogen:</b> { $name }, { $when }.
booking-already = Schon entschieden: { $state ->
    [approved] zugesagt
    [declined] abgesagt
    [cancelled] zurückgezogen
    [active] unterwegs
    [handed_over] übergeben
   *[other] vorbei
 }.
booking-none-open = Niemand wartet auf eine Antwort.
booking-none-mine = Du hast keine Buchung, die man absagen könnte.
booking-list = <b>Buchungen von { $car }</b>
booking-line = • { $when } · { $name }, { $state ->
    [requested] wartet auf Antwort
    [approved] gebucht
    [active] unterwegs
   *[other] { $state }
 }
booking-list-empty = 📅 Nichts gebucht. { $car } ist frei.
booking-not-allowed = Das geht jetzt nicht.
sharing-approved = ✅ <b>Zugesagt.</b> { $name } darf { $car } nutzen.
sharing-declined = <b>Abgesagt.</b> { $name } wurde abgelehnt.

## Meldungen

alerts-on-one = 🔔 Ich melde mich bei: { $kind }.
alerts-off-one = 🔕 Nicht mehr: { $kind }.
alerts-on-all = 🔔 In diesem Chat sind alle Meldungen an.
alerts-off-all = 🔕 In diesem Chat sind die Meldungen aus.
alerts-kind-unknown = Diese Meldung kenne ich nicht. Es gibt: { $names }.
alerts-list = <b>Meldungen in diesem Chat</b>
alerts-line = { $mark } { $kind }
alerts-quiet = 🌙 Ruhe von { $from } bis { $until }
quiet-set = 🌙 Ruhe von { $from } bis { $until }. Nur was die Sicherheit betrifft, kommt durch.
quiet-off = 🔔 Keine Ruhezeit.
quiet-when = Von wann bis wann? Sag zum Beispiel „Ruhe von 22 bis 7 Uhr“.
muted = 🔕 Zwei Stunden still: { $kind }.
alert-repeat = (möglicherweise eine Wiederholung)

charge_complete = Laden fertig
    .opened = ⚡ <b>{ $car } ist geladen:</b> { $level }.
    .closed = 🔌 { $car } ist abgesteckt.
charge_interrupted = Laden unterbrochen
    .opened = ⚠️ <b>{ $car } hat vorzeitig aufgehört zu laden</b>, bei { $level }.
    .closed = ⚡ { $car } lädt wieder oder ist abgesteckt.
plugged_not_charging = Angesteckt, lädt nicht
    .opened = 🔌 <b>{ $car } ist angesteckt und lädt nicht.</b>
    .closed = ⚡ { $car } lädt jetzt oder ist abgesteckt.
battery_low = Akku schwach
    .opened = 🪫 <b>{ $car } hat wenig Akku:</b> { $level }.
    .closed = 🔋 { $car } hat wieder genug.
geofence_exit = Verlassen eines Ortes
    .opened = 📍 <b>{ $car } hat { $name } verlassen.</b>
    .closed = 📍 { $car } ist zurück bei { $name }.
geofence_enter = Ankunft an einem Ort
    .opened = 📍 <b>{ $car } ist bei { $name } angekommen.</b>
    .closed = 📍 { $car } hat { $name } wieder verlassen.
moved_while_locked = Bewegt trotz Verriegelung
    .opened = 🚨 <b>{ $car } hat sich bewegt, obwohl es aus und verriegelt ist.</b> Vielleicht wird es abgeschleppt.
    .closed = { $car } steht wieder still.
left_open = Offen gelassen
    .opened = 🔓 <b>{ $car } wurde offen gelassen.</b>
    .closed = 🔒 { $car } ist zu und abgeschlossen.
climate_running = Klima läuft noch
    .opened = 🌡 <b>Die Klimaanlage von { $car } läuft noch.</b>
    .closed = 🌡 Die Klimaanlage von { $car } ist aus.
battery_12v = 12-V-Batterie
    .opened = 🔋 <b>Die 12-V-Batterie von { $car } ist schwach.</b>
    .closed = 🔋 Die 12-V-Batterie von { $car } hat sich erholt.
service_due = Service fällig
    .opened = 🔧 <b>{ $car } braucht einen Service.</b>
    .closed = 🔧 Der Service von { $car } ist erledigt.
car_sharing_request = Carsharing-Anfrage
    .opened = 🤝 <b>{ $name } fragt nach { $car }</b> auf der Plattform von Smart.
    .closed = 🤝 Die Anfrage von { $name } nach { $car } ist entschieden.
session_lost = Sitzung verloren
    .opened = 🔑 <b>Die Smart-Cloud nimmt meine Sitzung nicht mehr an.</b> Ich sehe dein Auto erst wieder, wenn du dich neu anmeldest.
    .closed = 🔑 Ich sehe dein Auto wieder.
cloud_outage = Ausfall der Cloud
    .opened = ☁️ <b>Die Smart-Cloud antwortet nicht.</b> Es liegt an der Cloud, nicht an deinem Auto. Ich versuche es weiter.
    .closed = ☁️ Die Smart-Cloud ist wieder da.
session_evicted = Sitzung übernommen
    .opened = 🔑 Eine andere App nutzt dieses Konto. Ich trete eine Weile zurück und komme von selbst wieder.
    .closed = 🔑 Ich bin wieder da.
alert-limit = Ladegrenze { $limit }
alert-open = Offen: { $names }
alert-wheels = Bitte prüfen: { $names }
alert-period = { $when }

## Wenn etwas nicht klappt

error-unavailable = ☁️ Die Smart-Cloud antwortet gerade nicht. Es liegt an der Cloud, nicht an deinem Auto. Versuch es in ein paar Minuten noch einmal.
error-rate-limit = ☁️ Die Smart-Cloud bittet um eine Pause. Ich versuche es später von selbst.
error-rate-limit-until = ☁️ Die Smart-Cloud bittet um eine Pause bis { $at }.
error-evicted = 🔑 Eine andere App hat die Sitzung dieses Kontos übernommen. Ich trete kurz zurück; frag mich in einer Minute wieder.
error-authentication = 🔑 Die Smart-Cloud nimmt meine Sitzung nicht mehr an. Bitte melde dich mit /login neu an.
error-not-linked = Dieses Auto ist nicht mehr im Smart-Konto.
error-rejected = Die Smart-Cloud oder das Auto hat abgelehnt.
error-busy = Das Auto ist noch mit dem Befehl davor beschäftigt. Es ist nichts geschehen; versuch es gleich noch einmal.
error-unsupported = Dieses Auto kann das nicht.
error-argument = Dieser Wert ist nicht möglich.
error-argument-limits = Möglich sind { $minimum } bis { $maximum } { $unit } in Schritten von { $step }.
error-unexpected = Die Smart-Cloud hat etwas geantwortet, das ich nicht kenne. Ich habe es mir gemerkt.
error-other = Bei mir ist etwas schiefgegangen. Ich habe es mir gemerkt.

## Einstellungen, Daten und PIN

language = Sprache
timezone = Zeitzone
units = Einheiten
rename_car = Auto umbenennen
budget = Anfragen heute
account = Smart-Konto
pin = PIN
export = Meine Daten exportieren
forget = Alles löschen
    .ask = Alles löschen, was ich über dich speichere: Konto, Autos, Orte, Buchungen, Einstellungen? Auch andere kommen dann nicht mehr an deine Autos.
    .yes = Ja, alles löschen
setting-language-ask = Welche Sprache soll ich sprechen?
setting-language-unknown = Diese Sprache spreche ich nicht. Ich spreche diese.
setting-language-done = ✅ Ich spreche jetzt { $language }.
setting-timezone-ask = Welche Zeitzone? Drück einen Knopf oder schick zum Beispiel /timezone Berlin
setting-timezone-unknown = Ich bin nicht sicher, welche Zeitzone das ist. Drück einen Knopf oder schick zum Beispiel /timezone Europe/Berlin
setting-timezone-done = ✅ Zeiten sind jetzt die von { $zone }, dort ist es { $time }.
setting-units-ask = In welchen Einheiten soll ich zählen?
setting-units-done = ✅ Ich zähle jetzt in { $units }.
units-metric = Kilometer, bar
units-imperial = Meilen, psi
rename-done = ✅ { $car } heißt jetzt { $name }.
rename-bad = Gib mir einen Namen mit höchstens { $longest } Zeichen, zum Beispiel /rename Flitzer
rename-taken = Ein anderes deiner Autos heißt schon { $name }.
budget-today = 📊 <b>{ $number } Anfragen</b> heute an die Smart-Cloud, für das Konto von { $car }.
budget-next = Ich frage wieder um { $at }:
budget-now = Ich frage gerade:
budget-why-failed = der letzte Versuch schlug fehl, ich lasse der Cloud eine Pause.
budget-why-first = ich habe noch keine Daten.
budget-why-driving = das Auto fährt.
budget-why-charging = das Auto lädt.
budget-why-climate = die Klimaanlage läuft.
budget-why-just-parked = das Auto wurde gerade geparkt.
budget-why-night = es ist Nacht, da passiert wenig.
budget-why-fence = das Auto parkt, und du hast Orte, die ich beobachte.
budget-why-day = das Auto parkt.
budget-delay = Bei diesem Takt kommt eine Meldung höchstens { $length } zu spät.
budget-stopped = Ich frage nichts, bis du dich mit /login wieder anmeldest.
account-title = 🔑 <b>Dein Smart-Konto</b>
account-none = 🔑 In diesem Chat gibt es kein Smart-Konto. Schick /login.
account-sees = { $region }: { $count ->
    [0] es sieht kein Auto.
    [one] es sieht ein Auto.
   *[other] es sieht { $count } Autos.
 }
account-owned = • { $car }: gehört diesem Konto
account-shared = • { $car }: mit diesem Konto geteilt
account-silent = { $region }: Ich konnte es nicht prüfen. { $reason }
account-advice = Besser ist ein zweites Smart-Konto: Leg eines mit einer anderen E-Mail-Adresse an, teile das Auto in der Smart-App damit, dann hier /logout und mit ihm /login. So werfen die App und ich uns nicht gegenseitig hinaus.
account-good = ✅ Gut: Die App des Besitzers und ich kommen uns nicht in die Quere.
export-done = 📄 Das speichere ich über dich. Passwörter bewahre ich nicht auf, Sitzungsschlüssel stehen nicht darin.
forget-done = 🧹 Alles ist gelöscht. Schick /start, wenn du je neu anfangen willst.
pin-new = 🔢 Schick mir 4 bis 8 Ziffern als neue PIN, oder /cancel. Ich lösche die Nachricht sofort.
pin-set = ✅ Die PIN ist gesetzt, deine Nachricht ist gelöscht. Ich frage vor riskanten Dingen danach.
pin-bad = 🔢 Eine PIN hat 4 bis 8 Ziffern und sonst nichts. Schick sie noch einmal, oder /cancel. Deine Nachricht ist gelöscht.
pin-behind-command = 🔢 Diese Nachricht habe ich gelöscht: Schick nur /pin, dann frage ich nach den Ziffern.
pin-menu = 🔢 Eine PIN ist gesetzt. Ich frage vor riskanten Dingen danach.
pin-present = 🔢 Schick mir deine jetzige PIN. Ich lösche die Nachricht sofort.
pin-confirms = 🔢 Schick zur Bestätigung binnen 60 Sekunden deine PIN. Ich lösche die Nachricht.
pin-wrong = 🔢 Das ist nicht die PIN, deine Nachricht ist gelöscht. { $left ->
    [one] Ein Versuch bleibt.
   *[other] { $left } Versuche bleiben.
 }
pin-locked = 🔒 Die PIN ist nach drei falschen Versuchen gesperrt. Ein Besitzer des Autos kann sie mit /pin entsperren; ein Besitzer kann sich auch mit /login neu anmelden.
pin-removed = Die PIN ist entfernt, deine Nachricht ist gelöscht.
pin-private = 🔢 Das schützt du mit einer PIN. Frag mich bitte in unserem privaten Chat.
pin-reset-of = { $name } entsperren
pin-reset-done = Die PIN von { $name } ist entfernt. Mit /pin lässt sich eine neue setzen.
button-pin-change = PIN ändern
button-pin-remove = PIN entfernen

## Journals, surroundings and schedules

trips-none = Für diese Zeit sind keine Fahrten aufgezeichnet.
trips-sum = 🛣 { $distance } in { $count ->
    [one] einer Fahrt
   *[other] { $count } Fahrten
 }
trips-line = { $at } · { $distance }
more-lines = … und { $count } weitere
energy-unknown = Das Auto hat für diese Zeit keinen Verbrauch gemeldet.
energy-sum = ⚡ { $energy } kWh, { $mean } kWh auf 100 km
charges-none = Es sind keine Ladevorgänge aufgezeichnet.
charges-title = 🔌 Die letzten Ladevorgänge:
charges-line = { $at } · { $start } → { $end } · { $energy } kWh
software-unknown = Ob es ein Update gibt, ist unbekannt.
software-current = ✅ Es wird kein Update angeboten.
software-offered = ⬇️ Ein Update wird angeboten: { $version }
software-running = Installiert: { $version }
weather-line = 🌤 { $temperature } beim Auto
weather-air = Luftqualitätsindex: { $index }
chargers-none = Keine Ladepunkte im Umkreis von 5 km um das Auto.
chargers-title = 🔌 Ladepunkte beim Auto:
chargers-line = { $name }, { $address } · { $free } von { $count } frei
schedule-when = Ich brauche eine Uhrzeit in den nächsten 24 Stunden, etwa 7:30.
schedule-charging-stored = ⏱ In Smarts Cloud gespeichert: Laden täglich von { $start } bis { $end }.
schedule-climate-stored = ⏱ In Smarts Cloud gespeichert: { $temperature } um { $at }.
error-missing-secret = Dieser Dienst braucht die Einstellung { $setting }, deren Wert nicht veröffentlicht ist.
