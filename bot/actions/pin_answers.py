"""What happens when digits are sent: they are deleted, compared, and acted on."""

import re
from dataclasses import replace

from bot.actions.exchange import Exchange
from bot.actions.pin import CONFIRMS, NEW, ask, ask_voice_pin, remove_voice_pin
from bot.actions.policy import perform
from bot.buttons import car_of, unpack
from bot.pins import FORM, digest_of, is_right
from bot.replies import Reply
from bot.voice.words import YES, is_word
from intents.models import SlotValue
from storage import buttons, dialogs, pins
from storage.records import Dialog

LIKE_A_PIN = re.compile(r"\d(?:\W*\d){2}|^\W*\d[\d\W]*$")
"""Three digits in a row, or nothing but digits: while a PIN is waited for, 22 is no temperature."""


async def continue_pin(exchange: Exchange, dialog: Dialog, text: str) -> tuple[Reply, ...]:
    """Take digits as the PIN, and delete their message; words without any are not an answer."""
    digits = text.strip()
    step = str(dialog.data["step"])
    if step == CONFIRMS and is_word(exchange.parts.texts, digits, YES):
        return (exchange.say("pin-confirms"),)  # the PIN is the yes
    if not LIKE_A_PIN.search(digits):
        return ()
    if exchange.is_heard:
        return (exchange.say("heard-secret"),)
    if not FORM.fullmatch(digits):
        replies: tuple[Reply, ...] = (exchange.say("pin-bad"),)
    elif step == NEW:
        replies = (await _set(exchange, digits, str(dialog.data.get("which", pins.CHAT))),)
    else:
        replies = await _compare(exchange, dialog, digits)
    first, *rest = replies
    return (replace(first, delete_message_ids=(exchange.message_id,)), *rest)


async def _set(exchange: Exchange, digits: str, which: str) -> Reply:
    digest = await digest_of(digits)
    async with exchange.parts.database.transaction() as tx:
        await pins.save(tx, exchange.person.person_id, digest, which)
        await dialogs.end(tx, exchange.chat.chat_id, exchange.person.person_id)
    return exchange.say("voice-pin-set" if which == pins.VOICE else "pin-set")


async def _compare(exchange: Exchange, dialog: Dialog, digits: str) -> tuple[Reply, ...]:
    person_id = exchange.person.person_id
    async with exchange.parts.database.transaction() as tx:
        pin = await pins.take_try(tx, person_id)
    if pin is None:
        return (await _end(exchange, dialog, "pin-locked"),)
    if not await is_right(digits, pin.digest):
        if not pin.tries_left:
            return (await _end(exchange, dialog, "pin-locked"),)
        return (exchange.say("pin-wrong", left=pin.tries_left),)
    async with exchange.parts.database.transaction() as tx:
        await pins.restore_tries(tx, person_id)
    return await _go_on(exchange, dialog)


async def _go_on(exchange: Exchange, dialog: Dialog) -> tuple[Reply, ...]:
    """Do what the right PIN was asked for."""
    match dialog.data["step"]:
        case "voice_new":
            return (await ask_voice_pin(exchange),)
        case "voice_remove":
            return (await remove_voice_pin(exchange),)
        case "change":
            await ask(exchange, NEW)
            return (exchange.say("pin-new"),)
        case "remove":
            async with exchange.parts.database.transaction() as tx:
                await pins.remove(tx, exchange.person.person_id)
            return (await _end(exchange, dialog, "pin-removed"),)
    if not await _is_still_open(exchange, dialog):
        return (exchange.say("confirm-expired"),)
    payload: dict[str, SlotValue] = dict(dialog.data)
    car_id = car_of(payload)
    about = exchange.about(car_id) if car_id else exchange
    return await perform(about, unpack(payload), confirmed=True)


async def _is_still_open(exchange: Exchange, dialog: Dialog) -> bool:
    """End the question; of several right answers only the first finds it open."""
    chat_id, person_id = exchange.chat.chat_id, exchange.person.person_id
    async with exchange.parts.database.transaction() as tx:
        found = await dialogs.get(tx, chat_id, person_id, exchange.parts.people_clock())
        await dialogs.end(tx, chat_id, person_id)
        await buttons.expire_group(tx, str(dialog.data["group"]))
    return found is not None and found.data.get("group") == dialog.data["group"]


async def _end(exchange: Exchange, dialog: Dialog, key: str) -> Reply:
    async with exchange.parts.database.transaction() as tx:
        await dialogs.end(tx, exchange.chat.chat_id, exchange.person.person_id)
        if group := dialog.data.get("group"):
            await buttons.expire_group(tx, str(group))
    return exchange.say(key)
