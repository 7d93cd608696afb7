## Autos und Leute

cars-title = <b>Deine Autos</b>
cars-selected = ✅ Wir reden jetzt über { $car }.
invite-made = 🔗 Mit diesem Link kommt { $name } zu { $car }, als { $role ->
    [owner] Besitzer
    [driver] Fahrer
    [young_driver] junger Fahrer
   *[guest] Gast
 }. Er gilt einmal, bis { $until }:
    { $link }
invite-made-token = 🔗 { $name } sendet mir dies einmal, bis { $until }:
    <code>/start { $token }</code>
invite-taken = ✅ Willkommen { $name }. Du kannst { $car } jetzt nutzen, als { $role ->
    [owner] Besitzer
    [driver] Fahrer
    [young_driver] junger Fahrer
   *[guest] Gast
 }.
invite-refused = Dieser Link gilt nicht mehr. Bitte um einen neuen.
invite-someone = jemand
remove-done = { $name } kann { $car } nicht mehr nutzen.
remove-unknown = Bei { $car } kenne ich niemanden mit diesem Namen. Es gibt: { $names }.
remove-who = Wen soll ich entfernen? Es gibt: { $names }.
remove-self = Dich selbst kannst du nicht entfernen; /logout beendet die Sitzung.
