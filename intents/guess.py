"""Nearest known sentences for what the grammar does not know: never a reason to act."""

import math
import random
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from intents.nodes import Template
from intents.normalise import Normaliser

_SAMPLES_PER_TEMPLATE = 3
_COMMON_SHARE = 0.25  # a gram in more sentences than this says nothing
_MINIMUM_LIKENESS = 0.36  # cosine; plain unrelated talk stays below
_WORDS_ALIKE = 0.3  # cosine; a sentence near enough has a word that is alike
_REMEMBERED = 1024  # words of people, with the known words that they are like
_SEED = 20


class _Said(NamedTuple):
    """A word that somebody said."""

    weights: tuple[tuple[str, float], ...]  # of its grams
    products: tuple[tuple[int, float], ...]  # with the known words that share a gram
    alike: tuple[int, ...]  # known words that have much in common with it


def sampled(templates: Iterable[Template], normaliser: Normaliser) -> Mapping[tuple[str, ...], str]:
    """Return some sentences for each template, with its intent."""
    dice = random.Random(_SEED)
    sentences: dict[tuple[str, ...], str] = {}
    for template in templates:
        for _ in range(_SAMPLES_PER_TEMPLATE):
            words = normaliser.plain_words(template.node.sample(dice))
            sentences.setdefault(words, template.intent)
    return sentences


class Guesser:
    """Likeness to sentences: the cosine between their character n-grams, weighted by rarity.

    The grams of a sentence are those of its words. So words are compared with words first, and
    what that gave is added up for the sentences that have these words.
    """

    def __init__(self, sentences: Mapping[tuple[str, ...], str]) -> None:
        """Take the intent of each sentence."""
        self._weights = _weights([_grams_of(words) for words in sentences])
        self._rarest = math.log(len(sentences) or 1)  # weight of a gram that nobody says
        numbers: dict[str, int] = {}
        self._intents = tuple(sentences.values())
        self._words = tuple(  # of each sentence
            array("H", (numbers.setdefault(word, len(numbers)) for word in words if _is_word(word)))
            for words in sentences
        )
        self._places = tuple(array("H") for _ in numbers)  # of each word
        for place, words in enumerate(self._words):
            for word in set(words):
                self._places[word].append(place)
        self._lengths = array("f", map(self._known_length, sentences))
        self._word_lengths = array("f", (self._known_length((word,)) for word in numbers))
        self._words_with: dict[str, array[int]] = {}  # each gram, once for each time it is there
        for known, number in numbers.items():
            for gram in _grams(known):
                if gram in self._weights:
                    self._words_with.setdefault(gram, array("H")).append(number)

    def nearest(self, words: Sequence[str]) -> list[tuple[str, float]]:
        """Return intents with their likeness (0 to 1), best first; none if nothing is near."""
        said = [_said(self, word) for word in words if _is_word(word)]
        products = [0.0] * len(self._places)
        weights: dict[str, float] = {}
        for word in said:
            for gram, weight in word.weights:
                weights[gram] = weights.get(gram, 0.0) + weight
            for known, product in word.products:
                products[known] += product
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        likely = self._likely({known for word in said for known in word.alike}, products, length)
        best: dict[str, float] = {}
        for place in likely:
            product = sum(map(products.__getitem__, self._words[place]))
            likeness = product / (length * self._lengths[place])
            if likeness >= _MINIMUM_LIKENESS:
                intent = self._intents[place]
                best[intent] = max(likeness, best.get(intent, 0.0))
        return sorted(best.items(), key=lambda entry: (-entry[1], entry[0]))

    def _likely(self, alike: Set[int], products: Sequence[float], length: float) -> set[int]:
        """Return the sentences that may be near enough.

        The cosine of a sentence is at most the root of the sum of the squared cosines of its
        words, so that the words that are least alike need no sentences of their own.
        """
        likely: set[int] = set()
        below = 0.0
        for likeness, word in sorted(
            (products[word] / (length * self._word_lengths[word]), word) for word in alike
        ):
            below += likeness * likeness
            if below >= _MINIMUM_LIKENESS * _MINIMUM_LIKENESS:
                likely.update(self._places[word])
        return likely

    def said(self, word: str) -> _Said:
        """Return the known words that a word is like."""
        products: dict[int, float] = {}
        for gram in _grams(word):
            square = self._weights.get(gram, 0.0) ** 2
            for known in self._words_with.get(gram, ()):
                products[known] = products.get(known, 0.0) + square
        weights = [(gram, self._weights.get(gram, self._rarest)) for gram in _grams(word)]
        least = _WORDS_ALIKE * _length(weights)
        return _Said(
            tuple(weights),
            tuple(products.items()),
            tuple(
                known
                for known, product in products.items()
                if product >= least * self._word_lengths[known]
            ),
        )

    def _known_length(self, words: Iterable[str]) -> float:
        """Return the length of what is known; what all sentences have does not count."""
        grams = _grams_of(words)
        return _length((gram, self._weights[gram]) for gram in grams if gram in self._weights)


@lru_cache(maxsize=_REMEMBERED)
def _said(guesser: Guesser, word: str) -> _Said:
    return guesser.said(word)


def _length(weights: Iterable[tuple[str, float]]) -> float:
    joint: dict[str, float] = {}
    for gram, weight in weights:
        joint[gram] = joint.get(gram, 0.0) + weight
    return math.sqrt(sum(weight * weight for weight in joint.values()))


def _weights(sentences: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return the weights of grams that are rare enough to say something."""
    spreads = Counter(gram for grams in sentences for gram in set(grams))
    most = _COMMON_SHARE * len(sentences) + 2
    return {
        gram: math.log(len(sentences) / spread)
        for gram, spread in spreads.items()
        if spread <= most
    }


def _is_word(word: str) -> bool:
    return not word[:1].isdecimal()


def _grams_of(words: Iterable[str]) -> list[str]:
    return [gram for word in words if _is_word(word) for gram in _grams(word)]


def _grams(word: str) -> list[str]:
    padded = f" {word} "
    return [
        padded,
        *(padded[at : at + 3] for at in range(len(padded) - 2)),
        *(padded[at : at + 4] for at in range(len(padded) - 3)),
    ]
