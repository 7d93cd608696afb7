"""Simulated time that runs at any speed beside the real one."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

MIN_SPEED, MAX_SPEED = 0.0, 100_000.0


class SimClock:
    """A clock that starts now, runs ``speed`` times as fast as the real one and can be advanced."""

    def __init__(
        self,
        speed: float = 1.0,
        *,
        start: datetime | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._monotonic = monotonic
        self._base = start or datetime.now(UTC)
        self._since = monotonic()
        self._speed = checked_speed(speed)

    @property
    def speed(self) -> float:
        """Simulated seconds per real second."""
        return self._speed

    def now(self) -> datetime:
        """Return the simulated time, aware, in UTC."""
        passed = (self._monotonic() - self._since) * self._speed
        return self._base + timedelta(seconds=passed)

    def set_speed(self, speed: float) -> None:
        """Change the speed from now on; raise ``ValueError`` outside 0 to 100,000."""
        speed = checked_speed(speed)
        self._base, self._since = self.now(), self._monotonic()
        self._speed = speed

    def advance(self, seconds: float) -> None:
        """Jump forward; time never goes back, since cars cannot drive backwards in it."""
        if not seconds >= 0:
            raise ValueError("time can only go forward: advance by 0 or more seconds")
        self._base += timedelta(seconds=seconds)


def checked_speed(speed: float) -> float:
    """Return the speed, or raise ``ValueError`` with its limits."""
    if not MIN_SPEED <= speed <= MAX_SPEED:
        raise ValueError(f"speed must be between {MIN_SPEED:g} and {MAX_SPEED:g}")
    return float(speed)
