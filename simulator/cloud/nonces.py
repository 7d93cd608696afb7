"""Remembers nonces for as long as their timestamps would be accepted."""

from collections import OrderedDict

WINDOW_S = 15 * 60.0


class Nonces:
    """Knows whether a nonce was used within the window."""

    def __init__(self, window_s: float = WINDOW_S) -> None:
        self._window_s = window_s
        self._seen: OrderedDict[str, float] = OrderedDict()

    def is_timely(self, timestamp_ms: str, now: float) -> bool:
        """Say whether a signed timestamp is near enough to the real time."""
        return timestamp_ms.isdigit() and abs(int(timestamp_ms) / 1000 - now) <= self._window_s

    def use(self, nonce: str, now: float) -> bool:
        """Note a nonce; return False if it was used before."""
        while self._seen:
            oldest = next(iter(self._seen))
            if now - self._seen[oldest] <= 2 * self._window_s:
                break
            del self._seen[oldest]
        if nonce in self._seen:
            return False
        self._seen[nonce] = now
        return True
