"""The child process in which sound is decoded, encoded and understood, one job at a time.

A message is a line of JSON, whose ``size`` tells how many bytes follow. Sound stays in memory;
nothing is written to disk, and what libraries print is thrown away.
"""

import json
import os
import sys
from collections.abc import Callable
from typing import Any, BinaryIO, Protocol

from bot.notes.models import MissingError, VoiceError

Job = dict[str, Any]


class Engine(Protocol):
    """What understands samples, slowly."""

    def transcribe(self, samples: bytes, language: str) -> str:
        """Return the words, or raise ``VoiceError``."""


class Child:
    """Does jobs; engines are loaded when first needed."""

    def __init__(self) -> None:
        self._engines: dict[tuple[str, str], Engine] = {}
        self._jobs: dict[str, Callable[[Job, bytes], tuple[str, bytes]]] = {
            "load": self._load,
            "hear": self._hear,
            "decode": self._decode,
            "encode": self._encode,
        }

    def answer(self, job: Job, payload: bytes) -> tuple[Job, bytes]:
        """Return what came of a job; an error is told by its name."""
        try:
            text, sound = self._jobs[job["do"]](job, payload)
        except VoiceError as error:
            return {"error": type(error).__name__}, b""
        except ImportError:
            return {"error": MissingError.__name__}, b""
        return {"text": text}, sound

    def _load(self, job: Job, _: bytes) -> tuple[str, bytes]:
        self._engine(job)
        return "", b""

    def _hear(self, job: Job, recording: bytes) -> tuple[str, bytes]:
        from bot.notes.audio import decode  # loads FFmpeg, which only this process needs

        return self._engine(job).transcribe(decode(recording), job["language"]), b""

    def _decode(self, _: Job, recording: bytes) -> tuple[str, bytes]:
        from bot.notes.audio import decode  # loads FFmpeg, which only this process needs

        return "", decode(recording)

    def _encode(self, job: Job, samples: bytes) -> tuple[str, bytes]:
        from bot.notes.audio import encode  # loads FFmpeg, which only this process needs

        return "", encode(samples, job["rate"])

    def _engine(self, job: Job) -> Engine:
        key = (job["kind"], job["place"])
        if key not in self._engines:
            self._engines[key] = _load_engine(*key)
        return self._engines[key]


def _load_engine(kind: str, place: str) -> Engine:
    if kind == "pocketsphinx":
        from bot.notes.sphinx import Sphinx  # an extra: `make voice`

        return Sphinx()
    from bot.notes.whisper import Whisper  # an extra: `make whisper`

    return Whisper(place)


def read(stream: BinaryIO) -> tuple[Job, bytes] | None:
    """Return the next message, or ``None`` at the end."""
    line = stream.readline()
    if not line:
        return None
    job: Job = json.loads(line)
    return job, stream.read(job["size"])


def write(stream: BinaryIO, job: Job, payload: bytes) -> None:
    """Write one message."""
    stream.write(json.dumps({**job, "size": len(payload)}).encode() + b"\n" + payload)
    stream.flush()


def main() -> None:
    """Do jobs until the parent hangs up."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever libraries print is no answer
    child = Child()
    while (message := read(sys.stdin.buffer)) is not None:
        write(out, *child.answer(*message))


if __name__ == "__main__":
    main()
