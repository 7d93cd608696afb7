"""Nearest known sentences for what the grammar does not know: material for buttons, never more."""

import math
import random
from collections import Counter
from collections.abc import Iterable

from intents.grammar import Grammar
from intents.normalise import Normaliser

_SAMPLES_PER_TEMPLATE = 3
_COMMON_SHARE = 0.25  # a gram in more sentences than this says nothing
_MINIMUM_LIKENESS = 0.36  # cosine; plain unrelated talk stays below
_SEED = 20


class Guesser:
    """Character n-grams of sentences sampled from a grammar, inverted."""

    def __init__(self, grammar: Grammar, normaliser: Normaliser) -> None:
        """Sample the grammar with a fixed seed and weigh the grams."""
        dice = random.Random(_SEED)
        sentences: dict[tuple[str, ...], str] = {}
        for template in grammar.templates:
            for _ in range(_SAMPLES_PER_TEMPLATE):
                words = normaliser.plain_words(template.node.sample(dice))
                sentences.setdefault(words, template.intent)
        self._intents = tuple(sentences.values())
        grams = [Counter(_grams(words)) for words in sentences]
        count = Counter(gram for bag in grams for gram in bag)
        self._weights = {
            gram: math.log(len(grams) / number)
            for gram, number in count.items()
            if number <= _COMMON_SHARE * len(grams) + 2
        }
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for index, bag in enumerate(grams):
            weighted = {g: n * self._weights[g] for g, n in bag.items() if g in self._weights}
            norm = math.sqrt(sum(value * value for value in weighted.values())) or 1.0
            for gram, value in weighted.items():
                self._postings.setdefault(gram, []).append((index, value / norm))

    def nearest(self, words: tuple[str, ...]) -> list[tuple[str, float]]:
        """Return intents with their likeness (0 to 1), best first; none if nothing is near."""
        bag = Counter(_grams(words))
        rare = max(self._weights.values(), default=1.0)
        norm = math.sqrt(sum((n * self._weights.get(g, rare)) ** 2 for g, n in bag.items()))
        scores: dict[int, float] = {}
        for gram, number in bag.items():
            if weight := self._weights.get(gram):
                for index, value in self._postings[gram]:
                    scores[index] = scores.get(index, 0.0) + number * weight * value
        best: dict[str, float] = {}
        for index, score in scores.items():
            intent = self._intents[index]
            if score > best.get(intent, 0.0):
                best[intent] = score
        ranked = sorted(best.items(), key=lambda entry: (-entry[1], entry[0]))
        return [
            (intent, score / norm)
            for intent, score in ranked
            if norm and score / norm >= _MINIMUM_LIKENESS
        ]


def _grams(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        if word[:1].isdecimal():
            continue
        padded = f" {word} "
        yield padded
        for size in (3, 4):
            for start in range(len(padded) - size + 1):
                yield padded[start : start + size]
