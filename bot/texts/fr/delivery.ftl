# Alerts that could not be told in time, or may have been told already.
also-unsure = Tu le sais peut-être déjà :
late-as-of = (état de { $at })
also-line = • { $text } ({ $at })
also-more = … et { $number } de plus
also-expired =
    { $number ->
        [one] Un rappel est laissé de côté : son heure est passée.
       *[other] { $number } rappels sont laissés de côté : leur heure est passée.
    }
