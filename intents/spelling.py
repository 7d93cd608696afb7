"""Words that differ from a known word by one slip of the finger."""

from collections.abc import Iterator, Set
from itertools import product
from string import ascii_lowercase

from intents.grammar import Words

_SHORTEST = 4  # letters; shorter words have too many neighbours
_MOST_UNKNOWN = 2
_MOST_READINGS = 4


def corrections(words: Words, vocabulary: Set[str]) -> list[Words]:
    """Return the text with its unknown words replaced by known ones, in every plausible way.

    Empty if a word stays unknown, or if more than two are: then it is not a matter of spelling.
    """
    unknown = [word for word in words if word not in vocabulary and word.isalpha()]
    if not 0 < len(unknown) <= _MOST_UNKNOWN:
        return []
    choices = [
        sorted(_neighbours(word) & vocabulary) if word in unknown else [word] for word in words
    ]
    found: list[Words] = []
    for spelling in product(*choices):
        found.append(spelling)
        if len(found) == _MOST_READINGS:
            break
    return found


def _neighbours(word: str) -> set[str]:
    return set(_edits(word)) if len(word) >= _SHORTEST else set()


def _edits(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
