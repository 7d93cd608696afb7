"""Texts in which a word is misspelled, split in two or joined with the next."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice, product

from intents.text import Text, Token

_SHORTEST = 4  # letters; shorter words have too many neighbours
_SHORTEST_SAFE = 5  # letters of a word that may be put right in an order
_LONGEST = 30  # letters; no word of a grammar is longer
_SHORTEST_HALF = 3  # letters of a part of a joined word
_MOST_UNKNOWN = 2
_MOST_WORDS_READ = 30  # in all the texts that may have been meant


@dataclass(frozen=True, slots=True)
class Repair:
    """A text that may have been meant; safe if its words are no others that people know."""

    text: Text
    is_safe: bool


@dataclass(frozen=True, slots=True)
class _Choice:
    """Words that may stand for a piece of the text."""

    tokens: tuple[Token, ...]
    is_safe: bool


class Spelling:
    """The words of one language, and those that are near to what somebody wrote."""

    def __init__(self, known: Set[str], others: Set[str], unsafe: Set[str]) -> None:
        """Take the words that may have been meant.

        ``others`` are never replaced. It is not safe to replace a word of ``unsafe``, or by one.
        """
        self._known, self._others, self._unsafe = known, others, unsafe
        letters = sorted(word for word in known if word.isascii() and word.isalpha())
        self._forwards = tuple(letters)
        self._backwards = tuple(sorted(word[::-1] for word in letters))

    def repairs(self, said: Text) -> list[Repair]:
        """Return the text with its unknown words replaced by known ones, in every plausible way.

        Empty if nothing is unknown, if a word stays unknown, or if more than two are: then it is
        not a matter of spelling.
        """
        words = said.words
        is_strange = [not self._is_known(word) for word in words]
        if not any(is_strange):
            return []
        pieces: list[_Choice | Token] = []  # tokens are not known
        unknown = at = 0
        while at < len(words):
            token, is_pair = said.tokens[at], any(is_strange[at : at + 2])
            if is_pair and at + 1 < len(words) and words[at] + words[at + 1] in self._known:
                pieces.append(_joined(token, said.tokens[at + 1]))
                unknown, at = unknown + 1, at + 2
            else:
                pieces.append(token if is_strange[at] else _Choice((token,), True))
                unknown, at = unknown + is_strange[at], at + 1
            if unknown > _MOST_UNKNOWN:
                return []
        ways = []
        for piece in pieces:
            ways.append(self._choices(piece) if isinstance(piece, Token) else [piece])
            if not ways[-1]:
                return []
        most = max(1, _MOST_WORDS_READ // len(words))
        is_whole = math.prod(map(len, ways)) <= most  # else there may be another meaning
        return [
            Repair(
                replace(said, tokens=tuple(token for choice in way for token in choice.tokens)),
                is_whole and all(choice.is_safe for choice in way),
            )
            for way in islice(product(*ways), most)
        ]

    def near(self, word: str) -> list[str]:
        """Return the known words that are one letter away: lost, doubled, wrong, or swapped.

        One half of the word is right then, unless the letters in its middle are swapped.
        """
        half = len(word) // 2
        back = word[::-1]
        found = {one for one in _beginning(self._forwards, word[:half]) if _is_slip(word, one)}
        found.update(
            one[::-1]
            for one in _beginning(self._backwards, back[: len(word) - half])
            if _is_slip(back, one)
        )
        swapped = f"{word[: half - 1]}{word[half]}{word[half - 1]}{word[half + 1 :]}"
        return sorted({*found, swapped} if swapped in self._known else found)

    def _is_known(self, word: str) -> bool:
        return word in self._known or word in self._others or not word.isalpha()

    def _choices(self, token: Token) -> list[_Choice]:
        """Return known words that an unknown one may be; only one of its kind is safe."""
        word = token.word
        if halves := self._halves(token):
            return [halves]
        if len(word) < _SHORTEST:
            return []
        if plain := [one for one in _with_umlauts(word) if one in self._known]:
            return [_Choice((token._replace(word=one),), len(plain) == 1) for one in plain]
        near = self.near(word) if len(word) <= _LONGEST else []
        if swapped := [one for one in near if _is_swapped(word, one)]:
            is_safe = word not in self._unsafe
            return [_Choice((token._replace(word=one),), is_safe) for one in swapped]
        return [_Choice((token._replace(word=one),), self._is_safe(word, one)) for one in near]

    def _is_safe(self, word: str, other: str) -> bool:
        """Return True if a word is most likely another one, of which a letter is wrong."""
        if len(word) < _SHORTEST_SAFE or word in self._unsafe or not _is_framed_alike(word, other):
            return False
        # "unlok": a letter is lost, none changed
        return other not in self._unsafe or len(other) > len(word)

    def _halves(self, token: Token) -> _Choice | None:
        word, known = token.word, self._known
        for at in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1):
            if word[:at] in known and word[at:] in known:
                middle = min(token.start + at, token.end)
                first = Token(word[:at], token.start, middle)
                second = Token(word[at:], middle, token.end)
                return _Choice((first, second), False)  # a flashlight is no flash and no light
        return None


def _joined(first: Token, second: Token) -> _Choice:
    return _Choice((Token(first.word + second.word, first.start, second.end),), True)


def _is_swapped(word: str, other: str) -> bool:
    """Return True if only two letters are the other way round: hardly ever another word."""
    return len(word) == len(other) and sorted(word) == sorted(other)


def _is_framed_alike(word: str, other: str) -> bool:
    """Return True if both begin and end alike: other endings are other forms of a verb."""
    begins_alike = word[0] == other[0] or word[:2] == other[1::-1]
    return begins_alike and (word[-1] == other[-1] or word[-2:] == other[:-3:-1])


def _with_umlauts(word: str) -> Iterator[str]:
    """Yield the word with one or all vowels as umlauts: "offnen" is "oeffnen"."""
    places = [at for at, letter in enumerate(word) if letter in "aou"]
    for at in places:
        yield f"{word[: at + 1]}e{word[at + 1 :]}"


def _beginning(words: Sequence[str], start: str) -> Iterator[str]:
    """Yield the sorted words that begin with some letters."""
    for at in range(bisect_left(words, start), len(words)):
        if not words[at].startswith(start):
            return
        yield words[at]


def _is_slip(word: str, other: str) -> bool:
    """Return True if one letter is lost, doubled or wrong, or two are the other way round."""
    longer = len(other) - len(word)
    if not -1 <= longer <= 1:
        return False
    at = 0
    while at < len(word) and at < len(other) and word[at] == other[at]:
        at += 1
    if longer:
        return word[at:] == other[at + 1 :] if longer > 0 else word[at + 1 :] == other[at:]
    if word[at + 1 :] == other[at + 1 :]:
        return True
    return word[at : at + 2] == other[at : at + 2][::-1] and word[at + 2 :] == other[at + 2 :]
