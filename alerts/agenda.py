"""When a rule about plans has to look again, whatever the car does; pure."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alerts.facts.bookings import LOW_AHEAD, OVERRUN, SOON
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
    """Yield the next evening of every chat."""
    local = now.astimezone(ZoneInfo(settings.timezone))
    for at in {it.evening_at for it in (settings, *others)}:
        if at is not None:
            begins = datetime.combine(local.date(), at, tzinfo=local.tzinfo)
            yield begins if begins > local else begins + timedelta(days=1)


def _reminders(agenda: Agenda) -> Iterator[datetime]:
    return (reminder.at for reminder in agenda.reminders)
