"""A move of a booking with everything that follows from it, in one transaction."""

from collections.abc import Iterable
from datetime import timedelta

from bot.bookings.handing import Card, note
from bot.bookings.news import Teller
from family import bookings as moves
from family.bookings import Verb
from family.models import Booking, BookingState, Member, Role
from family.permissions import may
from family.slots import BookingError, Reason, Slot, overlapping
from storage import bookings, members

OFFER_STANDS_ALONE = timedelta(minutes=30)
"""So long a freed time is offered to one person; after that the next in the list hears of it too.
Nothing is taken away: whoever takes it first has it."""


async def make(
    teller: Teller, booking: Booking, verb: Verb, by: Member | None, *, times: Slot | None = None
) -> Booking:
    """Make a move and tell whom it concerns; return the booking as it is now.

    ``by`` is the member who makes it, ``None`` the clock. Raises ``BookingError``, also if
    somebody moved the booking meanwhile; then nothing is stored.
    """
    known = await bookings.list_open(teller.tx, booking.car_id)
    moved = moves.move(booking, verb, by, teller.now, known, times=times)
    await _store(teller, booking, moved, verb, by)
    card = await note(teller, moved, verb)
    approved = await _approve_own(teller, moved)
    if approved is moved:
        await _tell(teller, booking, moved, verb, card)
    await settle(teller)
    return approved


async def shift(teller: Teller, booking: Booking, by: Member, times: Slot) -> Booking:
    """Move a booking as a whole to later times: first its end, then its start; told once.

    Raises ``BookingError``; the transaction has to be undone then.
    """
    known = await bookings.list_open(teller.tx, booking.car_id)
    longer = Slot(booking.starts_at, times.ends_at)
    extended = moves.move(booking, Verb.EXTEND, by, teller.now, known, times=longer)
    await _store(teller, booking, extended, Verb.EXTEND, by)
    return await make(teller, extended, Verb.SHORTEN, by, times=times)


async def undo(teller: Teller, booking: Booking, by: Member) -> Booking:
    """Take back the last move, if it was the person's own; raises ``BookingError``."""
    found = await bookings.last_move(teller.tx, booking)
    if found is None:
        raise BookingError(Reason.WRONG_STATE)
    before, made_by = found
    known = await bookings.list_open(teller.tx, booking.car_id)
    moved = moves.undo(booking, before, made_by, by, teller.now, known)
    await _store(teller, booking, moved, Verb.UNDO, by)
    await note(teller, moved, Verb.UNDO)
    await teller.tell(moved.person_id, "undone", moved)
    await teller.tell_owners("undone", moved)
    if moved.state is BookingState.REQUESTED:
        await teller.ask_owners(moved)
    await settle(teller)
    return moved


async def ask(teller: Teller, wish: Booking) -> Booking:
    """Store a new wish and put it before those who have to answer it.

    Raises ``BookingError`` with free times if the car was given away meanwhile.
    """
    booking = await bookings.add(teller.tx, wish)
    match booking.state:
        case BookingState.REQUESTED:
            await teller.ask_owners(booking)
        case BookingState.URGENT:
            for held in await _in_the_way(teller, booking):
                await teller.tell(
                    held.person_id,
                    "urgent",
                    booking,
                    held_id=held.booking_id,
                    other_id=held.booking_id,
                )
    return booking


async def settle(teller: Teller) -> None:
    """Give way to what waited: urgent wishes whose time is free, then the waiting list in order."""
    waiting = (BookingState.URGENT, BookingState.WAITING)
    known = await bookings.list_open(teller.tx, teller.car.car_id)
    for booking in sorted(known, key=lambda it: it.booking_id):
        if booking.state not in waiting or booking.ends_at <= teller.now:
            continue
        now_open = await bookings.list_open(teller.tx, teller.car.car_id)
        if overlapping(now_open, booking.starts_at, booking.ends_at):
            continue
        if booking.state is BookingState.URGENT:
            await _clear(teller, booking)
        elif not _is_offered(booking, now_open, teller):
            offered = await _by_clock(teller, booking, Verb.OFFER)
            await teller.tell(offered.person_id, "offered", offered)


async def _clear(teller: Teller, booking: Booking) -> None:
    """Put an urgent wish, for which the way is free now, before the owners."""
    cleared = await _by_clock(teller, booking, Verb.CLEAR)
    approved = await _approve_own(teller, cleared)
    if approved is cleared:
        await teller.ask_owners(cleared)
    await teller.tell(cleared.person_id, "cleared", approved)


async def _by_clock(teller: Teller, booking: Booking, verb: Verb) -> Booking:
    moved = moves.move(booking, verb, None, teller.now)
    await _store(teller, booking, moved, verb, None)
    return moved


def _is_offered(booking: Booking, known: Iterable[Booking], teller: Teller) -> bool:
    """Return whether the time was offered to, or asked for by, somebody else a moment ago."""
    return any(
        other.state in {BookingState.OFFERED, BookingState.REQUESTED}
        and other.starts_at < booking.ends_at
        and booking.starts_at < other.ends_at
        and other.changed_at is not None
        and other.changed_at + OFFER_STANDS_ALONE > teller.now
        for other in known
    )


async def _store(
    teller: Teller, booking: Booking, moved: Booking, verb: Verb, by: Member | None
) -> None:
    person_id = by.person_id if by else None
    if not await bookings.move(teller.tx, moved, booking.version, verb=verb, by=person_id):
        raise BookingError(Reason.WRONG_STATE)


async def _approve_own(teller: Teller, booking: Booking) -> Booking:
    """Spare an owner the question whether they may have their own car; the rest stays as it is."""
    if booking.state is not BookingState.REQUESTED:
        return booking
    asker = await members.get_member(teller.tx, booking.person_id, booking.car_id)
    if asker is None or not may(asker, Role.OWNER, teller.now).allowed:
        return booking
    known = await bookings.list_open(teller.tx, booking.car_id)
    approved = moves.move(booking, Verb.APPROVE, asker, teller.now, known)
    await _store(teller, booking, approved, Verb.APPROVE, asker)
    await teller.close_requests(approved)
    return approved


async def _in_the_way(teller: Teller, booking: Booking) -> tuple[Booking, ...]:
    known = await bookings.list_open(teller.tx, booking.car_id)
    return overlapping(known, booking.starts_at, booking.ends_at)


async def _tell(teller: Teller, before: Booking, moved: Booking, verb: Verb, card: Card) -> None:
    match verb:
        case Verb.APPROVE | Verb.DECLINE | Verb.KEEP:
            await teller.close_requests(moved)
            await teller.tell_decision(moved)
        case Verb.PROPOSE:
            await teller.close_requests(moved)
            await teller.tell(moved.person_id, "proposed", moved)
        case Verb.ACCEPT:
            await teller.tell_owners("accepted", moved)
        case Verb.INSIST | Verb.TAKE:
            await teller.ask_owners(moved)
        case Verb.CANCEL:
            await teller.close_requests(moved)
            await teller.tell_decision(moved)
            if before.state in {BookingState.APPROVED, BookingState.PROPOSED}:
                await teller.tell_owners("cancelled", moved)
        case Verb.EXTEND | Verb.SHORTEN:
            await teller.tell(moved.person_id, "changed", moved)
            await teller.tell_owners("changed", moved)
        case Verb.HAND_OVER:
            await teller.tell(moved.person_id, "returned", moved, **card)
            await teller.tell_owners("returned", moved, **card)
        case Verb.START:
            await teller.tell(moved.person_id, "started", moved, **card)
            await teller.tell_owners("started", moved, **card)
        case Verb.EXPIRE if before.state is not BookingState.APPROVED:
            await teller.close_requests(moved)
            await teller.tell(moved.person_id, "expired", moved)
