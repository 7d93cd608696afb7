"""Bookings in words."""

from collections.abc import Sequence
from datetime import datetime

from bot.localisation import Html, Wording
from bot.rendering.view import lines
from family.models import Booking, BookingState
from family.slots import Slot

MOST_SLOTS = 4


def booking_line(booking: Booking, name: str, wording: Wording) -> Html:
    """Return one line of the list."""
    when = wording.interval(booking.starts_at, booking.ends_at)
    return wording.say("booking-line", when=when, name=name, state=booking.state.value)


def decided_line(booking: Booking, name: str, wording: Wording) -> Html:
    """Return what became of a booking, for the person who decided."""
    key = {
        BookingState.APPROVED: "booking-approved",
        BookingState.DECLINED: "booking-declined",
    }.get(booking.state, "booking-cancelled")
    return wording.say(key, name=name, when=wording.interval(booking.starts_at, booking.ends_at))


def overlap_lines(
    free: Sequence[Slot], starts_at: datetime, ends_at: datetime, wording: Wording
) -> str:
    """Return the refusal with the free times around the wish."""
    taken = wording.say("booking-overlap", when=wording.interval(starts_at, ends_at))
    if not free:
        return lines([taken, wording.say("booking-no-free-slots")])
    slots = "; ".join(wording.interval(*slot) for slot in free[:MOST_SLOTS])
    return lines([taken, wording.say("booking-free-slots", slots=slots)])
