"""A time with the car as people say it, also on the two nights when the clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.bookings.wishes import REPEATS, Oddity, read_wish, weekly

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("start", "end", "starts_at", "oddity"),
    [
        pytest.param(
            "2027-03-28T01:30",
            "2027-03-28T05:00",
            datetime(2027, 3, 28, 0, 30, tzinfo=UTC),
            None,
            id="before the clocks jump",
        ),
        pytest.param(
            "2027-03-28T02:30",
            "2027-03-28T05:00",
            datetime(2027, 3, 28, 1, 30, tzinfo=UTC),
            Oddity.MISSING,
            id="the hour that does not exist",
        ),
        pytest.param(
            "2026-10-25T02:30",
            "2026-10-25T05:00",
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
            Oddity.DOUBLED,
            id="the hour that comes twice: its first",
        ),
        pytest.param(
            "2026-10-25T00:30",
            "2026-10-25T02:15",
            datetime(2026, 10, 24, 22, 30, tzinfo=UTC),
            Oddity.DOUBLED,
            id="an end in the hour that comes twice",
        ),
        pytest.param(
            "2026-11-28T10:00",
            "2026-11-28T14:00",
            datetime(2026, 11, 28, 9, tzinfo=UTC),
            None,
            id="an ordinary day",
        ),
    ],
)
def test_time_when_the_clocks_change(
    start: str, end: str, starts_at: datetime, oddity: Oddity | None
) -> None:
    wish = read_wish({"start": start, "end": end}, BERLIN)

    assert wish is not None
    assert (wish.starts_at, wish.oddity) == (starts_at, oddity)
    assert wish.ends_at > wish.starts_at


def test_week_after_week_keeps_the_time_of_day_over_a_change_of_the_clocks() -> None:
    said = {"start": "2027-03-23T18:00", "end": "2027-03-23T20:00", "repeat": "weekly"}
    wish = read_wish(said, BERLIN)

    assert wish is not None
    weeks = weekly(wish, BERLIN)
    local = [slot.starts_at.astimezone(BERLIN) for slot in weeks]

    assert len(weeks) == REPEATS
    assert {(at.hour, at.weekday()) for at in local} == {(18, 1)}
    assert {slot.ends_at - slot.starts_at for slot in weeks} == {timedelta(hours=2)}
    assert {slot.starts_at.hour for slot in weeks} == {17, 16}  # winter, then summer


@pytest.mark.parametrize(
    "slots", [{}, {"start": "2026-11-28T10:00"}, {"start": "soon", "end": "later"}]
)
def test_wish_without_times_is_asked_about(slots: dict[str, str]) -> None:
    assert read_wish(slots, BERLIN) is None


def test_whole_day_is_one_in_the_zone_of_who_asks() -> None:
    said = {"start": "2026-11-28T00:00", "end": "2026-11-29T00:00"}

    in_berlin, in_london = (read_wish(said, zone) for zone in (BERLIN, ZoneInfo("Europe/London")))

    assert in_berlin is not None
    assert in_london is not None
    assert in_berlin.is_whole_day
    assert in_london.is_whole_day
    assert in_london.starts_at - in_berlin.starts_at == timedelta(hours=1)
