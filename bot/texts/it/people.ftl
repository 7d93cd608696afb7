## Macchine e persone

cars-title = <b>Le tue macchine</b>
cars-selected = ✅ Ora parliamo di { $car }.
invite-made = 🔗 Con questo link { $name } entra in { $car }, come { $role ->
    [owner] proprietario
    [driver] guidatore
    [young_driver] giovane guidatore
   *[guest] ospite
 }. Vale una volta, fino a { $until }:
    { $link }
invite-made-token = 🔗 { $name } mi manda questo una volta, fino a { $until }:
    <code>/start { $token }</code>
invite-taken = ✅ Ti do il benvenuto, { $name }. Ora puoi usare { $car }, come { $role ->
    [owner] proprietario
    [driver] guidatore
    [young_driver] giovane guidatore
   *[guest] ospite
 }.
invite-refused = Questo link non vale più. Chiedine uno nuovo.
invite-someone = chi lo riceve
remove-done = { $name } non può più usare { $car }.
remove-unknown = Non conosco nessuno con questo nome per { $car }. Ci sono: { $names }.
remove-who = Chi rimuovo? Ci sono: { $names }.
remove-self = Non puoi rimuovere te stesso; /logout chiude la sessione.
