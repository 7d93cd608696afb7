"""Listening on a port, and stopping when asked to."""

import asyncio
import errno
import signal
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from typing import Any

from aiohttp import web

SHUTDOWN_S = 1.0  # for requests that are still being answered


class StartError(Exception):
    """The process cannot start; the text is for the person who starts it."""


def stop_event() -> asyncio.Event:
    """Return an event that SIGTERM and SIGINT set."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    return stop


async def open_site(app: web.Application, host: str, port: int, stack: AsyncExitStack) -> int:
    """Serve ``app`` until the stack closes; return the port, or raise ``StartError``."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_S)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        reason = (
            "is taken by another program" if error.errno == errno.EADDRINUSE else "cannot be used"
        )
        raise StartError(f"Port {port} of {host} {reason}; choose another one.") from None
    return int(runner.addresses[0][1])


async def first(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Wait until the work is done (True) or ``stop`` is set; raise what the work raises."""
    task, end = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((task, end), return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            await task
            return True
        return False
    finally:
        for one in (task, end):
            one.cancel()
        await asyncio.gather(task, end, return_exceptions=True)
