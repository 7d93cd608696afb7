"""How often a token may call: a bucket of calls that fills up again; pure."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """``burst`` calls at once, then one ``every`` while.

    All there is to remember is one instant: when a bucket will be full again. So the bucket of a
    token is one row, and all processes draw from the same.
    """

    burst: int = 20
    every: timedelta = timedelta(seconds=2)

    def draw(self, full_at: datetime | None, now: datetime) -> tuple[datetime, int]:
        """Take a call; return when the bucket is full again, and 0 or the seconds to wait."""
        start = now if full_at is None else max(full_at, now)
        lacking = start - now - (self.burst - 1) * self.every
        if lacking > timedelta(0):
            return start, max(1, math.ceil(lacking.total_seconds()))
        return start + self.every, 0
