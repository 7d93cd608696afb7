"""Reads the parameters of a Bot API call from query, form, multipart or JSON."""

import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from simulator.telegram.errors import bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came."""

    name: str
    content: bytes
    mime_type: str


class Parameters:
    """Typed access to what a caller sent; values may be text or JSON."""

    def __init__(self, values: dict[str, Any], files: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def text(self, name: str, default: str = "") -> str:
        """Return a string."""
        value = self.values.get(name)
        return default if value is None else str(value)

    def integer(self, name: str, default: int | None = None) -> int:
        """Return a whole number; without a default it is required."""
        value = self.values.get(name)
        if value in (None, ""):
            if default is None:
                raise bad_request(f"parameter {name} is required")
            return default
        try:
            return int(str(value))
        except ValueError:
            raise bad_request(f"can't parse {name} as integer") from None

    def number(self, name: str) -> float:
        """Return a required number."""
        try:
            return float(str(self.values[name]))
        except (KeyError, ValueError):
            raise bad_request(f"{name} is empty or not a number") from None

    def flag(self, name: str) -> bool:
        """Return a truth value, false if absent."""
        return str(self.values.get(name, "")).lower() in ("true", "1", "yes")

    def data(self, name: str) -> Any:
        """Return a JSON value, None if absent."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None

    def upload(self, reference: str) -> Upload | None:
        """Return the file that a parameter holds, or names as ``attach://...``."""
        value = self.values.get(reference, reference)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.files.get(value.removeprefix("attach://"))
        return self.files.get(reference)


async def read_parameters(request: web.Request) -> Parameters:
    """Read a call; later sources win: query, then body."""
    values: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        values |= await _read_json(request)
    elif request.body_exists:
        for name, value in (await request.post()).items():
            if isinstance(value, FileField):
                files[name] = Upload(value.filename, value.file.read(), value.content_type)
            else:
                values[name] = value if isinstance(value, str) else bytes(value).decode()
    return Parameters(values, files)


async def _read_json(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("object expected as body")
    return body
