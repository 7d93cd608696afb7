"""The rig's hold on one process: how it is started, how it ends, and when it did."""

import asyncio
import multiprocessing
import os
import subprocess
import sys
import time
from contextlib import suppress
from signal import Signals

import msgspec

from tests.rig.bot_process import Order, serve

COLD = "from bot.lean import leave_out; leave_out(); import tests.rig.bot_process as it; it.main()"
"""What the command ``smartbot`` does, with an order instead of settings."""

_fork = multiprocessing.get_context("forkserver")
_fork.set_forkserver_preload(["tests.rig.bot_process"])


class Bot:
    """A running process."""

    def __init__(self, order: Order, *, is_cold: bool) -> None:
        """``is_cold`` starts the interpreter and imports everything, as a host does."""
        self.started = time.time()
        if is_cold:
            popen = subprocess.Popen([sys.executable, "-c", COLD, msgspec.json.encode(order)])
            self.pid, wait = popen.pid, popen.wait
        else:
            process = _fork.Process(target=serve, args=(order,))
            process.start()
            self.pid, wait = process.pid or 0, process.join
        self._end = asyncio.create_task(_end(wait))

    @property
    def is_alive(self) -> bool:
        """Return whether it has not been seen to end."""
        return not self._end.done()

    def signal(self, number: Signals) -> None:
        """Send a signal, if there is somebody to get it."""
        if self.is_alive:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    async def ended(self, seconds: float | None = None) -> float | None:
        """Return the Unix time at which it ended; ``None`` if it lives longer than that."""
        with suppress(TimeoutError):
            return await asyncio.wait_for(asyncio.shield(self._end), seconds)
        return None


async def _end(wait) -> float:  # type: ignore[no-untyped-def]
    await asyncio.to_thread(wait)
    return time.time()
