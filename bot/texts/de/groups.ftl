aside-told = 🔒 { $name }, das habe ich dir privat geschrieben.
aside-closed = 🔒 { $name }, das ist nur für dich. Öffne unseren privaten Chat, drücke auf Start und frag mich noch einmal.
button-open-private = Unseren Chat öffnen
group-anonymous = 🔒 Ich sehe nicht, wer hier im Namen der Gruppe oder eines Kanals schreibt, und damit auch nicht, was du darfst. Schreib es bitte als du selbst.
