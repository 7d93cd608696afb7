"""Serves the cloud stand-in by itself."""

import asyncio
from collections.abc import Callable

from aiohttp import web

from simulator.cloud.clock import SimClock
from simulator.cloud.server import Cloud


async def serve(
    host: str,
    port: int,
    *,
    speed: float = 1.0,
    seed: int = 1,
    stopped: asyncio.Event | None = None,
    on_ready: Callable[[str], None] | None = None,
) -> None:
    """Serve until ``stopped`` is set or the task is cancelled; ``on_ready`` gets the address.

    Raises ``OSError`` if the port is taken. Port 0 takes any free one.
    """
    cloud = Cloud(SimClock(speed), seed=seed)
    app = web.Application()
    cloud.add_routes(app)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    await cloud.start()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        if on_ready is not None:
            bound = runner.addresses[0][1]
            on_ready(f"http://{host}:{bound}")
        await (stopped or asyncio.Event()).wait()
    finally:
        await cloud.stop()
        await runner.cleanup()
