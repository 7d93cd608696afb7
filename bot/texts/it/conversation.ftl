## Conversazione

welcome-back = 👋 Ciao { $name }. Chiedimi di { $car }, o dimmi che cosa fare.
welcome-group = 👋 Ciao. Chi guida { $car } può chiedermi qui. Dove si trova resta privato.
stranger = Questo è un compagno privato per chi guida una Smart. Se qualcuno ti ha invitato, apri il suo link; se hai una Smart, invia /login.
stranger-group-toast = Questo è solo per chi guida questa macchina.
no-car = Non conosco ancora una tua macchina. Accedi con /login, o apri il link che hai ricevuto.
no-data = Non ho ancora dati di { $car }.
not-yet = Ho capito «{ $intent }», ma non lo so ancora fare.
unknown = Non ho capito. Prova una di queste, o invia /help.
did-you-mean = Volevi dire …?
out-of-range-temperature = { $value } °C non è possibile, solo da { $minimum } a { $maximum } °C.
out-of-range-percent = { $value } % non è possibile: il limite va da { $minimum } a { $maximum } % a passi di 5.
out-of-range-radius = { $value } m non è possibile: un raggio va da { $minimum } a { $maximum } m.
out-of-range-level = { $value } non è possibile: il livello va da { $minimum } a { $maximum }.
out-of-range-other = { $value } non è possibile, solo da { $minimum } a { $maximum }.
too-long = È un messaggio lungo. Dimmi in una o due frasi che cosa vuoi, per favore.
empty-message = Leggo testo e pulsanti. Che cosa posso fare?
unread-foreign = ↪️ Non faccio nulla di ciò che è inoltrato, né di ciò che scrive un altro bot. Scrivilo tu se lo vuoi.
unread-caption = 🖼 Non guardo immagini né file, e non leggo la didascalia. Scrivila in un messaggio a parte.
thanks = 🙂 Sono qui quando ti serve l'auto.
cancelled = Annullato. Non è stato fatto nulla.
nothing-to-cancel = Non c'è niente da annullare.
help-text = <b>Dillo e basta.</b> Per esempio:
    { $examples }

    Per le cose rischiose (aprire, portellone, finestrini) chiedo prima conferma.
    /status · /cars · /login · /logout · /help
role-missing = Con { $car } lo possono fare solo { $role ->
    [owner] i proprietari
    [driver] i guidatori e i proprietari
    [young_driver] i guidatori e i proprietari
   *[guest] quelli che la guidano
 }.
capability-missing = { $car } non lo può fare: { $what }.
private-only = Questo va nella nostra chat privata.
group-offer = Questo gruppo può chiedere di una macchina? Tutti qui sentono i suoi avvisi; dove si trova resta privato.
group-offer-button = Usa { $car } qui
argument-missing = Che cosa di preciso? Per esempio: { $example }

## Conferme e pulsanti

words-yes = sì, si, s, ok, okay, va bene, certo, conferma, confermo, vai, sì grazie
words-no = no, n, annulla, ferma, no grazie, lascia stare
confirm-expired = La domanda è chiusa: già risposta, o sono passati i 60 secondi. Chiedimelo di nuovo.
confirm-needs-word = È un sì? Allora premi il pulsante qui sopra o scrivi «sì».
confirm-other = Può rispondere solo { $name }.
button-unknown = Non conosco questo pulsante. Non è stato fatto nulla.
button-expired = Questo pulsante è troppo vecchio. Chiedimelo di nuovo.
button-used = È già stata data una risposta.
button-used-result = È già stata data una risposta: { $result }
nothing-to-confirm = Ora non c'è niente da confermare.
