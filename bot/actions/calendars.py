"""Calendars: secret addresses to subscribe to, and foreign ones that say when a car is busy."""

from collections.abc import Mapping
from dataclasses import replace

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.buttons import CALENDAR
from bot.calendars.errors import CalendarError
from bot.calendars.fetching import calendar_url
from bot.calendars.publishing import BUSY, KIND, PATH, Calendars
from bot.rendering.view import lines
from bot.replies import Button, Document, Reply
from family.models import Role
from family.permissions import may
from intents.models import SlotValue
from storage import calendars, grants
from storage.calendars import ImportedCalendar
from storage.grants import Grant
from storage.records import Car, StoredButton

FULL, MINE = "full", "mine"
FILE_NAME = "bookings.ics"
MOST_ADDRESSES = 10  # of a person
MOST_IMPORTED = 5  # of a car


async def manage(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Show the addresses that a person has, and offer new ones; in private, for they are secret."""
    if not exchange.is_private:
        return (exchange.say("private-only"),)
    parts, wording, car = exchange.parts, exchange.wording, exchange.car
    async with parts.database.reading() as tx:
        known = await grants.list_of(tx, exchange.person.person_id, KIND)
        imported = await calendars.list_of(tx, car.car_id) if car and _owns(exchange) else ()
    if not parts.public_url:
        return (await _as_file(exchange),)
    told = [
        wording.say("calendar-address", name=grant.label, used=grant.last_used_at)
        if grant.last_used_at
        else wording.say("calendar-address-unused", name=grant.label)
        for grant in known
    ]
    read = [wording.say("calendar-imported", count=len(imported))] if imported else []
    title = wording.say("calendar-title" if known else "calendar-none")
    rows = [*_offers(exchange), *(_revoke(exchange, grant) for grant in known)]
    rows += [_drop(exchange, it, number) for number, it in enumerate(imported, 1)]
    return (
        Reply(
            text=lines([title, *told, *read]),
            buttons=tuple((button,) for button in rows),
            edit=exchange.edits,
        ),
    )


async def tap(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Make an address, revoke one, or forget a foreign calendar."""
    if not exchange.is_private:
        return (exchange.say("private-only"),)
    edited = replace(exchange, edits=True)
    match button.payload["verb"]:
        case "new":
            return await _make(edited, str(button.payload["scope"]))
        case "revoke":
            return await _end(edited, int(button.payload["grant_id"]))
    if not _owns(exchange):
        return (exchange.say("button-unknown"),)
    car_id, calendar_id = int(button.payload["car_id"]), int(button.payload["calendar_id"])
    async with exchange.parts.database.transaction() as tx:
        await calendars.remove(tx, calendar_id, car_id)
    return (edited.say("calendar-dropped"),)


async def take_in(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Keep the address of a foreign calendar; its message is deleted, for the address is a key."""
    address, car = str(slots.get("address", "")).strip(), exchange.car
    if car is None:
        return (exchange.say("no-car"),)
    if not address:
        return (exchange.say("calendar-import-how"),)
    gone = (exchange.message_id,)
    try:
        url = calendar_url(address, exchange.parts.reach)
    except CalendarError:
        return (replace(exchange.say("calendar-import-refused"), delete_message_ids=gone),)
    async with exchange.parts.database.transaction() as tx:
        if len(await calendars.list_of(tx, car.car_id)) >= MOST_IMPORTED:
            return (exchange.say("calendar-import-full", most=MOST_IMPORTED),)
        await calendars.add(
            tx,
            car_id=car.car_id,
            person_id=exchange.person.person_id,
            address=str(url),
            now=exchange.parts.people_clock(),
        )
    return (replace(exchange.say("calendar-import-kept", car=car.name), delete_message_ids=gone),)


async def _make(exchange: Exchange, scope: str) -> tuple[Reply, ...]:
    """Make an address and show it; it cannot be shown again, for only its hash is kept."""
    parts, car = exchange.parts, exchange.car if scope != MINE else None
    if scope != MINE and not (car and may(exchange.member, Role.DRIVER, exchange.now).allowed):
        return (exchange.say("button-unknown"),)
    label = _label(exchange, scope, car)
    async with parts.database.transaction() as tx:
        if await grants.count_of(tx, exchange.person.person_id, KIND) >= MOST_ADDRESSES:
            return (exchange.say("calendar-full", most=MOST_ADDRESSES),)
        _, secret = await grants.add(
            tx,
            kind=KIND,
            person_id=exchange.person.person_id,
            car_id=car.car_id if car else None,
            scopes=frozenset({BUSY} if scope == BUSY else ()),
            label=label,
            now=parts.people_clock(),
        )
    address = f"{parts.public_url}{PATH.format(secret=secret)}"
    return (exchange.say("calendar-made", name=label, address=address),)


async def _end(exchange: Exchange, grant_id: int) -> tuple[Reply, ...]:
    parts = exchange.parts
    async with parts.database.transaction() as tx:
        ended = await grants.revoke(tx, grant_id, exchange.person.person_id, parts.people_clock())
    if ended is None:
        return (exchange.say("button-unknown"),)
    return (exchange.say("calendar-revoked", name=ended.label),)


async def _as_file(exchange: Exchange) -> Reply:
    """Hand out the calendar as it is now, where no address can be subscribed to."""
    parts, car = exchange.parts, exchange.car
    published = Calendars(parts.database, parts.texts, parts.clock, parts.people_clock)
    sees_car = car is not None and may(exchange.member, Role.DRIVER, exchange.now).allowed
    async with parts.database.reading() as tx:
        found = await published.of_person(
            tx, exchange.person.person_id, car.car_id if car and sees_car else None
        )
    if found is None:
        return exchange.say("no-car")
    text = exchange.wording.say("calendar-as-file")
    return Reply(text=text, document=Document(name=FILE_NAME, content=found.content))


def _owns(exchange: Exchange) -> bool:
    return may(exchange.member, Role.OWNER, exchange.now).allowed


def _label(exchange: Exchange, scope: str, car: Car | None) -> str:
    if car is None:
        return exchange.wording.label("calendar-mine")
    return exchange.wording.label(
        "calendar-of-car-busy" if scope == BUSY else "calendar-of-car", car=car.name
    )


def _offers(exchange: Exchange) -> list[Button]:
    car = exchange.car
    scopes = [MINE]
    if car is not None and may(exchange.member, Role.DRIVER, exchange.now).allowed:
        scopes = [FULL, BUSY, MINE]
    return [
        Button(
            text=f"➕ {_label(exchange, scope, None if scope == MINE else car)}",
            action=CALENDAR,
            payload={"verb": "new", "scope": scope, "car_id": car.car_id if car else 0},
            person_id=exchange.person.person_id,
        )
        for scope in scopes
    ]


def _revoke(exchange: Exchange, grant: Grant) -> Button:
    return Button(
        text=exchange.wording.label("button-calendar-revoke", name=grant.label),
        action=CALENDAR,
        payload={"verb": "revoke", "grant_id": grant.grant_id, "car_id": grant.car_id or 0},
        person_id=exchange.person.person_id,
    )


def _drop(exchange: Exchange, imported: ImportedCalendar, number: int) -> Button:
    payload: Mapping[str, SlotValue] = {
        "verb": "drop",
        "calendar_id": imported.calendar_id,
        "car_id": imported.car_id,
    }
    return Button(
        text=exchange.wording.label("button-calendar-drop", number=number),
        action=CALENDAR,
        payload=payload,
        person_id=exchange.person.person_id,
    )
