## Quando qualcosa non va

error-unavailable = ☁️ Il cloud Smart ora non risponde. È il cloud, non la tua macchina. Riprova fra qualche minuto.
error-rate-limit = ☁️ Il cloud Smart chiede una pausa. Riprovo da solo più tardi.
error-rate-limit-until = ☁️ Il cloud Smart chiede una pausa fino a { $at }.
error-evicted = 🔑 Un'altra app ha preso la sessione di questo account. Mi faccio da parte; chiedimi di nuovo fra un minuto.
error-authentication = 🔑 Il cloud Smart non accetta più la mia sessione. Accedi di nuovo con /login.
error-not-linked = Questa macchina non è più nell'account Smart.
error-rejected = Il cloud Smart o la macchina ha rifiutato.
error-busy = La macchina è ancora occupata con il comando di prima. Non è stato fatto nulla; riprova fra un momento.
error-unsupported = Questa macchina non lo può fare.
error-argument = Questo valore non è possibile.
error-argument-limits = È possibile da { $minimum } a { $maximum } { $unit } a passi di { $step }.
error-unexpected = Il cloud Smart ha risposto qualcosa che non conosco. L'ho annotato.
error-other = Qualcosa è andato storto da parte mia. L'ho annotato.
