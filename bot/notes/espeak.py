"""Speaks with espeak-ng, a program of every Linux distribution."""

import asyncio
import io
import shutil
import wave
from asyncio.subprocess import DEVNULL, PIPE

from bot.notes.models import BrokenAudioError, MissingError, SlowError
from bot.notes.worker import LIMIT_S, Worker

PROGRAM = "espeak-ng"
_VOICES = {"en": "en-gb", "de": "de", "fr": "fr-fr", "es": "es", "it": "it"}
_WORDS_A_MINUTE = "150"


class EspeakSpeaker:
    """Runs the program once for each text."""

    def __init__(self, worker: Worker) -> None:
        """The worker encodes."""
        self._worker = worker

    async def speak(self, text: str, language: str) -> bytes:
        """Return the spoken text as OGG/Opus, or raise ``VoiceError``."""
        if (program := shutil.which(PROGRAM)) is None:
            raise MissingError
        voice = _VOICES.get(language, "en-gb")
        process = await asyncio.create_subprocess_exec(
            *(program, "-v", voice, "-s", _WORDS_A_MINUTE, "--stdin", "--stdout"),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
        )
        try:
            async with asyncio.timeout(LIMIT_S):
                said, _ = await process.communicate(text.encode())
        except TimeoutError:
            raise SlowError from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        return await self._worker.encode(*_samples(said))

    async def close(self) -> None:
        """End the worker."""
        await self._worker.close()


def _samples(said: bytes) -> tuple[bytes, int]:
    """Return samples and rate; the length in a streamed WAV header is not the real one."""
    try:
        with wave.open(io.BytesIO(said)) as sound:
            return sound.readframes(sound.getnframes()), sound.getframerate()
    except (wave.Error, EOFError) as error:
        raise BrokenAudioError from error
