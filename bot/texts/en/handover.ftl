## Handing a car over

handover-state = 🔋 { $level }{ $has_range ->
    [yes] , { $range }
   *[no] { "" }
 }{ $plugged ->
    [yes] , plugged in
    [no] , not plugged in
   *[unknown] { "" }
 }{ $lock ->
    [locked] , locked
    [unlocked] , unlocked
   *[unknown] { "" }
 }
handover-used = 🛣 { $distance }{ $told ->
    [energy] , about { $energy }
    [charged] , and { $charged } fuller than before
   *[way] { "" }
 }
handover-next = Next: { $name }, { $at }
handover-age = 🕒 { $age }
