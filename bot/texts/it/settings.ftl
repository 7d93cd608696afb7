## Impostazioni, dati e PIN

language = Lingua
timezone = Fuso orario
units = Unità
rename_car = Rinomina la macchina
budget = Richieste di oggi
account = Account Smart
pin = PIN
export = Esporta i miei dati
forget = Cancella tutto
    .ask = Cancellare tutto quello che conservo su di te: account, auto, luoghi, prenotazioni, impostazioni? Anche gli altri perdono l'accesso alle tue auto.
    .yes = Sì, cancella tutto
setting-language-ask = Quale lingua devo parlare?
setting-language-unknown = Non parlo quella lingua. Parlo queste.
setting-language-done = ✅ Lingua cambiata: { $language }.
setting-timezone-ask = Quale fuso orario? Premi un pulsante o invia per esempio /timezone Rome
setting-timezone-unknown = Non sono sicuro di quale fuso sia. Premi un pulsante o invia per esempio /timezone Europe/Rome
setting-timezone-done = ✅ Gli orari sono ora quelli di { $zone }, dove sono le { $time }.
setting-units-ask = In quali unità devo contare?
setting-units-done = ✅ Ora conto in { $units }.
units-metric = chilometri, bar
units-imperial = miglia, psi
rename-done = ✅ { $car } ora si chiama { $name }.
rename-bad = Che nome le do? Al massimo { $longest } caratteri, per esempio «Freccia».
rename-taken = Un'altra delle tue auto si chiama già { $name }.
budget-today = 📊 <b>{ $number } richieste</b> al cloud Smart oggi, per l'account di { $car }.
budget-next = Chiedo di nuovo alle { $at }:
budget-now = Sto chiedendo adesso:
budget-why-failed = l'ultimo tentativo è fallito, lascio una pausa al cloud.
budget-why-first = non ho ancora dati.
budget-why-driving = la macchina è in viaggio.
budget-why-charging = la macchina è in carica.
budget-why-climate = il clima è acceso.
budget-why-just-parked = la macchina è appena stata parcheggiata.
budget-why-night = è notte e succede poco.
budget-why-fence = la macchina è parcheggiata e sorveglio i tuoi luoghi.
budget-why-day = la macchina è parcheggiata.
budget-delay = A questo ritmo un avviso arriva al massimo { $length } in ritardo.
budget-stopped = Non chiedo nulla finché non accedi di nuovo con /login.
account-title = 🔑 <b>Il tuo account Smart</b>
account-none = 🔑 In questa chat non c'è un account Smart. Invia /login.
account-sees = { $region }: { $count ->
    [0] non vede nessuna auto.
    [one] vede un'auto.
   *[other] vede { $count } auto.
 }
account-owned = • { $car }: è di questo account
account-shared = • { $car }: condivisa con questo account
account-silent = { $region }: non ho potuto controllare. { $reason }
account-advice = Meglio un secondo account Smart: crealo con un'altra e-mail, condividi la macchina con esso nell'app Smart, poi /logout e /login con esso qui. Così l'app e io non ci buttiamo fuori a vicenda.
account-good = ✅ Bene: l'app del proprietario e io non ci intralciamo.
export-done = 📄 Questo è ciò che conservo su di te. Le password non vengono conservate e le chiavi di sessione non ci sono.
forget-done = 🧹 Tutto è cancellato. Invia /start se un giorno vuoi ricominciare.
pin-new = 🔢 Mandami da 4 a 8 cifre come nuovo PIN, oppure /cancel. Cancello subito il messaggio.
pin-set = ✅ Il PIN è impostato e il tuo messaggio cancellato. Lo chiedo prima delle cose rischiose.
pin-bad = 🔢 Un PIN ha da 4 a 8 cifre e nient'altro. Mandalo di nuovo, oppure /cancel. Ho cancellato il tuo messaggio.
pin-behind-command = 🔢 Ho cancellato quel messaggio: manda solo /pin e ti chiedo le cifre.
pin-menu = 🔢 Un PIN è impostato. Lo chiedo prima delle cose rischiose.
pin-present = 🔢 Mandami il tuo PIN attuale. Cancello subito il messaggio.
pin-confirms = 🔢 Manda il tuo PIN entro 60 secondi per confermare. Cancello il messaggio.
pin-wrong = 🔢 Non è il PIN, ho cancellato il tuo messaggio. { $left ->
    [one] Resta un tentativo.
   *[other] Restano { $left } tentativi.
 }
pin-locked = 🔒 Il PIN è bloccato dopo tre tentativi sbagliati. Un proprietario della macchina può sbloccarlo con /pin; un proprietario può anche accedere di nuovo con /login.
pin-removed = Il PIN è tolto e il tuo messaggio cancellato.
pin-only-private = 🔢 Un PIN si imposta e si cambia nella nostra chat privata, dove nessun altro lo legge.
pin-private = 🔢 Lo proteggi con un PIN. Chiedimelo nella nostra chat privata.
pin-reset-of = Sblocca { $name }
pin-reset-done = Il PIN di { $name } è tolto. Con /pin se ne imposta uno nuovo.
button-pin-change = Cambia il PIN
button-pin-remove = Togli il PIN
