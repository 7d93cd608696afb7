# Alerts that could not be told in time, or may have been told already.
also-unsure = Vielleicht weißt du das schon:
late-as-of = (Stand { $at })
also-line = • { $text } ({ $at })
also-more = … und { $number } weitere
also-expired =
    { $number ->
        [one] Eine Erinnerung fehlt hier: Ihre Zeit ist vorbei.
       *[other] { $number } Erinnerungen fehlen hier: Ihre Zeit ist vorbei.
    }
