## Sprache: Alexa, Tokens, Home Assistant

token = Token für andere Programme
token-list = 🔑 Mit <b>Tokens</b> fragen mich Siri, Tasker oder Home Assistant für dich. { $count ->
    [0] Du hast keines.
    [one] Du hast eines.
   *[other] Du hast { $count }.
 } Was darf ein neues?
token-line = • { $label }, erstellt { $at }, { $used }
token-used = zuletzt benutzt { $at }
token-unused = nie benutzt
token-made = 🔑 Das ist dein Token. Ich zeige es nur dieses eine Mal; hüte es wie einen Schlüssel und lösch diese Nachricht, wenn du es kopiert hast.
    <code>{ $secret }</code>
    { $scopes } So benutzt du es: docs/say.md
token-scope-read = Es darf fragen, sonst nichts.
token-scope-act = Es darf fragen und nach einer Bestätigung handeln.
token-label = Token { $number }
token-most = Du hast schon { $count } Tokens. Widerrufe erst eines.
token-revoked = 🔑 { $label } ist widerrufen und öffnet nichts mehr.
button-token-read = Neu: darf fragen
button-token-act = Neu: darf fragen und handeln
token-revoke-of = { $label } widerrufen

alexa = Alexa verbinden
alexa-off = 🔊 Alexa ist hier nicht eingerichtet. Wer diesen Bot betreibt, findet die Schritte in docs/alexa.md.
alexa-code = 🔊 Sag zu Alexa: „{ $say }“, und wenn sie fragt, diesen Code:
    <b>{ $code }</b>
    Er gilt 10 Minuten und einmal. Verrate ihn niemandem: Wer ihn sagt, spricht als du.
alexa-state = { $count ->
    [0] Noch spricht kein Alexa-Konto für dich.
    [one] Ein Alexa-Konto spricht für dich.
   *[other] { $count } Alexa-Konten sprechen für dich.
 }
alexa-invocation = Alexa, öffne { $name }
alexa-pin-off = Sprach-PIN: aus, darum tun Alexa und andere Lautsprecher nichts Heikles.
alexa-pin-on = Sprach-PIN: an. Vor dem Aufschließen und anderem Heiklen wird nach ihr gefragt.
alexa-pin-locked = 🔒 Sprach-PIN: gesperrt nach drei falschen Versuchen. Setz sie neu oder entferne sie.
alexa-unlinked = 🔊 Kein Alexa-Konto spricht mehr für dich.
button-alexa-pin = Sprach-PIN setzen
button-alexa-pin-off = Sprach-PIN entfernen
button-alexa-unlink = Alexa trennen
voice-pin-new = 🔢 Schick mir 4 bis 8 Ziffern als Sprach-PIN, oder /cancel. Ich lösche die Nachricht sofort. Nimm andere Ziffern als sonst: Du sagst sie laut.
voice-pin-set = ✅ Die Sprach-PIN ist gesetzt, deine Nachricht gelöscht. Lautsprecher fragen vor Heiklem nach ihr.
voice-pin-removed = Die Sprach-PIN ist entfernt. Lautsprecher tun nichts Heikles mehr.
alexa-paired-note = 🔊 Ab jetzt spricht ein Alexa-Konto für dich. Warst du das nicht: /alexa, dann Trennen.

alexa-name = smart begleiter
alexa-carriers = bitte, frag ob, frag wie, finde heraus, ich will wissen, kannst du, sag
alexa-digits = mein code ist, der code ist, code, meine pin ist, die pin ist, pin

voice-chat-only = Das gehört in unseren Chat in Telegram, frag mich bitte dort.
voice-risky-off = Das tue ich auf Zuruf nur mit einer Sprach-PIN. Setz eine in unserem Chat mit /alexa.
voice-say-pin = Bitte sag deine Sprach-PIN.
voice-send-pin = Schick deine PIN mit.
voice-pin-missing = Dafür brauche ich deine PIN: 4 bis 8 Ziffern.
voice-pin-wrong = Das ist nicht die PIN. { $left ->
    [one] Ein Versuch bleibt.
   *[other] { $left } Versuche bleiben.
 }
voice-pin-locked = Die PIN ist nach drei falschen Versuchen gesperrt. Setz sie in unserem Chat in Telegram zurück.
voice-asked = Ich habe das Auto gefragt. Wie es ausgeht, steht gleich in unserem Chat.
voice-later = Das dauert länger. Die Antwort kommt in unseren Chat.
voice-or = { $first } oder { $last }
voice-welcome = Hallo { $name }. Frag mich nach deinem Smart, oder sag mir, was ich tun soll.
voice-reprompt = Was darf ich tun?
voice-help = Frag zum Beispiel: { $examples }.
voice-goodbye = Bis bald.
voice-cancelled = Gut, ich habe nichts getan.
voice-fallback = Das habe ich nicht verstanden. Sag Hilfe, dann nenne ich Beispiele.
voice-nothing-open = Gerade gibt es nichts zu bestätigen.
voice-pair = Ich kenne dich noch nicht. Schick dem Bot in Telegram /alexa, und sag mir dann: Mein Code ist, und die sechs Ziffern.
voice-pair-wrong = Dieser Code gilt nicht. Hol dir in Telegram mit /alexa einen neuen.
voice-pair-limit = Das waren für heute zu viele Versuche.
voice-paired = Verbunden. Hallo { $name }, was darf ich tun?
voice-trouble = Gerade ist etwas schiefgegangen. Versuch es bitte später noch einmal.
voice-token-gone = Das Token dieses Dienstes gilt nicht mehr. Mach in Telegram mit /token ein neues.
voice-read-only = Dieses Token darf nur fragen.
