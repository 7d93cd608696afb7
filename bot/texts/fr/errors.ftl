## Quand quelque chose ne va pas

error-unavailable = ☁️ Le cloud Smart ne répond pas pour l'instant. C'est le cloud, pas ta voiture. Réessaie dans quelques minutes.
error-rate-limit = ☁️ Le cloud Smart demande une pause. Je réessaie de moi-même plus tard.
error-rate-limit-until = ☁️ Le cloud Smart demande une pause jusqu'à { $at }. Redemande-moi à ce moment-là.
error-evicted = 🔑 Une autre application a pris la session de ce compte. Je me retire un moment ; redemande dans une minute.
error-authentication = 🔑 Le cloud Smart n'accepte plus ma session. Reconnecte-toi avec /login.
error-not-linked = Cette voiture n'est plus dans le compte Smart. Partage-la à nouveau avec le compte, puis reconnecte-toi avec /login.
error-rejected = Le cloud de Smart ou la voiture a refusé. Rien n'a changé ; regarde l'état de la voiture et réessaie dans un instant.
error-busy = La voiture est encore occupée par la commande d'avant. Rien n'a été fait ; réessaie dans un instant.
error-unsupported = Cette voiture ne sait pas le faire. /help montre ce que je sais faire.
error-argument = Cette valeur n'est pas possible. Essaie-en une autre.
error-argument-limits = Possible de { $minimum } à { $maximum } par pas de { $step }.
error-unexpected = Le cloud de Smart a répondu quelque chose que je ne connais pas. Je l'ai noté ; réessaie plus tard.
error-other = Quelque chose s'est mal passé de mon côté. Je l'ai noté ; réessaie dans un instant.
