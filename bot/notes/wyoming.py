"""Hears and speaks through servers in the house that know the wyoming protocol.

Protocol: https://github.com/OHF-Voice/wyoming (JSON header lines and raw samples over TCP).
"""

import asyncio
from collections.abc import Iterator

from bot.notes.models import RATE, BrokenAudioError, MissingError, NotHeardError, SlowError
from bot.notes.worker import LIMIT_S, Worker

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
        except (OSError, ImportError, ValueError, KeyError) as error:
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
        from wyoming.client import AsyncClient

        form = {"rate": RATE, "width": 2, "channels": 1}
        async with AsyncClient.from_uri(self._uri) as client:
            await client.write_event(Transcribe(language=language).event())
            await client.write_event(AudioStart(**form).event())
            for part in _parts(samples):
                await client.write_event(AudioChunk(audio=part, **form).event())
            await client.write_event(AudioStop().event())
            while (event := await client.read_event()) is not None:
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
        except (OSError, ImportError, ValueError, KeyError) as error:
            raise MissingError from error
        return await self._worker.encode(samples, rate)

    async def close(self) -> None:
        """End the worker."""
        await self._worker.close()

    async def _ask(self, text: str, language: str) -> tuple[bytes, int]:
        from wyoming.audio import AudioChunk, AudioStop  # an extra: `make voice`
        from wyoming.client import AsyncClient
        from wyoming.tts import Synthesize, SynthesizeVoice

        said, rate = bytearray(), 0
        async with AsyncClient.from_uri(self._uri) as client:
            voice = SynthesizeVoice(language=language)
            await client.write_event(Synthesize(text=text, voice=voice).event())
            while (event := await client.read_event()) is not None:
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


def _parts(samples: bytes) -> Iterator[bytes]:
    for at in range(0, len(samples), _CHUNK):
        yield samples[at : at + _CHUNK]
