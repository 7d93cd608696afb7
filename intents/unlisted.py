"""Words of a story that its list lacks, but that by their place or form can turn no wish around.

Nobody can list all nouns: "I cannot find the scraper", "my daughter broke her wrist". Where the row
of a language in ``stories.yaml`` has ``unlisted``, a word that the grammar gives no meaning is a
noun after an article, or if it ends with a noun of the list. Somebody has to be spoken of ("I",
"the children"), and it may be no place: "in the kitchen" may say which window is meant. A verb with
a separable prefix is a form of what can be told.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from intents.normalise import fold

_SHORTEST = 3  # letters of a noun, and of what stands before the listed end of a compound
_SHORTEST_END = 4
_ADJECTIVE = ("e", "en", "er", "es", "em")


class Unlisted:
    """How words that are in no list are judged in one language."""

    def __init__(
        self,
        row: Mapping[str, Sequence[str]],
        words: frozenset[str],
        tells: frozenset[str],
        meaning: frozenset[str],
    ) -> None:
        """Take the row, the listed words and verbs, and the words that the grammar knows."""
        self._before = frozenset(map(fold, row["before"]))
        self._prefixes = frozenset(map(fold, row["prefixes"]))
        self._longest_prefix = max(map(len, self._prefixes))
        self._words = words
        self._tells = tells
        self._ends = words - tells - self._before
        self._never = frozenset(map(fold, row["never"])) | meaning
        self._never_ends = tuple(map(fold, row["never_ends"]))
        self._people = frozenset(map(fold, row["people"]))
        self._places = frozenset(map(fold, row["places"]))

    def explains(self, words: Sequence[str], *, must_tell: bool) -> bool:
        """Return True if all folded words are listed or harmless, and one tells if it must."""
        if any(word not in self._words and word in self._never for word in words):
            return False
        is_of_somebody = not (must_tell and self._people.isdisjoint(words))
        tells = is_noun = is_place = False
        before = ""
        for word in words:
            is_place = word in self._places or (is_place and before in self._before | self._places)
            if word in self._words or self.tells(word):
                is_noun = False
                tells = tells or word in self._tells or word not in self._words
            else:
                after_adjective = is_noun and before.endswith(_ADJECTIVE)
                is_noun = before in self._before or after_adjective or self._is_compound(word)
                if not is_noun or is_place or not is_of_somebody or not self._is_free(word):
                    return False
            before = word
        return tells or not must_tell

    def _is_free(self, word: str) -> bool:
        is_never = word in self._never or word.endswith(self._never_ends)
        return len(word) >= _SHORTEST and word.isalpha() and not is_never

    def tells(self, folded: str) -> bool:
        """Return True for a verb of the list behind a prefix: "rausgefahren", "hinzufahren"."""
        if folded in self._never:
            return False
        longest = min(self._longest_prefix, len(folded) - _SHORTEST_END)
        for at in range(1, longest + 1):
            stem = folded[at:]
            if folded[:at] in self._prefixes and {stem, stem.removeprefix("zu")} & self._tells:
                return True
        return False

    def _is_compound(self, folded: str) -> bool:
        places = range(_SHORTEST, len(folded) - _SHORTEST_END + 1)
        return any(folded[at:] in self._ends for at in places)


def unlisted_of(
    row: Mapping[str, Any],
    words: frozenset[str],
    tells: frozenset[str],
    meaning: frozenset[str],
) -> Unlisted | None:
    """Return how words in no list are judged, ``None`` if a story consists of listed words only."""
    rules = row.get("unlisted")
    return None if rules is None else Unlisted(rules, words, tells, meaning)
