"""Round steps for axes (pure)."""

import math
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_TIME_STEPS_S = (
    *(minutes * _MINUTE for minutes in (5, 10, 15, 30)),
    *(hours * _HOUR for hours in (1, 2, 3, 6, 12)),
    _DAY,
)
# No amount of a car is beyond these; sums, steps and labels stay finite.
_SMALLEST, _LARGEST = 1e-3, 1e9


def clamped(value: float, low: float, high: float) -> float:
    """Return ``value`` within the limits; what is no number counts as the low one."""
    return low if math.isnan(value) else min(max(value, low), high)


def amount_or_zero(value: float) -> float:
    """Return a number that a bar can show; negative, infinite and no number are nothing."""
    return min(value, _LARGEST) if math.isfinite(value) and value >= _SMALLEST else 0.0


def round_step(span: float, most: int) -> float:
    """Return the smallest of 1, 2, 2.5, 5 times a power of ten with at most ``most`` steps.

    ``span`` is greater than zero.
    """
    raw = span / most
    power = 10.0 ** math.floor(math.log10(raw))
    factors = (1.0, 2.0, 2.5, 5.0, 10.0)
    return next((f * power for f in factors if f * power >= raw * (1 - 1e-9)), 10 * power)


def time_ticks(start: datetime, span_s: float, most: int) -> Iterator[tuple[float, datetime]]:
    """Yield seconds after ``start`` and the instant of each round time of day in the span."""
    step = next((s for s in _TIME_STEPS_S if span_s / s <= most), 0)
    step = step or _DAY * math.ceil(span_s / most / _DAY)
    of_day = start.hour * _HOUR + start.minute * _MINUTE + start.second
    second = float(-of_day % step)
    while second <= span_s:
        # By way of UTC, for a day may have 23 or 25 hours.
        instant = start.astimezone(UTC) + timedelta(seconds=second)
        yield second, instant.astimezone(start.tzinfo)
        second += step
