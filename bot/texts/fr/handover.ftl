## Remise de la voiture

handover-state = 🔋 { $level }{ $has_range ->
    [yes] , { $range }
   *[no] { "" }
 }{ $plugged ->
    [yes] , branchée
    [no] , pas branchée
   *[unknown] { "" }
 }{ $lock ->
    [locked] , verrouillée
    [unlocked] , pas verrouillée
   *[unknown] { "" }
 }
handover-used = 🛣 { $distance }{ $told ->
    [energy] , environ { $energy }
    [charged] , et { $charged } de plus qu'avant
   *[way] { "" }
 }
handover-next = Ensuite : { $name }, { $at }
handover-age = 🕒 { $age }
