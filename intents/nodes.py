"""The parts of sentence templates.

Templates are written in hassil's language: ``[optional]``, ``(this|that)``, ``<rule>``, ``{list}``
and ``{list:slot}``. Matching works on whole words, see ``automaton.py``.
"""

import random
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

Binding = tuple[str, object]
Words = tuple[str, ...]
NUMBER = "0"  # stands for all numbers
_LETTERS_OF_NUMBER = 5  # it is as rare as a word of so many


class Span(NamedTuple):
    """Free words of a text, from ``start`` up to ``end``."""

    start: int
    end: int


def kind_of(word: str) -> str:
    """Return the word, or what stands for all numbers."""
    return NUMBER if word[0].isdecimal() else word


class Beginnings(NamedTuple):
    """How some parts of a text are found, without reading them; ``None``: by any word."""

    starts: frozenset[str] | None = None  # what they begin with
    needs: frozenset[str] | None = None  # one of these is in each of them

    @classmethod
    def of(cls, phrases: Collection[Words], *, or_number: bool = False) -> "Beginnings":
        """Take the first and the longest word of each phrase: "in" and "the" are in many texts."""
        number = frozenset((NUMBER,) if or_number else ())
        return cls(
            number | {kind_of(phrase[0]) for phrase in phrases if phrase},
            number | {kind_of(max(phrase, key=len)) for phrase in phrases if phrase},
        )


ANY = Beginnings()


class Node(Protocol):
    """A part of a template."""

    def sample(self, dice: random.Random) -> str:
        """Return one way to say this."""


@dataclass(slots=True, eq=False)
class Phrases:
    """Alternatives that are plain words."""

    phrases: tuple[Words, ...]

    def sample(self, dice: random.Random) -> str:
        """Choose a phrase."""
        return " ".join(dice.choice(self.phrases))


@dataclass(slots=True, eq=False)
class Chain:
    """Parts that follow each other."""

    parts: tuple[Node, ...]

    def sample(self, dice: random.Random) -> str:
        """Say the parts one after the other."""
        return " ".join(filter(None, (part.sample(dice) for part in self.parts)))


@dataclass(slots=True, eq=False)
class Choice:
    """Parts of which one is said."""

    parts: tuple[Node, ...]

    def sample(self, dice: random.Random) -> str:
        """Choose a part."""
        return dice.choice(self.parts).sample(dice)


@dataclass(slots=True, eq=False)
class Rule:
    """A named part that many templates share."""

    name: str
    body: Node

    def sample(self, dice: random.Random) -> str:
        """Say the body."""
        return self.body.sample(dice)


@dataclass(slots=True, eq=False)
class Values:
    """A list of values, each with the ways to say it."""

    slot: str
    values: tuple[tuple[object, Node], ...]

    def sample(self, dice: random.Random) -> str:
        """Say one of the values."""
        return dice.choice(self.values)[1].sample(dice)


@dataclass(slots=True, eq=False)
class Slot:
    """A place for a value that code reads: a number, a time, a name."""

    slot: str
    reads: str  # name of the reader
    examples: tuple[str, ...]
    begins: Beginnings = ANY

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


def words_of(node: Node) -> set[str]:
    """Return all the words that are written in a part."""
    match node:
        case Phrases():
            return {word for phrase in node.phrases for word in phrase}
        case Chain() | Choice():
            return set().union(*map(words_of, node.parts))
        case Rule():
            return words_of(node.body)
        case Values():
            return set().union(*(words_of(part) for _, part in node.values))
        case _:
            return set()


def slots_of(node: Node) -> Iterator[Slot]:
    """Iterate over what code reads in a part."""
    match node:
        case Slot():
            yield node
        case Chain() | Choice():
            for part in node.parts:
                yield from slots_of(part)
        case Rule():
            yield from slots_of(node.body)
        case Values():
            for _, part in node.values:
                yield from slots_of(part)


def is_free(node: Node) -> bool:
    """Return whether code may read any words in a part: a name, a place."""
    return any(slot.begins.starts is None for slot in slots_of(node))


def without_free(node: Node) -> Node | None:
    """Return the ways to say a part in which no name or place is read; ``None`` if there is none.

    Rules and lists of values with one are left out.
    """
    if not is_free(node):
        return node
    match node:
        case Chain():
            chain = [without_free(part) for part in node.parts]
            known = tuple(part for part in chain if part is not None)
            return Chain(known) if len(known) == len(chain) else None
        case Choice():
            parts = tuple(one for part in node.parts if (one := without_free(part)) is not None)
            return Choice(parts) if parts else None
        case _:
            return None


def can_be_empty(node: Node) -> bool:
    """Return whether a part can be left out."""
    match node:
        case Phrases():
            return () in node.phrases
        case Chain():
            return all(map(can_be_empty, node.parts))
        case Choice():
            return any(map(can_be_empty, node.parts))
        case Rule():
            return can_be_empty(node.body)
        case Values():
            return any(can_be_empty(part) for _, part in node.values)
        case _:
            return False


def first_words(node: Node) -> frozenset[str] | None:
    """Return the words that a part can begin with, "0" for a number; ``None``: any."""
    match node:
        case Phrases():
            return frozenset(words[0] for words in node.phrases if words)
        case Rule():
            return first_words(node.body)
        case Slot():
            return node.begins.starts
        case Values():
            return _joined([first_words(part) for _, part in node.values])
        case Choice():
            return _joined([first_words(part) for part in node.parts])
        case Chain():
            firsts = []
            for part in node.parts:
                firsts.append(first_words(part))
                if not can_be_empty(part):
                    break
            return _joined(firsts)
        case _:
            return None


def words_needed(node: Node) -> frozenset[str] | None:
    """Return words of which one is in all that a part can be; ``None``: perhaps none.

    Of the parts of a chain that which people say least often tells best: one of long words.
    """
    match node:
        case Phrases():
            return Beginnings.of(node.phrases).needs if all(node.phrases) else None
        case Rule():
            return words_needed(node.body)
        case Slot():
            return node.begins.needs
        case Values():
            return _joined([words_needed(part) for _, part in node.values])
        case Choice():
            return _joined([words_needed(part) for part in node.parts])
        case Chain():
            needed = [words for part in node.parts if (words := words_needed(part)) is not None]
            return max(needed, key=_rareness, default=None)
        case _:
            return None


def _rareness(words: frozenset[str]) -> tuple[int, int]:
    letters = (_LETTERS_OF_NUMBER if word == NUMBER else len(word) for word in words)
    return min(letters, default=0), -len(words)


def _joined(sets: list[frozenset[str] | None]) -> frozenset[str] | None:
    known = [words for words in sets if words is not None]
    return frozenset().union(*known) if len(known) == len(sets) else None
