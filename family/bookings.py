"""The moves of a booking: one table, and the two functions that read it; pure.

Every move raises ``version``; whoever stores it must refuse a move of an older version, and must
look for overlaps again inside the transaction that stores a booking that holds the car.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, StrEnum

from family.models import Booking, BookingState, Member, Role
from family.permissions import may
from family.slots import HOLDING, BookingError, Reason, Slot, overlapping, refuse_overlap

LATEST_START_IN_THE_PAST = timedelta(minutes=15)  # "now" may be said a little late
FURTHEST_AHEAD = timedelta(days=366)
LONGEST = timedelta(days=31)


class Verb(StrEnum):
    """What can be done with a stored booking; asking for one is ``request``."""

    APPROVE = "approve"
    DECLINE = "decline"
    PROPOSE = "propose"
    ACCEPT = "accept"
    INSIST = "insist"
    KEEP = "keep"
    CLEAR = "clear"
    OFFER = "offer"
    TAKE = "take"
    EXTEND = "extend"
    SHORTEN = "shorten"
    CANCEL = "cancel"
    START = "start"
    HAND_OVER = "hand_over"
    EXPIRE = "expire"
    UNDO = "undo"


class Mover(Enum):
    """Who may make a move."""

    OWNER = "an owner"
    HOLDER = "who asked, or an owner"
    DRIVER = "who asked and drives, or an owner"
    ASKER = "who asked"
    DISPLACED = "who has the car then, or an owner"
    HOLDER_OR_CLOCK = "who asked, an owner, or the clock"
    CLOCK = "the clock"
    SAME = "who made the last move"


class Moment(Enum):
    """When a move may be made."""

    ALWAYS = "at any time"
    BEFORE_END = "before the end"
    DURING = "between start and end"
    AFTER_END = "after the end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One row of the state machine; a target of ``None`` is the state that it is in, or was in."""

    verb: Verb
    sources: frozenset[BookingState]
    target: BookingState | None
    mover: Mover
    moment: Moment = Moment.ALWAYS
    is_decision: bool = False


def _row(
    verb: Verb,
    sources: Iterable[BookingState],
    target: BookingState | None,
    mover: Mover,
    moment: Moment = Moment.ALWAYS,
    *,
    is_decision: bool = False,
) -> Move:
    return Move(
        verb=verb,
        sources=frozenset(sources),
        target=target,
        mover=mover,
        moment=moment,
        is_decision=is_decision,
    )


_S = BookingState
_WISHES = (_S.REQUESTED, _S.PROPOSED, _S.URGENT, _S.WAITING, _S.OFFERED)
_UNDOABLE = (*_WISHES, _S.APPROVED, _S.DECLINED, _S.ACTIVE, _S.CANCELLED, _S.HANDED_OVER)

MOVES: dict[Verb, Move] = {
    row.verb: row
    for row in (
        _row(
            Verb.APPROVE,
            [_S.REQUESTED],
            _S.APPROVED,
            Mover.OWNER,
            Moment.BEFORE_END,
            is_decision=True,
        ),
        _row(
            Verb.DECLINE,
            [_S.REQUESTED, _S.PROPOSED],
            _S.DECLINED,
            Mover.OWNER,
            is_decision=True,
        ),
        _row(Verb.PROPOSE, [_S.REQUESTED], _S.PROPOSED, Mover.OWNER, Moment.BEFORE_END),
        _row(Verb.ACCEPT, [_S.PROPOSED], _S.APPROVED, Mover.ASKER),
        _row(Verb.INSIST, [_S.PROPOSED], _S.REQUESTED, Mover.ASKER, Moment.BEFORE_END),
        _row(Verb.KEEP, [_S.URGENT], _S.DECLINED, Mover.DISPLACED, is_decision=True),
        _row(Verb.CLEAR, [_S.URGENT], _S.REQUESTED, Mover.CLOCK, Moment.BEFORE_END),
        _row(Verb.OFFER, [_S.WAITING], _S.OFFERED, Mover.CLOCK, Moment.BEFORE_END),
        _row(Verb.TAKE, [_S.OFFERED], _S.REQUESTED, Mover.ASKER, Moment.BEFORE_END),
        _row(Verb.EXTEND, HOLDING, None, Mover.DRIVER),
        _row(Verb.SHORTEN, HOLDING, None, Mover.HOLDER, Moment.BEFORE_END),
        _row(Verb.CANCEL, [*_WISHES, _S.APPROVED], _S.CANCELLED, Mover.HOLDER),
        _row(Verb.START, [_S.APPROVED], _S.ACTIVE, Mover.HOLDER_OR_CLOCK, Moment.DURING),
        _row(Verb.HAND_OVER, [_S.ACTIVE], _S.HANDED_OVER, Mover.HOLDER),  # a late one is still one
        _row(
            Verb.EXPIRE,
            [*_WISHES, _S.APPROVED],
            _S.EXPIRED,
            Mover.CLOCK,
            Moment.AFTER_END,
        ),
        _row(Verb.UNDO, _UNDOABLE, None, Mover.SAME, Moment.BEFORE_END),
    )
}

TIMED = frozenset({Verb.PROPOSE, Verb.EXTEND, Verb.SHORTEN})
"""Moves that need times to move to."""


def request(
    by: Member,
    starts_at: datetime,
    ends_at: datetime,
    now: datetime,
    bookings: Iterable[Booking] = (),
    *,
    is_urgent: bool = False,
    waits: bool = False,
) -> Booking:
    """Return a new booking for ``by``, not stored yet; an owner's own is approved at once.

    If one of ``bookings`` holds the car then, an urgent wish asks its holder to give way, and one
    that ``waits`` goes to the waiting list. Raises ``BookingError``: the person is no driver, the
    times make no sense, or the car is taken.
    """
    if not may(by, Role.YOUNG_DRIVER, now).allowed:
        raise BookingError(Reason.NOT_ALLOWED)
    if is_urgent and not may(by, Role.DRIVER, now).allowed:
        raise BookingError(Reason.NOT_ALLOWED)
    refuse_impossible(starts_at, ends_at, now)
    bookings = tuple(bookings)
    state = BookingState.REQUESTED
    if overlapping(bookings, starts_at, ends_at) and (is_urgent or waits):
        state = BookingState.URGENT if is_urgent else BookingState.WAITING
    else:
        refuse_overlap(bookings, starts_at, ends_at, not_before=now)
    booking = Booking(
        booking_id=0,
        car_id=by.car_id,
        person_id=by.person_id,
        starts_at=starts_at,
        ends_at=ends_at,
        state=state,
        is_urgent=is_urgent,
        changed_at=now,
    )
    if by.role is not Role.OWNER or state is not BookingState.REQUESTED:
        return booking
    return replace(booking, state=BookingState.APPROVED, decided_by=by.person_id, decided_at=now)


def refuse_impossible(starts_at: datetime, ends_at: datetime, now: datetime) -> None:
    """Raise ``BookingError`` for a time that nobody can have, free or not."""
    if ends_at <= starts_at:
        raise BookingError(Reason.ENDS_BEFORE_START)
    if ends_at <= now or starts_at < now - LATEST_START_IN_THE_PAST:
        raise BookingError(Reason.IN_THE_PAST)
    if starts_at > now + FURTHEST_AHEAD or ends_at - starts_at > LONGEST:
        raise BookingError(Reason.TOO_FAR)


def move(
    booking: Booking,
    verb: Verb,
    by: Member | None,
    now: datetime,
    others: Iterable[Booking] = (),
    *,
    times: Slot | None = None,
) -> Booking:
    """Return ``booking`` after the move; ``by`` is the person who makes it, ``None`` the clock.

    ``others`` are bookings of the same car; what would hold it while another one does is refused.
    ``times`` are those of a proposal, an extension or a shortening. ``Verb.UNDO`` has a function
    of its own. Raises ``BookingError``; rights are looked at first, so that who has none learns
    nothing.
    """
    row = MOVES[verb]
    rest = [other for other in others if other.booking_id != booking.booking_id]
    if not _may_move(row.mover, booking, by, now, rest):
        raise BookingError(Reason.NOT_ALLOWED)
    if booking.state not in row.sources:
        raise BookingError(Reason.WRONG_STATE)
    if (wrong_moment := _wrong_moment(row.moment, booking, now)) is not None:
        raise BookingError(wrong_moment)
    moved = _with_times(booking, verb, times, now)
    target = row.target or booking.state
    if target in HOLDING or verb in {Verb.PROPOSE, Verb.CLEAR, Verb.OFFER, Verb.TAKE}:
        wanted = times if verb is Verb.PROPOSE and times else Slot(moved.starts_at, moved.ends_at)
        refuse_overlap(rest, *wanted, not_before=now)
    moved = replace(moved, state=target, version=booking.version + 1, changed_at=now)
    if row.is_decision and by is not None:
        return replace(moved, decided_by=by.person_id, decided_at=now)
    if verb is Verb.PROPOSE and by is not None:
        return replace(moved, proposed_by=by.person_id)
    return moved


def undo(
    booking: Booking,
    before: Booking,
    made_by: int | None,
    by: Member,
    now: datetime,
    others: Iterable[Booking] = (),
) -> Booking:
    """Return ``booking`` as it was ``before`` its last move, which ``made_by`` made.

    Whether it is still time is for the caller to know. Raises ``BookingError``.
    """
    row = MOVES[Verb.UNDO]
    is_member = by.car_id == booking.car_id and may(by, Role.GUEST, now).allowed
    if not is_member or made_by != by.person_id:
        raise BookingError(Reason.NOT_ALLOWED)
    if booking.state not in row.sources or before.version != booking.version - 1:
        raise BookingError(Reason.WRONG_STATE)
    if now >= before.ends_at:
        raise BookingError(Reason.TOO_LATE)
    if before.state in HOLDING:
        rest = [other for other in others if other.booking_id != booking.booking_id]
        refuse_overlap(rest, before.starts_at, before.ends_at, not_before=now)
    return replace(before, version=booking.version + 1, changed_at=now)


def _with_times(booking: Booking, verb: Verb, times: Slot | None, now: datetime) -> Booking:
    """Return the booking with the times that the move gives it."""
    if verb is Verb.ACCEPT and booking.proposed_starts_at and booking.proposed_ends_at:
        accepted = replace(
            booking,
            starts_at=booking.proposed_starts_at,
            ends_at=booking.proposed_ends_at,
            decided_by=booking.proposed_by,
            decided_at=now,
        )
        refuse_impossible(accepted.starts_at, accepted.ends_at, now)
        return accepted
    if verb not in TIMED:
        return booking
    if times is None:
        raise ValueError(f"{verb} needs times.")
    match verb:
        case Verb.PROPOSE:
            refuse_impossible(*times, now)
            return replace(
                booking, proposed_starts_at=times.starts_at, proposed_ends_at=times.ends_at
            )
        case Verb.EXTEND:
            return _extended(booking, times, now)
    return _shortened(booking, times, now)


def _extended(booking: Booking, times: Slot, now: datetime) -> Booking:
    if times.ends_at <= booking.ends_at:
        raise BookingError(Reason.NOT_LONGER)
    if times.ends_at <= now:
        raise BookingError(Reason.IN_THE_PAST)
    if times.ends_at - booking.starts_at > LONGEST:
        raise BookingError(Reason.TOO_FAR)
    return replace(booking, ends_at=times.ends_at)


def _shortened(booking: Booking, times: Slot, now: datetime) -> Booking:
    if times.ends_at <= times.starts_at or times.ends_at <= now:
        raise BookingError(Reason.ENDS_BEFORE_START)
    is_inside = booking.starts_at <= times.starts_at and times.ends_at <= booking.ends_at
    if not is_inside or times == (booking.starts_at, booking.ends_at):
        raise BookingError(Reason.NOT_SHORTER)
    return replace(booking, starts_at=times.starts_at, ends_at=times.ends_at)


def _may_move(
    mover: Mover, booking: Booking, by: Member | None, now: datetime, others: Iterable[Booking]
) -> bool:
    if by is None:
        return mover in {Mover.CLOCK, Mover.HOLDER_OR_CLOCK}
    if by.car_id != booking.car_id or mover in {Mover.CLOCK, Mover.SAME}:
        return False
    is_owner, is_asker = may(by, Role.OWNER, now).allowed, by.person_id == booking.person_id
    match mover:
        case Mover.ASKER:
            return is_asker and may(by, Role.YOUNG_DRIVER, now).allowed
        case Mover.DISPLACED if not is_owner:
            held = overlapping(others, booking.starts_at, booking.ends_at)
            has_it = any(other.person_id == by.person_id for other in held)
            return has_it and may(by, Role.GUEST, now).allowed
        case Mover.DRIVER if not is_owner:
            return is_asker and may(by, Role.DRIVER, now).allowed
        case Mover.HOLDER | Mover.HOLDER_OR_CLOCK if not is_owner:
            return is_asker and may(by, Role.GUEST, now).allowed
    return is_owner


def _wrong_moment(moment: Moment, booking: Booking, now: datetime) -> Reason | None:
    is_over = now >= booking.ends_at
    if is_over and moment in {Moment.BEFORE_END, Moment.DURING}:
        return Reason.TOO_LATE
    if moment is Moment.DURING and now < booking.starts_at:
        return Reason.TOO_EARLY
    if moment is Moment.AFTER_END and not is_over:
        return Reason.TOO_EARLY
    return None
