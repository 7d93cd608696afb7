"""Telegram's sending limits: 30 a second in all, one a second in a chat, 20 a minute in a group.

Source: the Bot FAQ. A private chat may have a burst of three, as the real limit is not sharp.
"""

from collections import deque
from dataclasses import dataclass, field

_TRAVEL = 0.9  # requests that left at the right pace may arrive a little closer together


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``count`` messages in any ``seconds``."""

    count: int
    seconds: float


OVERALL = Limit(30, 1.0)
PRIVATE_CHAT = Limit(3, 3.0)
GROUP = Limit(20, 60.0)


@dataclass(slots=True)
class _Window:
    limit: Limit
    sent: deque[float] = field(default_factory=deque)

    def wait_s(self, now: float) -> float:
        while self.sent and self.sent[0] <= now - self.limit.seconds * _TRAVEL:
            self.sent.popleft()
        if len(self.sent) < self.limit.count:
            return 0.0
        return self.sent[0] + self.limit.seconds - now


class SendLimits:
    """Says how long a sender has to wait; a refused message does not count as sent."""

    def __init__(self) -> None:
        self._overall = _Window(OVERALL)
        self._chats: dict[int, _Window] = {}

    def wait_s(self, chat_id: int, *, is_group: bool, now: float) -> float:
        """Return the seconds until the next message may be sent, 0 if at once."""
        chat = self._chats.setdefault(chat_id, _Window(GROUP if is_group else PRIVATE_CHAT))
        return max(chat.wait_s(now), self._overall.wait_s(now))

    def count(self, chat_id: int, now: float) -> None:
        """Count a message that was sent."""
        self._chats[chat_id].sent.append(now)
        self._overall.sent.append(now)
