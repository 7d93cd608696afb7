"""A breaker per host: a host that fails again and again is left alone for a while."""

from dataclasses import dataclass

FAILURES = 10
"""So many in a row, of all accounts together, before the host rests."""
REST_S = 5.0


@dataclass(slots=True)
class Breaker:
    """State of one host; ``now_s`` is any clock that never steps back."""

    failures: int = 0
    rests_until_s: float = 0.0

    def may_ask(self, now_s: float) -> bool:
        """Say whether a request may leave; after a rest one at a time may try."""
        if self.failures < FAILURES:
            return True
        if now_s < self.rests_until_s:
            return False
        self.rests_until_s = now_s + REST_S
        return True

    def note_failure(self, now_s: float) -> None:
        """Count a failure of the network or of the host itself."""
        self.failures += 1
        if self.failures >= FAILURES:
            self.rests_until_s = now_s + REST_S

    def note_answer(self) -> None:
        """An answer of any kind below HTTP 500 ends the count."""
        self.failures = 0
