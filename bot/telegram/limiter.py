"""Keeps to Telegram's sending limits, chat by chat, and bears its bad moments.

About 30 messages a second in all, one a second in a chat with a short burst, 20 a minute in a
group (Telegram's FAQ for bots); a 429 stops the chat it names and nobody else. Whoever waits for an
answer gets it also if Telegram answers an error, or not at all, for up to a minute.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from alerts.ports import Sleep

AGAIN_AFTER_S = (0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 25.0)  # a minute in all
PATIENCE_S = 60.0  # a longer ``retry_after`` is told to the caller instead of waited for
_FORGET_AT = 2_000  # chats remembered before idle ones are dropped

_LIMITED = ("send", "edit")  # how the names of methods begin
_AWAITED = (*_LIMITED, "deleteMessage")  # a secret has to leave the chat, too

Result = bool | dict[str, Any] | list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Pace:
    """At most ``limit`` events in any ``window_s`` seconds."""

    limit: int
    window_s: float


OVERALL = Pace(30, 1.0)
PRIVATE_CHAT = Pace(3, 3.0)
GROUP = Pace(20, 60.0)


class Gate:
    """Gives out moments that keep a pace in a sliding window."""

    __slots__ = ("_closed_until", "_pace", "_starts")

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._starts: deque[float] = deque(maxlen=pace.limit)
        self._closed_until = 0.0

    def reserve(self, now: float) -> float:
        """Return the seconds to wait, and count the event as done then."""
        start = max(now, self._closed_until)
        if len(self._starts) == self._pace.limit:
            start = max(start, self._starts[0] + self._pace.window_s)
        self._starts.append(start)
        return start - now

    def close_until(self, moment: float) -> None:
        """Let nothing pass before ``moment``."""
        self._closed_until = max(self._closed_until, moment)

    def is_idle(self, now: float) -> bool:
        """True if forgetting this gate changes nothing."""
        last = self._starts[-1] + self._pace.window_s if self._starts else 0.0
        return max(last, self._closed_until) <= now


class ChatLimiter(BaseRateLimiter[str]):
    """Delays sends and edits of conversations.

    ``rate_limit_args="once"`` is for alerts, whose notifier has waited already: they only count
    here, and a 429 is handed to the caller at once.
    """

    def __init__(self, monotonic: Callable[[], float], sleep: Sleep = asyncio.sleep) -> None:
        self._monotonic = monotonic
        self._sleep = sleep
        self._overall = Gate(OVERALL)
        self._chats: dict[str, Gate] = {}

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Do nothing: there is nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: str | None,
    ) -> Result:
        """Wait for the chat's turn, then call; after a bad moment again.

        A message whose answer was lost is sent again, too: to read an answer twice is better than
        to wait for one in vain.
        """
        if not endpoint.startswith(_AWAITED) or endpoint == "sendChatAction":
            return await callback(*args, **kwargs)
        gate = self._gate(str(data.get("chat_id", "")))
        is_patient = rate_limit_args != "once"
        pauses = iter(AGAIN_AFTER_S if is_patient else ())
        while True:
            if endpoint.startswith(_LIMITED):
                await self._wait_for(gate, patient=is_patient)
            pause_s = next(pauses, None)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                if self._close(gate, error) > PATIENCE_S or pause_s is None:
                    raise
            except NetworkError as error:
                if isinstance(error, BadRequest) or pause_s is None:  # no better next time
                    raise
                await self._sleep(pause_s)

    def _close(self, gate: Gate, error: RetryAfter) -> float:
        """Leave a chat alone as long as Telegram asks; return these seconds."""
        pause_s = seconds_of(error)
        gate.close_until(self._monotonic() + pause_s)
        return pause_s

    async def _wait_for(self, gate: Gate, *, patient: bool = True) -> None:
        for passage in (gate, self._overall):
            wait = passage.reserve(self._monotonic())
            if wait > 0 and patient:
                await self._sleep(wait)

    def _gate(self, chat: str) -> Gate:
        if len(self._chats) > _FORGET_AT:
            now = self._monotonic()
            self._chats = {k: gate for k, gate in self._chats.items() if not gate.is_idle(now)}
        pace = GROUP if chat.startswith(("-", "@")) else PRIVATE_CHAT
        return self._chats.setdefault(chat, Gate(pace))


def seconds_of(error: RetryAfter) -> float:
    """Return how long a chat has to be left alone."""
    pause = error.retry_after
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)
