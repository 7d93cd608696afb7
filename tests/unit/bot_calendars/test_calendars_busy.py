"""Foreign calendars: when they say that somebody is busy, and what is refused."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendars.busy import MOST_EVENTS, busy_times, joined
from bot.calendars.errors import CalendarError
from bot.calendars.feed import Span

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2026, 11, 23, tzinfo=UTC)
END = START + timedelta(days=14)


def calendar(*events: str) -> bytes:
    body = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\n{it}\r\nEND:VEVENT\r\n" for n, it in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{body}END:VCALENDAR\r\n".encode()


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(
            "DTSTART:20261124T090000Z\r\nDTEND:20261124T100000Z",
            [Span(utc(24, 9), utc(24, 10))],
            id="utc",
        ),
        pytest.param(
            "DTSTART;TZID=Europe/Berlin:20261124T090000\r\nDURATION:PT90M",
            [Span(utc(24, 8), utc(24, 9, 30))],
            id="zone and duration",
        ),
        pytest.param(
            "DTSTART:20261124T090000\r\nDTEND:20261124T100000",
            [Span(utc(24, 8), utc(24, 9))],
            id="no zone: the reader's",
        ),
        pytest.param(
            "DTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261125",
            [Span(utc(23, 23), utc(24, 23))],
            id="whole day",
        ),
        pytest.param(
            "DTSTART:20261124T090000Z\r\nDTEND:20261124T100000Z\r\n"
            "RRULE:FREQ=WEEKLY;COUNT=9\r\nEXDATE:20261201T090000Z",
            [Span(utc(24, 9), utc(24, 10))],
            id="repeats with an exception",
        ),
        pytest.param(
            "DTSTART:20261124T090000Z\r\nDTEND:20261124T100000Z\r\nTRANSP:TRANSPARENT",
            [],
            id="shown as free",
        ),
        pytest.param(
            "DTSTART:20261124T090000Z\r\nDTEND:20261124T100000Z\r\nSTATUS:CANCELLED",
            [],
            id="cancelled",
        ),
        pytest.param("DTSTART:20250101T090000Z\r\nDTEND:20250101T100000Z", [], id="long ago"),
        pytest.param("DTSTART:20261124T090000Z\r\nDTEND:20261124T090000Z", [], id="no time at all"),
    ],
)
def test_busy_times(event: str, expected: list[Span]) -> None:
    assert busy_times(calendar(event), START, END, BERLIN) == tuple(expected)


def test_times_that_touch_or_overlap_are_one() -> None:
    assert joined(
        [
            Span(utc(24, 11), utc(24, 12)),
            Span(utc(24, 9), utc(24, 10)),
            Span(utc(24, 10), utc(24, 11)),
            Span(utc(24, 14), utc(24, 15)),
        ]
    ) == (Span(utc(24, 9), utc(24, 12)), Span(utc(24, 14), utc(24, 15)))


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"<html>Log in first</html>", id="a web page"),
        pytest.param(b"\xff\xfe\x00BEGIN", id="bytes"),
        pytest.param(b"BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n", id="no calendar around it"),
        pytest.param(
            calendar("DTSTART:20261124T090000Z\r\nRRULE:FREQ=SECONDLY"), id="every second"
        ),
        pytest.param(
            calendar(*["DTSTART:20261124T090000Z"] * (MOST_EVENTS + 1)), id="too many events"
        ),
    ],
)
def test_what_is_no_usable_calendar_is_refused(source: bytes) -> None:
    with pytest.raises(CalendarError):
        busy_times(source, START, END, BERLIN)


LINES = st.sampled_from(
    [
        "DTSTART:20261124T090000Z",
        "DTSTART;TZID=Nowhere/Town:20261124T090000",
        "DTSTART:99999999T999999",
        "DTEND:20261124T080000Z",
        "DTEND;VALUE=DATE:20261125",
        "DURATION:-PT5H",
        "RRULE:FREQ=DAILY;UNTIL=20990101",
        "RRULE:FREQ=YEARLY;BYMONTH=13",
        "RRULE:FREQ=",
        "RECURRENCE-ID:20261124T090000Z",
        "EXDATE:nonsense",
        "STATUS:",
        "BEGIN:VALARM",
        "END:VEVENT",
        "\x00",
    ]
)


@settings(max_examples=150, deadline=None)
@given(events=st.lists(st.lists(LINES, max_size=5), max_size=3))
def test_any_calendar_is_read_or_refused(events: list[list[str]]) -> None:
    source = calendar(*("\r\n".join(lines) for lines in events))
    try:
        found = busy_times(source, START, END, BERLIN)
    except CalendarError:
        return

    assert list(found) == sorted(found)
    assert all(span.starts_at < span.ends_at for span in found)
