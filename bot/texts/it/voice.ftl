## Voce: Alexa, token, Home Assistant

token = Token per altri programmi
token-list = 🔑 Con i <b>token</b>, Siri, Tasker o Home Assistant chiedono a me per te. { $count ->
    [0] Non ne hai nessuno.
    [one] Ne hai uno.
   *[other] Ne hai { $count }.
 } Che cosa può fare uno nuovo?
token-line = • { $label }, creato { $at }, { $used }
token-used = usato l'ultima volta { $at }
token-unused = mai usato
token-made = 🔑 Ecco il tuo token. Lo mostro solo questa volta; custodiscilo come una chiave e cancella questo messaggio quando l'hai copiato.
    <code>{ $secret }</code>
    { $scopes } Come usarlo: docs/say.md
token-scope-read = Può chiedere, e nient'altro.
token-scope-act = Può chiedere, e agire dopo una conferma.
token-label = Token { $number }
token-most = Hai già { $count } token. Prima revocane uno.
token-revoked = 🔑 { $label } è revocato. Non apre più nulla.
button-token-read = Nuovo: può chiedere
button-token-act = Nuovo: può chiedere e agire
token-revoke-of = Revoca { $label }

alexa = Collega Alexa
alexa-off = 🔊 Alexa non è configurata qui. Chi gestisce questo bot trova i passi in docs/alexa.md.
alexa-code = 🔊 Di' ad Alexa: «{ $say }», e quando lo chiede, questo codice:
    <b>{ $code }</b>
    Vale 10 minuti e una volta sola. Non dirlo a nessuno: chi lo dice parla per te.
alexa-state = { $count ->
    [0] Nessun account Alexa parla ancora per te.
    [one] Un account Alexa parla per te.
   *[other] { $count } account Alexa parlano per te.
 }
alexa-invocation = Alexa, apri { $name }
alexa-pin-off = PIN vocale: disattivato, quindi Alexa e gli altri altoparlanti non fanno nulla di delicato.
alexa-pin-on = PIN vocale: attivo. Sbloccare l'auto e le altre cose delicate lo richiedono.
alexa-pin-locked = 🔒 PIN vocale: bloccato dopo tre tentativi sbagliati. Impostalo di nuovo o toglilo.
alexa-unlinked = 🔊 Nessun account Alexa parla più per te.
button-alexa-pin = Imposta il PIN vocale
button-alexa-pin-off = Togli il PIN vocale
button-alexa-unlink = Scollega Alexa
voice-pin-new = 🔢 Mandami da 4 a 8 cifre come PIN vocale, o /cancel. Cancello subito il messaggio. Usa cifre diverse da altrove: le dirai ad alta voce.
voice-pin-set = ✅ Il PIN vocale è impostato, e ho cancellato il tuo messaggio. Gli altoparlanti lo chiedono prima delle cose delicate.
voice-pin-removed = Il PIN vocale è tolto. Gli altoparlanti non fanno più nulla di delicato.
alexa-paired-note = 🔊 Da ora un account Alexa parla per te. Se non sei stato tu: /alexa, poi Scollega.

alexa-name = compagno smart
alexa-carriers = per favore, chiedi se, voglio sapere, puoi, di
alexa-digits = il mio codice è, il codice è, codice, il mio pin è, il pin è, pin

voice-chat-only = Questo va fatto nella nostra chat di Telegram, chiedimelo lì.
voice-risky-off = A voce lo faccio solo con un PIN vocale. Impostalo nella nostra chat con /alexa.
voice-say-pin = Di' il tuo PIN vocale, per favore.
voice-send-pin = Manda anche il tuo PIN.
voice-pin-missing = Per questo mi serve il tuo PIN: da 4 a 8 cifre.
voice-pin-wrong = Non è il PIN giusto. { $left ->
    [one] Resta un tentativo.
   *[other] Restano { $left } tentativi.
 }
voice-pin-locked = Il PIN è bloccato dopo tre tentativi sbagliati. Reimpostalo nella nostra chat di Telegram.
voice-asked = L'ho chiesto all'auto. L'esito arriva nella nostra chat.
voice-later = Ci vuole di più. La risposta arriva nella nostra chat.
voice-or = { $first } o { $last }
voice-welcome = Ciao { $name }. Chiedimi della tua Smart, o dimmi che cosa fare.
voice-reprompt = Che cosa posso fare?
voice-help = Chiedi per esempio: { $examples }.
voice-goodbye = A presto.
voice-cancelled = Va bene, non ho fatto nulla.
voice-fallback = Non ho capito. Di' aiuto per sentire degli esempi.
voice-nothing-open = Al momento non c'è nulla da confermare.
voice-pair = Non ti conosco ancora. Manda /alexa al bot in Telegram, poi dimmi: il mio codice è, e le sei cifre.
voice-pair-wrong = Questo codice non è valido. Chiedine uno nuovo con /alexa in Telegram.
voice-pair-limit = Per oggi i tentativi sono stati troppi.
voice-paired = Collegato. Ciao { $name }, che cosa posso fare?
voice-trouble = Qualcosa è andato storto. Riprova più tardi, per favore.
voice-token-gone = Il token di questo servizio non vale più. Creane uno nuovo con /token in Telegram.
voice-read-only = Questo token può solo chiedere.
