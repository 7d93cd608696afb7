"""How often a token may call: a bucket of calls that fills up again; per process."""

import math
from collections.abc import Callable

BURST, PER_SECOND = 20, 0.5  # 20 at once, then 30 a minute


class RateLimiter:
    """A bucket per key."""

    def __init__(
        self,
        monotonic: Callable[[], float],
        *,
        burst: float = BURST,
        per_second: float = PER_SECOND,
    ) -> None:
        """``monotonic`` gives seconds."""
        self._monotonic = monotonic
        self._burst = burst
        self._per_second = per_second
        self._buckets: dict[int, tuple[float, float]] = {}  # calls left, as of when

    def wait_s(self, key: int) -> int:
        """Take a call; return 0, or in how many seconds there is one again."""
        now = self._monotonic()
        left, at = self._buckets.get(key, (self._burst, now))
        left = min(self._burst, left + (now - at) * self._per_second)
        if left < 1:
            self._buckets[key] = (left, now)
            return max(1, math.ceil((1 - left) / self._per_second))
        self._buckets[key] = (left - 1, now)
        self._forget_full(now)
        return 0

    def _forget_full(self, now: float) -> None:
        """Drop buckets that are full again, so that memory does not grow with revoked tokens."""
        if len(self._buckets) > 1000:
            fill_s = self._burst / self._per_second
            self._buckets = {
                key: bucket for key, bucket in self._buckets.items() if now - bucket[1] < fill_s
            }
