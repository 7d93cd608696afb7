"""How well and how fast PocketSphinx hears everyday English in several of espeak-ng's voices.

Prints JSON: the share of sentences whose intent was certain and right, what the traps did, seconds
to decode and to transcribe, and processor time by the length of the speech. A trap that is heard
as an action harms nobody as long as it asks first: ``acted`` counts those that would not.

    python benchmarks/bench_hearing.py [voice ...]
"""

import io
import json
import statistics
import subprocess
import sys
import time
import wave
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import yaml

from bot.confirmations import is_needed
from bot.notes.audio import decode, encode
from bot.notes.models import RATE, VoiceError
from bot.notes.sphinx import Sphinx
from intents.catalogue import load_catalogue
from intents.models import Context, Recognition, Risk
from intents.recogniser import Recogniser

VOICES = ("en-us", "en-us+f3", "en-us+m3", "en-gb", "en-gb-scotland")
SENTENCES = yaml.safe_load((Path(__file__).parent / "hearing_sentences.yaml").read_text())
CONTEXT = Context(now=datetime(2026, 11, 24, 12, tzinfo=UTC))
CATALOGUE = load_catalogue()
TRAP = "trap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What became of one sentence in one voice."""

    wanted: str
    voice: str
    read: Recognition | None
    speech_s: float
    decode_s: float
    transcribe_s: float
    cpu_s: float

    @property
    def certain(self) -> str | None:
        """Return the intent that the bot would follow."""
        is_certain = self.read is not None and self.read.is_certain and self.read.intent
        return self.read.intent.name if is_certain and self.read and self.read.intent else None


def note(text: str, voice: str) -> bytes:
    """Return a sentence as a phone sends it."""
    command = ["espeak-ng", "-v", voice, "-s", "140", "--stdout", text]
    said = subprocess.run(command, capture_output=True, check=True).stdout
    with wave.open(io.BytesIO(said)) as sound:
        return encode(sound.readframes(sound.getnframes()), sound.getframerate())


def hear(sphinx: Sphinx, recogniser: Recogniser, wanted: str, text: str, voice: str) -> Heard:
    """Have a sentence said and heard."""
    recording = note(text, voice)
    began = time.perf_counter()
    samples = decode(recording)
    decoded, cpu = time.perf_counter(), time.process_time()
    try:
        read = recogniser.recognise(sphinx.transcribe(samples, "en"), "en", CONTEXT)
    except VoiceError:
        read = None
    return Heard(
        wanted=wanted,
        voice=voice,
        read=read,
        speech_s=len(samples) / 2 / RATE,
        decode_s=decoded - began,
        transcribe_s=time.perf_counter() - decoded,
        cpu_s=time.process_time() - cpu,
    )


def percentiles(values: list[float]) -> dict[str, float]:
    """Return p50 and p95."""
    cuts = statistics.quantiles(values, n=20, method="inclusive")
    return {"p50": round(statistics.median(values), 3), "p95": round(cuts[18], 3)}


def summary(heard: list[Heard]) -> dict[str, object]:
    """Return the figures of a run."""
    wishes = [one for one in heard if one.wanted != TRAP]
    traps = [one for one in heard if one.wanted == TRAP]
    right = Counter(one.voice for one in wishes if one.certain == one.wanted)
    of = Counter(one.voice for one in wishes)
    changing = [
        one for one in heard if one.certain and CATALOGUE[one.certain].risk is not Risk.QUERY
    ]
    wrong = [one for one in changing if one.certain != one.wanted]
    acted = [
        one for one in changing if not is_needed(CATALOGUE[str(one.certain)].risk, is_heard=True)
    ]
    return {
        "wishes": len(wishes),
        "right": round(right.total() / len(wishes), 3),
        "right_by_voice": {voice: round(right[voice] / of[voice], 3) for voice in of},
        "traps": len(traps),
        "traps_heard_as_an_action": sum(one in wrong for one in traps),
        "wrong_actions_asked_about": len(wrong),
        "acted_without_a_tap": len(acted),
        "decode_s": percentiles([one.decode_s for one in heard]),
        "transcribe_s": percentiles([one.transcribe_s for one in heard]),
        "cpu_by_length_of_speech": round(
            sum(one.cpu_s for one in heard) / sum(one.speech_s for one in heard), 2
        ),
    }


def main() -> None:
    """Say and hear every sentence in every voice."""
    began = time.perf_counter()
    sphinx, recogniser = Sphinx(), Recogniser.load(("en",))
    loaded = time.perf_counter() - began
    said = [(wanted, text) for wanted, texts in SENTENCES["wishes"].items() for text in texts]
    said += [(TRAP, text) for text in SENTENCES["traps"]]
    voices = sys.argv[1:] or VOICES
    heard = [
        hear(sphinx, recogniser, wanted, text, voice) for voice in voices for wanted, text in said
    ]
    print(json.dumps({"load_s": round(loaded, 1), **summary(heard)}, indent=1))


if __name__ == "__main__":
    main()
