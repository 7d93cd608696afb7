"""Bookings in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.blocks import Table
from bot.localisation import Html, Wording
from bot.rendering.blocks import columns, table
from bot.rendering.view import lines
from family.bookings import Verb
from family.models import Booking, BookingState
from family.slots import Slot

MOST_SLOTS = 4


def booking_line(booking: Booking, name: str, wording: Wording) -> Html:
    """Return one line of the list."""
    when = wording.interval(booking.starts_at, booking.ends_at)
    return wording.say("booking-line", when=when, name=name, state=_state(booking, wording))


def bookings_table(
    bookings: Sequence[Booking], names: Mapping[int, str], wording: Wording
) -> Table:
    """Return who has the car when; ``names`` by person."""
    rows = [
        (
            wording.interval(booking.starts_at, booking.ends_at),
            names[booking.person_id],
            _state(booking, wording),
        )
        for booking in bookings
    ]
    return table(columns(wording, "when", "who", "state"), rows, wording)


def _state(booking: Booking, wording: Wording) -> str:
    return wording.label("booking-state", state=booking.state.value)


def moved_line(booking: Booking, verb: Verb, name: str, wording: Wording) -> Html:
    """Return what became of a booking, for the person who made the move."""
    when = wording.interval(booking.starts_at, booking.ends_at)
    if verb is Verb.PROPOSE and booking.proposed_starts_at and booking.proposed_ends_at:
        when = wording.interval(booking.proposed_starts_at, booking.proposed_ends_at)
    taken = verb is Verb.TAKE and booking.state is BookingState.APPROVED
    key = "approve" if taken else verb.value.replace("_", "-")
    return wording.say(f"booking-did-{key}", name=name, when=when, state=booking.state.value)


def overlap_lines(
    free: Sequence[Slot], starts_at: datetime, ends_at: datetime, wording: Wording
) -> str:
    """Return the refusal with the free times around the wish."""
    taken = wording.say("booking-overlap", when=wording.interval(starts_at, ends_at))
    if not free:
        return lines([taken, wording.say("booking-no-free-slots")])
    slots = "; ".join(wording.interval(*slot) for slot in free[:MOST_SLOTS])
    return lines([taken, wording.say("booking-free-slots", slots=slots)])
