# Alerts that could not be told in time, or may have been told already.
also-unsure = Perhaps you know this already:
late-as-of = (as of { $at })
also-line = • { $text } ({ $at })
also-more = … and { $number } more
also-expired =
    { $number ->
        [one] One reminder is left out: its time has passed.
       *[other] { $number } reminders are left out: their time has passed.
    }
