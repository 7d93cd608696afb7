"""The web half: Telegram's webhook, health and metrics."""

import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

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
) -> web.Application:
    """Return the application; ``accept`` stores updates, and only then the webhook answers 200."""
    app = web.Application(client_max_size=MAX_BODY)
    expected = secret.encode()

    async def webhook(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, expected):
            return web.Response(status=403)
        if (request.content_length or 0) > MAX_BODY:
            return web.Response(status=413)
        update = _parse(await request.read())
        if update is None:
            return web.Response(status=400)
        try:
            await accept([update])
        except Exception as error:  # the answer 503 makes Telegram send the update again
            log.error("update_not_stored", error=type(error).__name__)
            return web.Response(status=503)
        return web.Response()

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

    app.router.add_post(WEBHOOK_PATH, webhook)
    app.router.add_get("/health", show_health)
    app.router.add_get("/metrics", show_metrics)
    return app


def _parse(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        return None
    return update
