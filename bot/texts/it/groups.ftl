aside-told = 🔒 { $name }, te l'ho scritto in privato.
aside-closed = 🔒 { $name }, è solo per te. Apri la nostra chat privata, premi Avvia e chiedimelo di nuovo.
button-open-private = Apri la nostra chat
group-anonymous = 🔒 Non vedo chi scrive qui a nome del gruppo o di un canale, e quindi nemmeno che cosa puoi fare. Scrivilo a tuo nome.
