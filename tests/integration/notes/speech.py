"""Speech for tests: made by espeak-ng, packed as a phone packs it."""

import io
import shutil
import subprocess
import wave

from bot.notes.audio import encode

VOICES = ("en-us", "en-us+f3", "en-gb", "en-gb-scotland", "en-us+m3")
RATE = 16_000

has_espeak = shutil.which("espeak-ng") is not None


def say(text: str, voice: str = "en-us", *, words_a_minute: int = 140) -> bytes:
    """Return a text as OGG/Opus in one of espeak-ng's voices."""
    command = ["espeak-ng", "-v", voice, "-s", str(words_a_minute), "--stdout", text]
    said = subprocess.run(command, capture_output=True, check=True).stdout
    with wave.open(io.BytesIO(said)) as sound:
        return encode(sound.readframes(sound.getnframes()), sound.getframerate())


def silence(seconds: float) -> bytes:
    """Return a note in which nobody speaks."""
    return encode(bytes(int(seconds * RATE) * 2), RATE)
