"""What was asked of the cloud, for counting requests."""

from collections import Counter, deque
from dataclasses import asdict, dataclass

KEPT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One request; ``at`` is simulated time in ISO form, ``status`` the HTTP status (0: none)."""

    seq: int
    at: str
    method: str
    host: str
    path: str
    status: int
    code: str
    account: str
    kind: str


class Ledger:
    """The last requests, and counts of all."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._counts: dict[str, Counter[str]] = {
            by: Counter() for by in ("path", "status", "account", "code", "kind")
        }
        self._total = 0

    @property
    def next_seq(self) -> int:
        """The sequence number of the next request."""
        return self._total + 1

    def add(self, entry: Entry) -> None:
        """Note a request."""
        self._total = entry.seq
        self._entries.append(entry)
        for by, counter in self._counts.items():
            counter[str(getattr(entry, by))] += 1

    def after(self, seq: int) -> list[dict[str, object]]:
        """Return the requests with a higher sequence number, oldest first."""
        return [asdict(entry) for entry in self._entries if entry.seq > seq]

    def stats(self) -> dict[str, object]:
        """Return how many requests there were, by each property."""
        return {"total": self._total, **{f"by_{by}": dict(c) for by, c in self._counts.items()}}
