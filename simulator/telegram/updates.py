"""The bot's updates: fetched by long polling, or posted to its webhook."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from simulator.telegram.errors import conflict

JSON = dict[str, Any]

# Telegram sends these kinds only to a bot that asked for them.
_ON_REQUEST = ("chat_member", "message_reaction", "message_reaction_count")
KINDS = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
)
_MAX_AT_ONCE = 100


@dataclass(slots=True, kw_only=True)
class Webhook:
    """Where updates are posted to, and what went wrong last."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error_date: int = 0
    last_error: str = ""


@dataclass(slots=True, kw_only=True)
class UpdateQueue:
    """Updates in order until the bot has acknowledged them."""

    first_id: int
    next_id: int = field(init=False)
    webhook: Webhook = field(default_factory=Webhook)
    allowed: tuple[str, ...] = ()  # empty: all but those on request
    pending: deque[JSON] = field(default_factory=deque)
    is_closed: bool = False  # the stand-in ends: nobody waits any more
    _poller: "asyncio.Future[None] | None" = None
    _listeners: list[Callable[[], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with the first id."""
        self.next_id = self.first_id

    def add(self, kind: str, content: JSON) -> None:
        """Queue an update if the bot wants its kind."""
        if kind not in (self.allowed or tuple(k for k in KINDS if k not in _ON_REQUEST)):
            return
        self.pending.append({"update_id": self.next_id, kind: content})
        self.next_id += 1
        self.wake()

    def wake(self) -> None:
        """Let whoever waits look again."""
        if self._poller and not self._poller.done():
            self._poller.set_result(None)
        for listener in self._listeners:
            listener()

    def on_wake(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` whenever there may be something to deliver."""
        self._listeners.append(listener)

    async def poll(self, offset: int, limit: int, timeout_s: float) -> list[JSON]:
        """Return updates from ``offset`` on; those before are acknowledged.

        A negative offset counts from the end. A newer poll ends an older one with a conflict.
        """
        if self.webhook.url:
            raise conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first"
            )
        if self._poller and not self._poller.done():
            self._poller.set_exception(
                conflict(
                    "terminated by other getUpdates request; "
                    "make sure that only one bot instance is running"
                )
            )
        self._acknowledge(offset)
        if not self.pending and timeout_s > 0 and not self.is_closed:
            await self._wait(timeout_s)
        return list(self.pending)[: max(1, min(limit, _MAX_AT_ONCE))]

    async def _wait(self, timeout_s: float) -> None:
        poller: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poller = poller
        try:
            await asyncio.wait([poller], timeout=timeout_s)
            if poller.done():
                poller.result()
        finally:
            if self._poller is poller:
                self._poller = None

    def _acknowledge(self, offset: int) -> None:
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popleft()
        while self.pending and self.pending[0]["update_id"] < offset:
            self.pending.popleft()
