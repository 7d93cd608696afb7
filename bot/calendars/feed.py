"""Bookings as an iCalendar feed that any calendar application subscribes to; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from icalendar import Calendar, Event, vDuration

PRODUCT = "-//Smart Companion//Bookings//EN"
DOMAIN = "smart-companion.invalid"  # RFC 5545 wants a UID that is unique in the world
REFRESH = timedelta(minutes=30)  # how often applications should ask; few follow it


class Standing(StrEnum):
    """How an entry stands in the calendar (RFC 5545, STATUS)."""

    TENTATIVE = "TENTATIVE"  # asked for, and not decided
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


class Span(NamedTuple):
    """From ``starts_at`` (inclusive) to ``ends_at`` (exclusive)."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One booking as a calendar shows it.

    ``uid`` never changes and ``sequence`` only grows: that is how applications find the entry
    again and know which version is newer.
    """

    uid: str
    sequence: int
    changed_at: datetime  # aware
    span: Span  # aware
    standing: Standing
    summary: str
    description: str = ""
    is_whole_day: bool = False  # in the zone of ``span``


def uid_of(car_id: int, booking_id: int) -> str:
    """Return the identity of a booking, the same in every feed."""
    return f"car-{car_id}-booking-{booking_id}@{DOMAIN}"


def feed(name: str, entries: Iterable[Entry]) -> bytes:
    """Return the feed; ``name`` is what applications call it.

    A cancelled entry stays in the feed as cancelled: an application that only sees it missing may
    keep showing it. The same bookings make the same bytes, whenever they are asked for.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)  # RFC 7986
    calendar.add("x-wr-calname", name)  # what Apple and Google read instead
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    if entry.is_whole_day:
        last = entry.span.ends_at - timedelta(microseconds=1)
        event.add("dtstart", entry.span.starts_at.date())
        event.add("dtend", last.date() + timedelta(days=1))
    else:
        event.add("dtstart", entry.span.starts_at.astimezone(UTC))
        event.add("dtend", entry.span.ends_at.astimezone(UTC))
    event.add("summary", entry.summary)
    if entry.description:
        event.add("description", entry.description)
    event.add("status", entry.standing.value)
    is_busy = entry.standing is Standing.CONFIRMED
    event.add("transp", "OPAQUE" if is_busy else "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event
