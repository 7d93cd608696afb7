## Prestar en la plataforma de Smart

button-lend = 📲 También en la app de Smart
button-adopt = Adoptarlo aquí
sharing-taken = 📅 <b>Ese horario está ocupado.</b> { $car } está reservado, así que no he aprobado a { $name }. Cancela antes la reserva, o rechaza.
lending-whose-account = 📲 ¿Qué correo tiene la cuenta Smart de esa persona? Borro tu mensaje enseguida y guardo la dirección cifrada.
lending-done = ✅ <b>Invitación enviada.</b> La app de Smart presta { $car } en ese horario en cuanto se acepte allí. Mantengo ambos al día.
lending-not-eligible = 📲 La plataforma de Smart no acepta esa cuenta ({ $reason }). La reserva queda como está.
lending-unclear = 📲 La plataforma de Smart no ha respondido con claridad. Mira en la app de Smart; la reserva aquí queda como está.
lending-taken = 📅 Ese horario está ocupado aquí. Cancela antes la otra reserva.
lending-adopted = ✅ <b>Adoptado:</b> { $when }.
booking-news-lending-refused = 📲 <b>La plataforma de Smart no ha seguido:</b> { $name }, { $car }, { $when }. Mira en la app de Smart.
booking-news-lending-ended_there = 📲 <b>En la app de Smart ha terminado:</b> { $name }, { $car }, { $when }. Aquí sigue reservado.
booking-news-lending-other_times = 📲 <b>La app de Smart dice otro horario:</b> { $proposed } en vez de { $when } para { $name }.
booking-news-lending-only_there = 📲 <b>Alguien usa { $car } por la app de Smart:</b> { $acceptor }, { $proposed }. Aquí no está reservado.
