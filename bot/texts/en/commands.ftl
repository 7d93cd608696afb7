## Commands: a label, what is being done, what has been done

lock = Lock
    .doing = Locking
    .done = Locked.
unlock = Unlock
    .doing = Unlocking
    .done = Unlocked.
    .ask = 🔓 Unlock { $car }?
    .yes = Yes, unlock
open_trunk = Open the tailgate
    .doing = Releasing the tailgate
    .done = The tailgate is released.
    .ask = Release the tailgate of { $car }?
    .yes = Yes, release
climate_on = Warm up
    .doing = Climate to { $temperature }
    .done = Climate is on, target { $temperature }.
climate_off = Climate off
    .doing = Switching climate off
    .done = Climate is off.
defrost = Defrost
    .doing = Defrosting the windscreen
    .done = The windscreen is being defrosted.
start_charging = Start charging
    .doing = Starting to charge
    .done = Charging.
stop_charging = Stop charging
    .doing = Stopping the charge
    .done = Charging has stopped.
    .ask = Stop charging { $car }?
    .yes = Yes, stop
set_charge_limit = Charge limit
    .doing = Setting the charge limit to { $percent }
    .done = The charge limit is { $percent }.
open_windows = Open windows
    .doing = Opening the windows a little
    .done = The windows are open for air.
    .ask = Open the windows of { $car } a little?
    .yes = Yes, open
close_windows = Close windows
    .doing = Closing the windows
    .done = The windows are closed.
find_car = Find the car
    .doing = Calling with { $mode }
    .done = The car got the call: { $mode }.
set_seat_heating = Seat heating
    .doing = Seat heating, { $seat }: { $level }
    .done = Seat heating, { $seat }: { $level }.
set_steering_heating = Steering wheel heating
    .doing = Steering wheel heating: { $level }
    .done = Steering wheel heating: { $level }.

command-sending = ⏳ { $doing } · { $car }
    Sending …
command-accepted = 📨 { $doing } · { $car }
    Accepted by Smart's cloud. Waiting for the car to confirm …
command-confirmed = ✅ <b>{ $done }</b>
    { $car } confirmed it · { $age }
command-delivered = ✅ <b>{ $done }</b>
    Accepted by Smart's cloud; the car sends no confirmation for this.
command-unconfirmed = ⚠️ <b>{ $car } has not confirmed after { $seconds } s.</b>
    { $doing }. The car may be asleep or without network.
command-last-known = Last known ({ $age }): { $state }
command-rejected = ⚠️ <b>Not done: { $doing }.</b>
    { $reason }
command-no-cable = It is not plugged in. Plug the cable in, then ask me again.
command-unknown = ⚠️ <b>I do not know whether { $car } heard me.</b>
    { $doing }. I will not send it a second time by myself; look at the car's state first.
command-not-sent = ⚠️ <b>Not sent: { $doing }.</b>
    I was restarted in between and { $car } heard nothing. Ask me again if you still want it.
command-busy = { $car } is still busy: { $doing }. Try again in a moment.
command-repeated = That is on its way already.
