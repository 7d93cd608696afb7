## Tables: the titles of their columns and sections

column-when = Quando
column-distance = Distanza
column-time = Durata
column-energy = Energia
column-cost = Costo
column-level = Carica
column-who = Chi
column-state = Stato
column-car = Macchina
column-range = Autonomia
column-age = Dato di
column-role = Sei
column-alert = Avviso
column-times = Volte
column-place = Dove
column-power = Potenza
column-free = Liberi
column-price = Prezzo
section-days = 📅 Per giorno
section-weeks = 📅 Per settimana
section-people = 👥 Per persona
row-together = Insieme
cell-times = { $count }×
cell-last = l'ultima { $at }
