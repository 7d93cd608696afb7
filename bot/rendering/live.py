"""The pinned card: what everybody in a chat may know of a car, on a few lines."""

from datetime import datetime

from bot.localisation import Wording
from bot.rendering.access import climate_status, lock_status
from bot.rendering.battery import charging_details, level_line
from bot.rendering.view import CarView, lines
from family.models import Booking


def live_text(view: CarView, booking: Booking | None, holder: str, wording: Wording) -> str:
    """Return the card without its time: an equal one says nothing new."""
    climate = climate_status(view, wording).answer if view.status.climate.is_active else ""
    who = (
        wording.say("live-who", name=holder, until=booking.ends_at)
        if booking is not None and holder
        else ""
    )
    return lines(
        [
            wording.say("live-title", car=view.name),
            level_line(view, wording),
            lock_status(view, wording).answer,
            *charging_details(view, wording),
            climate,
            who,
        ]
    )


def as_of(at: datetime | None, wording: Wording) -> str:
    """Return when the car said so, as a time that stays true while nobody edits it."""
    return "" if at is None else wording.say("live-as-of", at=at)
