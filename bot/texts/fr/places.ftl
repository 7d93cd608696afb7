## Lieux

geofence-made = 📍 Je surveille { $name } : { $radius } autour de l'endroit où se trouve { $car }. Je te dis quand elle part ou arrive.
geofence-no-place = Pas possible maintenant : la voiture n'a pas dit où elle est.
geofence-name-missing = 📍 Comment appeler le lieu où se trouve la voiture ? Par exemple « Maison ».
geofence-list = <b>Lieux de { $car }</b>
geofence-line = • { $name } ({ $radius })
geofence-none = Il n'y a pas encore de lieu. Dis par exemple « crée une zone nommée maison ».
geofence-deleted = { $name } est supprimé.
geofence-unknown = Il n'y a pas de lieu appelé { $name }.
geofence-which = Quel lieu dois-je supprimer ?
geofence-which-other = Il n'y a pas de lieu appelé { $name }. Lequel dois-je supprimer ?
