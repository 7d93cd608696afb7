"""The feed, read back by a calendar library as any application would."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars.feed import Entry, Span, Standing, feed, uid_of

BERLIN = ZoneInfo("Europe/Berlin")
SATURDAY = Span(
    datetime(2026, 11, 28, 10, tzinfo=BERLIN),
    datetime(2026, 11, 28, 14, tzinfo=BERLIN),
)
ENTRY = Entry(
    uid=uid_of(1, 7),
    sequence=3,
    changed_at=datetime(2026, 11, 24, 9, tzinfo=UTC),
    span=SATURDAY,
    standing=Standing.CONFIRMED,
    summary="Ben · #1",
    description="Hamburg; zoo, and back",
)


def events(*entries: Entry) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(feed("Bookings of #1", entries))
    return list(calendar.walk("VEVENT"))


def test_booking_is_read_back() -> None:
    (event,) = events(ENTRY)

    assert event["UID"] == "car-1-booking-7@smart-companion.invalid"
    assert event["SEQUENCE"] == 3
    assert (event.start, event.end) == SATURDAY
    assert (event["SUMMARY"], event["DESCRIPTION"]) == ("Ben · #1", "Hamburg; zoo, and back")
    assert (event["STATUS"], event["TRANSP"], event["CLASS"]) == ("CONFIRMED", "OPAQUE", "PRIVATE")


def test_whole_days_are_days_and_not_times() -> None:
    days = Span(datetime(2026, 11, 28, tzinfo=BERLIN), datetime(2026, 11, 30, tzinfo=BERLIN))

    (event,) = events(replace(ENTRY, span=days, is_whole_day=True))

    assert (event.start, event.end) == (date(2026, 11, 28), date(2026, 11, 30))


def test_cancelled_booking_stays_as_cancelled_and_keeps_nobody_busy() -> None:
    cancelled = replace(ENTRY, sequence=4, standing=Standing.CANCELLED)

    (event,) = events(cancelled)

    assert (event["UID"], event["SEQUENCE"]) == (ENTRY.uid, 4)
    assert (event["STATUS"], event["TRANSP"]) == ("CANCELLED", "TRANSPARENT")


def test_same_bookings_are_the_same_bytes() -> None:
    assert feed("A", [ENTRY]) == feed("A", [ENTRY])
    assert feed("A", [ENTRY]) != feed("A", [replace(ENTRY, sequence=4)])


def test_application_finds_the_booking_on_its_day() -> None:
    calendar = icalendar.Calendar.from_ical(feed("A", [ENTRY]))

    found = recurring_ical_events.of(calendar)

    assert len(found.at((2026, 11, 28))) == 1
    assert found.at((2026, 11, 29)) == []


@given(text=st.text(max_size=80))
def test_any_words_come_back_and_break_nothing(text: str) -> None:
    (event,) = events(replace(ENTRY, summary=f"x{text}", description=""))

    said = str(event["SUMMARY"])
    assert said.startswith("x")
    assert event["UID"] == ENTRY.uid
    assert len(events(replace(ENTRY, summary=f"x{text}"))) == 1
