"""Answers every request with one complete status over TLS, or without; prints its port first."""

import asyncio
import json
import ssl
import sys
from pathlib import Path

from aiohttp import web

BODY = (Path(__file__).parent / "full_status.json").read_bytes()
SELECTED = json.dumps({"code": "1000", "data": {"result": 1}, "success": True}).encode()


async def answer(request: web.Request) -> web.Response:
    """Send the status, or the answer of a select."""
    body = SELECTED if request.method == "POST" else BODY
    return web.Response(body=body, content_type="application/json")


async def main(*certificate_and_key: str) -> None:
    """Serve until the process is ended; over TLS if there is a certificate."""
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", answer)
    context = None
    if certificate_and_key:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*certificate_and_key)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
