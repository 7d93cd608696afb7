## Accesso

login-region = 🔑 Di dove è il tuo account Smart?
login-group = L'accesso è privato. Apri la nostra chat privata e ti guido.
login-email = 🔑 { $region }. Mandami l'e-mail del tuo account Smart. Cancello subito il messaggio.
login-email-bad = Non sembra un indirizzo e-mail. Mandalo di nuovo, o /cancel. Ho cancellato il tuo messaggio.
login-password = Grazie, cancellato. Ora la password. Si usa una volta, non si conserva, e cancello subito il messaggio.
login-wrong = 🔑 Il cloud Smart non ha accettato questa e-mail e questa password. Ho cancellato il tuo messaggio. Riprova cominciando dall'e-mail, o /cancel.
login-limited = 🔑 Il cloud Smart vuole una pausa prima del prossimo accesso. Riprova alle { $at }. Ho cancellato il tuo messaggio.
login-failed = 🔑 L'accesso non ha funzionato. { $reason } Ho cancellato il tuo messaggio.
login-done = ✅ <b>Accesso fatto.</b> Ho cancellato il tuo messaggio. { $count ->
    [0] In questo account non c'è nessuna macchina.
    [one] La tua macchina:
   *[other] Le tue macchine:
 }
login-car = • { $car }
login-car-shared = • { $car } (condivisa con te)
login-next = Chiedimi «è chiusa?» o premi un pulsante.
logout-done = 👋 Sei uscito. La sessione non c'è più, né qui né nel cloud Smart.
logout-none = Qui non hai fatto l'accesso.
