## Chiavi digitali

keys-title = 🔑 <b>Chiavi digitali di { $car }</b>
keys-line = • { $name }, { $kind ->
    [own] nel tuo telefono
   *[lent] prestata
 }, { $state ->
    [active] valida
    [frozen] congelata
    [expired] scaduta
   *[other] stato sconosciuto
 }{ $dated ->
    [yes] , fino al { $until }
   *[no] { "" }
 }
keys-none = 🔑 Il cloud di Smart non conosce chiavi digitali di { $car }.
keys-none-lent = 🔑 Nessun altro ha una chiave digitale di { $car }.
keys-which = 🔑 Quale chiave intendi?
keys-unknown = 🔑 «{ $name }» non indica una sola chiave. Quale intendi?
keys-nameless = chiave senza nome
keys-revoked = ✅ <b>Revocata.</b> { $name } non apre più { $car }, appena la macchina lo sa.
button-revoke = 🔑 Revoca
