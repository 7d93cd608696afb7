"""Which engines the settings name, and who may wait for them."""

from collections import Counter

from bot.notes.espeak import EspeakSpeaker
from bot.notes.models import (
    LARGEST_BYTES,
    BusyError,
    Choice,
    NotHeardError,
    Speaker,
    TooLongError,
    Transcriber,
)
from bot.notes.worker import Worker
from bot.notes.wyoming import WyomingSpeaker, WyomingTranscriber

MOST_WAITING = 3  # notes of one person


class ChildTranscriber:
    """Hears with an engine that lives in the child: PocketSphinx or Whisper."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def transcribe(self, recording: bytes, language: str) -> str:
        """Return the words of a recording, or raise ``VoiceError``."""
        return await self._worker.hear(recording, language)

    async def close(self) -> None:
        """End the child."""
        await self._worker.close()


class Ears:
    """Lets each person have a few notes heard, one after the other."""

    def __init__(self, transcriber: Transcriber) -> None:
        self._transcriber = transcriber
        self._waiting = Counter[int]()

    async def hear(self, recording: bytes, *, language: str, person_id: int) -> str:
        """Return the words of a recording, or raise ``VoiceError``."""
        if len(recording) > LARGEST_BYTES:
            raise TooLongError
        if self._waiting[person_id] >= MOST_WAITING:
            raise BusyError
        self._waiting[person_id] += 1
        try:
            text = await self._transcriber.transcribe(recording, language)
        finally:
            self._waiting[person_id] -= 1
            self._waiting += Counter()  # forget those who wait for nothing
        if not (heard := " ".join(text.split()).lstrip("/ ")):
            raise NotHeardError
        return heard

    async def close(self) -> None:
        """Give back what listening took."""
        await self._transcriber.close()


def open_ears(choice: Choice) -> Ears | None:
    """Return what hears, or ``None`` if nothing shall; nothing is loaded yet."""
    match choice.kind:
        case "none":
            return None
        case "wyoming":
            return Ears(WyomingTranscriber(choice.place, Worker()))
    return Ears(ChildTranscriber(Worker(choice)))


def open_speaker(choice: Choice) -> Speaker | None:
    """Return what speaks, or ``None`` if nothing shall; nothing is loaded yet."""
    match choice.kind:
        case "none":
            return None
        case "wyoming":
            return WyomingSpeaker(choice.place, Worker())
    return EspeakSpeaker(Worker())
