"""Named stretches of time become instants of the person's own calendar."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.actions.periods import span_of

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 9, tzinfo=ZONE)


def day(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("today", day(2026, 11, 24), NOW),
        ("yesterday", day(2026, 11, 23), day(2026, 11, 24)),
        ("this_week", day(2026, 11, 23), NOW),
        ("last_week", day(2026, 11, 16), day(2026, 11, 23)),
        ("this_month", day(2026, 11, 1), NOW),
        ("last_month", day(2026, 10, 1), day(2026, 11, 1)),
        ("this_year", day(2026, 1, 1), NOW),
        ("last_year", day(2025, 1, 1), day(2026, 1, 1)),
        ("2026-10", day(2026, 10, 1), day(2026, 11, 1)),
        ("2025-12", day(2025, 12, 1), day(2026, 1, 1)),
        ("2026-11", day(2026, 11, 1), NOW),
        ("2025", day(2025, 1, 1), day(2026, 1, 1)),
        ("2026-11-21", day(2026, 11, 21), day(2026, 11, 22)),
        ("2026-13", day(2026, 11, 17, 9), NOW),  # nobody says so: the last seven days
        ("", day(2026, 11, 17, 9), NOW),
    ],
)
def test_span_of_a_period(period: str, start: datetime, end: datetime) -> None:
    assert span_of(period, NOW) == (start, end)
