## Calendarios a los que suscribirse, y ajenos

calendar-title = 📅 <b>Direcciones del calendario.</b> Quien conoce una la lee; guárdalas para ti.
calendar-none = 📅 <b>Aún no tienes ninguna dirección de calendario.</b> Toma una abajo y suscríbete en el calendario de tu teléfono.
calendar-address = • { $name }, leída { $used }
calendar-address-unused = • { $name }, aún no leída
calendar-imported = Calendarios que dicen cuándo está ocupado el coche: { $count }
calendar-mine = Mis reservas
calendar-of-car = Reservas de { $car }
calendar-of-car-busy = { $car }, solo cuándo está ocupado
calendar-made = 📅 <b>{ $name }</b>
    Suscríbete a esta dirección en tu calendario. No puedo mostrarla otra vez; puedes revocarla cuando quieras.
    <code>{ $address }</code>
calendar-revoked = ✅ <b>Revocada.</b> La dirección de «{ $name }» ya no muestra nada.
calendar-full = Ya tienes { $most } direcciones. Revoca antes una.
calendar-as-file = 📅 Aquí están las reservas en un archivo. Para una dirección que tu calendario siga solo, el compañero tiene que ser accesible desde fuera (PUBLIC_URL).
calendar-booked = { $name } · { $car }
calendar-asked = { $name } pide { $car }
calendar-taken = { $car } está ocupado
calendar-import-how = 📅 Envía la dirección detrás de la orden: /calendar_import https://…
    Sus horas contarán como ocupadas.
calendar-import-refused = 📅 No puedo leer esa dirección. Tiene que ser pública y empezar por https:// (o webcal://).
calendar-import-full = Este coche ya tiene { $most } calendarios ajenos. Quita antes uno en /calendar.
calendar-import-kept = ✅ <b>Guardado.</b> Lo leo en un momento y luego cada tres horas; sus horas cuentan como ocupadas para { $car }. He borrado tu mensaje, porque la dirección es una llave.
calendar-dropped = ✅ <b>Olvidado.</b> Sus horas ya no cuentan.
button-calendar-revoke = Revocar: { $name }
button-calendar-drop = Olvidar el calendario { $number }
calendar-foreign = otro calendario
