# Alerts that could not be told in time, or may have been told already.
also-unsure = Quizá ya lo sepas:
late-as-of = (a fecha de { $at })
also-line = • { $text } ({ $at })
also-more = … y { $number } más
also-expired =
    { $number ->
        [one] Falta un recordatorio: su hora ya pasó.
       *[other] Faltan { $number } recordatorios: su hora ya pasó.
    }
