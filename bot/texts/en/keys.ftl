## Digital keys

keys-title = 🔑 <b>Digital keys of { $car }</b>
keys-line = • { $name }, { $kind ->
    [own] in your own phone
   *[lent] lent
 }, { $state ->
    [active] valid
    [frozen] frozen
    [expired] expired
   *[other] state unknown
 }{ $dated ->
    [yes] , until { $until }
   *[no] { "" }
 }
keys-none = 🔑 Smart's cloud knows no digital key of { $car }.
keys-none-lent = 🔑 Nobody else holds a digital key of { $car }.
keys-which = 🔑 Which key do you mean?
keys-unknown = 🔑 No single key fits “{ $name }”. Which one do you mean?
keys-nameless = key without a name
keys-revoked = ✅ <b>Revoked.</b> { $name } no longer opens { $car }, as soon as the car has heard of it.
button-revoke = 🔑 Revoke
