"""Reads what a person says from a request of the control port."""

import base64
import binascii
import json
import re
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from simulator.telegram.errors import ControlError
from simulator.telegram.messages import JSON
from simulator.telegram.methods.media import describe, store
from simulator.telegram.parameters import Parameters, Upload, read_parameters
from simulator.telegram.world import World

_KINDS = {
    "voice": ("voice.ogg", "audio/ogg"),
    "audio": ("audio.mp3", "audio/mpeg"),
    "photo": ("photo.jpg", "image/jpeg"),
    "document": ("document.bin", "application/octet-stream"),
}
_DATA_URL = re.compile(r"data:([\w/+.-]+)[^,]*;base64,")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody said."""

    sender: str
    text: str = ""
    media: JSON = field(default_factory=dict)
    reply_to: int | None = None
    thread_id: int | None = None


async def read_message(world: World, request: web.Request) -> Said:
    """Read a message; raise ``ControlError`` if it makes no sense."""
    parameters = await read_parameters(request)
    return Said(
        sender=parameters.text("from"),
        text=parameters.text("text"),
        media=_media(world, parameters),
        reply_to=parameters.integer("reply_to", 0) or None,
        thread_id=parameters.integer("thread", 0) or None,
    )


def _media(world: World, parameters: Parameters) -> JSON:
    if parameters.values.get("location"):
        return {"location": _location(parameters.data("location"))}
    for kind in _KINDS:
        if upload := parameters.files.get(kind) or _inline_file(kind, parameters):
            return describe(kind, store(world, kind, upload), parameters)
    return {}


def _inline_file(kind: str, parameters: Parameters) -> Upload | None:
    """Read a file given as base64, as a data URL or as an object with ``data``."""
    value: Any = parameters.values.get(kind)
    if not value:
        return None
    name, mime_type = _KINDS[kind]
    if isinstance(value, str) and value.startswith("{"):
        value = json.loads(value)
    if isinstance(value, dict):
        name = str(value.get("file_name") or name)
        mime_type = str(value.get("mime_type") or mime_type)
        parameters.values.setdefault("duration", value.get("duration") or 0)
        value = value.get("data", "")
    if match := _DATA_URL.match(value):
        mime_type, value = match[1], value[match.end() :]
    try:
        return Upload(name, base64.b64decode(value, validate=True), mime_type)
    except (binascii.Error, ValueError):
        raise ControlError(f"{kind} is a file in base64") from None


def _location(value: Any) -> JSON:
    try:
        return {"latitude": float(value["latitude"]), "longitude": float(value["longitude"])}
    except (KeyError, TypeError, ValueError):
        raise ControlError("location has latitude and longitude in degrees") from None
