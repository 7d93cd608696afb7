"""Foreign iCalendar feeds as busy times: when, never what; pure."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar, Event

from bot.calendars.errors import CalendarError
from bot.calendars.feed import Span

MOST_EVENTS = 5_000  # of a feed; a busy person's ten years
MOST_SPANS = 1_000  # in the time that is looked at
BROKEN = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What the library raises for events without a beginning, impossible rules and the like."""

TOO_OFTEN = re.compile(rb"FREQ=(?:SECONDLY|MINUTELY|HOURLY)", re.IGNORECASE)
"""Nobody's life, but a way to drown whoever expands it."""

FOLD = re.compile(rb"\r?\n[ \t]")  # long lines go on behind a blank (RFC 5545, 3.1)


def busy_times(source: bytes, start: datetime, end: datetime, zone: ZoneInfo) -> tuple[Span, ...]:
    """Return when the calendar is busy between two instants, in UTC, joined and in order.

    Events that are cancelled or shown as free do not count. Repetitions, their exceptions and time
    zones are expanded; times without a zone and whole days are read in ``zone``. Raises
    ``CalendarError``.
    """
    if TOO_OFTEN.search(FOLD.sub(b"", source)):
        raise CalendarError("That calendar has too much in it.")
    try:
        return joined(_spans(source, start, end, zone))
    except BROKEN as error:
        raise CalendarError("That is no calendar that can be read.") from error


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same times with those that touch or overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.starts_at <= found[-1].ends_at:
            found[-1] = Span(found[-1].starts_at, max(found[-1].ends_at, span.ends_at))
        else:
            found.append(span)
    return tuple(found)


def _spans(source: bytes, start: datetime, end: datetime, zone: ZoneInfo) -> Iterator[Span]:
    calendars = Calendar.from_ical(source, multiple=True)
    if not calendars or any(calendar.name != "VCALENDAR" for calendar in calendars):
        raise CalendarError("That is no calendar.")
    for calendar in calendars:
        if len(calendar.walk("VEVENT")) > MOST_EVENTS:
            raise CalendarError("That calendar has too much in it.")
        found = recurring_ical_events.of(calendar, skip_bad_series=True).between(start, end)
        if len(found) > MOST_SPANS:
            raise CalendarError("That calendar has too much in it.")
        spans = (_span(event, zone) for event in found)
        yield from (it for it in spans if it and it.ends_at > start and it.starts_at < end)


def _span(event: Event, zone: ZoneInfo) -> Span | None:
    """Return when an event keeps somebody busy; ``None`` if it does not."""
    is_free = str(event.get("TRANSP", "")).upper() == "TRANSPARENT"
    if is_free or str(event.get("STATUS", "")).upper() == "CANCELLED":
        return None
    starts_at, ends_at = _instant(event.start, zone), _instant(event.end, zone)
    return Span(starts_at, ends_at) if ends_at > starts_at else None


def _instant(moment: Any, zone: ZoneInfo) -> datetime:
    if isinstance(moment, datetime):
        aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    else:
        aware = datetime.combine(moment, time(), zone)
    return aware.astimezone(UTC)
