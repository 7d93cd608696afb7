## Consegna della macchina

handover-state = 🔋 { $level }{ $has_range ->
    [yes] , { $range }
   *[no] { "" }
 }{ $plugged ->
    [yes] , collegata
    [no] , non collegata
   *[unknown] { "" }
 }{ $lock ->
    [locked] , chiusa
    [unlocked] , non chiusa
   *[unknown] { "" }
 }
handover-used = 🛣 { $distance }{ $told ->
    [energy] , circa { $energy }
    [charged] , e { $charged } in più di prima
   *[way] { "" }
 }
handover-next = Poi: { $name }, { $at }
handover-age = 🕒 { $age }
