## Conversation

welcome-back = 👋 Bonjour { $name }. Demande-moi des nouvelles de { $car }, ou dis-moi quoi faire.
welcome-group = 👋 Bonjour. Tous ceux qui conduisent { $car } peuvent me parler ici. L'endroit où elle se trouve reste privé.
stranger = Ceci est un compagnon privé pour conducteurs de Smart. Si on t'a invité, ouvre le lien reçu ; si tu as une Smart, envoie /login.
stranger-group-toast = C'est réservé à ceux qui conduisent cette voiture.
no-car = Je ne te connais pas encore de voiture. Connecte-toi avec /login, ou ouvre le lien que tu as reçu.
no-data = Je n'ai pas encore de données de { $car }.
not-yet = J'ai compris « { $intent } », mais je ne sais pas encore le faire.
unknown = Je n'ai pas compris. Essaie ceci, ou envoie /help.
did-you-mean = Tu voulais dire … ?
out-of-range-temperature = { $value } °C n'est pas possible, seulement de { $minimum } à { $maximum } °C.
out-of-range-percent = { $value } % n'est pas possible : la limite va de { $minimum } à { $maximum } % par pas de 5.
out-of-range-radius = { $value } m n'est pas possible : un rayon va de { $minimum } à { $maximum } m.
out-of-range-level = { $value } n'est pas possible : le niveau va de { $minimum } à { $maximum }.
out-of-range-other = { $value } n'est pas possible, seulement de { $minimum } à { $maximum }.
too-long = C'est un long message. Dis-moi ce que tu veux en une ou deux phrases, s'il te plaît.
empty-message = Je lis le texte et les boutons. Que puis-je faire ?
unread-foreign = ↪️ Je ne fais rien de ce qui est transféré, ni de ce qu'écrit un autre bot. Écris-le toi-même si tu le veux.
unread-caption = 🖼 Je ne regarde ni les images ni les fichiers, et je ne lis pas leur légende. Écris-la dans un message à part.
thanks = 🙂 Je suis là dès que tu as besoin de la voiture.
cancelled = Annulé. Rien n'a été fait.
nothing-to-cancel = Il n'y a rien à annuler.
help-text = <b>Dis-le simplement.</b> Par exemple :
    { $examples }

    Pour ce qui est risqué (déverrouiller, hayon, vitres), je redemande avant.
    /status · /cars · /login · /logout · /help
role-missing = Pour { $car }, seuls { $role ->
    [owner] les propriétaires
    [driver] les conducteurs et propriétaires
    [young_driver] les conducteurs et propriétaires
   *[guest] ceux qui la conduisent
 } peuvent le faire.
capability-missing = { $car } ne peut pas faire cela : { $what }.
private-only = Cela se fait dans notre chat privé.
group-offer = Ce groupe peut-il poser des questions sur une voiture ? Tous ici recevront ses alertes ; l'endroit où elle se trouve reste privé.
group-offer-button = Utiliser { $car } ici
argument-missing = Quoi exactement ? Par exemple : { $example }

## Confirmations et boutons

words-yes = oui, o, ouais, d'accord, ok, okay, bien sûr, confirme, vas-y, oui s'il te plaît
words-no = non, n, annule, annuler, stop, non merci, laisse
confirm-expired = La question est close : déjà répondue, ou les 60 secondes sont passées. Redis-le.
confirm-needs-word = C'est un oui ? Alors appuie sur le bouton ci-dessus, ou écris « oui ».
confirm-other = Seul { $name } peut répondre.
button-unknown = Je ne connais pas ce bouton. Rien n'a été fait.
button-expired = Ce bouton est trop ancien. Redemande-moi.
button-used = On y a déjà répondu.
button-used-result = On y a déjà répondu : { $result }
nothing-to-confirm = Il n'y a rien à confirmer en ce moment.
