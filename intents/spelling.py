"""Texts in which a word is misspelled, split in two or joined with the next."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from itertools import islice, product
from string import ascii_lowercase

from intents.normalise import Text, Token

_SHORTEST = 4  # letters; shorter words have too many neighbours
_SHORTEST_SAFE = 5  # letters of a word that may be put right in an order
_LONGEST = 30  # letters; no word of a grammar is longer
_SHORTEST_HALF = 3  # letters of a part of a joined word
_MOST_UNKNOWN = 2
_MOST_READINGS = 4


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


def repairs(said: Text, known: Set[str], others: Set[str], unsafe: Set[str]) -> list[Repair]:
    """Return the text with its unknown words replaced by known ones, in every plausible way.

    ``others`` are never replaced. It is not safe to replace a word of ``unsafe``, or by one. Empty
    if nothing is unknown, if a word stays unknown, or if more than two are: then it is not a matter
    of spelling.
    """
    pieces: list[_Choice | Token] = []  # tokens are not known
    unknown = 0
    at = 0
    while at < len(said.tokens):
        token, *following = said.tokens[at : at + 2]
        pair = [token.word, *(after.word for after in following)]
        is_strange = [not _is_known(word, known, others) for word in pair]
        is_split = any(is_strange) and bool(following) and "".join(pair) in known
        if is_split:
            pieces.append(_joined(token, following[0]))
        else:
            pieces.append(token if is_strange[0] else _Choice((token,), True))
        unknown += is_split or is_strange[0]
        at += 1 + is_split
        if unknown > _MOST_UNKNOWN:
            return []
    if not unknown:
        return []
    ways = []
    for piece in pieces:
        ways.append(_choices(piece, known, unsafe) if isinstance(piece, Token) else [piece])
        if not ways[-1]:
            return []
    return [
        Repair(
            replace(said, tokens=tuple(token for choice in way for token in choice.tokens)),
            all(choice.is_safe for choice in way),
        )
        for way in islice(product(*ways), _MOST_READINGS)
    ]


def _is_known(word: str, known: Set[str], others: Set[str]) -> bool:
    return word in known or word in others or not word.isalpha()


def _joined(first: Token, second: Token) -> _Choice:
    return _Choice((Token(first.word + second.word, first.start, second.end),), True)


def _choices(token: Token, known: Set[str], unsafe: Set[str]) -> list[_Choice]:
    """Return known words that an unknown one may be; only one of its kind is safe."""
    word = token.word
    if halves := _halves(token, known):
        return [halves]
    if len(word) < _SHORTEST:
        return []
    if plain := [one for one in _with_umlauts(word) if one in known]:
        return [_Choice((token._replace(word=one),), len(plain) == 1) for one in plain]
    near = sorted(_edits(word) & known) if len(word) <= _LONGEST else []
    if swapped := [one for one in near if _is_swapped(word, one)]:
        return [_Choice((token._replace(word=one),), word not in unsafe) for one in swapped]
    return [_Choice((token._replace(word=one),), _is_safe(word, one, unsafe)) for one in near]


def _is_safe(word: str, other: str, unsafe: Set[str]) -> bool:
    """Return True if a word is most likely another one, of which a letter is wrong."""
    if len(word) < _SHORTEST_SAFE or word in unsafe or not _is_framed_alike(word, other):
        return False
    return other not in unsafe or len(other) > len(word)  # "unlok": a letter is lost, none changed


def _is_swapped(word: str, other: str) -> bool:
    """Return True if only two letters are the other way round: hardly ever another word."""
    return len(word) == len(other) and sorted(word) == sorted(other)


def _is_framed_alike(word: str, other: str) -> bool:
    """Return True if both begin and end alike: other endings are other forms of a verb."""
    begins_alike = word[0] == other[0] or word[:2] == other[1::-1]
    return begins_alike and (word[-1] == other[-1] or word[-2:] == other[:-3:-1])


def _halves(token: Token, known: Set[str]) -> _Choice | None:
    word = token.word
    for at in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1):
        if word[:at] in known and word[at:] in known:
            middle = min(token.start + at, token.end)
            halves = (Token(word[:at], token.start, middle), Token(word[at:], middle, token.end))
            return _Choice(halves, False)  # a flashlight is no flash and no light
    return None


def _with_umlauts(word: str) -> Iterator[str]:
    """Yield the word with one or all vowels as umlauts: "offnen" is "oeffnen"."""
    places = [at for at, letter in enumerate(word) if letter in "aou"]
    for at in places:
        yield f"{word[: at + 1]}e{word[at + 1 :]}"


def _edits(word: str) -> set[str]:
    """Return all that is one letter away: lost, doubled, wrong, or the wrong way round."""
    places = range(len(word))
    heads = [word[:at] for at in range(len(word) + 1)]
    tails = [word[at:] for at in range(len(word) + 1)]
    return {
        *[heads[at] + tails[at + 1] for at in places],
        *[heads[at] + word[at + 1] + word[at] + tails[at + 2] for at in places[:-1]],
        *[
            head + letter + tail
            for head, tail in zip(heads, tails, strict=True)
            for letter in ascii_lowercase
        ],
        *[heads[at] + letter + tails[at + 1] for at in places for letter in ascii_lowercase],
    }
