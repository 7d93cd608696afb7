## Places

geofence-made = 📍 I watch { $name } now: { $radius } around where { $car } stands. I tell you when it leaves or comes.
geofence-no-place = I cannot do that now: the car did not tell where it is.
geofence-name-missing = 📍 How shall I call the place where the car stands? For example "Home".
geofence-list = <b>Places of { $car }</b>
geofence-line = • { $name } ({ $radius })
geofence-none = There is no place yet. Say for example "call this place Home".
geofence-deleted = { $name } is removed.
geofence-unknown = There is no place called { $name }.
geofence-which = Which place shall I remove?
geofence-which-other = There is no place called { $name }. Which one shall I remove?
