## Entrega del coche

handover-state = 🔋 { $level }{ $has_range ->
    [yes] , { $range }
   *[no] { "" }
 }{ $plugged ->
    [yes] , enchufado
    [no] , sin enchufar
   *[unknown] { "" }
 }{ $lock ->
    [locked] , cerrado
    [unlocked] , sin cerrar
   *[unknown] { "" }
 }
handover-used = 🛣 { $distance }{ $told ->
    [energy] , unos { $energy }
    [charged] , y { $charged } más que antes
   *[way] { "" }
 }
handover-next = Después: { $name }, { $at }
handover-age = 🕒 { $age }
