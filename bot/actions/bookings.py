"""Bookings by sentence: answering a request, changing and ending one's own."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.actions.booking_moving import decide
from bot.actions.exchange import Exchange
from bot.actions.models import FRESH, Slots
from bot.buttons import booking_button
from bot.rendering.bookings import booking_line
from bot.replies import Button, Question, Reply
from family.bookings import Verb
from family.models import Booking, BookingState
from family.slots import HOLDING, Slot
from intents.models import Intent
from storage import bookings, people

USUAL_CHANGES = (timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2))
MOST_SHOWN = 3
HALF_A_DAY = timedelta(hours=12)


async def approve(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Show what waits for an answer; the tap on a button is the confirmation."""
    verbs = (Verb.APPROVE, Verb.DECLINE, Verb.PROPOSE)
    return await _offer(exchange, await _waiting(exchange), verbs)


async def decline(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Decline the only request, or ask which."""
    waiting = await _waiting(exchange)
    if len(waiting) == 1:
        return (await decide(exchange, waiting[0].booking_id, Verb.DECLINE),)
    return await _offer(exchange, waiting, (Verb.DECLINE,))


async def cancel(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Cancel the person's only booking, or ask which."""
    own = [it for it in await _own(exchange) if it.state is not BookingState.ACTIVE]
    if not own:
        return (exchange.say("booking-none-mine"),)
    if len(own) == 1:
        return (await decide(exchange, own[0].booking_id, Verb.CANCEL),)
    return await _offer(exchange, own, (Verb.CANCEL,))


async def extend(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Keep the car longer, by so much or until then; without either, ask how much."""
    return await _change(exchange, slots, Verb.EXTEND)


async def shorten(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Bring the car back earlier."""
    return await _change(exchange, slots, Verb.SHORTEN)


async def hand_back(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """End the running booking: the car is back."""
    own = [it for it in await _own(exchange) if it.state is BookingState.ACTIVE]
    if not own:
        return (exchange.say("booking-not-driving"),)
    await exchange.parts.garage.look(own[0].car_id, within=FRESH)  # for the card
    return (await decide(exchange, own[0].booking_id, Verb.HAND_OVER),)


async def _change(exchange: Exchange, slots: Slots, verb: Verb) -> tuple[Reply, ...]:
    booking = next((it for it in await _own(exchange) if it.state in HOLDING), None)
    if booking is None:
        return (exchange.say("booking-none-to-change"),)
    ends_at = _new_end(exchange, slots, booking, verb)
    if ends_at is not None:
        times = Slot(booking.starts_at, ends_at)
        return (await decide(exchange, booking.booking_id, verb, times=times),)
    wording = exchange.wording
    sign = 1 if verb is Verb.EXTEND else -1
    ends = [booking.ends_at + sign * change for change in USUAL_CHANGES]
    buttons = tuple(
        _change_button(exchange, booking, verb, end)
        for end in ends
        if end > max(exchange.now, booking.starts_at)
    )
    when = wording.interval(booking.starts_at, booking.ends_at)
    text = wording.say("booking-until-when", when=when)
    wish = "share_extend" if verb is Verb.EXTEND else "share_shorten"
    asks = Question(intent=Intent(name=wish), wanted=("duration", "time"))
    rows = (buttons,) if buttons else ()
    return (Reply(text=text, buttons=rows, edit=exchange.edits, asks=asks),)


def _new_end(exchange: Exchange, slots: Slots, booking: Booking, verb: Verb) -> datetime | None:
    """Return the new end that was said: a length on top, a time of day, or a moment."""
    if (minutes := slots.get("duration")) is not None:
        change = timedelta(minutes=float(minutes))
        return booking.ends_at + (change if verb is Verb.EXTEND else -change)
    said = str(slots.get("time", ""))
    try:
        if "T" in said:
            return datetime.fromisoformat(said)
        clock = time.fromisoformat(said)
    except ValueError:
        return None
    return nearest_end(booking, clock, verb, exchange.wording.zone)


def nearest_end(booking: Booking, clock: time, verb: Verb, zone: ZoneInfo) -> datetime:
    """Return the nearest new end at a time of day; "until 6" may be the evening.

    The nearest after the end for more time, the nearest before it for less.
    """
    ends_at = booking.ends_at.astimezone(zone)
    same_day = ends_at.replace(hour=clock.hour, minute=clock.minute)
    halves = (
        [timedelta(0)] if clock.hour >= HALF_A_DAY.seconds // 3600 else [timedelta(0), HALF_A_DAY]
    )
    days = [timedelta(days=number) for number in (-1, 0, 1)]
    choices = [same_day + day + half for day in days for half in halves]
    if verb is Verb.EXTEND:
        return min(choice for choice in choices if choice > ends_at)
    return max(choice for choice in choices if choice < ends_at)


def _change_button(exchange: Exchange, booking: Booking, verb: Verb, ends_at: datetime) -> Button:
    button = booking_button(exchange.wording, booking, verb, exchange.person.person_id)
    times = {"starts_at": booking.starts_at.isoformat(), "ends_at": ends_at.isoformat()}
    return Button(
        text=exchange.wording.label("button-until", time=exchange.wording.time(ends_at)),
        action=button.action,
        payload={**button.payload, **times},
        person_id=button.person_id,
    )


async def _offer(
    exchange: Exchange, choices: Sequence[Booking], verbs: Sequence[Verb]
) -> tuple[Reply, ...]:
    if not choices:
        return (exchange.say("booking-none-open"),)
    wording, person_id = exchange.wording, exchange.person.person_id
    async with exchange.parts.database.reading() as tx:
        known = [await people.get_person(tx, it.person_id) for it in choices[:MOST_SHOWN]]
    replies = []
    for booking, person in zip(choices, known, strict=False):
        name = person.first_name if person else wording.label("someone")
        row = tuple(booking_button(wording, booking, verb, person_id) for verb in verbs)
        rows: tuple[tuple[Button, ...], ...] = (row,)
        if booking.series_id is not None and Verb.PROPOSE not in verbs:
            last = verbs[-1]
            rows = (row, (booking_button(wording, booking, last, person_id, series=True),))
        replies.append(Reply(text=booking_line(booking, name, wording), buttons=rows))
    return tuple(replies)


async def _waiting(exchange: Exchange) -> list[Booking]:
    if exchange.car is None:
        return []
    async with exchange.parts.database.reading() as tx:
        requested = await bookings.list_requested(tx, exchange.car.car_id)
    return [booking for booking in requested if booking.ends_at > exchange.now]


async def _own(exchange: Exchange) -> list[Booking]:
    """Return the person's open bookings of the car, the running one first."""
    if exchange.car is None:
        return []
    async with exchange.parts.database.reading() as tx:
        found = await bookings.list_open_of(tx, exchange.person.person_id)
    own = [it for it in found if it.car_id == exchange.car.car_id]
    return sorted(own, key=lambda it: (it.state is not BookingState.ACTIVE, it.starts_at))
