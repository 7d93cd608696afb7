"""Methods by which a bot gets its updates."""

import re
from typing import Any
from urllib.parse import urlsplit

from simulator.telegram.errors import bad_request
from simulator.telegram.messages import JSON
from simulator.telegram.parameters import Parameters
from simulator.telegram.updates import KINDS, Webhook
from simulator.telegram.world import World

_MAX_WAIT_S = 50
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


def get_me(world: World, _: Parameters) -> JSON:
    """Tell who the bot is."""
    return world.bot.as_me()


async def get_updates(world: World, parameters: Parameters) -> list[JSON]:
    """Wait for updates."""
    _allow(world, parameters)
    timeout = min(parameters.integer("timeout", 0), _MAX_WAIT_S)
    return await world.updates.poll(
        parameters.integer("offset", 0), parameters.integer("limit", 100), timeout
    )


def set_webhook(world: World, parameters: Parameters) -> bool:
    """Have updates posted to an address; plain HTTP is accepted on this machine only."""
    url, secret = parameters.text("url"), parameters.text("secret_token")
    if not url:
        return delete_webhook(world, parameters)
    parts = urlsplit(url)
    is_local = parts.scheme == "http" and parts.hostname in _LOOPBACK
    if parts.scheme != "https" and not is_local:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _allow(world, parameters)
    _drop_pending(world, parameters)
    connections = parameters.integer("max_connections", 40)
    world.updates.webhook = Webhook(url=url, secret=secret, max_connections=connections)
    world.updates.wake()
    return True


def delete_webhook(world: World, parameters: Parameters) -> bool:
    """Go back to long polling."""
    _drop_pending(world, parameters)
    world.updates.webhook = Webhook()
    return True


def get_webhook_info(world: World, _: Parameters) -> JSON:
    """Tell where updates go and what went wrong."""
    hook = world.updates.webhook
    told: JSON = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if hook.url:
        told["max_connections"] = hook.max_connections
    if hook.last_error:
        told |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error}
    if world.updates.allowed:
        told["allowed_updates"] = list(world.updates.allowed)
    return told


def _allow(world: World, parameters: Parameters) -> None:
    kinds: Any = parameters.data("allowed_updates")
    if kinds is None:
        return
    if not isinstance(kinds, list):
        raise bad_request("expected an Array of String as allowed updates")
    world.updates.allowed = tuple(str(kind) for kind in kinds if kind in KINDS)


def _drop_pending(world: World, parameters: Parameters) -> None:
    if parameters.flag("drop_pending_updates"):
        world.updates.pending.clear()


METHODS = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
