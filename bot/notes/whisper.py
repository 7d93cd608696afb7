"""faster-whisper with a model from a local folder; runs in the child. Never downloads anything."""

from pathlib import Path

import numpy
from faster_whisper import WhisperModel

from bot.notes.models import MissingError, NotHeardError
from bot.notes.whisper_files import lacking

_LOUDEST = 32768.0
_LEAST_SPEECH = 0.6  # probability that there is no speech, above which a segment is dropped


class Whisper:
    """One model; takes seconds to load."""

    def __init__(self, folder: str) -> None:
        """Load the model; raise ``MissingError`` if the folder does not hold all of it."""
        if lacking(Path(folder)):
            raise MissingError
        self._model = WhisperModel(folder, device="cpu", compute_type="int8", local_files_only=True)

    def transcribe(self, samples: bytes, language: str) -> str:
        """Return the words; raise ``NotHeardError`` if there are none."""
        wave = numpy.frombuffer(samples, dtype="<i2").astype(numpy.float32) / _LOUDEST
        segments, _ = self._model.transcribe(wave, language=language[:2], beam_size=1)
        heard = [part.text.strip() for part in segments if part.no_speech_prob < _LEAST_SPEECH]
        if not (text := " ".join(filter(None, heard))):
            raise NotHeardError
        return text
