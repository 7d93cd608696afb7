"""One text while it is being compared with templates, and the parts of templates found in it."""

from collections.abc import Callable, Iterable, Mapping, Set
from typing import Any

from intents.nodes import Binding, Words

Bound = tuple[Binding, ...]
PartMatches = tuple[tuple[int, Any], ...]
"""The word after the last one, with what a rule bound, or with the value that a slot reads."""

MOST_STEPS = 20_000
"""Words and parts looked at for one text in one language; about 5 ms. People need 200."""


Find = Callable[["Reading", int], PartMatches]
"""Finds a rule, or the values of a slot."""


class Reading:
    """One text in one language; what begins at a word is found once."""

    __slots__ = ("_finders", "_known", "_possible", "steps_left", "surroundings", "words")

    def __init__(
        self, words: Words, surroundings: Any, finders: Callable[[str], Mapping[str, Find]]
    ) -> None:
        """``finders`` gives what may begin with a word."""
        self.words = words
        self.surroundings = surroundings
        self._finders = finders
        self._possible: list[Mapping[str, Find] | None] = [None] * len(words)
        self._known: dict[tuple[str, int], PartMatches] = {}
        self.steps_left = MOST_STEPS

    def parts_at(self, at: int) -> Mapping[str, Find]:
        """Return the parts that may begin at a word, by name."""
        possible = self._possible[at]
        if possible is None:
            possible = self._possible[at] = self._finders(self.words[at])
        return possible

    def matches(self, name: str, at: int) -> PartMatches:
        """Return where a part that may begin at a word ends, and what it means."""
        key = (name, at)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self.parts_at(at)[name](self, at)
        return known

    def has_part(self, names: Set[str]) -> bool:
        """Return whether one of these parts is at some word."""
        return any(
            self.matches(name, at)
            for at in range(len(self.words))
            for name in self.parts_at(at)
            if name in names
        )


Reader = Callable[[Reading, int], Iterable[tuple[int, object]]]
"""Tells which values begin at a word: pairs of (end, value)."""
