"""The quiet window after a refused log-in: pure values that the caller stores per account name."""

from dataclasses import dataclass
from datetime import datetime, timedelta

SHORTEST_WINDOW = timedelta(minutes=2)
LONGEST_WINDOW = timedelta(minutes=90)
QUIET_AFTER_FAILURE = timedelta(seconds=60)
GROWTH = 1.5
REWARD = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogInBackoff:
    """Memory of one account name; it survives restarts, so that a deploy is no excuse."""

    window: timedelta = SHORTEST_WINDOW
    quiet_until: datetime | None = None

    def remaining(self, now: datetime) -> timedelta:
        """Return how long no log-in may be tried; zero if one may."""
        if self.quiet_until is None:
            return timedelta(0)
        return max(self.quiet_until - now, timedelta(0))

    def after_success(self) -> "LogInBackoff":
        """Return the memory after a log-in that worked."""
        return LogInBackoff(window=max(self.window - REWARD, SHORTEST_WINDOW))

    def after_rate_limit(
        self, now: datetime, retry_after: timedelta | None = None
    ) -> "LogInBackoff":
        """Return the memory after HTTP 403, 429 or a text that means the same."""
        window = min(self.window * GROWTH, LONGEST_WINDOW)
        return LogInBackoff(window=window, quiet_until=now + max(window, retry_after or window))

    def after_failure(self, now: datetime) -> "LogInBackoff":
        """Return the memory after any other failed log-in."""
        return LogInBackoff(window=self.window, quiet_until=now + QUIET_AFTER_FAILURE)
