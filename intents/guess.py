"""Nearest known sentences for what the grammar does not know: never a reason to act."""

import math
import random
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from intents.nodes import Template
from intents.normalise import Normaliser

_SAMPLES_PER_TEMPLATE = 3
_COMMON_SHARE = 0.25  # a gram in more sentences than this says nothing
_MINIMUM_LIKENESS = 0.36  # cosine; plain unrelated talk stays below
_WORDS_ALIKE = 0.3  # cosine; a sentence near enough has words that are alike
_LEAST_OF_ALIKE = 0.5  # of the likeness of a sentence comes from such words
_SMALL_SHARE = 0.1  # squared cosines of the words that are not looked for in sentences
_WORDS_SHARING = 0.03  # cosine; less is not counted
_REMEMBERED = 1024  # words of people, with the known words that they are like


class _Said(NamedTuple):
    """A word that somebody said, and what it shares with known words."""

    weights: tuple[tuple[str, float], ...]  # of its grams
    alike: tuple[tuple[int, float], ...]  # known words and products, where much is shared
    others: "array[int]"  # known words that share something
    products: "array[float]"  # with each of these


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
        weights: dict[str, float] = {}
        for word in said:
            for gram, weight in word.weights:
                weights[gram] = weights.get(gram, 0.0) + weight
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        if not (likely := self._likely(said, length)):
            return []
        products = [0.0] * len(self._places)
        for word in said:
            for known, product in (*word.alike, *zip(word.others, word.products, strict=True)):
                products[known] += product
        best: dict[str, float] = {}
        for place in likely:
            product = sum(map(products.__getitem__, self._words[place]))
            likeness = product / (length * self._lengths[place])
            if likeness >= _MINIMUM_LIKENESS:
                intent = self._intents[place]
                best[intent] = max(likeness, best.get(intent, 0.0))
        return sorted(best.items(), key=lambda entry: (-entry[1], entry[0]))

    def _likely(self, said: Iterable[_Said], length: float) -> list[int]:
        """Return the sentences that words much alike make likely."""
        alike: dict[int, float] = {}
        for word in said:
            for known, product in word.alike:
                alike[known] = alike.get(known, 0.0) + product
        shares = sorted(
            (product / (length * self._word_lengths[known]), known, product)
            for known, product in alike.items()
        )
        products: dict[int, float] = {}
        below = 0.0
        for cosine, known, product in shares:
            below += cosine * cosine
            if below < _SMALL_SHARE:
                continue  # "the": in many sentences, and says little
            for place in self._places[known]:
                products[place] = products.get(place, 0.0) + product
        least, lengths = _LEAST_OF_ALIKE * _MINIMUM_LIKENESS * length, self._lengths
        return [place for place, product in products.items() if product >= least * lengths[place]]

    def said(self, word: str) -> _Said:
        """Return the known words that a word is like."""
        products: dict[int, float] = {}
        for gram in _grams(word):
            square = self._weights.get(gram, 0.0) ** 2
            for known in self._words_with.get(gram, ()):
                products[known] = products.get(known, 0.0) + square
        weights = [(gram, self._weights.get(gram, self._rarest)) for gram in _grams(word)]
        length, lengths = _length(weights), self._word_lengths
        alike, others = [], []
        for known, product in products.items():
            cosine = product / (length * lengths[known])
            if cosine >= _WORDS_ALIKE:
                alike.append((known, product))
            elif cosine >= _WORDS_SHARING:
                others.append((known, product))
        return _Said(
            tuple(weights),
            tuple(alike),
            array("H", (known for known, _ in others)),
            array("f", (product for _, product in others)),
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
