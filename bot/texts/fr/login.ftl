## Connexion

login-region = 🔑 D'où est ton compte Smart ?
login-group = La connexion est privée. Ouvre notre chat privé et je te guide.
login-email = 🔑 { $region }. Envoie-moi l'adresse e-mail de ton compte Smart. J'efface le message aussitôt.
login-email-bad = Cela ne ressemble pas à une adresse e-mail. Renvoie-la, ou /cancel. J'ai effacé ton message.
login-password = Merci, effacé. Maintenant le mot de passe. Il sert une fois, n'est pas gardé, et j'efface le message aussitôt.
login-wrong = 🔑 Le cloud Smart n'a pas accepté cette adresse et ce mot de passe. J'ai effacé ton message. Réessaie en commençant par l'adresse e-mail, ou /cancel.
login-limited = 🔑 Le cloud Smart veut une pause avant la prochaine connexion. Réessaie à { $at }. J'ai effacé ton message.
login-failed = 🔑 La connexion n'a pas marché. { $reason } J'ai effacé ton message.
login-done = ✅ <b>Connecté.</b> J'ai effacé ton message. { $count ->
    [0] Il n'y a pas de voiture dans ce compte.
    [one] Ta voiture :
   *[other] Tes voitures :
 }
login-car = • { $car }
login-car-shared = • { $car } (partagée avec toi)
login-next = Demande « est-elle verrouillée ? » ou appuie sur un bouton.
logout-done = 👋 Déconnecté. La session n'existe plus, ni ici ni dans le cloud Smart.
logout-none = Tu n'es pas connecté ici.
