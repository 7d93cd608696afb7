"""Asking for the car: one time or every week, urgently, or on the waiting list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.actions.booking_moving import ask_distance, refusal_text, teller_for
from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.bookings import moving
from bot.bookings.news import Teller
from bot.bookings.outlook import Advice, advise, known_distance
from bot.bookings.wishes import Wish, read_wish, weekly
from bot.buttons import booking_button, intent_button
from bot.localisation import Html
from bot.rendering.bookings import overlap_lines
from bot.rendering.view import lines
from bot.replies import Button, Reply
from family import bookings as moves
from family.bookings import Verb
from family.models import Booking, BookingState, Member, Role
from family.permissions import may
from family.slots import AROUND, BookingError, Reason, Slot, offers, tight_gaps
from intents.models import Intent, SlotValue
from storage import bookings, calendars
from storage.database import Transaction
from storage.records import Car

TIMES = ("start",)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What came of a wish: the booking, those that repeat it, and weeks that were taken."""

    booking: Booking
    repeated: tuple[Booking, ...] = ()
    taken: tuple[Slot, ...] = ()
    tight: tuple[str, ...] = ()


async def request(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Ask for the car; every owner is asked, an owner's own wish is booked at once."""
    car, member = exchange.car, exchange.member
    if car is None or member is None:
        return (exchange.say("no-car"),)
    wish = read_wish(slots, exchange.wording.zone)
    if wish is None:
        return (exchange.ask("booking-when", Intent(name="share_request", slots=slots), TIMES),)
    if wish.destination and wish.distance_km is None:
        distance = await known_distance(exchange, car.car_id, wish.destination)
        wish = replace(wish, distance_km=distance)
    try:
        async with exchange.parts.database.transaction() as tx:
            asked = await _ask(tx, exchange, car, member, wish)
    except BookingError as error:
        return (await _refused(exchange, error, wish),)
    return await _answer(exchange, wish, asked)


async def _ask(tx: Transaction, exchange: Exchange, car: Car, member: Member, wish: Wish) -> _Asked:
    known = [*await bookings.list_open(tx, car.car_id), *await _busy(tx, exchange, member, wish)]
    teller = teller_for(exchange, tx, car)
    made = _made(exchange, member, wish, Slot(wish.starts_at, wish.ends_at), known)
    if not wish.is_weekly:
        booking = await moving.ask(teller, made)
        return _Asked(booking=booking, tight=await _tight(teller, known, booking))
    return await _ask_weekly(teller, exchange, member, wish, made)


async def _busy(
    tx: Transaction, exchange: Exchange, member: Member, wish: Wish
) -> tuple[Booking, ...]:
    """Return when foreign calendars say that the car is taken; an owner may know better."""
    if member.role is Role.OWNER:
        return ()
    last = weekly(wish, exchange.wording.zone)[-1].ends_at if wish.is_weekly else wish.ends_at
    return await calendars.held_between(tx, member.car_id, wish.starts_at - AROUND, last + AROUND)


async def _ask_weekly(
    teller: Teller, exchange: Exchange, member: Member, wish: Wish, made: Booking
) -> _Asked:
    """Store the weeks that are free, tied together; one message asks for all of them."""
    first = await bookings.add(teller.tx, made)
    first = replace(first, series_id=first.booking_id)
    await bookings.describe(teller.tx, first)
    repeated, taken = [first], []
    known = [
        *await bookings.list_open(teller.tx, first.car_id),
        *await _busy(teller.tx, exchange, member, wish),
    ]
    for times in weekly(wish, exchange.wording.zone)[1:]:
        try:
            again = replace(_made(exchange, member, wish, times, known), series_id=first.booking_id)
            repeated.append(await bookings.add(teller.tx, again))
        except BookingError as error:
            if error.reason is not Reason.OVERLAP:
                raise
            taken.append(times)
    if first.state is BookingState.REQUESTED:
        last = repeated[-1].starts_at.isoformat()
        await teller.ask_owners(first, count=len(repeated), until=last)
    return _Asked(booking=first, repeated=tuple(repeated), taken=tuple(taken))


def _made(
    exchange: Exchange, member: Member, wish: Wish, times: Slot, known: Sequence[Booking]
) -> Booking:
    made = moves.request(
        member, *times, exchange.now, known, is_urgent=wish.is_urgent, waits=wish.waits
    )
    return replace(
        made,
        destination=wish.destination,
        distance_km=wish.distance_km,
        is_whole_day=wish.is_whole_day,
    )


async def _tight(teller: Teller, known: Sequence[Booking], booking: Booking) -> tuple[str, ...]:
    """Return the names of the people whose bookings are so near that delay would hurt."""
    gaps = tight_gaps(known, booking.starts_at, booking.ends_at)
    others = [other for other, _ in gaps if other.person_id != booking.person_id]
    return tuple([name for other in others if (name := await teller.name_of(other.person_id))])


async def _answer(exchange: Exchange, wish: Wish, asked: _Asked) -> tuple[Reply, ...]:
    wording, booking = exchange.wording, asked.booking
    when = wording.interval(booking.starts_at, booking.ends_at)
    rows = [wording.say(f"booking-asked-{booking.state.value}", when=when)]
    if asked.repeated:
        last = asked.repeated[-1].starts_at
        rows.append(wording.say("booking-weekly", count=len(asked.repeated), last=last))
    if asked.taken:
        days = wording.listing([wording.interval(*times) for times in asked.taken])
        rows.append(wording.say("booking-weekly-taken", days=days))
    if wish.oddity:
        rows.append(wording.say(f"booking-hour-{wish.oddity}", start=booking.starts_at))
    if asked.tight:
        rows.append(wording.say("booking-tight", names=wording.listing(asked.tight)))
    advice = await advise(exchange, booking)
    if booking.destination and booking.distance_km is None and exchange.is_private:
        await ask_distance(exchange, booking)
    undo = booking_button(wording, booking, Verb.CANCEL, exchange.person.person_id)
    if exchange.is_private:
        rows.append(Html(advice.text))
        return (
            Reply(text=lines(rows), buttons=_rows([*advice.buttons, undo]), edit=exchange.edits),
        )
    reply = Reply(text=lines(rows), buttons=_rows([undo]), edit=exchange.edits)
    return (reply, *_alone(exchange, advice))


def _alone(exchange: Exchange, advice: Advice) -> tuple[Reply, ...]:
    """Say where somebody goes and how full the car is to them alone."""
    if not advice.text:
        return ()
    return exchange.aside((Reply(text=advice.text, buttons=_rows(advice.buttons)),))


async def _refused(exchange: Exchange, error: BookingError, wish: Wish) -> Reply:
    """Say why not; for a taken time with what can be had instead."""
    if error.reason is not Reason.OVERLAP:
        return Reply(text=refusal_text(exchange, error), edit=exchange.edits)
    times = (wish.starts_at, wish.ends_at)
    text = overlap_lines(error.free_slots, *times, exchange.wording)
    free = [_wish_button(exchange, wish, slot) for slot in offers(error.free_slots, *times)]
    wait = _wish_button(exchange, wish, Slot(*times), "button-wait", waits=True)
    others = [wait]
    if may(exchange.member, Role.DRIVER, exchange.now).allowed:
        urgent = _wish_button(exchange, wish, Slot(*times), "button-urgent", urgent=True)
        others.append(urgent)
    return Reply(
        text=text,
        buttons=(*((button,) for button in free), tuple(others)),
        edit=exchange.edits,
    )


def _wish_button(
    exchange: Exchange, wish: Wish, times: Slot, label: str = "", **more: SlotValue
) -> Button:
    """Return the button that asks for other times, or in another way, for the same trip."""
    slots: dict[str, SlotValue] = {
        "start": times.starts_at.isoformat(),
        "end": times.ends_at.isoformat(),
        **more,
    }
    if wish.destination:
        slots["place"] = wish.destination
    if wish.distance_km:
        slots["distance"] = wish.distance_km
    car_id = exchange.car.car_id if exchange.car else None
    intent = Intent(name="share_request", slots=slots)
    button = intent_button(exchange.wording, label or "button-wait", intent, car_id, once=True)
    text = button.text if label else str(exchange.wording.interval(*times))
    return replace(button, text=text, person_id=exchange.person.person_id)


def _rows(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
