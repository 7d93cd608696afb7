aside-told = 🔒 { $name }, je te l'ai écrit en privé.
aside-closed = 🔒 { $name }, c'est pour toi seulement. Ouvre notre chat privé, appuie sur Démarrer, puis redemande-moi.
button-open-private = Ouvrir notre chat
group-anonymous = 🔒 Je ne vois pas qui écrit ici au nom du groupe ou d'une chaîne, ni donc ce que tu peux faire. Écris-le en ton nom.
