## Orte

geofence-made = 📍 Ich achte jetzt auf { $name }: { $radius } um den Platz, an dem { $car } steht. Ich sage dir, wenn es wegfährt oder kommt.
geofence-no-place = Das geht gerade nicht: Das Auto hat nicht gesagt, wo es ist.
geofence-name-missing = 📍 Wie soll der Ort heißen, an dem das Auto steht? Zum Beispiel „Zuhause“.
geofence-list = <b>Orte von { $car }</b>
geofence-line = • { $name } ({ $radius })
geofence-none = Es gibt noch keinen Ort. Sag zum Beispiel „Nenne diesen Ort Zuhause“.
geofence-deleted = { $name } ist gelöscht.
geofence-unknown = Einen Ort namens { $name } gibt es nicht.
geofence-which = Welchen Ort soll ich löschen?
geofence-which-other = Einen Ort namens { $name } gibt es nicht. Welchen soll ich löschen?
