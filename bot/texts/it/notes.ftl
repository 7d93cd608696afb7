## Messaggi vocali, e ciò che è stato solo sentito

heard-ask = Ho sentito: <b>{ $wish }</b>. Procedo?
heard-ask-car = Ho sentito: <b>{ $wish }</b> · { $car }. Procedo?
heard-yes = ✅ Sì, procedi
heard-yes-is-no-tap = Per questo tocca il pulsante: solo a voce non faccio nulla.
heard-secret = ⌨️ Scrivilo, per favore. Password, indirizzi e-mail e PIN non li accetto a voce.

heard-words = 🎙 «{ $words }»
voice-none = 🎙 Qui non posso ascoltare i messaggi vocali. Scrivilo, o dettalo con il microfono della tastiera.
voice-not-heard = 🎙 Non ho sentito parole. Ripetilo un po' più piano, o scrivilo.
voice-broken = 🎙 Non riesco a riprodurre questa registrazione. Registrala di nuovo, o scrivilo.
voice-too-long = 🎙 È troppo lungo per me: al massimo un minuto e 1 MB. Meglio una frase sola.
voice-busy = 🎙 Uno alla volta, per favore: sto ancora ascoltando gli altri tuoi messaggi.
voice-slow = 🎙 L'ascolto durava troppo e ho smesso. Questa volta scrivilo, per favore.
voice-missing = 🎙 Ciò che ascolta per me non risponde. Scrivilo; chi gestisce questo bot può chiedere a «smartbot doctor».
voice-failed = 🎙 Qualcosa è andato storto mentre ascoltavo. Riprova, o scrivilo.
voice-other-sound = 🎙 Ascolto messaggi vocali, non video o file audio. Tieni premuto il microfono e di' una frase, o scrivila.
voice_replies = Risposte vocali
voice-replies-ask = 🎙 Devo anche dire a voce le mie risposte ai tuoi messaggi vocali?
voice-replies-on = 🎙 Ora dico anche a voce le risposte ai tuoi messaggi vocali, qui nella nostra chat privata.
voice-replies-off = Rispondo solo per iscritto.
button-voice-on = Parla
button-voice-off = Scrivi soltanto
mode-on = attive
mode-off = disattivate
spoken-units = °C=gradi/grado|km/h=chilometri orari|kWh=chilowattora|kW=chilowatt|km=chilometri/chilometro|%=per cento|min=minuti/minuto|h=ore/ora|m=metri/metro|V=volt|mi=miglia/miglio|mi/h=miglia orarie|€=euro|£=sterline/sterlina|€/kWh=euro al chilowattora|£/kWh=sterline al chilowattora|bar=bar|psi=psi|→=a
