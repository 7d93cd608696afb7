## Calendari a cui iscriversi, e quelli di altri

calendar-title = 📅 <b>Indirizzi del calendario.</b> Chi ne conosce uno lo legge, tienili per te.
calendar-none = 📅 <b>Non hai ancora indirizzi del calendario.</b> Prendine uno qui sotto e iscriviti nel calendario del telefono.
calendar-address = • { $name }, letto { $used }
calendar-address-unused = • { $name }, non ancora letto
calendar-imported = Calendari che dicono quando la macchina è occupata: { $count }
calendar-mine = Le mie prenotazioni
calendar-of-car = Prenotazioni di { $car }
calendar-of-car-busy = { $car }, solo quando è occupata
calendar-made = 📅 <b>{ $name }</b>
    Iscriviti a questo indirizzo nel tuo calendario. Non posso mostrarlo di nuovo; puoi revocarlo quando vuoi.
    <code>{ $address }</code>
calendar-revoked = ✅ <b>Revocato.</b> L'indirizzo di «{ $name }» non mostra più niente.
calendar-full = Hai già { $most } indirizzi. Prima revocane uno.
calendar-as-file = 📅 Ecco le prenotazioni in un file. Per un indirizzo che il calendario segue da solo, il compagno deve essere raggiungibile da fuori (PUBLIC_URL).
calendar-booked = { $name } · { $car }
calendar-asked = { $name } chiede { $car }
calendar-taken = { $car } è occupata
calendar-import-how = 📅 Manda l'indirizzo dopo il comando: /calendar_import https://…
    I suoi orari contano poi come occupati.
calendar-import-refused = 📅 Non posso leggere quell'indirizzo. Deve essere pubblico e cominciare con https:// (o webcal://).
calendar-import-full = Questa macchina ha già { $most } calendari di altri. Prima togline uno in /calendar.
calendar-import-kept = ✅ <b>Salvato.</b> Lo leggo tra un attimo e poi ogni tre ore; i suoi orari contano come occupati per { $car }. Ho cancellato il tuo messaggio, perché l'indirizzo è una chiave.
calendar-dropped = ✅ <b>Dimenticato.</b> I suoi orari non contano più.
button-calendar-revoke = Revoca: { $name }
button-calendar-drop = Dimentica il calendario { $number }
calendar-foreign = un altro calendario
