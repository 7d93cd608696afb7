"""Who holds a digital key of the car, and how its owner takes one back."""

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.buttons import intent_button
from bot.errors import text_of
from bot.localisation import Wording
from bot.rendering.view import lines
from bot.replies import Button, Reply
from intents.models import Intent
from smartcloud.exceptions import SmartCloudError
from smartcloud.models import DigitalKey
from storage.records import Car

MOST_KEYS = 20  # a car holds fewer; one message has room for as many buttons
OWN = "OWNER"  # PROPOSED kind of the key in the owner's own phone


async def show(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """List the keys of the car; those that others hold can be revoked."""
    car = exchange.car
    if car is None:
        return (exchange.say("no-car"),)
    if not exchange.is_private:  # who may open the car is nothing for a group
        return (exchange.say("private-only"),)
    try:
        keys = await _keys_of(exchange, car)
    except SmartCloudError as error:
        return (Reply(text=text_of(error, exchange.wording), edit=exchange.edits),)
    if not keys:
        return (exchange.say("keys-none", car=car.name),)
    wording = exchange.wording
    title = wording.say("keys-title", car=car.name)
    return (
        Reply(
            text=lines([title, *(_line(key, wording) for key in keys)]),
            buttons=tuple((_button(key, car, wording),) for key in keys if key.kind != OWN),
            edit=exchange.edits,
        ),
    )


async def which(exchange: Exchange, slots: Slots) -> Reply | None:
    """Return the question which key is meant, unless one is."""
    car, name = exchange.car, str(slots.get("name", "")).strip()
    if car is None:
        return exchange.say("no-car")
    try:
        keys = await _lent(exchange, car)
    except SmartCloudError as error:
        return Reply(text=text_of(error, exchange.wording), edit=exchange.edits)
    is_one = sum(_is_meant(key, slots, name) for key in keys) == 1
    return None if is_one else _ask_which(exchange, car, keys, name)


async def revoke(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Take a key away: the one of a button, or the only one that the name fits."""
    car = exchange.car
    if car is None:
        return (exchange.say("no-car"),)
    name = str(slots.get("name", "")).strip()
    try:
        keys = await _lent(exchange, car)
        found = [key for key in keys if _is_meant(key, slots, name)]
        if len(found) != 1:
            return (_ask_which(exchange, car, keys, name),)
        (key,) = found
        await exchange.parts.garage.ask(car, "keys", lambda it: it.keys.revoke(key.key_id))
    except SmartCloudError as error:
        return (Reply(text=text_of(error, exchange.wording), edit=exchange.edits),)
    return (exchange.say("keys-revoked", name=_name(key, exchange.wording), car=car.name),)


async def _lent(exchange: Exchange, car: Car) -> list[DigitalKey]:
    return [key for key in await _keys_of(exchange, car) if key.kind != OWN]


async def _keys_of(exchange: Exchange, car: Car) -> tuple[DigitalKey, ...]:
    keys = await exchange.parts.garage.ask(car, "keys", lambda it: it.keys.get_all(car.vehicle))
    return keys[:MOST_KEYS]


def _is_meant(key: DigitalKey, slots: Slots, name: str) -> bool:
    if "key_id" in slots:  # of a button
        return key.key_id == slots["key_id"]
    return bool(name) and name.casefold() in (key.name or "").casefold()


def _ask_which(exchange: Exchange, car: Car, keys: list[DigitalKey], name: str) -> Reply:
    wording = exchange.wording
    if not keys:
        return exchange.say("keys-none-lent", car=car.name)
    asked = wording.say("keys-unknown", name=name) if name else wording.say("keys-which")
    buttons = tuple((_button(key, car, wording),) for key in keys)
    return Reply(text=asked, buttons=buttons, edit=exchange.edits)


def _button(key: DigitalKey, car: Car, wording: Wording) -> Button:
    name = _name(key, wording)
    wish = Intent(name="key_revoke", slots={"name": name, "key_id": key.key_id})
    button = intent_button(wording, "button-revoke", wish, car.car_id)
    return Button(text=f"{button.text}: {name}"[:40], action=button.action, payload=button.payload)


def _line(key: DigitalKey, wording: Wording) -> str:
    return wording.say(
        "keys-line",
        name=_name(key, wording),
        kind="own" if key.kind == OWN else "lent",
        state=(key.status or "unknown").lower(),
        until=key.valid_to,
        dated="no" if key.valid_to is None else "yes",
    )


def _name(key: DigitalKey, wording: Wording) -> str:
    return key.name or wording.label("keys-nameless")
