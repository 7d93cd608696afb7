## Órdenes: el nombre, lo que se hace, lo que se ha hecho

lock = Cerrar
    .doing = Cerrando
    .done = Cerrado.
unlock = Abrir
    .doing = Abriendo
    .done = Abierto.
    .ask = 🔓 ¿Abrir { $car }?
    .yes = Sí, abrir
open_trunk = Abrir el portón
    .doing = Desbloqueando el portón
    .done = El portón está desbloqueado.
    .ask = ¿Desbloquear el portón de { $car }?
    .yes = Sí, desbloquear
climate_on = Calentar
    .doing = Clima a { $temperature }
    .done = El clima está encendido, objetivo { $temperature }.
climate_off = Apagar el clima
    .doing = Apagando el clima
    .done = El clima está apagado.
defrost = Desempañar
    .doing = Desempañando el parabrisas
    .done = El parabrisas se está desempañando.
start_charging = Empezar a cargar
    .doing = Empezando a cargar
    .done = Cargando.
stop_charging = Parar la carga
    .doing = Parando la carga
    .done = La carga está parada.
    .ask = ¿Parar la carga de { $car }?
    .yes = Sí, parar
set_charge_limit = Límite de carga
    .doing = Límite de carga a { $percent }
    .done = El límite de carga es { $percent }.
open_windows = Abrir ventanillas
    .doing = Entreabriendo las ventanillas
    .done = Las ventanillas están entreabiertas.
    .ask = ¿Entreabrir las ventanillas de { $car }?
    .yes = Sí, abrir
close_windows = Cerrar ventanillas
    .doing = Cerrando las ventanillas
    .done = Las ventanillas están cerradas.
find_car = Encontrar el coche
    .doing = Llamando con { $mode }
    .done = El coche recibió la llamada: { $mode }.
set_seat_heating = Calefacción de asientos
    .doing = Calefacción, { $seat }: { $level }
    .done = Calefacción, { $seat }: { $level }.
set_steering_heating = Volante calefactable
    .doing = Volante calefactable: { $level }
    .done = Volante calefactable: { $level }.

command-sending = ⏳ { $doing } · { $car }
    Enviando …
command-accepted = 📨 { $doing } · { $car }
    Aceptado por la nube de Smart. Espero la confirmación del coche …
command-confirmed = ✅ <b>{ $done }</b>
    { $car } lo confirmó · { $age }
command-delivered = ✅ <b>{ $done }</b>
    Aceptado por la nube de Smart; el coche no confirma esto.
command-unconfirmed = ⚠️ <b>{ $car } no ha confirmado tras { $seconds } s.</b>
    { $doing }. Quizá el coche duerme o no tiene red.
command-last-known = Último estado conocido ({ $age }): { $state }
command-rejected = ⚠️ <b>No hecho: { $doing }.</b>
    { $reason }
command-no-cable = No está enchufado. Conecta el cable y vuelve a pedírmelo.
command-unknown = ⚠️ <b>No sé si { $car } me oyó.</b>
    { $doing }. No lo enviaré otra vez por mi cuenta; mira antes cómo está el coche.
command-not-sent = ⚠️ <b>No enviado: { $doing }.</b>
    Me reiniciaron entretanto y { $car } no oyó nada. Dilo otra vez si aún lo quieres.
command-busy = { $car } sigue ocupado: { $doing }. Prueba en un momento.
command-repeated = Eso ya está en camino.
