"""Foreign iCalendar feeds as busy times: when, never what; pure."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar, Component, Event

from bot.calendars.feed import Span

LOOK_AHEAD = timedelta(days=120)  # how far into the future busy times are kept
MOST_EVENTS = 5_000  # of a feed; a busy person's ten years
MOST_SPANS = 1_000  # in the time that is looked at
TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})  # nobody's life, but a way to drown us


class CalendarError(Exception):
    """The text is no calendar, or one that nobody's life fits into; the message says which."""


def busy_times(source: bytes, start: datetime, end: datetime, zone: ZoneInfo) -> tuple[Span, ...]:
    """Return when the calendar is busy between two instants, in UTC, joined and in order.

    Events that are cancelled or shown as free do not count. Repetitions, their exceptions and time
    zones are expanded; times without a zone and whole days are read in ``zone``. Raises
    ``CalendarError``.
    """
    try:
        calendars = Calendar.from_ical(source, multiple=True)
    except ValueError as error:
        raise CalendarError("That is no iCalendar text.") from error
    if not calendars or any(calendar.name != "VCALENDAR" for calendar in calendars):
        raise CalendarError("That is no iCalendar text.")
    spans = [span for calendar in calendars for span in _spans(calendar, start, end, zone)]
    return joined(spans)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same times with those that touch or overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.starts_at <= found[-1].ends_at:
            found[-1] = Span(found[-1].starts_at, max(found[-1].ends_at, span.ends_at))
        else:
            found.append(span)
    return tuple(found)


def _spans(calendar: Component, start: datetime, end: datetime, zone: ZoneInfo) -> Iterator[Span]:
    events = calendar.walk("VEVENT")
    if len(events) > MOST_EVENTS or any(_repeats_too_often(event) for event in events):
        raise CalendarError("That calendar has too much in it.")
    try:
        found = recurring_ical_events.of(calendar, skip_bad_series=True).between(start, end)
    except (ValueError, TypeError, OverflowError) as error:  # a rule that cannot be followed
        raise CalendarError("A repetition in that calendar cannot be understood.") from error
    if len(found) > MOST_SPANS:
        raise CalendarError("That calendar has too much in it.")
    for event in found:
        if (span := _span(event, zone)) and span.ends_at > start and span.starts_at < end:
            yield span


def _repeats_too_often(event: Component) -> bool:
    rule = event.get("RRULE")
    rules = rule if isinstance(rule, list) else [rule] if rule else []
    return any(str(it).upper() in TOO_OFTEN for one in rules for it in one.get("FREQ", ()))


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
