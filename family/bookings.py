"""The moves of a booking, and which times are free; pure, the caller stores the result.

Every move raises ``version``; whoever stores it must refuse a move of an older version, and must
look for overlaps again inside the transaction that stores a booking that holds the car.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, StrEnum
from typing import NamedTuple

from family.models import Booking, BookingState, Member, Role
from family.permissions import may

HOLDING = frozenset({BookingState.APPROVED, BookingState.ACTIVE})
"""States in which a booking keeps others from having the car."""

LATEST_START_IN_THE_PAST = timedelta(minutes=15)  # "now" may be said a little late
AROUND = timedelta(hours=12)
SHORTEST_OFFER = timedelta(minutes=30)


class Slot(NamedTuple):
    """A free time, from ``starts_at`` (inclusive) to ``ends_at`` (exclusive), UTC."""

    starts_at: datetime
    ends_at: datetime


class Reason(StrEnum):
    """Why a booking could not be made or moved."""

    OVERLAP = "overlap"
    NOT_ALLOWED = "not_allowed"
    WRONG_STATE = "wrong_state"  # somebody decided already, or it is over
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    ENDS_BEFORE_START = "ends_before_start"
    IN_THE_PAST = "in_the_past"


class BookingError(Exception):
    """A booking that cannot be: ``reason``, and for an overlap the free times around it."""

    def __init__(self, reason: Reason, free_slots: Iterable[Slot] = ()) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.free_slots = tuple(free_slots)


class Verb(StrEnum):
    """What can be done with a stored booking; asking for one is ``request``."""

    APPROVE = "approve"
    DECLINE = "decline"
    CANCEL = "cancel"
    START = "start"
    HAND_OVER = "hand_over"
    EXPIRE = "expire"


class Mover(Enum):
    """Who may make a move."""

    OWNER = "an owner"
    HOLDER = "who asked, or an owner"
    HOLDER_OR_CLOCK = "who asked, an owner, or the clock"
    CLOCK = "the clock"


class Moment(Enum):
    """When a move may be made."""

    ALWAYS = "at any time"
    BEFORE_END = "before the end"
    DURING = "between start and end"
    AFTER_END = "after the end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One row of the state machine."""

    verb: Verb
    sources: frozenset[BookingState]
    target: BookingState
    mover: Mover
    moment: Moment
    is_decision: bool = False


_REQUESTED = frozenset({BookingState.REQUESTED})
_APPROVED = frozenset({BookingState.APPROVED})
_ACTIVE = frozenset({BookingState.ACTIVE})

MOVES: dict[Verb, Move] = {
    move.verb: move
    for move in (
        Move(
            verb=Verb.APPROVE,
            sources=_REQUESTED,
            target=BookingState.APPROVED,
            mover=Mover.OWNER,
            moment=Moment.BEFORE_END,
            is_decision=True,
        ),
        Move(
            verb=Verb.DECLINE,
            sources=_REQUESTED,
            target=BookingState.DECLINED,
            mover=Mover.OWNER,
            moment=Moment.ALWAYS,
            is_decision=True,
        ),
        Move(
            verb=Verb.CANCEL,
            sources=_REQUESTED | _APPROVED,
            target=BookingState.CANCELLED,
            mover=Mover.HOLDER,
            moment=Moment.ALWAYS,
        ),
        Move(
            verb=Verb.START,
            sources=_APPROVED,
            target=BookingState.ACTIVE,
            mover=Mover.HOLDER_OR_CLOCK,
            moment=Moment.DURING,
        ),
        Move(
            verb=Verb.HAND_OVER,
            sources=_ACTIVE,
            target=BookingState.HANDED_OVER,
            mover=Mover.HOLDER,
            moment=Moment.ALWAYS,  # a late return is still a return
        ),
        Move(
            verb=Verb.EXPIRE,
            sources=_REQUESTED | _APPROVED,
            target=BookingState.EXPIRED,
            mover=Mover.CLOCK,
            moment=Moment.AFTER_END,
        ),
    )
}


def request(
    by: Member,
    starts_at: datetime,
    ends_at: datetime,
    now: datetime,
    bookings: Iterable[Booking] = (),
) -> Booking:
    """Return a new booking for ``by``, not stored yet; an owner's own is approved at once.

    Raises ``BookingError``: the person is no driver, the times make no sense, or one of
    ``bookings`` holds the car then.
    """
    if not may(by, Role.DRIVER, now).allowed:
        raise BookingError(Reason.NOT_ALLOWED)
    if ends_at <= starts_at:
        raise BookingError(Reason.ENDS_BEFORE_START)
    if ends_at <= now or starts_at < now - LATEST_START_IN_THE_PAST:
        raise BookingError(Reason.IN_THE_PAST)
    refuse_overlap(bookings, starts_at, ends_at, not_before=now)
    booking = Booking(
        booking_id=0,
        car_id=by.car_id,
        person_id=by.person_id,
        starts_at=starts_at,
        ends_at=ends_at,
        state=BookingState.REQUESTED,
    )
    if by.role is not Role.OWNER:
        return booking
    return replace(booking, state=BookingState.APPROVED, decided_by=by.person_id, decided_at=now)


def move(
    booking: Booking,
    verb: Verb,
    by: Member | None,
    now: datetime,
    others: Iterable[Booking] = (),
) -> Booking:
    """Return ``booking`` after the move; ``by`` is the person who makes it, ``None`` the clock.

    ``others`` are bookings of the same car; an approval that overlaps one that holds the car is
    refused. Raises ``BookingError``; rights are looked at first, so that who has none learns
    nothing.
    """
    row = MOVES[verb]
    if not _may_move(row.mover, booking, by, now):
        raise BookingError(Reason.NOT_ALLOWED)
    if booking.state not in row.sources:
        raise BookingError(Reason.WRONG_STATE)
    if (wrong_moment := _wrong_moment(row.moment, booking, now)) is not None:
        raise BookingError(wrong_moment)
    if row.target in HOLDING:
        rest = [other for other in others if other.booking_id != booking.booking_id]
        refuse_overlap(rest, booking.starts_at, booking.ends_at, not_before=now)
    moved = replace(booking, state=row.target, version=booking.version + 1)
    if row.is_decision and by is not None:
        return replace(moved, decided_by=by.person_id, decided_at=now)
    return moved


def _may_move(mover: Mover, booking: Booking, by: Member | None, now: datetime) -> bool:
    if by is None:
        return mover in {Mover.CLOCK, Mover.HOLDER_OR_CLOCK}
    if by.car_id != booking.car_id or mover is Mover.CLOCK:
        return False
    if may(by, Role.OWNER, now).allowed:
        return True
    is_holder = by.person_id == booking.person_id and may(by, Role.GUEST, now).allowed
    return is_holder and mover is not Mover.OWNER


def _wrong_moment(moment: Moment, booking: Booking, now: datetime) -> Reason | None:
    is_over = now >= booking.ends_at
    if is_over and moment in {Moment.BEFORE_END, Moment.DURING}:
        return Reason.TOO_LATE
    if moment is Moment.DURING and now < booking.starts_at:
        return Reason.TOO_EARLY
    if moment is Moment.AFTER_END and not is_over:
        return Reason.TOO_EARLY
    return None


def overlapping(
    bookings: Iterable[Booking], starts_at: datetime, ends_at: datetime
) -> tuple[Booking, ...]:
    """Return those that hold the car at some moment of the interval, earliest first."""
    return tuple(
        sorted(
            (
                booking
                for booking in bookings
                if booking.state in HOLDING
                and booking.starts_at < ends_at
                and starts_at < booking.ends_at
            ),
            key=lambda booking: booking.starts_at,
        )
    )


def free_slots(
    bookings: Iterable[Booking], day_start: datetime, day_end: datetime, minimum: timedelta
) -> tuple[Slot, ...]:
    """Return the free times between two moments that last at least ``minimum``, in order."""
    slots = []
    free_from = day_start
    for booking in overlapping(bookings, day_start, day_end):
        slots.append(Slot(free_from, booking.starts_at))
        free_from = max(free_from, booking.ends_at)
    slots.append(Slot(free_from, day_end))
    return tuple(
        slot
        for slot in slots
        if slot.ends_at > slot.starts_at and slot.ends_at - slot.starts_at >= minimum
    )


def refuse_overlap(
    bookings: Iterable[Booking],
    starts_at: datetime,
    ends_at: datetime,
    *,
    not_before: datetime | None = None,
) -> None:
    """Raise ``BookingError`` with the free times around if the car is held in the interval."""
    bookings = tuple(bookings)
    if not overlapping(bookings, starts_at, ends_at):
        return
    earliest = starts_at - AROUND
    if not_before is not None:
        earliest = max(earliest, not_before)
    minimum = min(SHORTEST_OFFER, ends_at - starts_at)
    raise BookingError(Reason.OVERLAP, free_slots(bookings, earliest, ends_at + AROUND, minimum))
