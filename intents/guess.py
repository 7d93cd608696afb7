"""Nearest known sentences for what the grammar does not know: never a reason to act."""

import math
import random
from array import array
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from intents.grammar import Grammar
from intents.normalise import Normaliser

_SAMPLES_PER_TEMPLATE = 3
_COMMON_SHARE = 0.25  # a gram in more sentences than this says nothing
_MINIMUM_LIKENESS = 0.36  # cosine; plain unrelated talk stays below
_SEED = 20


class Guesser:
    """Likeness to sentences sampled from a grammar."""

    def __init__(self, grammar: Grammar, normaliser: Normaliser) -> None:
        """Nothing is sampled yet: many languages are never guessed in."""
        self._grammar = grammar
        self._normaliser = normaliser

    def nearest(self, words: tuple[str, ...]) -> list[tuple[str, float]]:
        """Return intents with their likeness (0 to 1), best first; none if nothing is near."""
        return self._sentences.nearest(words)

    @cached_property
    def _sentences(self) -> "_Sentences":
        dice = random.Random(_SEED)
        sentences: dict[tuple[str, ...], str] = {}
        for template in self._grammar.templates:
            for _ in range(_SAMPLES_PER_TEMPLATE):
                words = self._normaliser.plain_words(template.node.sample(dice))
                sentences.setdefault(words, template.intent)
        return _Sentences(sentences)


class _Sentences:
    """Sentences by their character n-grams, in a few bytes per gram."""

    def __init__(self, sentences: dict[tuple[str, ...], str]) -> None:
        """Take the intent of each sentence."""
        self._intents = tuple(sentences.values())
        places: dict[str, array[int]] = {}
        for place, words in enumerate(sentences):
            for gram in _grams(words):
                places.setdefault(gram, array("H")).append(place)
        most = _COMMON_SHARE * len(sentences) + 2
        self._rarest = math.log(len(sentences) or 1)  # weight of a gram that nobody says
        self._weights: dict[str, float] = {}
        self._places: dict[str, array[int]] = {}
        for gram, found in places.items():
            if (spread := len(set(found))) <= most:
                self._places[gram] = found
                self._weights[gram] = math.log(len(sentences) / spread)
        self._lengths = self._lengths_of_sentences()

    def nearest(self, words: tuple[str, ...]) -> list[tuple[str, float]]:
        """Return intents with their likeness, best first."""
        bag = Counter(_grams(words))
        weights = {gram: self._weights.get(gram, self._rarest) for gram in bag}
        length = math.sqrt(sum((number * weights[gram]) ** 2 for gram, number in bag.items()))
        products: dict[int, float] = {}
        for gram, number in bag.items():
            product = number * weights[gram] ** 2
            for place in self._places.get(gram, ()):
                products[place] = products.get(place, 0.0) + product
        best: dict[str, float] = {}
        least = _MINIMUM_LIKENESS * length
        for place, product in products.items():
            if product >= least * self._lengths[place]:
                likeness = product / (length * self._lengths[place])
                intent = self._intents[place]
                best[intent] = max(likeness, best.get(intent, 0.0))
        return sorted(best.items(), key=lambda entry: (-entry[1], entry[0]))

    def _lengths_of_sentences(self) -> "array[float]":
        squares = array("f", bytes(4 * len(self._intents)))
        for gram, found in self._places.items():
            weight = self._weights[gram]
            for place, number in Counter(found).items():
                squares[place] += (number * weight) ** 2
        return array("f", map(math.sqrt, squares))


def _grams(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        if word[:1].isdecimal():
            continue
        padded = f" {word} "
        yield padded
        for size in (3, 4):
            for start in range(len(padded) - size + 1):
                yield padded[start : start + size]
