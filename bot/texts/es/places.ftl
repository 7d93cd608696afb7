## Lugares

geofence-made = 📍 Vigilo { $name }: { $radius } alrededor de donde está { $car }. Te digo cuándo se va o llega.
geofence-no-place = Ahora no puedo: el coche no dijo dónde está.
geofence-name-missing = 📍 ¿Cómo llamo al lugar donde está el coche? Por ejemplo «Casa».
geofence-list = <b>Lugares de { $car }</b>
geofence-line = • { $name } ({ $radius })
geofence-none = Aún no hay lugares. Di por ejemplo «crea una geovalla llamada casa».
geofence-deleted = { $name } está borrado.
geofence-unknown = No hay ningún lugar llamado { $name }.
geofence-which = ¿Qué lugar borro?
geofence-which-other = No hay ningún lugar llamado { $name }. ¿Cuál borro?
