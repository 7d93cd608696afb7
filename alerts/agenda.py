"""When a rule about plans has to look again, whatever the car does; pure."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from alerts.facts.bookings import LOW_AHEAD, OVERRUN, SOON
from alerts.facts.evening import evening_of
from alerts.models import Agenda, AlertSettings
from family.slots import HOLDING

BEHIND = timedelta(hours=8)
AHEAD = timedelta(hours=48)
"""Bookings from this long ago to this far ahead belong to the agenda of a poll."""


def next_event_at(
    agenda: Agenda, settings: AlertSettings, others: tuple[AlertSettings, ...], now: datetime
) -> datetime | None:
    """Return the next moment at which the clock alone may change a fact."""
    moments = (*_of_bookings(agenda), *_of_evenings(settings, others, now), *_reminders(agenda))
    return min((at for at in moments if at > now), default=None)


def _of_bookings(agenda: Agenda) -> Iterator[datetime]:
    for booking in agenda.bookings:
        if booking.state in HOLDING:
            yield booking.starts_at - LOW_AHEAD
            yield booking.starts_at - SOON
            yield booking.starts_at - OVERRUN
            yield booking.starts_at
            yield booking.ends_at


def _of_evenings(
    settings: AlertSettings, others: tuple[AlertSettings, ...], now: datetime
) -> Iterator[datetime]:
    """Yield the evening of today or tomorrow, of every chat."""
    for at in {it.evening_at for it in (settings, *others)}:
        for hours in range(25):
            begun = evening_of(now + timedelta(hours=hours), at, settings.timezone)
            if begun is not None and begun > now:
                yield begun
                break


def _reminders(agenda: Agenda) -> Iterator[datetime]:
    return (reminder.at for reminder in agenda.reminders)
