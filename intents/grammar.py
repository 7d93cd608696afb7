"""Sentence templates of one language, compiled so that rules are matched once per place of a text.

Templates are written in hassil's language and read by hassil's parser: ``[optional]``,
``(this|that)``, ``<rule>``, ``{list}`` and ``{list:slot}``. Matching works on whole words: every
expression tells where it can end when it begins at a given word, and what it binds on the way. The
answers of rules and slots are remembered for the duration of one text, so that all templates of a
language together cost about as much as one.
"""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

Binding = tuple[str, object]
Match = tuple[int, tuple[Binding, ...]]  # the word after the last one, and what was bound
Words = tuple[str, ...]
NOTHING: tuple[Match, ...] = ()


@dataclass(slots=True)
class Reading:
    """One text while it is being matched."""

    words: Words
    surroundings: Any  # what readers want to know; the grammar does not look at it
    memory: dict[tuple[int, int], tuple[Match, ...]] = field(default_factory=dict)


Reader = Callable[[Reading, int], Iterable[tuple[int, object]]]
"""Tells which values begin at a word: pairs of (end, value)."""


class Node(Protocol):
    """A part of a template."""

    def match(self, reading: Reading, at: int) -> Sequence[Match]:
        """Return where this part can end if it begins at ``at``."""

    def needs(self, weight: Callable[[str], int]) -> frozenset[str] | None:
        """Return words of which a matching text has at least one; ``None``: no such words."""

    def sample(self, dice: random.Random) -> str:
        """Return one way to say this."""


@dataclass(slots=True)
class Phrases:
    """Alternatives that are plain words."""

    phrases: tuple[Words, ...]
    _by_first: dict[str, list[Words]] = field(default_factory=dict)
    _may_be_empty: bool = False

    def __post_init__(self) -> None:
        """Sort the phrases by their first word."""
        for phrase in dict.fromkeys(self.phrases):
            if phrase:
                self._by_first.setdefault(phrase[0], []).append(phrase)
            else:
                self._may_be_empty = True

    def match(self, reading: Reading, at: int) -> Sequence[Match]:
        """Compare with the words of the text."""
        words = reading.words
        matches: list[Match] = [(at, ())] if self._may_be_empty else []
        if at < len(words):
            for phrase in self._by_first.get(words[at], ()):
                end = at + len(phrase)
                if len(phrase) == 1 or words[at:end] == phrase:
                    matches.append((end, ()))
        return matches

    def needs(self, weight: Callable[[str], int]) -> frozenset[str] | None:
        """Take the rarest word of each phrase."""
        if self._may_be_empty:
            return None
        return frozenset(min(phrase, key=weight) for phrase in self.phrases)

    def sample(self, dice: random.Random) -> str:
        """Choose a phrase."""
        return " ".join(dice.choice(self.phrases))


@dataclass(slots=True)
class Chain:
    """Parts that follow each other."""

    parts: tuple[Node, ...]

    def match(self, reading: Reading, at: int) -> Sequence[Match]:
        """Continue every match of a part with the next part."""
        matches: Sequence[Match] = ((at, ()),)
        for part in self.parts:
            found: dict[Match, None] = {}
            for end, bound in matches:
                for further, more in part.match(reading, end):
                    found[further, bound + more if more else bound] = None
            if not found:
                return NOTHING
            matches = tuple(found)
        return matches

    def needs(self, weight: Callable[[str], int]) -> frozenset[str] | None:
        """Take the part with the rarest words."""
        sets = [words for part in self.parts if (words := part.needs(weight)) is not None]
        return min(sets, key=lambda words: sum(map(weight, words)), default=None)

    def sample(self, dice: random.Random) -> str:
        """Say the parts one after the other."""
        return " ".join(filter(None, (part.sample(dice) for part in self.parts)))


@dataclass(slots=True)
class Choice:
    """Parts of which one is said."""

    parts: tuple[Node, ...]

    def match(self, reading: Reading, at: int) -> Sequence[Match]:
        """Collect the matches of all parts."""
        return [match for part in self.parts for match in part.match(reading, at)]

    def needs(self, weight: Callable[[str], int]) -> frozenset[str] | None:
        """Take the words of all parts."""
        sets = [part.needs(weight) for part in self.parts]
        known = [words for words in sets if words is not None]
        return frozenset().union(*known) if len(known) == len(sets) else None

    def sample(self, dice: random.Random) -> str:
        """Choose a part."""
        return dice.choice(self.parts).sample(dice)


@dataclass(slots=True)
class Rule:
    """A named part that many templates share."""

    name: str
    body: Node

    def match(self, reading: Reading, at: int) -> Sequence[Match]:
        """Match once per place of a text."""
        key = (id(self), at)
        matches = reading.memory.get(key)
        if matches is None:
            matches = tuple(dict.fromkeys(self.body.match(reading, at)))
            reading.memory[key] = matches
        return matches

    def needs(self, weight: Callable[[str], int]) -> frozenset[str] | None:
        """Take the words of the body."""
        return self.body.needs(weight)

    def sample(self, dice: random.Random) -> str:
        """Say the body."""
        return self.body.sample(dice)


@dataclass(slots=True)
class Values:
    """A list of values, each with the ways to say it."""

    slot: str
    values: tuple[tuple[object, Node], ...]

    def match(self, reading: Reading, at: int) -> Sequence[Match]:
        """Bind each value whose words are there."""
        return [
            (end, (*bound, (self.slot, value)))
            for value, node in self.values
            for end, bound in node.match(reading, at)
        ]

    def needs(self, weight: Callable[[str], int]) -> frozenset[str] | None:
        """Take the words of all values."""
        return Choice(tuple(node for _, node in self.values)).needs(weight)

    def sample(self, dice: random.Random) -> str:
        """Say one of the values."""
        return dice.choice(self.values)[1].sample(dice)


@dataclass(slots=True)
class Slot:
    """A place for a value that code reads: a number, a time, a name."""

    slot: str
    reader: Reader
    examples: tuple[str, ...]
    starts: frozenset[str] | None = None  # first words of values, "0" for a number; None: any

    def match(self, reading: Reading, at: int) -> Sequence[Match]:
        """Bind each value that the reader finds."""
        key = (id(self.reader), at)
        found = reading.memory.get(key)
        if found is None:
            found = tuple((end, (("", value),)) for end, value in self.reader(reading, at))
            reading.memory[key] = found
        return [(end, ((self.slot, bound[0][1]),)) for end, bound in found]

    def needs(self, weight: Callable[[str], int]) -> frozenset[str] | None:  # noqa: ARG002
        """Any word may be a value."""
        return None

    def sample(self, dice: random.Random) -> str:
        """Say an example."""
        return dice.choice(self.examples)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One way to say an intent."""

    intent: str
    node: Node
    fixed: Mapping[str, object]  # slots that this wording implies
    source: str
    is_question: bool = False  # only meant if the text has a question mark


@dataclass(frozen=True, slots=True)
class Found:
    """A template that matches a whole text."""

    template: Template
    bound: tuple[Binding, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A template that matches some words of a text, and how many."""

    found: Found
    length: int


class Grammar:
    """All templates of one language, found by a word that they need."""

    def __init__(self, templates: Iterable[Template]) -> None:
        """Index the templates."""
        self.templates = tuple(templates)
        counts: dict[str, int] = {}
        for template in self.templates:
            for word in _words_of(template.node):
                counts[word] = counts.get(word, 0) + 1
        self.vocabulary = frozenset(counts)
        self._always: list[Template] = []
        self._by_word: dict[str, list[Template]] = {}
        for template in self.templates:
            needed = template.node.needs(lambda word: counts.get(word, 0))
            if needed is None:
                self._always.append(template)
            for word in needed or ():
                self._by_word.setdefault(word, []).append(template)

    def find(self, words: Words, surroundings: object) -> list[Found]:
        """Return every template that matches all of the words."""
        reading = Reading(words, surroundings)
        return [
            Found(template, bound)
            for template in self._candidates(words)
            for end, bound in template.node.match(reading, 0)
            if end == len(words)
        ]

    def find_parts(self, words: Words, surroundings: object, least: int) -> list[Part]:
        """Return every template that matches ``least`` or more neighbouring words."""
        reading = Reading(words, surroundings)
        return [
            Part(Found(template, bound), end - at)
            for template in self._candidates(words)
            for at in range(len(words) - least + 1)
            for end, bound in template.node.match(reading, at)
            if end - at >= least
        ]

    def _candidates(self, words: Words) -> list[Template]:
        """Return the templates of which a needed word is there."""
        found = {id(template): template for template in self._always}
        for word in words:
            for template in self._by_word.get(word, ()):
                found[id(template)] = template
        return list(found.values())


def _words_of(node: Node) -> set[str]:
    match node:
        case Phrases():
            return {word for phrase in node.phrases for word in phrase}
        case Chain() | Choice():
            return set().union(*(_words_of(part) for part in node.parts))
        case Rule():
            return _words_of(node.body)
        case Values():
            return set().union(*(_words_of(part) for _, part in node.values))
        case _:
            return set()
