## Tables: the titles of their columns and sections

column-when = Wann
column-distance = Strecke
column-time = Dauer
column-energy = Energie
column-cost = Kosten
column-level = Ladestand
column-who = Wer
column-state = Stand
column-car = Auto
column-range = Reichweite
column-age = Stand
column-role = Du bist
column-alert = Meldung
column-times = Wie oft
column-place = Wo
column-power = Leistung
column-free = Frei
column-price = Preis
section-days = 📅 Nach Tagen
section-weeks = 📅 Nach Wochen
section-people = 👥 Nach Personen
row-together = Zusammen
cell-times = { $count }×
cell-last = zuletzt { $at }
