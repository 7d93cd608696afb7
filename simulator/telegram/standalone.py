"""Runs the stand-in for Telegram by itself."""

import asyncio

from aiohttp import web

from simulator.telegram.telegram import Telegram

_MAX_BODY = 64 * 1024 * 1024  # bytes; above the Bot API's own limit for uploads


async def serve(host: str, port: int) -> None:
    """Serve until cancelled."""
    telegram = Telegram()
    app = web.Application(client_max_size=_MAX_BODY)
    telegram.add_routes(app)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await telegram.start()
        await web.TCPSite(runner, host, port).start()
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()
