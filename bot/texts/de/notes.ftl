## Sprachnachrichten, und was nur gehört wurde

heard-ask = Gehört habe ich: <b>{ $wish }</b>. Soll ich?
heard-ask-car = Gehört habe ich: <b>{ $wish }</b> · { $car }. Soll ich?
heard-yes = ✅ Ja, bitte
heard-yes-is-no-tap = Dafür tippe bitte auf die Taste: auf Zuruf allein rühre ich nichts an.
heard-secret = ⌨️ Schreib das bitte. Passwörter, E-Mail-Adressen und PINs nehme ich nicht gesprochen an.

heard-words = 🎙 „{ $words }“
voice-none = 🎙 Sprachnachrichten kann ich hier nicht hören. Schreib es bitte, oder diktiere mit dem Mikrofon deiner Tastatur.
voice-not-heard = 🎙 Ich habe darin keine Worte gehört. Sag es etwas langsamer noch einmal, oder schreib es.
voice-broken = 🎙 Diese Aufnahme kann ich nicht abspielen. Nimm sie bitte noch einmal auf, oder schreib es.
voice-too-long = 🎙 Das ist mir zu lang: höchstens eine Minute und 1 MB. Ein Satz ist am besten.
voice-busy = 🎙 Bitte eins nach dem anderen: Ich höre noch deine anderen Nachrichten.
voice-slow = 🎙 Das Zuhören hat zu lange gedauert, ich habe aufgehört. Schreib es diesmal bitte.
voice-missing = 🎙 Was für mich zuhört, antwortet nicht. Schreib es bitte; wer diesen Bot betreibt, fragt „smartbot doctor“.
voice-failed = 🎙 Beim Zuhören ist etwas schiefgegangen. Versuch es noch einmal, oder schreib es.
voice-other-sound = 🎙 Ich höre Sprachnachrichten, keine Videos oder Tondateien. Halte das Mikrofon und sag einen Satz, oder schreib es.
voice_replies = Sprachantworten
voice-replies-ask = 🎙 Soll ich meine Antworten auf deine Sprachnachrichten auch sprechen?
voice-replies-on = 🎙 Ich spreche meine Antworten auf deine Sprachnachrichten jetzt auch, hier in unserem privaten Chat.
voice-replies-off = Ich antworte nur noch schriftlich.
button-voice-on = Sprechen
button-voice-off = Nur schreiben
mode-on = an
mode-off = aus
spoken-units = °C=Grad|km/h=Kilometer pro Stunde|kWh=Kilowattstunden/Kilowattstunde|kW=Kilowatt|km=Kilometer|%=Prozent|min=Minuten/Minute|Min.=Minuten/Minute|h=Stunden/Stunde|Std.=Stunden/Stunde|m=Meter|V=Volt|mi=Meilen/Meile|mi/h=Meilen pro Stunde|€=Euro|£=Pfund|€/kWh=Euro je Kilowattstunde|£/kWh=Pfund je Kilowattstunde|bar=Bar|psi=psi|→=auf
