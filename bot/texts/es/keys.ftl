## Llaves digitales

keys-title = 🔑 <b>Llaves digitales de { $car }</b>
keys-line = • { $name }, { $kind ->
    [own] en tu propio teléfono
   *[lent] prestada
 }, { $state ->
    [active] válida
    [frozen] congelada
    [expired] caducada
   *[other] estado desconocido
 }{ $dated ->
    [yes] , hasta { $until }
   *[no] { "" }
 }
keys-none = 🔑 La nube de Smart no conoce ninguna llave digital de { $car }.
keys-none-lent = 🔑 Nadie más tiene una llave digital de { $car }.
keys-which = 🔑 ¿A qué llave te refieres?
keys-unknown = 🔑 «{ $name }» no corresponde a una sola llave. ¿A cuál te refieres?
keys-nameless = llave sin nombre
keys-revoked = ✅ <b>Revocada.</b> { $name } ya no abre { $car }, en cuanto el coche lo sepa.
button-revoke = 🔑 Revocar
