## Calendars to subscribe to, and foreign ones

calendar-title = 📅 <b>Calendar addresses.</b> Who knows one reads it, so keep them to yourself.
calendar-none = 📅 <b>You have no calendar address yet.</b> Take one below and subscribe to it in your phone's calendar.
calendar-address = • { $name }, last read { $used }
calendar-address-unused = • { $name }, not read yet
calendar-imported = Calendars that tell when the car is busy: { $count }
calendar-mine = My bookings
calendar-of-car = Bookings of { $car }
calendar-of-car-busy = { $car }, only when it is taken
calendar-made = 📅 <b>{ $name }</b>
    Subscribe to this address in your calendar. I cannot show it again; you can revoke it any time.
    <code>{ $address }</code>
calendar-revoked = ✅ <b>Revoked.</b> The address of “{ $name }” no longer shows anything.
calendar-full = You have { $most } addresses already. Revoke one first.
calendar-as-file = 📅 Here are the bookings as a file. An address that your calendar follows by itself needs a companion that is reachable from outside (PUBLIC_URL).
calendar-booked = { $name } · { $car }
calendar-asked = { $name } asks for { $car }
calendar-taken = { $car } is taken
calendar-import-how = 📅 Send the address behind the command: /calendar_import https://…
    I then count the times in it as taken.
calendar-import-refused = 📅 I cannot read that address. It has to be public and begin with https:// (or webcal://).
calendar-import-full = This car has { $most } foreign calendars already. Drop one in /calendar first.
calendar-import-kept = ✅ <b>Kept.</b> I read it in a moment and then every three hours; its times count as taken for { $car }. I deleted your message, because the address is a key.
calendar-dropped = ✅ <b>Forgotten.</b> Its times no longer count.
button-calendar-revoke = Revoke: { $name }
button-calendar-drop = Forget foreign calendar { $number }
calendar-foreign = a foreign calendar
