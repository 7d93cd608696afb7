## Voitures et personnes

cars-title = <b>Tes voitures</b>
cars-selected = ✅ On parle maintenant de { $car }.
invite-made = 🔗 Ce lien amène { $name } à { $car }, comme { $role ->
    [owner] propriétaire
    [driver] conducteur
    [young_driver] jeune conducteur
   *[guest] invité
 }. Il sert une fois, jusqu'à { $until } :
    { $link }
invite-made-token = 🔗 { $name } m'envoie ceci une fois, jusqu'à { $until } :
    <code>/start { $token }</code>
invite-taken = ✅ Bienvenue { $name }. Tu peux utiliser { $car } maintenant, comme { $role ->
    [owner] propriétaire
    [driver] conducteur
    [young_driver] jeune conducteur
   *[guest] invité
 }.
invite-refused = Ce lien n'est plus valable. Demandes-en un nouveau.
invite-someone = la personne qui le reçoit
remove-done = { $name } ne peut plus utiliser { $car }.
remove-unknown = Je ne connais personne de ce nom pour { $car }. Il y a : { $names }.
remove-who = Qui dois-je retirer ? Il y a : { $names }.
remove-self = Tu ne peux pas te retirer toi-même ; /logout termine la session.
