## Cuando algo va mal

error-unavailable = ☁️ La nube de Smart no responde ahora. Es la nube, no tu coche. Prueba en unos minutos.
error-rate-limit = ☁️ La nube de Smart pide una pausa. Lo intento más tarde por mi cuenta.
error-rate-limit-until = ☁️ La nube de Smart pide una pausa hasta { $at }. Pregúntame otra vez entonces.
error-evicted = 🔑 Otra aplicación tomó la sesión de esta cuenta. Me aparto un rato; pregunta en un minuto.
error-authentication = 🔑 La nube de Smart ya no acepta mi sesión. Inicia sesión otra vez con /login.
error-not-linked = Este coche ya no está en la cuenta de Smart. Compártelo otra vez con la cuenta y entra de nuevo con /login.
error-rejected = La nube de Smart o el coche se ha negado. No ha cambiado nada; mira cómo está el coche e inténtalo de nuevo en un momento.
error-busy = El coche sigue ocupado con la orden anterior. No se hizo nada; prueba en un momento.
error-unsupported = Este coche no puede hacer eso. /help muestra lo que sé hacer.
error-argument = Ese valor no es posible. Prueba con otro.
error-argument-limits = Es posible de { $minimum } a { $maximum } en pasos de { $step }.
error-unexpected = La nube de Smart ha respondido algo que no conozco. Lo he anotado; inténtalo más tarde.
error-other = Algo ha ido mal por mi parte. Lo he anotado; inténtalo de nuevo en un momento.
