"""Events of the wyoming protocol from a peer that is not trusted with our memory.

An event is a line of JSON that announces how many bytes of data and of payload follow. The
protocol's own library waits for whatever is announced; here the announcement is looked at first.

Protocol: https://github.com/OHF-Voice/wyoming.
"""

import asyncio
import json
from typing import Any

from wyoming.event import Event

MOST_DATA = 64 * 1024  # bytes of JSON; a text of ours has at most 1,000 characters
NO_PAYLOAD = 0


class AnnouncedTooMuchError(ValueError):
    """A peer announces more than anybody needs, or something that is no length."""


async def read_event(reader: asyncio.StreamReader, *, most_payload: int) -> Event | None:
    """Return the next event; ``None`` at the end of the stream.

    Raises ``AnnouncedTooMuchError`` before a byte of it is kept, ``ValueError`` for what is no
    event (also for a line beyond the stream's own limit of 64 KiB), and
    ``asyncio.IncompleteReadError`` where the peer hangs up in between.
    """
    line = await reader.readline()
    if not line:
        return None
    head = _object(line)
    kind, data = head.get("type"), head.get("data")
    data = {} if data is None else data
    if not isinstance(kind, str) or not isinstance(data, dict):
        raise ValueError("not an event")
    data_bytes = _length(head, "data_length", MOST_DATA)
    payload_bytes = _length(head, "payload_length", most_payload)
    if data_bytes:
        data = {**data, **_object(await reader.readexactly(data_bytes))}
    payload = await reader.readexactly(payload_bytes) if payload_bytes else None
    return Event(type=kind, data=data, payload=payload)


def _object(text: bytes) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except RecursionError:
        raise ValueError("not an event") from None
    if not isinstance(found, dict):
        raise ValueError("not an event")
    return found


def _length(head: dict[str, Any], name: str, most: int) -> int:
    length = head.get(name) or 0
    if isinstance(length, bool) or not isinstance(length, int) or not 0 <= length <= most:
        raise AnnouncedTooMuchError(f"{name} is more than {most}")
    return length
