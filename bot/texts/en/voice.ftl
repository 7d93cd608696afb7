## Voice: Alexa, tokens, Home Assistant

token = Token for other programs
token-list = 🔑 <b>Tokens</b> let Siri, Tasker or Home Assistant ask me for you. { $count ->
    [0] You have none.
    [one] You have one.
   *[other] You have { $count }.
 } What may a new one do?
token-line = • { $label }, made { $at }, { $used }
token-used = last used { $at }
token-unused = never used
token-made = 🔑 Here is your token. I show it this once; keep it like a key, and delete this message when you have copied it.
    <code>{ $secret }</code>
    { $scopes } How to use it: docs/say.md
token-scope-read = It may ask, and nothing else.
token-scope-act = It may ask, and act after a confirmation.
token-label = Token { $number }
token-most = You have { $count } tokens already. Revoke one first.
token-revoked = 🔑 { $label } is revoked. It opens nothing any more.
button-token-read = New: may ask
button-token-act = New: may ask and act
token-revoke-of = Revoke { $label }

alexa = Link Alexa
alexa-off = 🔊 Alexa is not set up here. Whoever runs this bot finds the steps in docs/alexa.md.
alexa-code = 🔊 Say to Alexa: "{ $say }", and when she asks, this code:
    <b>{ $code }</b>
    It works for 10 minutes and once. Tell it to nobody: who says it speaks as you.
alexa-state = { $count ->
    [0] No Alexa account speaks for you yet.
    [one] One Alexa account speaks for you.
   *[other] { $count } Alexa accounts speak for you.
 }
alexa-invocation = Alexa, open { $name }
alexa-pin-off = Voice PIN: off, so Alexa and other loudspeakers do nothing risky.
alexa-pin-on = Voice PIN: on. Unlocking and other risky things ask for it.
alexa-pin-locked = 🔒 Voice PIN: locked after three wrong tries. Set it again or remove it.
alexa-unlinked = 🔊 No Alexa account speaks for you any more.
button-alexa-pin = Set the voice PIN
button-alexa-pin-off = Remove the voice PIN
button-alexa-unlink = Unlink Alexa
voice-pin-new = 🔢 Send me 4 to 8 digits as your voice PIN, or /cancel. I delete the message at once. Take other digits than elsewhere: you say them aloud.
voice-pin-set = ✅ The voice PIN is set, and I deleted your message. Loudspeakers ask for it before risky things.
voice-pin-removed = The voice PIN is removed. Loudspeakers do nothing risky any more.
alexa-paired-note = 🔊 An Alexa account speaks for you now. If that was not you: /alexa, then Unlink.

alexa-name = smart companion
alexa-carriers = please, tell the car to, ask whether, find out, i want to know, could you, say
alexa-digits = my code is, the code is, code, my pin is, the pin is, pin

voice-chat-only = That belongs in our chat in Telegram, please ask me there.
voice-risky-off = I do that by voice only with a voice PIN. Set one in our chat with /alexa.
voice-say-pin = Please say your voice PIN.
voice-send-pin = Send your PIN along.
voice-pin-missing = I need your PIN for that: 4 to 8 digits.
voice-pin-wrong = That is not the PIN. { $left ->
    [one] One try is left.
   *[other] { $left } tries are left.
 }
voice-pin-locked = The PIN is locked after three wrong tries. Reset it in our chat in Telegram.
voice-asked = I have asked the car. The outcome comes in our chat.
voice-later = That takes longer. The answer comes in our chat.
voice-or = { $first } or { $last }
voice-welcome = Hello { $name }. Ask me about your Smart, or tell me what to do.
voice-reprompt = What may I do?
voice-help = Ask for example: { $examples }.
voice-goodbye = See you.
voice-cancelled = All right, nothing was done.
voice-fallback = I did not get that. Say help for examples.
voice-nothing-open = There is nothing to confirm right now.
voice-pair = I do not know you yet. Send /alexa to the bot in Telegram, and then tell me: my code is, and the six digits.
voice-pair-wrong = That code is not valid. Ask for a new one with /alexa in Telegram.
voice-pair-limit = Those were too many tries for today.
voice-paired = Linked. Hello { $name }, what may I do?
voice-trouble = Something went wrong just now. Please try again later.
voice-token-gone = The token of this service is not valid any more. Make a new one with /token in Telegram.
voice-read-only = This token may only ask.
