## Tables: the titles of their columns and sections

column-when = When
column-distance = Distance
column-time = Time
column-energy = Energy
column-cost = Cost
column-level = Charge
column-who = Who
column-state = State
column-car = Car
column-range = Range
column-age = As of
column-role = You are
column-alert = Alert
column-times = Times
column-place = Where
column-power = Power
column-free = Free
column-price = Price
section-days = 📅 By day
section-weeks = 📅 By week
section-people = 👥 By person
row-together = Together
cell-times = { $count }×
cell-last = last { $at }
