## Quando qualcosa non va

error-unavailable = ☁️ Il cloud Smart ora non risponde. È il cloud, non la tua macchina. Riprova fra qualche minuto.
error-rate-limit = ☁️ Il cloud Smart chiede una pausa. Riprovo da solo più tardi.
error-rate-limit-until = ☁️ Il cloud Smart chiede una pausa fino a { $at }. Chiedimelo di nuovo allora.
error-evicted = 🔑 Un'altra app ha preso la sessione di questo account. Mi faccio da parte; chiedimi di nuovo fra un minuto.
error-authentication = 🔑 Il cloud Smart non accetta più la mia sessione. Accedi di nuovo con /login.
error-not-linked = Questa macchina non è più nell'account Smart. Condividila di nuovo con l'account, poi accedi ancora con /login.
error-rejected = Il cloud di Smart o la macchina ha rifiutato. Non è cambiato nulla; guarda lo stato della macchina e riprova tra poco.
error-busy = La macchina è ancora occupata con il comando di prima. Non è stato fatto nulla; riprova fra un momento.
error-unsupported = Questa macchina non può farlo. /help mostra che cosa so fare.
error-argument = Questo valore non è possibile. Provane un altro.
error-argument-limits = È possibile da { $minimum } a { $maximum } a passi di { $step }.
error-unexpected = Il cloud di Smart ha risposto qualcosa che non conosco. L'ho annotato; riprova più tardi.
error-other = Qualcosa è andato storto da parte mia. L'ho annotato; riprova tra poco.
