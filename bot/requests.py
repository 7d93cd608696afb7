"""HTTP requests at a door: bodies within a limit, and one neutral answer when something breaks."""

import functools
import hmac
from collections.abc import Awaitable, Callable, Iterable
from secrets import token_hex

import structlog
from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Routes = Iterable[web.RouteDef]

log = structlog.get_logger(__name__)


async def read_body(request: web.Request, limit: int) -> bytes:
    """Return the body; raise 413 for more than ``limit`` bytes, announced or not."""
    if (request.content_length or 0) > limit:
        raise web.HTTPRequestEntityTooLarge(limit, request.content_length or 0)
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > limit:
            raise web.HTTPRequestEntityTooLarge(limit, len(body))
    return bytes(body)


def is_secret(given: str, expected: str) -> bool:
    """Compare a secret in constant time, whatever characters were sent."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())


def problem(status: int, code: str, message: str, **more: object) -> web.Response:
    """Return an error as every door tells it: a word for programs, a sentence for people."""
    return web.json_response({"error": {"code": code, "message": message, **more}}, status=status)


def guarded(route: web.RouteDef) -> web.RouteDef:
    """Return the route with a handler that never shows what broke inside.

    The log has the error, the caller a reference number that finds it there.
    """
    handler: Handler = route.handler

    @functools.wraps(handler)
    async def guard(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except web.HTTPException:
            raise
        except Exception as error:
            reference = token_hex(3).upper()
            log.error("request_failed", reference=reference, exc_info=error)
            return problem(500, "internal", f"Something went wrong ({reference}).")

    return web.RouteDef(route.method, route.path, guard, route.kwargs)
