"""PocketSphinx with a closed English grammar; runs in the child.

Free of networks and large models, and deaf to everything that the grammar does not list: what it
hears is only ever a suggestion to be confirmed.
"""

import random
from array import array

from pocketsphinx import Config, Decoder, get_model_path

from bot.notes.models import RATE, NotHeardError
from bot.notes.spoken import build_grammar, load_templates

_GRAMMAR = "wishes"
_NOISE = 30  # of 32767: cleaner than any microphone, and without it digital silence misleads
_PAUSE = RATE // 2 * 2  # bytes of silence before and after: the model expects some
_QUIET = 250  # the loudest tenth of a second of a note without a voice, of 32767
_BEAMS = {"beam": 1e-57, "wbeam": 1e-40, "pbeam": 1e-57}


class Sphinx:
    """One decoder; made once, it takes a second."""

    def __init__(self) -> None:
        """Compile the grammar."""
        self._decoder = Decoder(
            Config(
                hmm=get_model_path("en-us/en-us"),
                dict=get_model_path("en-us/cmudict-en-us.dict"),
                lm=None,
                samprate=RATE,
                loglevel="FATAL",
                **_BEAMS,
            )
        )
        self._decoder.add_jsgf_string(_GRAMMAR, build_grammar(load_templates()))
        self._decoder.activate_search(_GRAMMAR)
        self._noise = _noise()

    def transcribe(self, samples: bytes, language: str) -> str:  # noqa: ARG002 -- English only
        """Return the sentence of the grammar that was heard; raise ``NotHeardError``."""
        if is_quiet(samples):
            raise NotHeardError
        self._decoder.start_utt()
        self._decoder.process_raw(self._with_noise(samples), full_utt=True)
        self._decoder.end_utt()
        heard = self._decoder.hyp()
        if heard is None or not heard.hypstr:
            raise NotHeardError
        return str(heard.hypstr)

    def _with_noise(self, samples: bytes) -> bytes:
        padded = array("h", bytes(_PAUSE) + samples + bytes(_PAUSE))
        period = len(self._noise)
        noisy = (
            max(-32768, min(32767, sample + self._noise[at % period]))
            for at, sample in enumerate(padded)
        )
        return array("h", noisy).tobytes()


def is_quiet(samples: bytes) -> bool:
    """Return whether nothing in a recording is as loud as a voice."""
    whole, step = array("h", samples), RATE // 10
    parts = (whole[at : at + step] for at in range(0, len(whole), step))
    return all(sum(map(abs, part)) < _QUIET * len(part) for part in parts)


def _noise() -> "array[int]":
    dice = random.Random(_NOISE)  # the same for every note, so that results can be repeated
    return array("h", (round(dice.gauss(0, _NOISE)) for _ in range(RATE)))
