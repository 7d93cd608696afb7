## Übergabe

handover-state = 🔋 { $level }{ $has_range ->
    [yes] , { $range }
   *[no] { "" }
 }{ $plugged ->
    [yes] , angesteckt
    [no] , nicht angesteckt
   *[unknown] { "" }
 }{ $lock ->
    [locked] , verriegelt
    [unlocked] , nicht verriegelt
   *[unknown] { "" }
 }
handover-used = 🛣 { $distance }{ $told ->
    [energy] , etwa { $energy }
    [charged] , und { $charged } voller als vorher
   *[way] { "" }
 }
handover-next = Als Nächstes: { $name }, { $at }
handover-age = 🕒 { $age }
