"""Who has the car when: asking, deciding, cancelling, and the list."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from alerts.models import Change, Urgency
from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.actions.pictures import draw_week
from bot.buttons import BOOKING
from bot.rendering.bookings import booking_line, decided_line, overlap_lines
from bot.rendering.view import lines
from bot.replies import Button, Reply
from family import bookings as moves
from family.bookings import Verb
from family.models import Booking, BookingState
from family.slots import BookingError, Reason
from storage import bookings, episodes, members, people
from storage.database import Transaction
from storage.records import Car

AHEAD = timedelta(days=28)
AROUND = timedelta(days=2)
OPEN_STATES = {BookingState.REQUESTED, BookingState.APPROVED, BookingState.ACTIVE}


async def request(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Ask for the car; every owner is asked, an owner's own wish is booked at once."""
    car, member, wording = exchange.car, exchange.member, exchange.wording
    if car is None or member is None:
        return (exchange.say("no-car"),)
    interval = _interval(exchange, slots)
    if interval is None:
        return (exchange.say("booking-when"),)
    starts_at, ends_at = interval
    try:
        async with exchange.parts.database.transaction() as tx:
            known = await _around(tx, car.car_id, starts_at, ends_at)
            wish = moves.request(member, starts_at, ends_at, exchange.now, known)
            booking = await bookings.add(tx, wish)
            if booking.state is BookingState.REQUESTED:
                await _ask_owners(tx, exchange, car, booking)
    except BookingError as error:
        return (Reply(text=_refusal(exchange, error, starts_at, ends_at), edit=exchange.edits),)
    asked = booking.state is BookingState.REQUESTED
    when = wording.interval(starts_at, ends_at)
    return (exchange.say("booking-asked" if asked else "booking-booked", when=when),)


async def approve(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Show what waits for an answer; the tap on a button is the confirmation."""
    return await _offer(exchange, await _waiting(exchange), (Verb.APPROVE, Verb.DECLINE))


async def decline(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Decline the only request, or ask which."""
    waiting = await _waiting(exchange)
    if len(waiting) == 1:
        return (await decide(exchange, waiting[0].booking_id, Verb.DECLINE),)
    return await _offer(exchange, waiting, (Verb.DECLINE,))


async def cancel(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Cancel the person's only booking, or ask which."""
    own = [
        booking
        for booking in await _upcoming(exchange)
        if booking.person_id == exchange.person.person_id
        and booking.state is not BookingState.ACTIVE
    ]
    if not own:
        return (exchange.say("booking-none-mine"),)
    if len(own) == 1:
        return (await decide(exchange, own[0].booking_id, Verb.CANCEL),)
    return await _offer(exchange, own, (Verb.CANCEL,))


async def show(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """List who has the car in the next weeks."""
    if exchange.car is None:
        return (exchange.say("no-car"),)
    upcoming = await _upcoming(exchange)
    if not upcoming:
        return (exchange.say("booking-list-empty", car=exchange.car.name),)
    async with exchange.parts.database.reading() as tx:
        known = [await name_of(tx, booking.person_id) for booking in upcoming]
    wording = exchange.wording
    names = [name or wording.label("someone") for name in known]
    rows = [
        booking_line(booking, name, wording) for booking, name in zip(upcoming, names, strict=True)
    ]
    title = wording.say("booking-list", car=exchange.car.name)
    picture = None
    if not exchange.edits:  # a picture cannot be edited into a message
        picture = await draw_week(exchange.car.name, upcoming, names, wording)
    return (Reply(text=lines([title, *rows]), picture=picture, edit=exchange.edits),)


async def decide(exchange: Exchange, booking_id: int, verb: Verb) -> Reply:
    """Make a move; the first counts, and everybody who was asked or asked hears of it once."""
    async with exchange.parts.database.transaction() as tx:
        booking = await bookings.get(tx, booking_id)
        member = exchange.member_of(booking.car_id) if booking else None
        if booking is None or member is None:
            return exchange.say("booking-not-allowed")
        known = await _around(tx, booking.car_id, booking.starts_at, booking.ends_at)
        try:
            moved = moves.move(booking, verb, member, exchange.now, known)
            is_first = await bookings.move(
                tx, moved, booking.version, verb=verb, by=exchange.person.person_id
            )
        except BookingError as error:
            return _why_not(exchange, error, booking)
        if not is_first:
            return exchange.say("booking-not-allowed")
        await _tell_decision(tx, exchange, moved)
        name = await name_of(tx, moved.person_id) or exchange.wording.label("someone")
    return Reply(text=decided_line(moved, name, exchange.wording), edit=exchange.edits)


async def name_of(tx: Transaction, person_id: int) -> str:
    """Return a person's first name, empty for one who is forgotten."""
    person = await people.get_person(tx, person_id)
    return person.first_name if person else ""


async def _ask_owners(tx: Transaction, exchange: Exchange, car: Car, booking: Booking) -> None:
    for owner_id in await members.get_owners(tx, car.car_id):
        if await people.get_chat(tx, owner_id) is None:
            continue  # an owner who never wrote to the bot cannot be written to
        await _deliver(tx, exchange, booking, owner_id, "share_request", car.name)


async def _tell_decision(tx: Transaction, exchange: Exchange, booking: Booking) -> None:
    """Edit the messages of the other owners, and tell the person who asked."""
    car = next(car for car, _ in exchange.cars if car.car_id == booking.car_id)
    here = exchange.chat.chat_id
    key = str(booking.booking_id)
    for sent in await episodes.get_deliveries_of(tx, "share_request", key):
        if sent.chat_id != here or not exchange.edits:
            await _deliver(
                tx,
                exchange,
                booking,
                sent.chat_id,
                "share_request",
                car.name,
                change=Change.CLOSED,
                edits=sent.message_id,
            )
    if booking.person_id != exchange.person.person_id:
        await _deliver(tx, exchange, booking, booking.person_id, "share_decided", car.name)


async def _deliver(
    tx: Transaction,
    exchange: Exchange,
    booking: Booking,
    chat_id: int,
    kind: str,
    car_name: str,
    *,
    change: Change = Change.OPENED,
    edits: int | None = None,
) -> None:
    decided = kind == "share_decided"
    await episodes.add_delivery(
        tx,
        chat_id=chat_id,
        car_id=booking.car_id,
        kind=kind,
        key=f"{booking.booking_id}:{booking.state}" if decided else str(booking.booking_id),
        change=change,
        urgency=Urgency.SECURITY,  # somebody waits for it
        at=exchange.now,
        details={
            "car": car_name,
            "car_id": booking.car_id,
            "booking_id": booking.booking_id,
            "state": booking.state.value,
            "person": await name_of(tx, booking.person_id),
            "by": exchange.person.first_name,
            "starts_at": booking.starts_at.isoformat(),
            "ends_at": booking.ends_at.isoformat(),
        },
        edits=edits,
    )


async def _offer(
    exchange: Exchange, choices: Sequence[Booking], verbs: Sequence[Verb]
) -> tuple[Reply, ...]:
    if not choices:
        return (exchange.say("booking-none-open"),)
    wording = exchange.wording
    async with exchange.parts.database.reading() as tx:
        names = [await name_of(tx, booking.person_id) for booking in choices]
    return tuple(
        Reply(
            text=booking_line(booking, name or wording.label("someone"), wording),
            buttons=(tuple(booking_button(exchange, booking, verb) for verb in verbs),),
        )
        for booking, name in zip(choices[:3], names, strict=False)
    )


def booking_button(exchange: Exchange, booking: Booking, verb: Verb) -> Button:
    """Return the button that makes a move of one booking."""
    return Button(
        text=exchange.wording.label(f"button-{verb}"),
        action=BOOKING,
        payload={"booking_id": booking.booking_id, "verb": verb.value, "car_id": booking.car_id},
        person_id=exchange.person.person_id,
    )


async def _waiting(exchange: Exchange) -> list[Booking]:
    if exchange.car is None:
        return []
    async with exchange.parts.database.reading() as tx:
        requested = await bookings.list_requested(tx, exchange.car.car_id)
    return [booking for booking in requested if booking.ends_at > exchange.now]


async def _upcoming(exchange: Exchange) -> list[Booking]:
    if exchange.car is None:
        return []
    now = exchange.now
    async with exchange.parts.database.reading() as tx:
        known = await bookings.list_for(tx, exchange.car.car_id, now, now + AHEAD)
    return [booking for booking in known if booking.state in OPEN_STATES]


async def _around(
    tx: Transaction, car_id: int, starts_at: datetime, ends_at: datetime
) -> Sequence[Booking]:
    return await bookings.list_for(tx, car_id, starts_at - AROUND, ends_at + AROUND)


def _interval(exchange: Exchange, slots: Slots) -> tuple[datetime, datetime] | None:
    try:
        start = datetime.fromisoformat(str(slots["start"]))
        end = datetime.fromisoformat(str(slots["end"]))
    except (KeyError, ValueError):
        return None
    zone = exchange.wording.zone
    start, end = (it if it.tzinfo else it.replace(tzinfo=zone) for it in (start, end))
    return start, end


def _why_not(exchange: Exchange, error: BookingError, booking: Booking) -> Reply:
    if error.reason is Reason.WRONG_STATE:
        return exchange.say("booking-already", state=booking.state.value)
    text = _refusal(exchange, error, booking.starts_at, booking.ends_at)
    return Reply(text=text, edit=exchange.edits and error.reason is not Reason.NOT_ALLOWED)


def _refusal(
    exchange: Exchange, error: BookingError, starts_at: datetime, ends_at: datetime
) -> str:
    wording = exchange.wording
    match error.reason:
        case Reason.OVERLAP:
            return overlap_lines(error.free_slots, starts_at, ends_at, wording)
        case Reason.IN_THE_PAST | Reason.TOO_LATE:
            return wording.say("booking-past")
        case Reason.ENDS_BEFORE_START:
            return wording.say("booking-when")
    return wording.say("booking-not-allowed")
