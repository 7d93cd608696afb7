"""Reads a text by what its words stand for, in any order, if every word is explained.

A phrase of the vocabulary stands for a concept: "shut", "close" and "wind up" for closing. A recipe
says which concepts make an intent. A text is covered from its first word to its last by phrases;
what they stand for together is compared with the recipes. "Harmless" phrases stand for nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from intents.catalogue import CatalogueError
from intents.grammar import Choice, Node, Reading, Words
from intents.phrases import Bound, first_words, spelled_out
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
Matches = list[list[Match]]  # the phrases that begin at each word


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


@dataclass(frozen=True, slots=True)
class _Unit:
    """A phrase with a slot."""

    concept: int
    node: Node
    needs: frozenset[str] | None  # words of which a text has one; None: no such words


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
        self._phrases: dict[Words, list[tuple[int, Bound]]] = {}
        self._longest: dict[str, int] = {}  # phrase that begins with a word
        self._units: dict[str, list[_Unit]] = {}  # by first word, "0" for a number
        self._any_units: list[_Unit] = []  # which may begin with any word
        for name, texts in concepts.items():
            for text in texts if name not in {BLOCKING, SUBJECT} else ():
                self._add(compiler.compile(str(text)), self._bits[name])
        self.blocking, self._subjects = (
            frozenset(
                word for text in concepts.get(name, ()) for word in compiler.words(str(text)) or ()
            )
            for name in (BLOCKING, SUBJECT)
        )
        self._queries = queries
        self.vocabulary = frozenset(word for phrase in self._phrases for word in phrase)
        self.recipes = tuple(
            recipe
            for intent, entries in recipes.items()
            for entry in entries
            for recipe in self._recipes(intent, entry, queries)
        )

    def read(self, words: Words, matches: Matches) -> list[Composed]:
        """Return every recipe that all of the words follow.

        1. Give up if a word is in no phrase.
        2. Keep the recipes whose required concepts are there at all.
        3. Cover the text from left to right, as long as a recipe allows all concepts so far.
        """
        if not 0 < len(words) <= _MOST_WORDS or _is_stuttered(words):
            return []
        if not _are_joined(matches):
            return []
        present = 0
        for match in matches:
            for _, concept, _ in match:
                present |= concept
        likely = [recipe for recipe in self.recipes if recipe.is_met(present)]
        if words[0] in self._subjects and not _is_opening(matches[0]):
            likely = [recipe for recipe in likely if recipe.intent in self._queries]
        polite = self._bits[POLITE]
        return [
            Composed(recipe, bound, bool(concepts & polite))
            for concepts, bound in _covers(matches, [recipe.allowed for recipe in likely])
            for recipe in likely
            if not concepts & ~recipe.allowed and recipe.is_met(concepts)
        ]

    def resemble(self, words: Words, matches: Matches) -> list[Composed]:
        """Return recipes that a part of the words follows, with the share of words explained.

        The share shrinks with each concept that is missing, and "is" or "tell me" is no reason.
        """
        if len(words) > _MOST_WORDS:
            return []
        pieces = _pieces(matches)
        present = 0
        for _, concepts, _ in pieces:
            present |= concepts
        telling = present & ~(self._bits[ASKING] | self._bits[ALWAYS] | self._bits[POLITE])
        best: dict[str, Composed] = {}
        for recipe in self.recipes:
            if not any(group & telling for group in recipe.required):
                continue
            met = sum(1 for group in recipe.required if group & present) / len(recipe.required)
            explained = sum(
                length
                for length, concepts, is_harmless in pieces
                if is_harmless or concepts & recipe.allowed
            )
            share = explained / len(words) * met * met
            known = best.get(recipe.intent)
            if known is None or share > known.share:
                best[recipe.intent] = Composed(recipe, (), False, share)
        return list(best.values())

    def matches(self, words: Words, surroundings: object) -> Matches:
        """Return the phrases that begin at each word."""
        said = frozenset(words)
        reading = Reading(words, surroundings)
        found: Matches = []
        for at, word in enumerate(words):
            here: list[Match] = []
            for end in range(at + 1, min(at + self._longest.get(word, 0), len(words)) + 1):
                for concept, bound in self._phrases.get(words[at:end], ()):
                    here.append((end, concept, bound))
            first = "0" if word[0].isdecimal() else word
            for unit in (*self._units.get(first, ()), *self._any_units):
                if unit.needs is None or not unit.needs.isdisjoint(said):
                    for end, bound in unit.node.match(reading, at):
                        if end > at:
                            here.append((end, unit.concept, bound))
            found.append(here)
        return found

    def _add(self, node: Node, concept: int) -> None:
        phrases = spelled_out(node)
        if phrases is not None:
            for phrase, bound in phrases:
                if phrase:
                    self._keep(phrase, (concept, bound))
        elif isinstance(node, Choice):
            for part in node.parts:
                self._add(part, concept)
        else:
            unit = _Unit(concept, node, node.needs(lambda _: 1))
            first, _ = first_words(node)
            if first is None:
                self._any_units.append(unit)
            for word in first or ():
                self._units.setdefault(word, []).append(unit)

    def _keep(self, phrase: Words, meaning: tuple[int, Bound]) -> None:
        meanings = self._phrases.setdefault(phrase, [])
        if meaning not in meanings:
            meanings.append(meaning)
        self._longest[phrase[0]] = max(len(phrase), self._longest.get(phrase[0], 0))

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


def _pieces(matches: Matches) -> list[tuple[int, int, bool]]:
    """Return length and concepts of the longest phrases, and whether they can be harmless."""
    pieces = []
    at = 0
    while at < len(matches):
        bounded = [match for match in matches[at] if not _is_free(match[2])]
        end = max((match[0] for match in bounded), default=at)
        longest = [concept for further, concept, _ in bounded if further == end]
        concepts = 0
        for concept in longest:
            concepts |= concept
        if longest:
            pieces.append((end - at, concepts, 0 in longest))
        at = max(end, at + 1)
    return pieces


def _is_opening(matches: list[Match]) -> bool:
    """Return True if a longer phrase begins with a subject: "I want you to", "it is cold"."""
    return any(end > 1 and not _is_free(bound) for end, _, bound in matches)


def _are_joined(matches: Matches) -> bool:
    """Return True if phrases lead from the first word to the last."""
    reached = {0}
    for at, here in enumerate(matches):
        if at in reached:
            reached.update(end for end, _, _ in here)
    return len(matches) in reached


def _covers(matches: Matches, allowed: Sequence[int]) -> list[tuple[int, Bound]]:
    """Return concepts and values of every way to cover the words that one of the sets allows."""
    covers: list[dict[tuple[int, Bound], None]] = [{} for _ in range(len(matches) + 1)]
    covers[0][0, ()] = None
    fits: dict[int, bool] = {}
    for at, here in enumerate(matches):
        for concepts, bound in list(covers[at])[:_MOST_COVERS]:
            for end, concept, more in here:
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
