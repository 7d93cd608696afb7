"""Serves the stand-ins for Telegram and for Smart's cloud, together or alone."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from typing import Protocol

from aiohttp import web
from aiohttp.web_urldispatcher import AbstractResource

from bot.listening import open_site, stop_event

MAX_UPLOAD = 64 * 1024 * 1024  # bytes; above the Bot API's own limit


class StandIn(Protocol):
    """One of the stand-ins."""

    def add_routes(self, app: web.Application) -> None:
        """Mount its routes."""

    async def start(self) -> None:
        """Begin what runs in the background."""

    async def stop(self) -> None:
        """End it."""


async def serve_cloud(host: str, port: int) -> None:
    """Serve the stand-in for Smart's clouds by itself until SIGTERM or SIGINT."""
    from simulator.cloud import Cloud, SimClock  # not needed by the other stand-in

    await _serve_alone(Cloud(SimClock(1.0)), host, port, "Smart's cloud is played at")


async def serve_telegram(host: str, port: int) -> None:
    """Serve the stand-in for Telegram by itself until SIGTERM or SIGINT."""
    from simulator.telegram import Telegram  # not needed by the other stand-in

    await _serve_alone(Telegram(), host, port, "Telegram is played at")


async def _serve_alone(stand_in: StandIn, host: str, port: int, text: str) -> None:
    stop = stop_event()
    async with AsyncExitStack() as stack:
        url = await open_stand_ins(host, port, (stand_in,), stack)
        print(f"{text} {url}", flush=True)
        await stop.wait()


async def open_stand_ins(
    host: str,
    port: int,
    stand_ins: Sequence[StandIn],
    stack: AsyncExitStack,
    more: AbstractResource | None = None,
) -> str:
    """Serve stand-ins together, and what else is given; return the address."""
    app = web.Application(client_max_size=MAX_UPLOAD)
    for stand_in in stand_ins:
        stand_in.add_routes(app)
    if more is not None:
        app.router.register_resource(more)
    bound = await open_site(app, host, port, stack)
    for stand_in in stand_ins:
        await stand_in.start()
        stack.push_async_callback(stand_in.stop)
    return f"http://{host}:{bound}"
