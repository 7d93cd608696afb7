## Réglages, données et code PIN

language = Langue
timezone = Fuseau horaire
units = Unités
rename_car = Renommer la voiture
budget = Requêtes du jour
account = Compte Smart
pin = Code PIN
export = Exporter mes données
forget = Tout supprimer
    .ask = Supprimer tout ce que je garde sur toi : compte, voitures, lieux, réservations, réglages ? Les autres perdent aussi l'accès à tes voitures.
    .yes = Oui, tout supprimer
setting-language-ask = Quelle langue dois-je parler ?
setting-language-unknown = Je ne parle pas cette langue. Je parle celles-ci.
setting-language-done = ✅ Langue changée : { $language }.
setting-timezone-ask = Quel fuseau horaire ? Appuie sur un bouton ou envoie par exemple /timezone Paris
setting-timezone-unknown = Je ne suis pas sûr du fuseau. Appuie sur un bouton ou envoie par exemple /timezone Europe/Paris
setting-timezone-done = ✅ Les heures sont celles de { $zone }, où il est { $time }.
setting-units-ask = Dans quelles unités dois-je compter ?
setting-units-done = ✅ Je compte maintenant en { $units }.
units-metric = kilomètres, bar
units-imperial = miles, psi
rename-done = ✅ { $car } s'appelle maintenant { $name }.
rename-bad = Quel nom lui donner ? { $longest } caractères au plus, par exemple « Flèche ».
rename-taken = Une autre de tes voitures s'appelle déjà { $name }.
budget-today = 📊 <b>{ $number } requêtes</b> au cloud Smart aujourd'hui, pour le compte de { $car }.
budget-next = Prochaine question à { $at } :
budget-now = Je demande en ce moment :
budget-why-failed = le dernier essai a échoué, je laisse une pause au cloud.
budget-why-first = je n'ai pas encore de données.
budget-why-driving = la voiture roule.
budget-why-charging = la voiture est en charge.
budget-why-climate = la climatisation est allumée.
budget-why-just-parked = la voiture vient d'être garée.
budget-why-night = il fait nuit, il se passe peu de choses.
budget-why-fence = la voiture est garée, et je surveille tes lieux.
budget-why-day = la voiture est garée.
budget-delay = À ce rythme, une alerte arrive au plus tard après { $length }.
budget-stopped = Je ne demande rien avant que tu te reconnectes avec /login.
account-title = 🔑 <b>Ton compte Smart</b>
account-none = 🔑 Il n'y a pas de compte Smart dans ce chat. Envoie /login.
account-sees = { $region } : { $count ->
    [0] il ne voit aucune voiture.
    [one] il voit une voiture.
   *[other] il voit { $count } voitures.
 }
account-owned = • { $car } : appartient à ce compte
account-shared = • { $car } : partagée avec ce compte
account-silent = { $region } : je n'ai pas pu vérifier. { $reason }
account-advice = Mieux vaut un second compte Smart : crée-le avec une autre adresse e-mail, partage la voiture avec lui dans l'app Smart, puis /logout et /login avec lui ici. Ainsi l'app et moi ne nous déconnectons pas l'un l'autre.
account-good = ✅ Parfait : l'app du propriétaire et moi ne nous gênons pas.
export-done = 📄 Voici ce que je garde sur toi. Les mots de passe ne sont pas gardés, les clés de session sont omises.
forget-done = 🧹 Tout est supprimé. Envoie /start si tu veux un jour recommencer.
pin-new = 🔢 Envoie-moi 4 à 8 chiffres comme nouveau code PIN, ou /cancel. J'efface le message aussitôt.
pin-set = ✅ Le code PIN est défini et ton message effacé. Je le demande avant ce qui est risqué.
pin-bad = 🔢 Un code PIN a 4 à 8 chiffres et rien d'autre. Renvoie-le, ou /cancel. J'ai effacé ton message.
pin-behind-command = 🔢 J'ai effacé ce message : envoie /pin seul, et je demande les chiffres.
pin-menu = 🔢 Un code PIN est défini. Je le demande avant ce qui est risqué.
pin-present = 🔢 Envoie-moi ton code PIN actuel. J'efface le message aussitôt.
pin-confirms = 🔢 Envoie ton code PIN dans les 60 secondes pour confirmer. J'efface le message.
pin-wrong = 🔢 Ce n'est pas le code PIN, j'ai effacé ton message. { $left ->
    [one] Il reste un essai.
   *[other] Il reste { $left } essais.
 }
pin-locked = 🔒 Le code PIN est bloqué après trois essais faux. Un propriétaire de la voiture peut le débloquer avec /pin ; un propriétaire peut aussi se reconnecter avec /login.
pin-removed = Le code PIN est retiré et ton message effacé.
pin-only-private = 🔢 Un code PIN se choisit et se change dans notre chat privé, où personne d'autre ne le lit.
pin-private = 🔢 Tu protèges cela par un code PIN. Demande-le-moi dans notre chat privé.
pin-reset-of = Débloquer { $name }
pin-reset-done = Le code PIN de { $name } est retiré. /pin permet d'en définir un nouveau.
button-pin-change = Changer le code PIN
button-pin-remove = Retirer le code PIN
