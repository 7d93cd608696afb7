## Viajes, alrededores y horarios

trips-none = No hay viajes registrados en ese periodo. Si siempre es así, activa el diario de viajes en la app de Smart.
trips-sum = 🛣 { $distance } en { $count ->
    [one] un viaje
   *[other] { $count } viajes
 }
trips-lately = últimos 7 días
more-lines = … y { $count } más
energy-unknown = El coche no indicó ningún consumo en ese periodo.
energy-sum = ⚡ { $energy }, { $mean } a los { $way }
charges-none = No hay cargas registradas.
charges-none-then = No hay cargas registradas en ese período.
charges-title = 🔌 Las últimas cargas:
charges-title-then = 🔌 Cargas:
software-unknown = No se sabe si hay una actualización.
software-current = ✅ No se ofrece ninguna actualización.
software-offered = ⬇️ Se ofrece una actualización: { $version }
software-running = Instalada: { $version }
weather-line = 🌤 { $temperature } junto al coche
weather-air = Índice de calidad del aire: { $index }
chargers-none = No hay cargadores a menos de 5 km del coche.
chargers-title = 🔌 Cargadores cerca del coche:
schedule-when = Necesito una hora dentro de las próximas 24 horas, por ejemplo 7:30.
schedule-window = ¿De qué hora a qué hora debe cargar? Por ejemplo «de 22 a 6».
schedule-charging-stored = ⏱ Guardado en la nube de Smart: carga diaria de { $start } a { $end }.
schedule-climate-stored = ⏱ Guardado en la nube de Smart: { $at } · { $temperature }
error-missing-secret = Este servicio necesita el ajuste { $setting }, cuyo valor no está publicado.
