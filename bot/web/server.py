"""The web half: Telegram's webhook, health, metrics, and the further doors it is given."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from bot.requests import Routes, guarded, is_secret, read_body
from storage.exceptions import DatabaseError

WEBHOOK_PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
MAX_BODY = 1024 * 1024  # bytes; Telegram's updates are a few kilobytes

Accept = Callable[[list[dict[str, Any]]], Awaitable[None]]

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What the health page says; ``None`` means that this process does not know."""

    database: bool
    telegram: bool | None = None
    last_poll_age_s: float | None = None

    @property
    def ok(self) -> bool:
        """True unless something is known to fail."""
        return self.database and self.telegram is not False


def build_web(
    *,
    secret: str,
    accept: Accept,
    health: Callable[[], Awaitable[Health]],
    registry: CollectorRegistry,
    doors: Routes = (),
) -> web.Application:
    """Return the application; ``accept`` stores updates, and only then the webhook answers 200."""
    app = web.Application(client_max_size=MAX_BODY)
    routes = (webhook_route(secret, accept), *site_routes(health, registry), *doors)
    app.router.add_routes([guarded(route) for route in routes])
    return app


def build_site(routes: Routes) -> web.Application:
    """Return the application of a process without a webhook."""
    app = web.Application(client_max_size=MAX_BODY)
    app.router.add_routes([guarded(route) for route in routes])
    return app


def webhook_route(secret: str, accept: Accept) -> web.RouteDef:
    """Return the door for Telegram's updates."""

    async def webhook(request: web.Request) -> web.Response:
        if not is_secret(request.headers.get(SECRET_HEADER, ""), secret):
            return web.Response(status=403)
        update = _parse(await read_body(request, MAX_BODY))
        if update is None:
            return web.Response(status=400)
        try:
            await accept([update])
        except Exception as error:  # the answer 503 makes Telegram send the update again
            if not isinstance(error, DatabaseError):  # which the database has told itself
                log.error("update_not_stored", error=type(error).__name__)
            return web.Response(status=503)
        return web.Response()

    return web.post(WEBHOOK_PATH, webhook)


def site_routes(
    health: Callable[[], Awaitable[Health]], registry: CollectorRegistry
) -> tuple[web.RouteDef, ...]:
    """Return what every web half has: health and metrics."""

    async def show_health(_: web.Request) -> web.Response:
        state = await health()
        body = {
            "ok": state.ok,
            "database": state.database,
            "telegram": state.telegram,
            "last_poll_age_s": state.last_poll_age_s,
        }
        return web.json_response(body, status=200 if state.ok else 503)

    async def show_metrics(_: web.Request) -> web.Response:
        headers = {"Content-Type": CONTENT_TYPE_LATEST}
        return web.Response(body=generate_latest(registry), headers=headers)

    return (web.get("/health", show_health), web.get("/metrics", show_metrics))


def _parse(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        return None
    return update
