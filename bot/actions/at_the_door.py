"""Questions outside the chat: a handle instead of a dialog, and the PIN that goes with a yes.

A risky wish at a loudspeaker needs the person's voice PIN, which is off by default: everybody in
the room can speak. A program that holds a token gives the person's chat PIN, if there is one.
"""

from collections.abc import Mapping

from bot.actions.exchange import Exchange
from bot.buttons import CONFIRM, confirmation_buttons
from bot.localisation import Html
from bot.pins import FORM, is_right
from bot.replies import Door, Press, Reply
from intents.models import SlotValue
from storage import buttons, pins
from storage.records import StoredButton

PIN_OF = {Door.SPEAKER: pins.VOICE, Door.CALL: pins.CHAT}
"""Which of a person's PINs a door asks for."""
NEEDS_PIN = "needs_pin"  # in the payload of a question


async def ask_at_the_door(
    exchange: Exchange,
    text: Html,
    yes: str,
    payload: Mapping[str, SlotValue],
    *,
    is_risky: bool,
) -> Reply:
    """Ask back; the buttons' handles are the only way to say yes, for a minute and once."""
    person_id, wording = exchange.person.person_id, exchange.wording
    if is_risky:
        kind = PIN_OF[exchange.door]
        async with exchange.parts.database.reading() as tx:
            pin = await pins.get(tx, person_id, kind)
        if pin is None and exchange.door is Door.SPEAKER:
            return exchange.say("voice-risky-off")
        if pin is not None and not pin.tries_left:
            return exchange.say("voice-pin-locked")
        if pin is not None:
            payload = {**payload, NEEDS_PIN: True}
            key = "voice-say-pin" if exchange.door is Door.SPEAKER else "voice-send-pin"
            text = Html(f"{text}\n{wording.say(key)}")
    choice = confirmation_buttons(wording, yes, payload, person_id)
    return Reply(text=text, buttons=(choice,), is_question=True)


async def check_pin(exchange: Exchange, press: Press, button: StoredButton) -> Reply | None:
    """Return why a yes does not count yet, or ``None``; the tries are counted before comparing.

    A wrong PIN leaves the question open until its minute is over or the tries are used up.
    """
    if button.action != CONFIRM or not button.payload.get(NEEDS_PIN):
        return None
    person_id, database = exchange.person.person_id, exchange.parts.database
    kind = PIN_OF.get(exchange.door, pins.CHAT)
    if not FORM.fullmatch(press.pin):
        return _asking_again(exchange, "voice-pin-missing")
    async with database.transaction() as tx:
        pin = await pins.take_try(tx, person_id, kind)
    if pin is not None and await is_right(press.pin, pin.digest):
        async with database.transaction() as tx:
            await pins.restore_tries(tx, person_id, kind)
        return None
    if pin is not None and pin.tries_left:
        return _asking_again(exchange, "voice-pin-wrong", left=pin.tries_left)
    async with database.transaction() as tx:
        await buttons.expire_group(tx, str(button.payload["group"]))
    return exchange.say("voice-pin-locked")


def _asking_again(exchange: Exchange, key: str, **variables: int) -> Reply:
    """Return an answer after which the same handle may be tried again."""
    return Reply(text=exchange.wording.say(key, **variables), is_question=True)
