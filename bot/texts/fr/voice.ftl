## Voix : Alexa, jetons, Home Assistant

token = Jeton pour d'autres programmes
token-list = 🔑 Avec des <b>jetons</b>, Siri, Tasker ou Home Assistant m'interrogent pour toi. { $count ->
    [0] Tu n'en as aucun.
    [one] Tu en as un.
   *[other] Tu en as { $count }.
 } Que peut faire un nouveau ?
token-line = • { $label }, créé { $at }, { $used }
token-used = utilisé la dernière fois { $at }
token-unused = jamais utilisé
token-made = 🔑 Voici ton jeton. Je ne le montre qu'une fois ; garde-le comme une clé, et efface ce message une fois copié.
    <code>{ $secret }</code>
    { $scopes } Mode d'emploi : docs/say.md
token-scope-read = Il peut demander, rien d'autre.
token-scope-act = Il peut demander, et agir après une confirmation.
token-label = Jeton { $number }
token-most = Tu as déjà { $count } jetons. Révoques-en un d'abord.
token-revoked = 🔑 { $label } est révoqué. Il n'ouvre plus rien.
button-token-read = Nouveau : demander
button-token-act = Nouveau : demander et agir
token-revoke-of = Révoquer { $label }

alexa = Associer Alexa
alexa-off = 🔊 Alexa n'est pas configurée ici. Qui gère ce bot trouve la marche à suivre dans docs/alexa.md.
alexa-code = 🔊 Dis à Alexa : « { $say } », et quand elle demande, ce code :
    <b>{ $code }</b>
    Il vaut 10 minutes et une seule fois. Ne le donne à personne : qui le dit parle en ton nom.
alexa-state = { $count ->
    [0] Aucun compte Alexa ne parle encore pour toi.
    [one] Un compte Alexa parle pour toi.
   *[other] { $count } comptes Alexa parlent pour toi.
 }
alexa-invocation = Alexa, ouvre { $name }
alexa-pin-off = Code vocal : désactivé, donc Alexa et les autres enceintes ne font rien de risqué.
alexa-pin-on = Code vocal : activé. Déverrouiller et le reste de ce qui est risqué le demandent.
alexa-pin-locked = 🔒 Code vocal : bloqué après trois essais faux. Définis-le de nouveau ou retire-le.
alexa-unlinked = 🔊 Plus aucun compte Alexa ne parle pour toi.
button-alexa-pin = Définir le code vocal
button-alexa-pin-off = Retirer le code vocal
button-alexa-unlink = Dissocier Alexa
voice-pin-new = 🔢 Envoie-moi 4 à 8 chiffres comme code vocal, ou /cancel. J'efface le message aussitôt. Prends d'autres chiffres qu'ailleurs : tu les dis à voix haute.
voice-pin-set = ✅ Le code vocal est défini, et ton message effacé. Les enceintes le demandent avant ce qui est risqué.
voice-pin-removed = Le code vocal est retiré. Les enceintes ne font plus rien de risqué.
alexa-paired-note = 🔊 Un compte Alexa parle désormais pour toi. Si ce n'était pas toi : /alexa, puis Dissocier.

alexa-name = compagnon smart
alexa-carriers = s'il te plaît, demande si, je veux savoir, peux tu, dis
alexa-digits = mon code est, le code est, code, mon pin est, le code pin est, pin

voice-chat-only = Cela se fait dans notre chat Telegram, demande-le-moi là-bas.
voice-risky-off = À la voix, je ne le fais qu'avec un code vocal. Définis-le dans notre chat avec /alexa.
voice-say-pin = Dis ton code vocal, s'il te plaît.
voice-send-pin = Envoie ton code PIN avec.
voice-pin-missing = Il me faut ton code pour cela : 4 à 8 chiffres.
voice-pin-wrong = Ce n'est pas le bon code. { $left ->
    [one] Il reste un essai.
   *[other] Il reste { $left } essais.
 }
voice-pin-locked = Le code est bloqué après trois essais faux. Réinitialise-le dans notre chat Telegram.
voice-asked = J'ai demandé à la voiture. Le résultat arrive dans notre chat.
voice-later = Cela prend plus de temps. La réponse arrive dans notre chat.
voice-or = { $first } ou { $last }
voice-welcome = Bonjour { $name }. Pose-moi une question sur ta Smart, ou dis-moi quoi faire.
voice-reprompt = Que puis-je faire ?
voice-help = Demande par exemple : { $examples }.
voice-goodbye = À bientôt.
voice-cancelled = D'accord, je n'ai rien fait.
voice-fallback = Je n'ai pas compris. Dis aide pour entendre des exemples.
voice-nothing-open = Il n'y a rien à confirmer pour l'instant.
voice-pair = Je ne te connais pas encore. Envoie /alexa au bot dans Telegram, puis dis-moi : mon code est, et les six chiffres.
voice-pair-wrong = Ce code n'est pas valable. Demande-en un nouveau avec /alexa dans Telegram.
voice-pair-limit = Cela fait trop d'essais pour aujourd'hui.
voice-paired = C'est associé. Bonjour { $name }, que puis-je faire ?
voice-trouble = Quelque chose n'a pas marché. Réessaie plus tard, s'il te plaît.
voice-token-gone = Le jeton de ce service n'est plus valable. Crées-en un nouveau avec /token dans Telegram.
voice-read-only = Ce jeton peut seulement demander.
