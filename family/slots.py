"""Which times of a car are free, and why a booking cannot be; pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from family.models import Booking, BookingState

HOLDING = frozenset({BookingState.APPROVED, BookingState.ACTIVE})
"""States in which a booking keeps others from having the car."""

OPEN = HOLDING | {
    BookingState.REQUESTED,
    BookingState.PROPOSED,
    BookingState.URGENT,
    BookingState.WAITING,
    BookingState.OFFERED,
}
"""States in which a wish for the car is not settled for good."""

AROUND = timedelta(hours=12)
SHORTEST_OFFER = timedelta(minutes=30)
TIGHT = timedelta(minutes=30)
"""A gap between two bookings that a traffic jam eats up."""


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
    TOO_FAR = "too_far"  # nobody plans the car that long ahead, or keeps it that long
    NOT_LONGER = "not_longer"  # an extension that ends no later
    NOT_SHORTER = "not_shorter"


class BookingError(Exception):
    """A booking that cannot be: ``reason``, and for an overlap the free times around it."""

    def __init__(self, reason: Reason, free_slots: Iterable[Slot] = ()) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.free_slots = tuple(free_slots)


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


def offers(
    slots: Iterable[Slot], starts_at: datetime, ends_at: datetime, *, most: int = 3
) -> tuple[Slot, ...]:
    """Return times that could be had instead of the wish, the nearest first.

    A free time that is longer than the wish is cut to its length, at the end that is nearer to it.
    """
    length = ends_at - starts_at
    fitted = [_fitted(slot, starts_at, length) for slot in slots]
    return tuple(sorted(fitted, key=lambda slot: abs(slot.starts_at - starts_at))[:most])


def tight_gaps(
    bookings: Iterable[Booking], starts_at: datetime, ends_at: datetime
) -> tuple[tuple[Booking, timedelta], ...]:
    """Return the bookings that end or begin so near to the interval that delay would hurt."""
    gaps = []
    for booking in overlapping(bookings, starts_at - TIGHT, ends_at + TIGHT):
        gap = max(starts_at - booking.ends_at, booking.starts_at - ends_at)
        if timedelta() <= gap < TIGHT:
            gaps.append((booking, gap))
    return tuple(gaps)


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


def _fitted(slot: Slot, starts_at: datetime, length: timedelta) -> Slot:
    if slot.ends_at - slot.starts_at <= length:
        return slot
    if slot.starts_at >= starts_at:
        return Slot(slot.starts_at, slot.starts_at + length)
    return Slot(slot.ends_at - length, slot.ends_at)
