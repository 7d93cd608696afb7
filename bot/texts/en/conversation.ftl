## Conversation

welcome-back = 👋 Hello { $name }. Ask me about { $car }, or tell me what to do.
welcome-group = 👋 Hello. Everyone who drives { $car } can ask me here. Where the car is stays private.
stranger = This is a private companion for drivers of a Smart. If somebody invited you, open their link; if you own a Smart, send /login.
stranger-group-toast = This is only for the people who drive this car.
no-car = I know no car of yours yet. Log in with /login, or open the link that the owner sent you.
no-data = I have no data of { $car } yet.
not-yet = I understood "{ $intent }", but I can't do that yet.
unknown = I did not get that. Try one of these, or send /help.
did-you-mean = Did you mean …?
out-of-range-temperature = I can do { $minimum } to { $maximum } °C, not { $value } °C.
out-of-range-percent = The charge limit goes from { $minimum } to { $maximum } % in steps of 5, not { $value } %.
out-of-range-radius = A radius can be { $minimum } to { $maximum } m, not { $value } m.
out-of-range-level = The level goes from { $minimum } to { $maximum }, not { $value }.
out-of-range-other = That is possible from { $minimum } to { $maximum }, not { $value }.
too-long = That is a long message. Tell me in a sentence or two what you want, please.
empty-message = I can read text and press buttons. What may I do?
unread-foreign = ↪️ I do nothing about forwarded words, nor about those of another bot. Write it yourself if you want it.
unread-caption = 🖼 I do not look at pictures or files, nor read what is written below them. Write it as a message of its own.
thanks = 🙂 I'm here whenever you need the car.
cancelled = Cancelled. Nothing was done.
nothing-to-cancel = There is nothing to cancel.
help-text = <b>Just say it.</b> For example:
    { $examples }

    Risky things (unlock, tailgate, windows) I ask again before I do them.
    /status · /cars · /login · /logout · /help
role-missing = Only { $role ->
    [owner] an owner
    [driver] a driver or owner
    [young_driver] a driver or owner
   *[guest] people who drive this car
 } of { $car } can do that.
capability-missing = { $car } cannot do that: { $what }.
private-only = That belongs in our private chat.

group-offer = Shall this group be able to ask about a car? Everyone here then hears its alerts; where it is stays private.
group-offer-button = Use { $car } here
argument-missing = What exactly? For example: { $example }

## Confirmations and buttons

words-yes = yes, y, yep, yeah, yes please, ok, okay, sure, confirm, do it, go ahead
words-no = no, n, nope, cancel, stop, don't, no thanks

confirm-expired = That question is over: answered already, or open for more than 60 seconds. Ask me again.
confirm-needs-word = Is that a yes? Then press the button above, or write “yes”.
confirm-other = Only { $name } can answer this.
button-unknown = I do not know this button. Nothing was done.
button-expired = This button is too old. Ask me again.
button-used = That was answered already.
button-used-result = That was answered already: { $result }
nothing-to-confirm = There is nothing to confirm right now.
