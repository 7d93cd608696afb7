"""Sample utterances for Alexa, made of the sentence templates; pure.

Templates are walked as they are written, and every sample is read back by our own recogniser: what
it does not take for certain as the same intent is left out.
"""

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.alexa.slots import KINDS, WORDS
from intents.catalogue import Catalogue, IntentSpec
from intents.language import read_sentences
from intents.models import Context
from intents.nodes import Chain, Choice, Node, Phrases, Rule, Slot, Template, Values
from intents.recogniser import Recogniser
from intents.slots import SlotReader
from intents.templates import Compiler

TRIES, MOST = 120, 20  # draws and samples an intent
SHORT = 8  # of them the shortest; the others as they fall
_WRITABLE = re.compile(r"(?:[^\W\d_]|[ '.{}_-])+")
_SLOT = re.compile(r"\{(\w+)\}")
_READERS = [
    "number",
    "temperature",
    "percent",
    "radius",
    "place",
    "name",
    "car",
    "day",
    "day_of_month",
    "gone",
    "part",
    "clock",
    "oclock",
    "minutes",
]
_RENAMED: Mapping[str, tuple[str, ...]] = {
    "minutes": ("duration",),
    "clock": ("time",),
    "oclock": ("time",),
    "clock_from": ("time_start", "from"),
    "clock_to": ("time_end", "to"),
}
"""What templates call a slot, and what the catalogue calls it."""

EXAMPLES: Mapping[str, str] = {
    "temperature": "22",
    "percent": "80",
    "duration": "30 min",
    "time": "7:30",
    "time_start": "22:00",
    "time_end": "6:00",
    "from": "22:00",
    "to": "7:00",
    "name": "Kim",
    "place": "Musterstadt",
    "car": "#1",
}
"""Words for slots that a sample is tried with; a list's own first word stands for the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One language as its templates write it."""

    language: str
    templates: Mapping[str, Sequence[Template]]
    lists: Mapping[str, Mapping[str, tuple[str, ...]]]  # slot -> value -> ways to say it


class _AsWritten:
    """Takes words as they stand, where the recogniser would fold and drop some."""

    def meaningful_words(self, text: str) -> tuple[str, ...]:
        return tuple(text.split())

    plain_words = meaningful_words


def load_speech(language: str) -> Speech:
    """Compile a language's templates for speaking."""
    data = read_sentences(language)
    compiler = Compiler(
        language,
        _AsWritten(),  # type: ignore[arg-type] # has what the compiler asks for
        {name: SlotReader(read=lambda *_: (), examples=("",)) for name in _READERS},
        data["rules"],
        data["lists"],
    )
    by_intent: dict[str, list[Template]] = {}
    for template in compiler.templates(data["intents"]):
        if not template.fixed:  # what only the wording implies, Alexa would lose
            by_intent.setdefault(template.intent, []).append(template)
    lists = {
        slot: {str(value): tuple(_ways(compiler.compile(text))) for value, text in values.items()}
        for slot, values in data["lists"].items()
    }
    return Speech(language=language, templates=by_intent, lists=lists)


def samples_of(
    spec: IntentSpec, speech: Speech, recogniser: Recogniser, now: datetime
) -> tuple[str, ...]:
    """Return samples of an intent with ``{slot}`` where Alexa fills in what was said."""
    dice = random.Random(spec.name)
    drawn = dict.fromkeys(
        sample
        for sample in (_example(spec, speech.language), *_draw(spec, speech, dice))
        if _is_allowed(sample)
    )
    understood = partial(is_understood, spec, speech=speech, recogniser=recogniser, now=now)
    known = [sample for sample in drawn if understood(sample)]
    short = sorted(known, key=len)[:SHORT]
    return tuple(dict.fromkeys((*short, *known)))[:MOST]


def is_understood(
    spec: IntentSpec, sample: str, *, speech: Speech, recogniser: Recogniser, now: datetime
) -> bool:
    """Return whether our own recogniser is certain of the same intent and the same slots."""
    text = _SLOT.sub(lambda found: _word_for(found[1], speech), sample)
    wanted = set(_SLOT.findall(sample))
    for said in (text, f"{text}?"):
        read = recogniser.recognise(said, speech.language, Context(now=now))
        if read.is_certain and read.intent is not None and read.intent.name == spec.name:
            return wanted == set(read.intent.slots)
    return False


def sayable(catalogue: Catalogue) -> Iterable[IntentSpec]:
    """Return the intents all of whose slots Alexa can hear."""
    return (spec for spec in catalogue if set(spec.slots) <= set(KINDS))


def _word_for(slot: str, speech: Speech) -> str:
    if slot in EXAMPLES:
        return EXAMPLES[slot]
    ways = next(iter(speech.lists[slot].values()))
    return ways[0]


def _example(spec: IntentSpec, language: str) -> str:
    words = re.sub(r"[?!¿¡,]", " ", spec.example[language]).lower().strip(" .")
    return " ".join(words.split())


def _draw(spec: IntentSpec, speech: Speech, dice: random.Random) -> Iterator[str]:
    templates = speech.templates.get(spec.name, ())
    for number in range(TRIES if templates else 0):
        template = templates[number % len(templates)]
        words = [_named(word, spec) for word in _walk(template.node, dice)]
        if all(words):
            yield " ".join(map(str, words))


def _named(word: str, spec: IntentSpec) -> str | None:
    """Return a slot by the catalogue's name, ``None`` if Alexa cannot hear it."""
    found = _SLOT.fullmatch(word)
    if found is None:
        return word
    names = (*_RENAMED.get(found[1], ()), found[1])
    fitting = [name for name in names if name in KINDS and name in {*spec.slots, "car"}]
    return f"{{{fitting[0]}}}" if fitting else None


def _is_allowed(sample: str) -> bool:
    """Return whether Amazon takes a sample: its letters, and its rules for slots."""
    slots = _SLOT.findall(sample)
    words = [word for word in sample.split() if not _SLOT.fullmatch(word)]
    searches = [slot for slot in slots if KINDS[slot].type == WORDS]
    return (
        _WRITABLE.fullmatch(sample) is not None
        and bool(words)
        and len(set(slots)) == len(slots)
        and not (searches and len(slots) > 1)
    )


def _walk(node: Node, dice: random.Random) -> list[str]:
    """Return one way to say a part, with ``{slot}`` in place of values."""
    match node:
        case Phrases():
            return list(dice.choice(node.phrases)) if node.phrases else []
        case Chain():
            return [word for part in node.parts for word in _walk(part, dice)]
        case Choice():
            return _walk(dice.choice(node.parts), dice)
        case Rule():
            return _walk(node.body, dice)
        case Values() | Slot():
            return [f"{{{node.slot}}}"]
    return []


def _ways(node: Node, most: int = 8) -> Iterable[str]:
    """Return some ways to say a value of a list, as far as Alexa can spell them."""
    dice = random.Random(0)
    said = dict.fromkeys(" ".join(_walk(node, dice)) for _ in range(60))
    return [words for words in sorted(said, key=len) if words and _WRITABLE.fullmatch(words)][:most]


def any_list(speech: Speech, slot: str) -> Mapping[str, tuple[str, ...]]:
    """Return the values of a list that can be said."""
    return {value: ways for value, ways in speech.lists[slot].items() if ways}
