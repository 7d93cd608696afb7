"""What hears and what speaks, for the rest of the bot; and why either may fail."""

from dataclasses import dataclass
from typing import Protocol

LONGEST_S = 60  # a longer note is no wish
LARGEST_BYTES = 1_000_000
RATE = 16_000  # Hz, of everything that is transcribed: one channel, 16 bit, little endian


class VoiceError(Exception):
    """A note could not be heard or a text not be spoken; ``key`` is the text for the person."""

    key = "voice-failed"


class NotHeardError(VoiceError):
    """There are no words in the note: silence, noise, or none that are known."""

    key = "voice-not-heard"


class BrokenAudioError(VoiceError):
    """The note cannot be decoded."""

    key = "voice-broken"


class TooLongError(VoiceError):
    """The note lasts longer than ``LONGEST_S``."""

    key = "voice-too-long"


class SlowError(VoiceError):
    """It took longer than anybody wants to wait."""

    key = "voice-slow"


class EndedError(VoiceError):
    """The process that listens ended in the middle; the next note gets a new one."""


class MissingError(VoiceError):
    """What the settings name is not installed or not reachable; ``smartbot doctor`` says more."""

    key = "voice-missing"


class BusyError(VoiceError):
    """The person has more notes waiting than is sensible."""

    key = "voice-busy"


class Transcriber(Protocol):
    """Turns a recording into words."""

    async def transcribe(self, recording: bytes, language: str) -> str:
        """Return the words of a recording as it came, or raise ``VoiceError``.

        ``language`` is the speaker's ("de"); a transcriber that knows only one language ignores it.
        """

    async def close(self) -> None:
        """Give back what it holds; it can still be used afterwards."""


class Speaker(Protocol):
    """Turns words into a recording."""

    async def speak(self, text: str, language: str) -> bytes:
        """Return OGG/Opus, one channel at 48 kHz, or raise ``VoiceError``."""

    async def close(self) -> None:
        """Give back what it holds; it can still be used afterwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which engine the settings name; ``place`` is its address or folder."""

    kind: str
    place: str = ""


NO_ENGINE = Choice(kind="none")
TRANSCRIBERS = ("none", "wyoming", "pocketsphinx", "whisper")
SPEAKERS = ("none", "espeak-ng", "wyoming")
_PLACED = {"wyoming": "tcp://", "whisper": "/"}  # engines that need a place, and how it begins


def read_choice(text: str, kinds: tuple[str, ...]) -> Choice:
    """Return what ``wyoming tcp://host:10300`` names; raise ``ValueError`` if nothing."""
    kind, _, place = text.strip().partition(" ")
    kind, place = kind.lower(), place.strip()
    if kind not in kinds or bool(place) != (kind in _PLACED):
        raise ValueError("not an engine")
    if place and not place.startswith(_PLACED[kind]):
        raise ValueError("not its place")
    if kind == "wyoming" and not place.rpartition(":")[2].isdecimal():
        raise ValueError("no port")
    return Choice(kind=kind, place=place)
