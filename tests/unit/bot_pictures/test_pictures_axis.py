"""Round steps of axes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.pictures.axis import amount_or_zero, round_step, time_ticks

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("span", "most", "step"),
    [(80, 4, 20), (81, 4, 25), (9.9, 4, 2.5), (1, 4, 0.25), (1000, 8, 200), (0.05, 5, 0.01)],
)
def test_round_step(span, most, step):
    assert round_step(span, most) == pytest.approx(step)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(5, 5), (-1, 0), (float("nan"), 0), (float("inf"), 0), (1e300, 1e9), (1e-20, 0)],
)
def test_amount_or_zero(value, shown):
    assert amount_or_zero(value) == shown


@pytest.mark.parametrize(
    ("start", "hours", "texts"),
    [
        (datetime(2026, 11, 24, 18, 42, tzinfo=BERLIN), 3.2, ["19:00", "20:00", "21:00"]),
        (datetime(2026, 11, 24, 18, 0, tzinfo=BERLIN), 0.5, ["18:00", "18:10", "18:20", "18:30"]),
        (
            datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN),
            4,
            ["02:00", "02:00", "03:00", "04:00"],
        ),
        (datetime(2026, 11, 24, 12, tzinfo=BERLIN), 72, ["00:00", "00:00", "00:00"]),
    ],
    ids=["hours", "minutes", "the hour that comes twice", "days"],
)
def test_time_ticks_are_round_times_of_day(start, hours, texts):
    ticks = list(time_ticks(start, hours * 3600, 5))

    assert [f"{instant:%H:%M}" for _, instant in ticks] == texts
    assert all((at - start.astimezone(at.tzinfo)) >= timedelta() for _, at in ticks)
