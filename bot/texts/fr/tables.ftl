## Tables: the titles of their columns and sections

column-when = Quand
column-distance = Distance
column-time = Durée
column-energy = Énergie
column-cost = Coût
column-level = Charge
column-who = Qui
column-state = État
column-car = Voiture
column-range = Autonomie
column-age = Relevé
column-role = Tu es
column-alert = Alerte
column-times = Fois
column-place = Où
column-power = Puissance
column-free = Libres
column-price = Prix
section-days = 📅 Par jour
section-weeks = 📅 Par semaine
section-people = 👥 Par personne
row-together = Ensemble
cell-times = { $count }×
cell-last = la dernière { $at }
