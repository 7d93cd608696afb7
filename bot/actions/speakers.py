"""Alexa in the chat: a code to link it, the voice PIN for what is risky, and farewell."""

from dataclasses import replace

from bot.actions import pin
from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.buttons import SPEAKER
from bot.rendering.view import lines
from bot.replies import Button, Reply
from storage import pins, speakers
from storage.pins import Pin
from storage.records import StoredButton

SET_PIN, REMOVE_PIN, UNLINK = "pin", "pin-off", "unlink"


async def manage(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Make a code and say how things stand; only ever in private, because the code is a key."""
    if not exchange.is_private:
        return (exchange.say("private-only"),)
    wording, parts, person_id = exchange.wording, exchange.parts, exchange.person.person_id
    if not parts.invocation:
        return (exchange.say("alexa-off"),)
    async with parts.database.transaction() as tx:
        code = await speakers.make_code(tx, person_id, parts.people_clock())
        count = await speakers.count_of(tx, person_id)
        voice_pin = await pins.get(tx, person_id, pins.VOICE)
    name = parts.invocation.get(wording.language, parts.invocation["en"])
    say = wording.label("alexa-invocation", name=name)
    text = lines(
        [
            wording.say("alexa-code", say=say, code=f"{code[:3]} {code[3:]}"),
            wording.say("alexa-state", count=count),
            wording.say(f"alexa-pin-{_state(voice_pin)}"),
        ]
    )
    steps = [SET_PIN, *([REMOVE_PIN] if voice_pin else ()), *([UNLINK] if count else ())]
    return (Reply(text=text, buttons=tuple((_button(exchange, step),) for step in steps)),)


async def choose(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Do what a button of the menu says; the voice PIN is guarded by the chat's, where one is."""
    if not exchange.is_private:
        return (exchange.say("private-only"),)
    step, edited = str(button.payload["step"]), replace(exchange, edits=True)
    if step == UNLINK:
        async with exchange.parts.database.transaction() as tx:
            await speakers.unlink(tx, exchange.person.person_id)
        return (edited.say("alexa-unlinked"),)
    if await pin.is_set(exchange):
        await pin.ask(exchange, pin.VOICE_NEW if step == SET_PIN else pin.VOICE_REMOVE)
        return (edited.say("pin-present"),)
    if step == SET_PIN:
        return (await pin.ask_voice_pin(edited),)
    return (await pin.remove_voice_pin(edited),)


def _state(voice_pin: Pin | None) -> str:
    if voice_pin is None:
        return "off"
    return "on" if voice_pin.tries_left else "locked"


def _button(exchange: Exchange, step: str) -> Button:
    return Button(
        text=exchange.wording.label(f"button-alexa-{step}"),
        action=SPEAKER,
        payload={"step": step},
        person_id=exchange.person.person_id,
        lives_s=900,
    )
