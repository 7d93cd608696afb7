## Clés numériques

keys-title = 🔑 <b>Clés numériques de { $car }</b>
keys-line = • { $name }, { $kind ->
    [own] dans ton propre téléphone
   *[lent] prêtée
 }, { $state ->
    [active] valable
    [frozen] gelée
    [expired] expirée
   *[other] état inconnu
 }{ $dated ->
    [yes] , jusqu'au { $until }
   *[no] { "" }
 }
keys-none = 🔑 Le cloud de Smart ne connaît aucune clé numérique de { $car }.
keys-none-lent = 🔑 Personne d'autre n'a de clé numérique de { $car }.
keys-which = 🔑 De quelle clé parles-tu ?
keys-unknown = 🔑 « { $name } » ne désigne pas une seule clé. De laquelle parles-tu ?
keys-nameless = clé sans nom
keys-revoked = ✅ <b>Révoquée.</b> { $name } n'ouvre plus { $car }, dès que la voiture en est informée.
button-revoke = 🔑 Révoquer
