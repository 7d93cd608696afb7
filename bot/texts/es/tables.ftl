## Tables: the titles of their columns and sections

column-when = Cuándo
column-distance = Distancia
column-time = Duración
column-energy = Energía
column-cost = Coste
column-level = Carga
column-who = Quién
column-state = Estado
column-car = Coche
column-range = Autonomía
column-age = Dato de
column-role = Eres
column-alert = Aviso
column-times = Veces
column-place = Dónde
column-power = Potencia
column-free = Libres
column-price = Precio
section-days = 📅 Por día
section-weeks = 📅 Por semana
section-people = 👥 Por persona
row-together = En total
cell-times = { $count }×
cell-last = la última { $at }
