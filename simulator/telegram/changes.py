"""Counts changes, and lets readers wait for the next one."""

import asyncio

FIRST = 1_000_000_000_000  # above every message id, so that the two are never confused


class Changes:
    """A counter that can be waited for."""

    def __init__(self) -> None:
        self.last = FIRST
        self._waiting: set[asyncio.Future[None]] = set()

    def next(self) -> int:
        """Count a change, wake every reader, and return its number."""
        self.last += 1
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()
        return self.last

    async def wait(self, seconds: float) -> None:
        """Return at the next change, or after some seconds."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await asyncio.wait([future], timeout=seconds)
        finally:
            self._waiting.discard(future)
