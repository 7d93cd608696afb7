"""What a text is most like of all that people were heard to say: never a reason to act.

A naive Bayes classifier: what is said of each intent is counted once, in words, in pairs of words
and in parts of words (so that a slip of the finger costs little). The intent that makes all of a
text likeliest is the best guess. Talk that is no wish at all counts as one more "intent".
"""

import math
import random
import struct
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from typing import NamedTuple
from zlib import crc32

from intents.nodes import Template
from intents.normalise import Normaliser

NO_WISH = "no_wish"
"""What is said and is no wish: negated, told, asked about, or about something else."""

_SAMPLES_PER_TEMPLATE = 3
_PLACES = 1 << 16  # of features; two that fall together are counted together
_SMOOTHING = 0.1  # of a count, so that nothing is impossible
_LETTERS = 4  # of a part of a word
_LEAST_KNOWN = 0.34  # of the words of a text, so that there is something to guess from
_REMEMBERED = 2048  # words of people, with what they speak for
_FIELD = 32  # bits: what all features of a text add for one intent
_ONE = 1 << 16  # a natural logarithm of 1; 700 features of 9 each fill a field
_FEW = 12  # intents; what is heard of more is kept as one number, which is added at once


class Guess(NamedTuple):
    """An intent, and how far it is from the likeliest (0 for that itself).

    In natural logarithms, by the square root of the number of features: long texts say much twice.
    """

    intent: str
    distance: float


def sampled(templates: Iterable[Template], normaliser: Normaliser) -> Mapping[tuple[str, ...], str]:
    """Return some sentences for each template, with its intent.

    Each has dice of its own: a template that comes or goes changes no other's sentences.
    """
    sentences: dict[tuple[str, ...], str] = {}
    for template in templates:
        dice = random.Random(f"{template.intent} {template.source}")
        for _ in range(_SAMPLES_PER_TEMPLATE):
            words = normaliser.plain_words(template.node.sample(dice))
            sentences.setdefault(words, template.intent)
    return sentences


class Guesser:
    """Ranks the intents for a text."""

    def __init__(self, sentences: Iterable[tuple[Sequence[str], str]]) -> None:
        """Count what is said of each intent."""
        said: Counter[str] = Counter()
        heard: set[str] = set()
        counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
        features: Counter[str] = Counter()
        for words, intent in sentences:
            said[intent] += 1
            heard.update(words)
            places = set(_features(words))
            features[intent] += len(places)
            for place in places:
                counts[place][intent] += 1
        self.intents = tuple(sorted(said))
        self._heard = frozenset(heard)
        total = said.total() or 1
        self._prior = [math.log(said[one] / total) for one in self.intents]
        self._unheard = [  # of one feature that was never heard of an intent
            math.log(_SMOOTHING / (features[one] + _SMOOTHING * _PLACES)) for one in self.intents
        ]
        self._fields = f"<{len(self.intents)}I"
        number = {intent: at for at, intent in enumerate(self.intents)}
        self._packed: dict[int, int] = {}  # what features add that were heard of many intents
        self._from = array("I", [0])  # where the intents of any other feature begin
        self._shifts, self._weights = array("H"), array("I")
        for place in range(_PLACES):
            weights = [
                (number[intent] * _FIELD, round(math.log(count / _SMOOTHING + 1) * _ONE))
                for intent, count in sorted(counts.get(place, {}).items())
            ]
            if len(weights) > _FEW:
                self._packed[place] = sum(weight << shift for shift, weight in weights)
            else:
                self._shifts.extend(shift for shift, _ in weights)
                self._weights.extend(weight for _, weight in weights)
            self._from.append(len(self._shifts))

    def ranked(self, words: Sequence[str], most: int = 5) -> list[Guess]:
        """Return the ``most`` likely intents, best first; none if hardly a word was ever heard."""
        spoken = [_spoken_for(self, word) for word in dict.fromkeys(words) if _is_word(word)]
        if not spoken or sum(one.is_known for one in spoken) < _LEAST_KNOWN * len(spoken):
            return []
        pairs = {_place(f"{first} {second}") for first, second in _pairs(words)}
        features = sum(one.features for one in spoken) + len(pairs)
        joint = sum((one.weights for one in spoken), self._of(pairs))
        weights = struct.unpack(
            self._fields, joint.to_bytes(len(self.intents) * _FIELD // 8, "little")
        )
        scores = [
            prior + features * unheard + weight / _ONE
            for prior, unheard, weight in zip(self._prior, self._unheard, weights, strict=True)
        ]
        best, scale = max(scores), math.sqrt(features)
        ranked = nlargest(most, zip(scores, self.intents, strict=True))
        return [Guess(intent, (best - score) / scale) for score, intent in ranked]

    def spoken_for(self, word: str) -> "_SpokenFor":
        """Return what the letters of a word speak for."""
        places = {_place(feature) for feature in _features_of(word)}
        return _SpokenFor(self._of(places), len(places), word in self._heard)

    def _of(self, places: Iterable[int]) -> int:
        """Return what some features together add: a number with a field for each intent."""
        joint = 0
        for place in places:
            start, end = self._from[place], self._from[place + 1]
            if start == end:
                joint += self._packed.get(place, 0)
            else:
                for at in range(start, end):
                    joint += self._weights[at] << self._shifts[at]
        return joint


class _SpokenFor(NamedTuple):
    """What a word adds for each intent, by how many features, and whether it was ever heard."""

    weights: int
    features: int
    is_known: bool


@lru_cache(maxsize=_REMEMBERED)
def _spoken_for(guesser: Guesser, word: str) -> _SpokenFor:
    return guesser.spoken_for(word)


def _features(words: Sequence[str]) -> Iterable[int]:
    for word in words:
        if _is_word(word):
            yield from map(_place, _features_of(word))
    for first, second in _pairs(words):
        yield _place(f"{first} {second}")


def _features_of(word: str) -> list[str]:
    padded = f"<{word}>"
    return [word, *(padded[at : at + _LETTERS] for at in range(len(padded) - _LETTERS + 1))]


def _pairs(words: Sequence[str]) -> Iterable[tuple[str, str]]:
    return zip(("<", *words), (*words, ">"), strict=True)


def _place(feature: str) -> int:
    return crc32(feature.encode()) % _PLACES


def _is_word(word: str) -> bool:
    return not word[:1].isdecimal()
