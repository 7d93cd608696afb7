## Words on pictures

picture-empty = Nothing is known yet
picture-no-track = The car kept no track of this trip
fact-duration = Duration
fact-consumption = Energy
fact-speed = Average speed
fact-power = Power
fact-left = Time left
driver-unknown = nobody in particular
button-gpx = 🗺 GPX file
trip-title = 🛣 { $at } · <b>{ $distance }</b>
trip-used = { $energy }, { $mean } per { $way }
trip-gone = The car's journal no longer has this trip.
button-newer = ◀ Newer
button-older = Older ▶
cost-line = 💶 { $cost } at { $price } per kWh
cost-unknown = Tell me your price and I add the cost: /price 0.35
price-stored = 💶 { $price } per kWh it is. /energy now shows the cost.
price-now = 💶 { $price } per kWh. Change it with /price 0.35
price-none = I know no price yet. Tell me what a kWh costs: /price 0.35
price-invalid = A price per kWh looks like this: /price 0.35 or /price 0.35 GBP
