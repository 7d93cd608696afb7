## Luoghi

geofence-made = 📍 Ora sorveglio { $name }: { $radius } intorno a dove si trova { $car }. Ti dico quando parte o arriva.
geofence-no-place = Ora non posso: la macchina non ha detto dov'è.
geofence-name-missing = 📍 Come chiamo il luogo in cui si trova l'auto? Per esempio «Casa».
geofence-list = <b>Luoghi di { $car }</b>
geofence-line = • { $name } ({ $radius })
geofence-none = Non c'è ancora nessun luogo. Di' per esempio «crea una zona chiamata casa».
geofence-deleted = { $name } è eliminato.
geofence-unknown = Non c'è un luogo chiamato { $name }.
geofence-which = Quale luogo elimino?
geofence-which-other = Non c'è un luogo chiamato { $name }. Quale elimino?
