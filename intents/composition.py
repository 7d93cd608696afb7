"""Reads a text by what its words stand for, in any order, if every word is explained.

A phrase of the vocabulary stands for a concept: "shut", "close" and "wind up" for closing. A recipe
says which concepts make an intent. A text is covered from its first word to its last by phrases;
what they stand for together is compared with the recipes. "Harmless" phrases stand for nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import or_
from typing import Any

from intents.automaton import Automaton
from intents.catalogue import CatalogueError
from intents.nodes import Choice, Node, Words, has_slot, words_of
from intents.reading import Bound, Reading
from intents.slots import Span
from intents.templates import Compiler

HARMLESS = "harmless"  # says nothing: fillers, reasons, politeness in the middle
ALWAYS = "always"  # belongs to every intent, and says what is spoken of: the car
POLITE = "polite"  # makes a request of a question
ASKING = "asking"  # only in questions: "is", "tell me"
SUBJECT = "subject"  # "he", "we": a text that begins with it tells what somebody does
BLOCKING = "blocking"  # "not", "if", "my neighbour": explains nothing and forbids an answer

_MOST_COVERS = 120  # per place of a text; people do not say more ambiguous things
_MOST_WORDS = 24

Match = tuple[int, int, Bound]  # the word after the last one, the concept, and what was bound


class Matches:
    """The phrases that begin at each word of a text, looked for when somebody asks."""

    def __init__(self, automaton: Automaton, reading: Reading) -> None:
        """Nothing is looked for yet."""
        self._automaton = automaton
        self._reading = reading
        self._found: dict[int, list[Match]] = {}

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._reading.words)

    def __getitem__(self, at: int) -> list[Match]:
        """Return the phrases that begin at a word."""
        if at not in self._found:
            self._found[at] = [
                (end, concept, bound)
                for concept, end, bound in self._automaton.endings(self._reading, at, at + 1)
            ]
        return self._found[at]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Concepts that make an intent: one of each required group, and no other than the allowed."""

    intent: str
    required: tuple[int, ...]
    allowed: int
    fixed: Mapping[str, object]  # slots that this wording implies
    source: str
    is_question: bool = False  # only meant if the text has a question mark

    def is_met(self, concepts: int) -> bool:
        """Return True if nothing that is required is missing."""
        return all(group & concepts for group in self.required)


@dataclass(frozen=True, slots=True)
class Composed:
    """A recipe that a text follows, what was bound, and the share of the words that it explains."""

    recipe: Recipe
    bound: Bound
    is_polite: bool
    share: float = 1.0


class Composition:
    """The concepts and recipes of one language."""

    def __init__(
        self,
        code: str,
        concepts: Mapping[str, Sequence[str]],
        recipes: Mapping[str, Sequence[Any]],
        compiler: Compiler,
        queries: frozenset[str],
    ) -> None:
        """Compile; raise ``CatalogueError`` naming the recipe or concept that is wrong."""
        self._code = code
        self._bits = {HARMLESS: 0, BLOCKING: 0, SUBJECT: 0}
        for name in (ALWAYS, POLITE, ASKING, *concepts):
            if name not in self._bits:
                self._bits[name] = 1 << (len(self._bits) - 3)
        nodes = [
            (compiler.compile(str(text)), self._bits[name])
            for name, texts in concepts.items()
            if name not in {BLOCKING, SUBJECT}
            for text in texts
        ]
        self._automaton = Automaton(nodes)
        self.vocabulary = frozenset().union(*(_plain_words(node) for node, _ in nodes))
        self.blocking, self._subjects = (
            frozenset(
                word for text in concepts.get(name, ()) for word in compiler.words(str(text)) or ()
            )
            for name in (BLOCKING, SUBJECT)
        )
        self._queries = queries
        self.recipes = tuple(
            recipe
            for intent, entries in recipes.items()
            for entry in entries
            for recipe in self._recipes(intent, entry, queries)
        )
        self._asked: dict[int, list[int]] = {}  # concept -> numbers of recipes that require it
        for number, recipe in enumerate(self.recipes):
            for concept in _single(_union(recipe.required)):
                self._asked.setdefault(concept, []).append(number)
        self._led: dict[int, list[int]] = {}  # the same for the rarest of what each requires
        for number, recipe in enumerate(self.recipes):
            for concept in min(map(_single, recipe.required), key=self._recipes_with):
                self._led.setdefault(concept, []).append(number)

    def read(self, words: Words, matches: Matches) -> list[Composed]:
        """Return every recipe that all of the words follow.

        1. Give up if a word is in no phrase.
        2. Keep the recipes whose required concepts are there at all.
        3. Cover the text from left to right, as long as a recipe allows all concepts so far.
        """
        if not 0 < len(words) <= _MOST_WORDS or _is_stuttered(words):
            return []
        reached = _reached(matches)
        if len(words) not in reached:
            return []
        likely = self._likely(matches, reached)
        if words[0] in self._subjects and not _is_opening(matches[0]):
            likely = [recipe for recipe in likely if recipe.intent in self._queries]
        polite = self._bits[POLITE]
        covers = _covers(matches, [recipe.allowed for recipe in likely]) if likely else []
        return [
            Composed(recipe, bound, bool(concepts & polite))
            for concepts, bound in covers
            for recipe in likely
            if not concepts & ~recipe.allowed and recipe.is_met(concepts)
        ]

    def _likely(self, matches: Matches, reached: Iterable[int]) -> list[Recipe]:
        """Return the recipes of which all that is required is there."""
        places = (at for at in reached if at < len(matches))
        concepts = {concept for at in places for _, concept, _ in matches[at]}
        present = _union(concepts)
        numbers = {number for concept in concepts for number in self._led.get(concept, ())}
        likely = (self.recipes[number] for number in sorted(numbers))
        return [recipe for recipe in likely if recipe.is_met(present)]

    def resemble(self, words: Words, matches: Matches, least: float) -> list[Composed]:
        """Return recipes that a part of the words follows, with the share of words explained.

        The share shrinks with each concept that is missing, and "is" or "tell me" is no reason.
        Shares below ``least`` are left out.
        """
        if len(words) > _MOST_WORDS:
            return []
        pieces = _pieces(matches)
        present = _union(concepts for _, concepts, _ in pieces)
        telling = present & ~(self._bits[ASKING] | self._bits[ALWAYS] | self._bits[POLITE])
        most = sum(length for length, _, _ in pieces) / len(words)
        best: dict[str, Composed] = {}
        for recipe in self._told_by(telling):
            met = sum(1 for group in recipe.required if group & present) / len(recipe.required)
            if most * met * met < least:
                continue
            explained = sum(
                length
                for length, concepts, is_harmless in pieces
                if is_harmless or concepts & recipe.allowed
            )
            share = explained / len(words) * met * met
            known = best.get(recipe.intent)
            if share >= least and (known is None or share > known.share):
                best[recipe.intent] = Composed(recipe, (), False, share)
        return list(best.values())

    def _told_by(self, concepts: int) -> list[Recipe]:
        """Return the recipes that require one of these concepts."""
        numbers = {number for one in _single(concepts) for number in self._asked.get(one, ())}
        return [self.recipes[number] for number in sorted(numbers)]

    def _recipes_with(self, concepts: Iterable[int]) -> int:
        """Return how many recipes require one of these concepts."""
        return sum(len(self._asked[concept]) for concept in concepts)

    def matches(self, reading: Reading) -> Matches:
        """Return the phrases that begin at each word."""
        return Matches(self._automaton, reading)

    def _recipes(self, intent: str, entry: Any, queries: frozenset[str]) -> Iterator[Recipe]:
        is_table = isinstance(entry, dict)
        for source in entry["say"] if is_table else (entry,):
            required, optional = self._parse(intent, str(source))
            allowed = self._bits[ALWAYS] | self._bits[POLITE] | optional
            for group in required:
                allowed |= group
            if intent in queries:
                allowed |= self._bits[ASKING]
            yield Recipe(
                intent=intent,
                required=required,
                allowed=allowed,
                fixed=entry.get("slots", {}) if is_table else {},
                source=str(source),
                is_question=is_table and bool(entry.get("asked", False)),
            )

    def _parse(self, intent: str, source: str) -> tuple[tuple[int, ...], int]:
        """Read "close|shut windows [all]": required groups, then optional concepts in brackets."""
        plain, _, rest = source.partition("[")
        required = tuple(self._group(intent, piece) for piece in plain.split())
        optional = 0
        for piece in rest.rstrip("]").split():
            optional |= self._group(intent, piece)
        if not required:
            raise CatalogueError(f"{self._code}.yaml: {intent}: nothing is required in {source!r}")
        return required, optional

    def _group(self, intent: str, piece: str) -> int:
        group = 0
        for name in piece.split("|"):
            if not self._bits.get(name):
                raise CatalogueError(f"{self._code}.yaml: {intent}: unknown concept {name!r}")
            group |= self._bits[name]
        return group


def _union(concepts: Iterable[int]) -> int:
    return reduce(or_, concepts, 0)


def _single(concepts: int) -> list[int]:
    """Return each of some concepts by itself."""
    single = []
    while concepts:
        single.append(concepts & -concepts)
        concepts &= concepts - 1
    return single


def _plain_words(node: Node) -> set[str]:
    """Return the words of a concept that stand beside no slot."""
    if not has_slot(node):
        return words_of(node)
    return set().union(*map(_plain_words, node.parts)) if isinstance(node, Choice) else set()


def _pieces(matches: Matches) -> list[tuple[int, int, bool]]:
    """Return length and concepts of the longest phrases, and whether they can be harmless."""
    pieces = []
    at = 0
    while at < len(matches):
        bounded = [match for match in matches[at] if not _is_free(match[2])]
        end = max((match[0] for match in bounded), default=at)
        longest = [concept for further, concept, _ in bounded if further == end]
        if longest:
            pieces.append((end - at, _union(longest), 0 in longest))
        at = max(end, at + 1)
    return pieces


def _is_opening(matches: list[Match]) -> bool:
    """Return True if a longer phrase begins with a subject: "I want you to", "it is cold"."""
    return any(end > 1 and not _is_free(bound) for end, _, bound in matches)


def _reached(matches: Matches) -> set[int]:
    """Return the words before which phrases end that lead there from the first word."""
    reached = {0}
    for at in range(len(matches)):
        if at in reached:
            reached.update(end for end, _, _ in matches[at])
    return reached


def _covers(matches: Matches, allowed: Sequence[int]) -> list[tuple[int, Bound]]:
    """Return concepts and values of every way to cover the words that one of the sets allows."""
    covers: list[dict[tuple[int, Bound], None]] = [{} for _ in range(len(matches) + 1)]
    covers[0][0, ()] = None
    fits: dict[int, bool] = {}
    for at in range(len(matches)):
        for concepts, bound in list(covers[at])[:_MOST_COVERS]:
            for end, concept, more in matches[at]:
                joint = concepts | concept
                if joint not in fits:
                    fits[joint] = any(not joint & ~one for one in allowed)
                if fits[joint]:
                    covers[end][joint, bound + more if more else bound] = None
    return [cover for cover in covers[-1] if _is_said_once(cover[1])]


def _is_stuttered(words: Words) -> bool:
    """Return True if a word follows itself: "stop stop charging" can be read in two ways."""
    return any(first == second for first, second in pairwise(words))


def _is_said_once(bound: Bound) -> bool:
    """Return False if a slot has two values: "to 80 and 90"."""
    return len(dict(bound)) == len(set(bound))


def _is_free(bound: Bound) -> bool:
    """Return True if a name or a place took any words there were."""
    return any(isinstance(value, Span) for _, value in bound)
