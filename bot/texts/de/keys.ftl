## Digitale Schlüssel

keys-title = 🔑 <b>Digitale Schlüssel von { $car }</b>
keys-line = • { $name }, { $kind ->
    [own] in deinem eigenen Telefon
   *[lent] verliehen
 }, { $state ->
    [active] gültig
    [frozen] eingefroren
    [expired] abgelaufen
   *[other] Zustand unbekannt
 }{ $dated ->
    [yes] , bis { $until }
   *[no] { "" }
 }
keys-none = 🔑 Smarts Cloud kennt keinen digitalen Schlüssel von { $car }.
keys-none-lent = 🔑 Niemand sonst hat einen digitalen Schlüssel von { $car }.
keys-which = 🔑 Welchen Schlüssel meinst du?
keys-unknown = 🔑 Auf „{ $name }“ passt nicht genau ein Schlüssel. Welchen meinst du?
keys-nameless = Schlüssel ohne Namen
keys-revoked = ✅ <b>Entzogen.</b> { $name } öffnet { $car } nicht mehr, sobald das Auto davon weiß.
button-revoke = 🔑 Entziehen
