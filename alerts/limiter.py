"""How fast messages may leave: over all, per chat and per group."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rate:
    """At most ``count`` messages in any ``seconds``."""

    count: int
    seconds: float


# Telegram's published figures: core.telegram.org/bots/faq
OVERALL = Rate(30, 1.0)
EVENLY = Rate(5, 5 / 30)  # a burst that the network delays would meet the next one in one second
PER_CHAT = Rate(1, 1.0)
PER_GROUP = Rate(20, 60.0)


@dataclass(slots=True)
class _Window:
    """The last departures under one rate; a sliding window never lets a burst through twice."""

    rate: Rate
    departures: deque[float] = field(default_factory=deque)

    def earliest(self, at: float) -> float:
        if len(self.departures) < self.rate.count:
            return at
        return max(at, self.departures[0] + self.rate.seconds)

    def book(self, at: float) -> None:
        if len(self.departures) >= self.rate.count:
            self.departures.popleft()
        self.departures.append(at)


class SendLimiter:
    """Books departures so that Telegram never has a reason to say "too many requests".

    One limiter serves a whole process; ``monotonic`` gives real seconds, whatever the world's
    clock does.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._overall = (_Window(OVERALL), _Window(EVENLY))
        self._chats: dict[int, list[_Window]] = {}
        self._blocked_until: dict[int, float] = {}

    def delay_s(self, chat_id: int, *, is_group: bool) -> float:
        """Return in how many seconds a message to this chat could leave; books nothing."""
        now = self._monotonic()
        return self._earliest(chat_id, is_group=is_group, now=now) - now

    def book(self, chat_id: int, *, is_group: bool) -> float:
        """Book the next departure to this chat and return the seconds to wait for it."""
        now = self._monotonic()
        at = self._earliest(chat_id, is_group=is_group, now=now)
        for window in (*self._overall, *self._windows(chat_id, is_group=is_group)):
            window.book(at)
        self._forget_idle(now)
        return at - now

    def block(self, chat_id: int, seconds: float) -> None:
        """Keep one chat waiting, as its ``retry_after`` asks; others go on."""
        until = self._monotonic() + seconds
        self._blocked_until[chat_id] = max(until, self._blocked_until.get(chat_id, until))

    def _earliest(self, chat_id: int, *, is_group: bool, now: float) -> float:
        at = max(now, self._blocked_until.get(chat_id, now))
        for window in (*self._windows(chat_id, is_group=is_group), *self._overall):
            at = window.earliest(at)
        return at

    def _windows(self, chat_id: int, *, is_group: bool) -> list[_Window]:
        if chat_id not in self._chats:
            rates = (PER_CHAT, PER_GROUP) if is_group else (PER_CHAT,)
            self._chats[chat_id] = [_Window(rate) for rate in rates]
        return self._chats[chat_id]

    def _forget_idle(self, now: float) -> None:
        """Drop chats that are silent for a minute, so that memory follows the traffic."""
        if len(self._chats) <= 1000:
            return
        self._blocked_until = {c: at for c, at in self._blocked_until.items() if at > now}
        self._chats = {
            chat_id: windows
            for chat_id, windows in self._chats.items()
            if windows[-1].departures and windows[-1].departures[-1] > now - PER_GROUP.seconds
        }
