"""What each kind of button does, after its row was found and its presser checked."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.actions import (
    alert_plans,
    alert_switches,
    booking_moving,
    calendars,
    destinations,
    family,
    lending,
    pin,
    settings,
    speakers,
    split,
    tokens,
)
from bot.actions.at_the_door import check_pin
from bot.actions.drivers import say_driver
from bot.actions.exchange import Exchange
from bot.actions.policy import close_question, perform
from bot.actions.rights import refusal_of
from bot.actions.sharing import decide_sharing
from bot.actions.trips import show_trip
from bot.buttons import (
    BOOKING,
    CALENDAR,
    CONFIRM,
    DESTINATION,
    DISMISS,
    DISTANCE,
    DRIVER,
    EVENING,
    FENCE_HERE,
    INTENT,
    LEND,
    LINK,
    MEMBER,
    MUTE,
    OVERRUN,
    PIN,
    PIN_RESET,
    PREFER,
    PRIVATE,
    REFRESH,
    REGION,
    SELECT,
    SHARING,
    SPEAKER,
    SPLIT,
    SWITCH,
    TOKEN,
    TRIP,
    car_of,
    unpack,
)
from bot.confirmations import Verdict, judge
from bot.localisation import plain
from bot.login import choose_region
from bot.replies import Press, Reply
from family.models import Role
from family.permissions import may
from smartcloud.models import Region
from storage import buttons, cars, members, people
from storage.records import StoredButton

LONGEST_RESULT = 120  # characters; a toast holds 200

Tap = Callable[[Exchange, StoredButton], Awaitable[tuple[Reply, ...]]]


async def _run(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    return await perform(exchange, unpack(button.payload))


async def _confirm(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    await _close_question(exchange, button)
    edited = replace(exchange, edits=True)
    return await perform(edited, unpack(button.payload), confirmed=True)


async def _dismiss(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    await _close_question(exchange, button)
    return (replace(exchange, edits=True).say("cancelled"),)


async def _refresh(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    edited = replace(exchange, edits=True)
    return await perform(edited, unpack(button.payload), refresh=True)


async def _tell_privately(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Answer in the presser's own chat; the group only sees that they asked."""
    chat_id = exchange.person.person_id  # a private chat has its person's id
    alone = replace(exchange, chat=replace(exchange.chat, chat_id=chat_id, is_group=False))
    replies = await perform(alone, unpack(button.payload))
    toast = exchange.wording.label("place-sent-privately")
    first, *rest = (replace(reply, to_chat_id=chat_id, edit=False) for reply in replies)
    return (replace(first, toast=toast), *rest)


async def _select(exchange: Exchange, _: StoredButton) -> tuple[Reply, ...]:
    if exchange.car is None:
        return (exchange.say("no-car"),)
    async with exchange.parts.database.transaction() as tx:
        await people.select_car(tx, exchange.chat.chat_id, exchange.car.car_id)
    return (replace(exchange, edits=True).say("cars-selected", car=exchange.car.name),)


async def _choose_region(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    if not exchange.is_private:
        return (exchange.say("login-group"),)
    region = Region(str(button.payload["region"]))
    return (await choose_region(replace(exchange, edits=True), region),)


async def _link(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Let a group ask about a car; only its owner may, who is not yet known to this group."""
    car_id = int(button.payload["linked_car_id"])
    async with exchange.parts.database.transaction() as tx:
        member = await members.get_member(tx, exchange.person.person_id, car_id)
        if not may(member, Role.OWNER, exchange.now).allowed:
            return (exchange.say("button-unknown"),)
        await cars.link_chat(tx, exchange.chat.chat_id, car_id)
        car = await cars.get_car(tx, car_id)
    name = car.name if car else ""
    return (replace(exchange, edits=True).say("welcome-group", car=name),)


async def _close_question(exchange: Exchange, button: StoredButton) -> None:
    async with exchange.parts.database.transaction() as tx:
        await close_question(tx, exchange, button.payload)


TAPS: Mapping[str, Tap] = {
    INTENT: _run,
    CONFIRM: _confirm,
    DISMISS: _dismiss,
    REFRESH: _refresh,
    PRIVATE: _tell_privately,
    SELECT: _select,
    LINK: _link,
    REGION: _choose_region,
    BOOKING: booking_moving.tap,
    DISTANCE: booking_moving.set_distance,
    MEMBER: family.tap,
    SHARING: decide_sharing,
    CALENDAR: calendars.tap,
    LEND: lending.tap,
    DRIVER: say_driver,
    SPLIT: split.tap,
    MUTE: alert_switches.mute,
    SWITCH: alert_switches.toggle,
    EVENING: alert_plans.evening,
    OVERRUN: alert_plans.overrun,
    TRIP: show_trip,
    DESTINATION: destinations.tapped,
    FENCE_HERE: destinations.ask_fence_name,
    PREFER: settings.prefer,
    PIN: pin.choose,
    PIN_RESET: pin.reset,
    TOKEN: tokens.choose,
    SPEAKER: speakers.choose,
}
ROLES: Mapping[str, Role] = {
    # Taps whose rights are not those of an intent: the least role that may press.
    LINK: Role.STRANGER,  # the car's owner: looked up on the way, the group does not know the car
    BOOKING: Role.GUEST,  # who may make which move is the state machine's to say
    DISTANCE: Role.GUEST,
    MEMBER: Role.YOUNG_DRIVER,  # who may become owner, or withdraw what they offered
    SHARING: Role.OWNER,
    LEND: Role.OWNER,
    DRIVER: Role.DRIVER,
    SPLIT: Role.DRIVER,
    CALENDAR: Role.STRANGER,  # the person's own; rights at a car are looked at on the way
    MUTE: Role.DRIVER,
    SWITCH: Role.DRIVER,
    EVENING: Role.DRIVER,
    OVERRUN: Role.GUEST,  # a move of a booking is the state machine's to allow
    TRIP: Role.DRIVER,
    DESTINATION: Role.DRIVER,
    FENCE_HERE: Role.OWNER,
    PREFER: Role.STRANGER,
    PIN: Role.STRANGER,
    PIN_RESET: Role.OWNER,
    TOKEN: Role.STRANGER,
    SPEAKER: Role.STRANGER,
    SELECT: Role.GUEST,
    REGION: Role.STRANGER,
    DISMISS: Role.STRANGER,
}


def may_press(exchange: Exchange, button: StoredButton) -> bool:
    """Return whether the presser has the rights now, whoever got the button and whenever."""
    if button.action in ROLES:
        return may(exchange.member, ROLES[button.action], exchange.now).allowed
    name = str(button.payload.get("intent", ""))
    return name in exchange.parts.catalogue and refusal_of(exchange, name) is None


async def tap(exchange: Exchange, press: Press, button: StoredButton | None) -> tuple[Reply, ...]:
    """Do what a button does, once if it is for once, or say over the chat why not.

    A row that is unknown, of another chat or of another message is refused alike, so that a
    guessed handle learns nothing.
    """
    if button is None or button.chat_id != press.chat_id:
        return _toast(exchange, "button-unknown")
    if button.message_id not in {None, press.message_id}:
        return _toast(exchange, "button-unknown")
    now = exchange.parts.people_clock()
    verdict = judge(
        asked=button.person_id,
        expires_at=button.expires_at,
        person_id=press.person_id,
        now=now,
    )
    if verdict is Verdict.OTHER_PERSON:
        return _toast(exchange, "confirm-other", name=await _first_name(exchange, button))
    car_id = car_of(button.payload)
    exchange = exchange if car_id is None else exchange.about(car_id)
    if not may_press(exchange, button):
        return _refused(exchange, button)
    if button.once and button.used_at is not None:
        return _used(exchange, button)
    if verdict is Verdict.EXPIRED:
        is_question = button.action in {CONFIRM, DISMISS}
        return _toast(exchange, "confirm-expired" if is_question else "button-expired")
    if not button.once:
        return await TAPS[button.action](exchange, button)
    if objection := await check_pin(exchange, press, button):
        return (objection,)
    async with exchange.parts.database.transaction() as tx:
        used = await buttons.use(tx, press.token, person_id=press.person_id, now=now)
    if used is None:  # somebody else was faster
        return _toast(exchange, "button-used")
    replies = await TAPS[button.action](exchange, used)
    await _remember_result(exchange, press.token, replies)
    return replies


def _refused(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    name = str(button.payload.get("intent", ""))
    if not exchange.cars or exchange.car is None:
        return _toast(exchange, "stranger-group-toast")
    catalogue = exchange.parts.catalogue
    role = catalogue[name].role if name in catalogue else ROLES[button.action].name.lower()
    return _toast(exchange, "role-missing", role=role, car=exchange.car.name)


def _used(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    if button.result:
        return _toast(exchange, "button-used-result", result=button.result)
    return _toast(exchange, "button-used")


def _toast(exchange: Exchange, key: str, **variables: str) -> tuple[Reply, ...]:
    words = exchange.wording.label(key, **variables)
    return (Reply(text="", toast=words, is_alert=True, silent=True),)


async def _first_name(exchange: Exchange, button: StoredButton) -> str:
    async with exchange.parts.database.reading() as tx:
        person = await people.get_person(tx, button.person_id or 0)
    return person.first_name if person else exchange.wording.label("someone")


async def _remember_result(exchange: Exchange, token: str, replies: tuple[Reply, ...]) -> None:
    first = plain(replies[0].text).partition("\n")[0] if replies else ""
    if first:
        async with exchange.parts.database.transaction() as tx:
            await buttons.save_result(tx, token, first[:LONGEST_RESULT])
