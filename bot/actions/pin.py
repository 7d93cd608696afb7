"""The optional PIN for risky wishes: set, change, remove, and let an owner unlock it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.buttons import PIN, PIN_RESET
from bot.confirmations import CONFIRM_WITHIN
from bot.replies import Button, Reply
from family.models import Role
from intents.models import SlotValue
from storage import dialogs, members, people, pins
from storage.records import Dialog, StoredButton

KIND = "pin"  # of the dialog
LIVES = timedelta(minutes=5)
CHANGE, REMOVE, NEW, CONFIRMS = "change", "remove", "new", "confirm"  # what the digits are for
VOICE_NEW, VOICE_REMOVE = "voice_new", "voice_remove"  # the chat's PIN, before the voice's changes


async def manage(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Offer what can be done with the PIN; only ever in private, because it is typed there."""
    argument = str(slots.get("name", ""))
    if re.search(r"[0-9]{3}", argument):  # typed behind the command, where it would stay readable
        return (_deleting(exchange, exchange.say("pin-behind-command")),)
    if not exchange.is_private:
        return (private_only(exchange, "pin-only-private"),)
    async with exchange.parts.database.reading() as tx:
        pin = await pins.get(tx, exchange.person.person_id)
    resets = await _resets(exchange)
    if pin is None:
        await ask(exchange, NEW)
        return (Reply(text=exchange.wording.say("pin-new"), buttons=resets),)
    if not pin.tries_left:
        return (Reply(text=exchange.wording.say("pin-locked"), buttons=resets),)
    row = tuple(
        Button(
            text=exchange.wording.label(f"button-pin-{step}"),
            action=PIN,
            payload={"step": step},
            person_id=exchange.person.person_id,
        )
        for step in (CHANGE, REMOVE)
    )
    return (Reply(text=exchange.wording.say("pin-menu"), buttons=(row, *resets)),)


async def choose(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Ask for the present PIN before it is changed or removed."""
    if not exchange.is_private:
        return (private_only(exchange, "pin-only-private"),)
    await ask(exchange, str(button.payload["step"]))
    return (replace(exchange, edits=True).say("pin-present"),)


async def reset(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Remove the locked PIN of somebody who uses a car that the presser owns."""
    person_id = int(button.payload["locked_person_id"])
    async with exchange.parts.database.transaction() as tx:
        is_ours = await members.get_member(tx, person_id, int(button.payload["car_id"])) is not None
        pin = await pins.get(tx, person_id) if is_ours else None
        if pin is None or pin.tries_left:
            return (exchange.say("button-unknown"),)
        await pins.remove(tx, person_id)
        person = await people.get_person(tx, person_id)
    name = person.first_name if person else exchange.wording.label("someone")
    return (replace(exchange, edits=True).say("pin-reset-done", name=name),)


async def ask(
    exchange: Exchange, step: str, payload: Mapping[str, SlotValue] | None = None
) -> None:
    """Wait for digits in this chat; a confirmation waits only for its minute."""
    lives = CONFIRM_WITHIN if step == CONFIRMS else LIVES
    async with exchange.parts.database.transaction() as tx:
        await dialogs.start(
            tx,
            Dialog(
                chat_id=exchange.chat.chat_id,
                person_id=exchange.person.person_id,
                kind=KIND,
                data={**(payload or {}), "step": step},
                expires_at=exchange.parts.people_clock() + lives,
            ),
        )


async def is_set(exchange: Exchange) -> bool:
    """Return whether this person has to give a PIN for what is risky."""
    async with exchange.parts.database.reading() as tx:
        return await pins.get(tx, exchange.person.person_id) is not None


async def ask_voice_pin(exchange: Exchange) -> Reply:
    """Wait for the digits of a new voice PIN."""
    await ask(exchange, NEW, {"which": pins.VOICE})
    return exchange.say("voice-pin-new")


async def remove_voice_pin(exchange: Exchange) -> Reply:
    """Forget the voice PIN, also a locked one."""
    async with exchange.parts.database.transaction() as tx:
        await pins.remove(tx, exchange.person.person_id, pins.VOICE)
        await dialogs.end(tx, exchange.chat.chat_id, exchange.person.person_id)
    return exchange.say("voice-pin-removed")


def private_only(exchange: Exchange, text: str = "pin-private") -> Reply:
    """Send the person to the private chat: a PIN is not for a group's eyes."""
    wording, name = exchange.wording, exchange.parts.bot_username
    if not name:
        return exchange.say(text)
    link = Button(text=wording.label("button-private-chat"), url=f"https://t.me/{name}?start=pin")
    return Reply(text=wording.say(text), buttons=((link,),), edit=exchange.edits)


async def _resets(exchange: Exchange) -> tuple[tuple[Button, ...], ...]:
    """Return a button for each locked person of the cars that this person owns."""
    own = exchange.person.person_id
    found: dict[int, Button] = {}
    async with exchange.parts.database.reading() as tx:
        owned = [car.car_id for car, member in exchange.cars if member.role is Role.OWNER]
        for car_id in owned:
            for member in await members.get_members(tx, car_id):
                pin = await pins.get(tx, member.person_id)
                person = await people.get_person(tx, member.person_id)
                if member.person_id == own or pin is None or pin.tries_left or person is None:
                    continue
                found[member.person_id] = Button(
                    text=exchange.wording.label("pin-reset-of", name=person.first_name),
                    action=PIN_RESET,
                    payload={"locked_person_id": member.person_id, "car_id": car_id},
                    person_id=own,
                )
    return tuple((button,) for button in found.values())


def _deleting(exchange: Exchange, reply: Reply) -> Reply:
    return replace(reply, delete_message_ids=(exchange.message_id,))
