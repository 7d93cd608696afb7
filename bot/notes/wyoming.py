"""Hears and speaks through servers in the house that know the wyoming protocol.

Protocol: https://github.com/OHF-Voice/wyoming (JSON header lines and raw samples over TCP).
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

from bot.notes.models import RATE, BrokenAudioError, MissingError, NotHeardError, SlowError
from bot.notes.worker import LIMIT_S, Worker

Read = Callable[[], Awaitable[Any]]  # the next event, ``None`` at the end
Write = Callable[[Any], Awaitable[None]]

_CHUNK = RATE // 10 * 2  # bytes
_LONGEST_SPEECH = 120 * 48_000 * 2  # bytes; more is no answer to a driver


class WyomingTranscriber:
    """Sends decoded notes to a speech-to-text server, such as wyoming-faster-whisper."""

    def __init__(self, uri: str, worker: Worker) -> None:
        """``uri`` is like ``tcp://192.0.2.7:10300``; the worker decodes."""
        self._uri = uri
        self._worker = worker

    async def transcribe(self, recording: bytes, language: str) -> str:
        """Return the words of a recording, or raise ``VoiceError``."""
        samples = await self._worker.decode(recording)
        try:
            async with asyncio.timeout(LIMIT_S):
                text = await self._ask(samples, language)
        except TimeoutError:
            raise SlowError from None
        except (OSError, EOFError, ImportError, ValueError, KeyError) as error:
            raise MissingError from error
        if not text.strip():
            raise NotHeardError
        return text.strip()

    async def close(self) -> None:
        """End the worker."""
        await self._worker.close()

    async def _ask(self, samples: bytes, language: str) -> str:
        from wyoming.asr import Transcribe, Transcript  # an extra: `make voice`
        from wyoming.audio import AudioChunk, AudioStart, AudioStop

        form = {"rate": RATE, "width": 2, "channels": 1}
        async with _connected(self._uri) as (read, write):
            await write(Transcribe(language=language).event())
            await write(AudioStart(**form).event())
            for part in _parts(samples):
                await write(AudioChunk(audio=part, **form).event())
            await write(AudioStop().event())
            while (event := await read()) is not None:
                if Transcript.is_type(event.type):
                    return Transcript.from_event(event).text
        raise ConnectionError("the server hung up")


class WyomingSpeaker:
    """Has texts spoken by a text-to-speech server, such as wyoming-piper."""

    def __init__(self, uri: str, worker: Worker) -> None:
        """``uri`` is like ``tcp://192.0.2.7:10200``; the worker encodes."""
        self._uri = uri
        self._worker = worker

    async def speak(self, text: str, language: str) -> bytes:
        """Return the spoken text as OGG/Opus, or raise ``VoiceError``."""
        try:
            async with asyncio.timeout(LIMIT_S):
                samples, rate = await self._ask(text, language)
        except TimeoutError:
            raise SlowError from None
        except (OSError, EOFError, ImportError, ValueError, KeyError) as error:
            raise MissingError from error
        return await self._worker.encode(samples, rate)

    async def close(self) -> None:
        """End the worker."""
        await self._worker.close()

    async def _ask(self, text: str, language: str) -> tuple[bytes, int]:
        from wyoming.audio import AudioChunk, AudioStop  # an extra: `make voice`
        from wyoming.tts import Synthesize, SynthesizeVoice

        said, rate = bytearray(), 0
        async with _connected(self._uri) as (read, write):
            voice = SynthesizeVoice(language=language)
            await write(Synthesize(text=text, voice=voice).event())
            while (event := await read()) is not None:
                if AudioStop.is_type(event.type):
                    break
                if AudioChunk.is_type(event.type):
                    chunk = AudioChunk.from_event(event)
                    if (chunk.width, chunk.channels) != (2, 1):
                        raise BrokenAudioError
                    rate = chunk.rate
                    said += chunk.audio
                    if len(said) > _LONGEST_SPEECH:
                        raise BrokenAudioError
        if not said:
            raise ConnectionError("the server said nothing")
        return bytes(said), rate


@asynccontextmanager
async def _connected(uri: str) -> AsyncIterator[tuple[Read, Write]]:
    """Give what reads and what writes events of a server at ``tcp://host:port``."""
    from wyoming.event import async_write_event

    from bot.wyoming import read_event

    address = urlsplit(uri)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    try:
        yield (
            lambda: read_event(reader, most_payload=_LONGEST_SPEECH),
            lambda event: async_write_event(event, writer),
        )
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


def _parts(samples: bytes) -> Iterator[bytes]:
    for at in range(0, len(samples), _CHUNK):
        yield samples[at : at + _CHUNK]
