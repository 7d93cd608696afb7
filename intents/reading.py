"""One text while it is being compared with templates, and the parts of templates found in it."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any

from intents.nodes import Binding, Span, Words

if TYPE_CHECKING:
    from intents.automaton import Automaton

Bound = tuple[Binding, ...]
Ending = tuple[int, int, Bound]  # what ends, the word after its last one, and what was bound
PartMatches = tuple[tuple[int, Any], ...]
"""The word after the last one, with what a rule bound, or with the value that a slot reads."""

MOST_STEPS = 450
"""Words, parts and covers looked at for one text, with all that is made of it; about 2 ms.

The long sentences of strangers need less, but for one of a thousand.
"""


Find = Callable[["Reading", int], PartMatches]
"""Finds a rule, or the values of a slot."""


class Steps:
    """What may still be looked at for one text, and all texts made of it."""

    __slots__ = ("left",)

    def __init__(self, left: int = MOST_STEPS) -> None:
        """Nothing was looked at yet."""
        self.left = left


class Reading:
    """One text in one language; what begins at a word is found once.

    A text that ends like a part of another one, such as one of its clauses, or the same with a word
    mended, takes what is known of these words from there.
    """

    __slots__ = (
        "_common",
        "_finders",
        "_known",
        "_other",
        "_possible",
        "_reach",
        "_shift",
        "_ways",
        "kinds",
        "steps",
        "surroundings",
        "words",
    )

    def __init__(
        self,
        words: Words,
        kinds: Set[str],
        surroundings: Any,
        finders: Callable[[str], Mapping[str, Find]],
        other: "Reading | None" = None,
    ) -> None:
        """``finders`` gives what may begin with a word; ``kinds`` are words, numbers as one."""
        self.words = words
        self.kinds = kinds
        self.surroundings = surroundings
        self._finders = finders
        self._possible: list[Mapping[str, Find] | None] = [None] * len(words)
        self._known: list[dict[str, PartMatches]] = [{} for _ in words]
        self._ways: dict[tuple[Automaton, int], Sequence[Ending]] = {}
        self._reach: dict[tuple[Automaton, int], tuple[int, int]] = {}
        self.steps: Steps = Steps() if other is None else other.steps
        self._other = other
        self._common, self._shift = (0, 0) if other is None else _common(words, other.words)

    def parts_at(self, at: int) -> Mapping[str, Find]:
        """Return the parts that may begin at a word, by name."""
        possible = self._possible[at]
        if possible is None:
            possible = self._possible[at] = self._finders(self.words[at])
        return possible

    def here(self, at: int) -> tuple[Mapping[str, Find], Mapping[str, PartMatches]]:
        """Return the parts that may begin at a word, and what was found of them so far."""
        return self.parts_at(at), self._known[at]

    def matches(self, name: str, at: int) -> PartMatches:
        """Return where a part that may begin at a word ends, and what it means."""
        known = self._known[at].get(name)
        if known is None:
            if self._other is None or at < self._common:
                known = self.parts_at(at)[name](self, at)
            else:
                known = self._matches_of(self._other, name, at)
            self._known[at][name] = known
        return known

    def ways(self, automaton: "Automaton", at: int) -> tuple[Sequence[Ending], int]:
        """Return all that an automaton finds from a word on, and by how much to move it back.

        What is found in another text may end behind the last word of this one.
        """
        if self._other is not None and at >= self._common:
            return self._other.ways(automaton, at + self._shift)[0], self._shift
        key = (automaton, at)
        known = self._ways.get(key)
        if known is None:
            known = self._ways[key] = automaton.endings(self, at, at + 1)
        return known, 0

    def reach(self, automaton: "Automaton", at: int) -> tuple[int, int]:
        """Return before which words something ends that begins at a word, and its numbers.

        Both have a bit for each: of the numbers with which the automaton was made, all together.
        """
        key = (automaton, at)
        known = self._reach.get(key)
        if known is None:
            if self._other is None or at < self._common:
                ends = numbers = 0
                for number, end, _ in self.ways(automaton, at)[0]:
                    ends |= 1 << end
                    numbers |= number
            else:
                (there, numbers), shift = (
                    self._other.reach(automaton, at + self._shift),
                    self._shift,
                )
                ends = there >> shift if shift >= 0 else there << -shift
                ends &= (2 << len(self.words)) - 1
            known = self._reach[key] = ends, numbers
        return known

    def has_part(self, names: Set[str]) -> bool:
        """Return whether one of these parts is at some word."""
        return any(
            self.matches(name, at)
            for at in range(len(self.words))
            for name in self.parts_at(at)
            if name in names
        )

    def _matches_of(self, other: "Reading", name: str, at: int) -> PartMatches:
        shift = self._shift
        last = len(self.words) + shift
        return tuple(
            (end - shift, moved(value, shift))
            for end, value in other.matches(name, at + shift)
            if end <= last
        )


def _common(words: Words, others: Words) -> tuple[int, int]:
    """Return from which word on a text is a stretch of another one, and how far that is away."""
    if not words:
        return 0, 0
    first, shift = len(words), 0
    for end in range(len(others), 0, -1):
        at, there = len(words), end
        while at and there and words[at - 1] == others[there - 1]:
            at, there = at - 1, there - 1
        if at < first:
            first, shift = at, there - at
    return first, shift


def moved(value: Any, by: int) -> Any:
    """Return what was bound with its free words counted from a later first one."""
    if not by:
        return value
    if isinstance(value, Span):
        return Span(value.start - by, value.end - by)
    if isinstance(value, tuple) and any(isinstance(one, Span) for _, one in value):
        return tuple((slot, moved(one, by)) for slot, one in value)
    return value


Reader = Callable[[Reading, int], Iterable[tuple[int, object]]]
"""Tells which values begin at a word: pairs of (end, value)."""
