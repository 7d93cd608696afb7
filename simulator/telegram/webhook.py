"""Posts updates to the bot's webhook, in order, until it answers 200."""

import asyncio
import contextlib
from collections.abc import Callable

import aiohttp

from simulator.telegram.updates import UpdateQueue

_PAUSES_S = (0.5, 1, 2, 5, 10)  # Telegram promises only "a reasonable amount of attempts"
_TIMEOUT = aiohttp.ClientTimeout(total=60)


class WebhookSender:
    """Delivers while a webhook is set; an update stays queued until it was accepted."""

    def __init__(self, updates: UpdateQueue, wall_clock: Callable[[], float]) -> None:
        self._updates = updates
        self._wall_clock = wall_clock
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        updates.on_wake(self._news.set)

    async def start(self) -> None:
        """Begin to deliver."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Stop; what was not accepted stays queued."""
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _run(self) -> None:
        async with aiohttp.ClientSession(timeout=_TIMEOUT) as http:
            failures = 0
            while True:
                if not (self._updates.webhook.url and self._updates.pending):
                    await self._news.wait()
                    self._news.clear()
                elif await self._deliver(http):
                    failures = 0
                else:
                    pause = _PAUSES_S[min(failures, len(_PAUSES_S) - 1)]
                    failures += 1
                    await asyncio.sleep(pause)

    async def _deliver(self, http: aiohttp.ClientSession) -> bool:
        hook, update = self._updates.webhook, self._updates.pending[0]
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        try:
            async with http.post(hook.url, json=update, headers=headers) as answer:
                problem = (
                    ""
                    if answer.status == 200
                    else f"Wrong response from the webhook: {answer.status}"
                )
        except (aiohttp.ClientError, TimeoutError) as error:
            problem = f"Connection failed: {type(error).__name__}"
        if problem:
            hook.last_error, hook.last_error_date = problem, int(self._wall_clock())
            return False
        if self._updates.pending and self._updates.pending[0] is update:
            self._updates.pending.popleft()
        return True
