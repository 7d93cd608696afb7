## Chi fa parte di un'auto

role-name = { $role ->
    [owner] proprietario
    [driver] guidatore
    [young_driver] giovane guidatore
   *[guest] ospite
 }
family-title = <b>Le persone di { $car }</b>
family-line = • { $name } · { $role ->
    [owner] proprietario
    [driver] guidatore
    [young_driver] giovane guidatore
   *[guest] ospite
 }{ $state ->
    [paused] , in pausa
   *[active] { "" }
 }
family-invited = 🔗 { $name } · { $role ->
    [owner] proprietario
    [driver] guidatore
    [young_driver] giovane guidatore
   *[guest] ospite
 }, con invito fino a { $until }
family-which = Quale { $name }?
family-gone = Questa persona non fa più parte dell'auto.
family-account = { $car } va con l'account di { $name }: non si può togliere. Lì lo chiude /logout.
family-already = { $name } è già { $state ->
    [paused] in pausa.
   *[active] attivo.
 }
invite-guest-when = 📅 Per quando? Per esempio «sabato dalle 10 alle 14».
invite-taken-guest = ✅ Ti do il benvenuto, { $name }. { $car } è tua { $when }. Rispondo da mezz'ora prima.
invite-coming = 📅 Il tuo tempo con { $car }: { $when }. Rispondo da mezz'ora prima.
invite-withdrawn = Il link non vale più.
invite-gone = Quel link è già stato usato o ritirato.
pause-done = { $name } non può usare { $car } finché non lo permetti di nuovo.
pause-who = Quale accesso metto in pausa? Ci sono: { $names }.
resume-done = ✅ { $name } può usare di nuovo { $car }.
resume-who = Quale accesso permetto di nuovo? Ci sono: { $names }.
leave-done = Hai lasciato { $car }. Le tue prenotazioni sono annullate.
leave-account = { $car } va con il tuo account, quindi non puoi andartene. /logout chiude la sessione.
leave-last-owner = Sei l'unico proprietario di { $car }. Prima cedila, per esempio «Trasferisci la proprietà a Ben».
transfer-offered = 🔑 Ho chiesto a { $name } di diventare proprietario di { $car } al posto tuo. Lo resti finché non accetta.
transfer-who = A chi? Ci sono: { $names }.
transfer-not-active = { $name } non ha un accesso da elevare. Prima invita.
transfer-no-chat = { $name } non mi ha mai scritto, quindi non posso chiedere.
transfer-gone = Questa offerta non vale più.
transfer-done = 🔑 Ora sei proprietario di { $car }.
transfer-declined = Va bene. Tutto resta com'è.
family-news-offer = 🔑 <b>{ $by } vuole cederti { $car }.</b> Saresti proprietario e { $by } guidatore.
family-news-transferred = 🔑 { $name } ora è proprietario di { $car }, e tu sei guidatore.
family-news-remove = Il tuo accesso a { $car } è finito. L'ha tolto { $by }.
family-news-pause = Il tuo accesso a { $car } è in pausa. { $by } può permetterlo di nuovo.
family-news-resume = ✅ Il tuo accesso a { $car } è tornato.
family-news-left = { $name } ha lasciato { $car }.
young-not-yours = Puoi comandare { $car } durante la tua prenotazione. Di' «Posso avere la macchina» per farne una.
button-withdraw = Ritira il link
button-withdraw-of = Ritira { $name }
button-pause-of = Pausa per { $name }
button-resume-of = Permetti { $name }
button-remove-of = Togli { $name }
button-accept-ownership = 🔑 Diventa proprietario
button-decline-ownership = No, grazie
