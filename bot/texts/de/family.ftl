## Wer zu einem Auto gehört

role-name = { $role ->
    [owner] Besitzer
    [driver] Fahrer
    [young_driver] junger Fahrer
   *[guest] Gast
 }
family-title = <b>Die Leute von { $car }</b>
family-line = • { $name } · { $role ->
    [owner] Besitzer
    [driver] Fahrer
    [young_driver] junger Fahrer
   *[guest] Gast
 }{ $state ->
    [paused] , pausiert
   *[active] { "" }
 }
family-invited = 🔗 { $name } · { $role ->
    [owner] Besitzer
    [driver] Fahrer
    [young_driver] junger Fahrer
   *[guest] Gast
 }, eingeladen bis { $until }
family-which = Welche Person namens { $name }?
family-gone = Diese Person gehört nicht mehr zu diesem Auto.
family-account = { $car } läuft über das Konto von { $name }: Das lässt sich nicht entziehen. Dort beendet es /logout.
family-already = { $name } ist { $state ->
    [paused] schon pausiert.
   *[active] schon aktiv.
 }
invite-guest-when = 📅 Für wann? Zum Beispiel „Samstag 10 bis 14 Uhr“.
invite-taken-guest = ✅ Willkommen { $name }. { $car } gehört dir { $when }. Ab einer halben Stunde vorher antworte ich.
invite-coming = 📅 Deine Zeit mit { $car }: { $when }. Ab einer halben Stunde vorher antworte ich.
invite-withdrawn = Der Link gilt nicht mehr.
invite-gone = Dieser Link ist schon benutzt oder zurückgezogen.
pause-done = { $name } kann { $car } nicht nutzen, bis du es wieder erlaubst.
pause-who = Wessen Zugang soll ich pausieren? Es gibt: { $names }.
resume-done = ✅ { $name } kann { $car } wieder nutzen.
resume-who = Wessen Zugang soll ich wieder erlauben? Es gibt: { $names }.
leave-done = Du gehörst nicht mehr zu { $car }. Deine Buchungen sind zurückgezogen.
leave-account = { $car } läuft über dein Konto, darum kannst du nicht gehen. /logout beendet die Sitzung.
leave-last-owner = Du bist der einzige Besitzer von { $car }. Übergib es erst, zum Beispiel „Übertrage den Besitz an Ben“.
transfer-offered = 🔑 Ich habe { $name } gefragt, ob { $car } an deiner Stelle übernommen wird. Bis dahin bleibst du Besitzer.
transfer-who = An wen? Es gibt: { $names }.
transfer-not-active = { $name } hat keinen Zugang, den man erhöhen könnte. Lade zuerst ein.
transfer-no-chat = { $name } hat mir noch nie geschrieben, darum kann ich nicht fragen.
transfer-gone = Dieses Angebot gilt nicht mehr.
transfer-done = 🔑 Du bist jetzt Besitzer von { $car }.
transfer-declined = Gut. Alles bleibt, wie es ist.
family-news-offer = 🔑 <b>{ $by } möchte dir { $car } übergeben.</b> Du wärst Besitzer und { $by } Fahrer.
family-news-transferred = 🔑 { $name } ist jetzt Besitzer von { $car }, und du bist Fahrer.
family-news-remove = Dein Zugang zu { $car } ist beendet. { $by } hat ihn entfernt.
family-news-pause = Dein Zugang zu { $car } ist pausiert. { $by } kann ihn wieder erlauben.
family-news-resume = ✅ Dein Zugang zu { $car } ist wieder da.
family-news-left = { $name } gehört nicht mehr zu { $car }.
young-not-yours = Du kannst { $car } bedienen, während deine Buchung läuft. Sag „Kann ich das Auto haben“ für eine.
button-withdraw = Link zurückziehen
button-withdraw-of = { $name } ausladen
button-pause-of = { $name } pausieren
button-resume-of = { $name } wieder erlauben
button-remove-of = { $name } entfernen
button-accept-ownership = 🔑 Besitzer werden
button-decline-ownership = Nein, danke
