"""Who has the car when: now and next, this week, and all that is booked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.actions.pictures import draw_week
from bot.blocks import Heading
from bot.bookings.wishes import read_wish
from bot.buttons import intent_button
from bot.localisation import Html
from bot.rendering.blocks import above, laid
from bot.rendering.bookings import bookings_table
from bot.rendering.view import lines
from bot.replies import Reply
from family.models import Booking, BookingState, Role
from family.slots import HOLDING, OPEN
from storage import bookings, calendars, people

AHEAD = timedelta(days=28)
WEEK = timedelta(days=7)


async def show(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """List who has the car in the time that was said, else in the next weeks."""
    asked = _asked_for(exchange, slots)
    start, end = asked or (_today(exchange), exchange.now + AHEAD)
    if asked is None or exchange.car is None or await _between(exchange, start, end):
        return await _list(exchange, start, end, "booking-list")
    when = exchange.wording.interval(start, end)
    free = exchange.say("booking-free-then", car=exchange.car.name, when=when)
    if not await _between(exchange, _today(exchange), exchange.now + AHEAD):
        return (free,)
    (coming,) = await _list(exchange, _today(exchange), exchange.now + AHEAD, "booking-list")
    return (replace(coming, text=above(free.text, coming.text)),)


async def show_week(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Show the next seven days as a picture and a list."""
    return await _list(exchange, exchange.now, exchange.now + WEEK, "booking-week")


async def show_now(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Say who has the car now, and who is next."""
    car, wording, now = exchange.car, exchange.wording, exchange.now
    if car is None:
        return (exchange.say("no-car"),)
    held = [it for it in await _between(exchange, now - AHEAD, now + AHEAD) if it.state in HOLDING]
    current = next((it for it in held if _has_it(it, now)), None)
    coming = next((it for it in held if it.starts_at > now and it is not current), None)
    names = await _names(exchange, [it for it in (current, coming) if it is not None])
    rows = [_now_line(exchange, car.name, current, names)]
    if coming is not None:
        when = wording.interval(coming.starts_at, coming.ends_at)
        rows.append(wording.say("who-next", name=names[coming.person_id], when=when))
    row = (
        intent_button(wording, "button-week", "share_week", car.car_id),
        intent_button(wording, "button-book", "share_request", car.car_id),
    )
    return (Reply(text=lines(rows), buttons=(row,), edit=exchange.edits),)


def _now_line(exchange: Exchange, car: str, current: Booking | None, names: dict[int, str]) -> Html:
    wording = exchange.wording
    if current is None:
        return wording.say("who-nobody", car=car)
    late = "late" if current.ends_at <= exchange.now else "now"
    return wording.say(f"who-{late}", name=names[current.person_id], car=car, until=current.ends_at)


def _has_it(booking: Booking, now: datetime) -> bool:
    """Return whether a booking runs: also one that is over and was not handed back."""
    if booking.state is BookingState.ACTIVE:
        return True
    return booking.starts_at <= now < booking.ends_at


async def _list(
    exchange: Exchange, start: datetime, end: datetime, title: str
) -> tuple[Reply, ...]:
    car, wording = exchange.car, exchange.wording
    if car is None:
        return (exchange.say("no-car"),)
    found = await _between(exchange, start, end)
    if not found:
        return (exchange.say("booking-list-empty", car=car.name),)
    names = await _names(exchange, found)
    picture = None
    if not exchange.edits:  # a picture cannot be edited into a message
        shown = [it for it in found if it.state in {*HOLDING, BookingState.REQUESTED}]
        picture = await draw_week(car.name, shown, [names[it.person_id] for it in shown], wording)
    heading = Heading(text=wording.say(title, car=car.name))
    text = laid([heading, bookings_table(found, names, wording)])
    return (Reply(text=text, picture=picture, edit=exchange.edits),)


async def _between(exchange: Exchange, start: datetime, end: datetime) -> list[Booking]:
    """Return what is open in an interval; a guest sees their own booking and no others."""
    if exchange.car is None or exchange.member is None:
        return []
    async with exchange.parts.database.reading() as tx:
        known = await bookings.list_for(tx, exchange.car.car_id, start, end)
        busy = await calendars.held_between(tx, exchange.car.car_id, start, end)
    is_bound = exchange.member.role is Role.GUEST and exchange.member.booking_id is not None
    return [
        it
        for it in sorted([*known, *busy], key=lambda it: it.starts_at)
        if it.state in OPEN and not (is_bound and it.booking_id != exchange.member.booking_id)
    ]


async def _names(exchange: Exchange, found: Sequence[Booking]) -> dict[int, str]:
    someone = exchange.wording.label("someone")
    calendar = {calendars.NOBODY: exchange.wording.label("calendar-foreign")}
    async with exchange.parts.database.reading() as tx:
        known = {it.person_id: await people.get_person(tx, it.person_id) for it in found}
    names = {number: person.first_name if person else someone for number, person in known.items()}
    return names | calendar


def _asked_for(exchange: Exchange, slots: Slots) -> tuple[datetime, datetime] | None:
    wish = read_wish(slots, exchange.wording.zone)
    return (wish.starts_at, wish.ends_at) if wish else None


def _today(exchange: Exchange) -> datetime:
    """Return the last midnight where the person lives."""
    today = exchange.now.astimezone(exchange.wording.zone).date()
    return datetime.combine(today, time(), exchange.wording.zone)
