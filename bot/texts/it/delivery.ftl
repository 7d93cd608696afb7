# Alerts that could not be told in time, or may have been told already.
also-unsure = Forse lo sai già:
late-as-of = (situazione di { $at })
also-line = • { $text } ({ $at })
also-more = … e altri { $number }
also-expired =
    { $number ->
        [one] Manca un promemoria: il suo momento è passato.
       *[other] Mancano { $number } promemoria: il loro momento è passato.
    }
