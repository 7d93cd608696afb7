"""Wyoming events from peers that announce, send or break off what they like."""

import asyncio
import json

import pytest
from wyoming.event import Event, async_write_event

from bot.wyoming import MOST_DATA, AnnouncedTooMuchError, read_event


def stream(*parts: bytes, ends: bool = True) -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    for part in parts:
        reader.feed_data(part)
    if ends:
        reader.feed_eof()
    return reader


def line(**head: object) -> bytes:
    return json.dumps(head).encode() + b"\n"


class Kept:
    """A writer of the library that keeps its bytes."""

    def __init__(self) -> None:
        self.said = b""

    def writelines(self, parts: tuple[bytes, ...]) -> None:
        self.said += b"".join(parts)

    def write(self, part: bytes) -> None:
        self.said += part

    async def drain(self) -> None:
        """Nothing waits."""


async def test_event_of_the_library_is_read_as_it_was_written() -> None:
    sent = Event(type="audio-chunk", data={"rate": 16000, "text": "é"}, payload=b"\x01\x02")
    kept = Kept()
    await async_write_event(sent, kept)  # type: ignore[arg-type]
    reader = stream(kept.said)

    assert await read_event(reader, most_payload=2) == sent
    assert await read_event(reader, most_payload=2) is None


@pytest.mark.parametrize(
    "head",
    [
        {"type": "transcript", "payload_length": 2_000_000_000},
        {"type": "transcript", "payload_length": 1},
        {"type": "transcript", "data_length": MOST_DATA + 1},
        {"type": "transcript", "data_length": -1},
        {"type": "transcript", "data_length": "12"},
        {"type": "transcript", "payload_length": True},
        {"type": "transcript", "payload_length": 1e9},
    ],
)
async def test_announcement_is_refused_before_anything_is_waited_for(head) -> None:
    with pytest.raises(AnnouncedTooMuchError):
        await read_event(stream(line(**head), ends=False), most_payload=0)


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/1.1\r\n",
        b"[]\n",
        b"null\n",
        b'{"type": 5}\n',
        b'{"type": "x", "data": [1]}\n',
        b"\xff\xfe\n",
        b'{"type": "x", "data_length": 2}\n[]',
        b"[" * 60_000 + b"\n",
        b"x" * 70_000,
    ],
)
async def test_what_is_no_event_is_a_value_error(sent) -> None:
    with pytest.raises(ValueError):
        await read_event(stream(sent), most_payload=0)


async def test_peer_that_hangs_up_in_between() -> None:
    with pytest.raises(asyncio.IncompleteReadError):
        await read_event(stream(line(type="x", data_length=10), b"{}"), most_payload=0)
