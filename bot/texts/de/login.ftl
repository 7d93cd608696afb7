## Anmelden

login-region = 🔑 Woher ist dein Smart-Konto?
login-group = Anmelden ist privat. Öffne unseren privaten Chat, dort führe ich dich hindurch.
login-email = 🔑 { $region }. Sende mir die E-Mail-Adresse deines Smart-Kontos. Ich lösche die Nachricht sofort.
login-email-bad = Das sieht nicht nach einer E-Mail-Adresse aus. Sende sie noch einmal oder /cancel. Deine Nachricht habe ich gelöscht.
login-password = Danke, gelöscht. Nun bitte das Passwort. Es wird einmal benutzt und nicht behalten, die Nachricht lösche ich sofort.
login-wrong = 🔑 Die Smart-Cloud hat E-Mail-Adresse und Passwort nicht angenommen. Deine Nachricht habe ich gelöscht. Versuch es noch einmal, beginnend mit der E-Mail-Adresse, oder /cancel.
login-limited = 🔑 Die Smart-Cloud möchte vor der nächsten Anmeldung eine Pause. Versuch es um { $at } noch einmal. Deine Nachricht habe ich gelöscht.
login-failed = 🔑 Die Anmeldung hat nicht geklappt. { $reason } Deine Nachricht habe ich gelöscht.
login-done = ✅ <b>Angemeldet.</b> Deine Nachricht habe ich gelöscht. { $count ->
    [0] In diesem Konto ist kein Auto.
    [one] Dein Auto:
   *[other] Deine Autos:
 }
login-car = • { $car }
login-car-shared = • { $car } (mit dir geteilt)
login-next = Frag mich „Ist es abgeschlossen?“ oder drück eine Taste.
logout-done = 👋 Abgemeldet. Die Sitzung ist weg, hier und in der Smart-Cloud.
logout-none = Du bist hier nicht angemeldet.
