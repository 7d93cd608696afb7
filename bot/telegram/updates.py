"""Updates are stored before they are acknowledged, and handled in each chat's order.

An update's life: stored and claimed in one transaction, then acknowledged, then handled, then done.
A process that is killed leaves rows that are not done; the next one handles them.
"""

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from functools import partial
from itertools import chain, repeat
from secrets import token_urlsafe
from typing import Any, Protocol
from urllib.parse import urlencode

import structlog
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest

from alerts.milestones import reached
from alerts.ports import Clock, Sleep
from bot.telegram.limiter import seconds_of
from storage import inbox
from storage.database import Database
from storage.exceptions import DatabaseError, DatabaseUnavailableError

LEASE = timedelta(seconds=60)
SWEEP_S = 20  # how often rows of a killed process are looked for; renews our own claims too
POLL_S = 30  # length of one long poll
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
_TAKE = 500
_TRIES = 3
_SIDE_BY_SIDE = 32  # chats handled at a time
_CONFLICTS = 3  # a killed predecessor's poll may linger for a moment
_PAUSES_S = (1, 2, 5, 10, 30)

TOKEN_REFUSED = "Telegram does not accept BOT_TOKEN. Ask @BotFather for the token with /token."  # noqa: S105 - a sentence

RawUpdate = dict[str, Any]

log = structlog.get_logger(__name__)


class StopPollingError(Exception):
    """Polling cannot go on; the text is for the person who runs the bot."""


class Acceptor(Protocol):
    """Stores updates durably."""

    async def accept(self, updates: Sequence[RawUpdate]) -> None:
        """Store; when this returns they may be acknowledged."""


class Inbox:
    """Stored updates on their way to the handlers."""

    def __init__(
        self,
        database: Database,
        handle: Callable[[RawUpdate], Awaitable[None]],
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """``handle`` may be called again for an update whose handling was cut off."""
        self._database = database
        self._handle = handle
        self._clock = clock
        self._sleep = sleep
        self._lease = token_urlsafe(8)
        self._tasks: dict[int, asyncio.Task[None]] = {}  # by update id
        self._last: dict[int, asyncio.Task[None]] = {}  # newest task of each chat
        self._failures: Counter[int] = Counter()  # by update id
        self._storing: asyncio.Task[None] | None = None  # which still takes what arrives
        self._arrived: list[RawUpdate] = []
        self._handled: set[int] = set()  # and not yet noted
        self._noting = asyncio.Lock()
        self._slots = asyncio.Semaphore(_SIDE_BY_SIDE)

    async def accept(self, updates: Sequence[RawUpdate]) -> None:
        """Store and claim updates; when this returns they may be acknowledged.

        Those that come while a commit is under way share the next one.
        """
        if self._storing is None:
            self._arrived = []
            self._storing = asyncio.create_task(self._store(self._arrived))
        self._arrived += updates
        await asyncio.shield(self._storing)

    async def _store(self, arrived: list[RawUpdate]) -> None:
        now, new = self._clock(), []
        add = partial(inbox.add, lease=self._lease, lease_until=now + LEASE)
        try:
            async with self._database.transaction() as tx:
                self._storing = None  # who comes now is too late for this one
                for update in sorted(arrived, key=_update_id):
                    body = json.dumps(update, separators=(",", ":")).encode()
                    if await add(tx, _update_id(update), body, now):
                        new.append(update)
        finally:
            if self._arrived is arrived:
                self._storing = None
        reached("update.stored")
        self._start(new)

    async def sweep(self, *, orphans: bool = False) -> None:
        """Claim rows that nobody handles; ``orphans``: also those of a process just killed."""
        now = self._clock() + (LEASE if orphans else timedelta(0))
        async with self._database.transaction() as tx:
            rows = await inbox.take(
                tx, limit=_TAKE, lease=self._lease, now=now, lease_until=now + LEASE
            )
        self._start([json.loads(row.body) for row in rows])

    async def drain(self, seconds: float) -> None:
        """Let handlers finish; what is cut off is handled after the next start."""
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=seconds)
        for task in list(self._tasks.values()):
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _start(self, updates: Sequence[RawUpdate]) -> None:
        for update in updates:
            if _update_id(update) in self._tasks:
                continue
            chat = chat_of(update)
            task = asyncio.create_task(self._work(update, self._last.get(chat)))
            task.add_done_callback(_report)
            self._tasks[_update_id(update)] = self._last[chat] = task

    async def _work(self, update: RawUpdate, previous: asyncio.Task[None] | None) -> None:
        update_id, chat = _update_id(update), chat_of(update)
        try:
            if previous is not None:
                await asyncio.wait([previous])
            await self._patiently(lambda: self._try(update))
            reached("update.handled")
            self._handled.add(update_id)
            await self._patiently(lambda: self._note(update_id))
            reached("update.noted")
        finally:
            self._tasks.pop(update_id, None)
            if self._last.get(chat) is asyncio.current_task():
                del self._last[chat]

    async def _patiently(self, step: Callable[[], Awaitable[None]]) -> None:
        """Do a step until the database lets it; the chat's next update waits for it, too.

        While the database is locked or its disk full nothing is given up and nothing done twice.
        """
        pauses = chain(_PAUSES_S, repeat(_PAUSES_S[-1]))
        while True:
            try:
                await step()
            except DatabaseUnavailableError:
                await self._sleep(next(pauses))
            else:
                return

    async def _note(self, update_id: int) -> None:
        """Note that an update is handled; those that end meanwhile are noted together."""
        async with self._noting:
            await asyncio.sleep(0)  # others may end in the same turn of the loop
            if update_id not in self._handled:
                return
            handled = set(self._handled)
            async with self._database.transaction(lasts=False) as tx:
                await inbox.done(tx, *handled)
            self._handled -= handled

    async def _try(self, update: RawUpdate) -> None:
        """Handle; an update that fails again and again is given up."""
        try:
            async with self._slots:
                await self._handle(update)
        except (DatabaseUnavailableError, InvalidToken):  # nobody can be answered now
            raise
        except Exception as error:  # whatever it is, the chat's next update must be handled
            self._failures[_update_id(update)] += 1
            if self._failures[_update_id(update)] < _TRIES:
                raise
            log.error("update_given_up", error=type(error).__name__)
        self._failures.pop(_update_id(update), None)


def _update_id(update: RawUpdate) -> int:
    return int(update["update_id"])


def _report(task: asyncio.Task[None]) -> None:
    """Log why an update stays in the inbox; it is tried again when its claim runs out."""
    if not task.cancelled() and (error := task.exception()):
        log.error("update_kept", error=type(error).__name__, exc_info=error)


def chat_of(update: RawUpdate) -> int:
    """Return the chat whose order an update keeps; 0 if it has none."""
    for kind in KINDS:
        if part := update.get(kind):
            chat = part.get("chat") or part.get("message", {}).get("chat") or {}
            return int(chat.get("id", 0))
    return 0


async def poll_updates(
    request: BaseRequest, base_url: str, inbox: Acceptor, sleep: Sleep = asyncio.sleep
) -> None:
    """Fetch updates for ever; raise ``StopPollingError`` when that has become pointless."""
    offset: int | None = None
    failures = conflicts = 0
    while True:
        try:
            updates = await _get_updates(request, base_url, offset)
            offset = await _store(inbox, updates)
        except InvalidToken:
            raise StopPollingError(TOKEN_REFUSED) from None
        except Conflict:
            conflicts += 1
            if conflicts >= _CONFLICTS:
                raise StopPollingError(
                    "Another process already receives this bot's updates. Stop it, or give this "
                    "one a bot of its own."
                ) from None
            await sleep(1)
            continue
        except RetryAfter as error:
            await sleep(seconds_of(error))
            continue
        except (TelegramError, DatabaseError) as error:  # not acknowledged, so nothing is lost
            if failures == 0:
                log.warning("updates_not_received", error=type(error).__name__)
            await sleep(_PAUSES_S[min(failures, len(_PAUSES_S) - 1)])
            failures += 1
            continue
        if failures:
            log.info("updates_received_again")
        failures = conflicts = 0


async def _store(inbox: Acceptor, updates: list[RawUpdate]) -> int | None:
    """Store what came and return the next offset.

    After an empty answer the offset is dropped: Telegram has confirmed everything before it, and
    after a silent week it may count on from a lower number.
    """
    if not updates:
        return None
    await inbox.accept(updates)
    return max(map(_update_id, updates)) + 1


async def _get_updates(request: BaseRequest, base_url: str, offset: int | None) -> list[RawUpdate]:
    query = {"timeout": POLL_S, "allowed_updates": json.dumps(KINDS)}
    if offset is not None:
        query["offset"] = offset
    url = f"{base_url}/getUpdates?{urlencode(query)}"
    try:
        result = await request.post(url, read_timeout=POLL_S + 10)
    except (KeyError, TypeError):  # JSON, but not Telegram's: a proxy in between
        raise NetworkError("getUpdates was answered by somebody else") from None
    return result if isinstance(result, list) else []
