"""Reads a text by what its words stand for, in any order, if every word is explained.

A phrase of the vocabulary stands for a concept: "shut", "close" and "wind up" for closing. A recipe
says which concepts make an intent. A text is covered from its first word to its last by phrases;
what they stand for together is compared with the recipes. "Harmless" phrases stand for nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from intents.automaton import Automaton
from intents.catalogue import CatalogueError
from intents.covering import Matches, covers, is_opening, pieces_of, union
from intents.nodes import Choice, Node, Words, first_words, slots_of, without_free, words_of
from intents.reading import Bound, Reading
from intents.templates import Compiler

HARMLESS = "harmless"  # says nothing: fillers, reasons, politeness in the middle
ALWAYS = "always"  # belongs to every intent, and says what is spoken of: the car
POLITE = "polite"  # makes a request of a question
ASKING = "asking"  # only in questions: "is", "tell me"
SUBJECT = "subject"  # "he", "we": a text that begins with it tells what somebody does
TOLD = "told"  # "turned on": a text that begins so tells what was done
BLOCKING = "blocking"  # "not", "if", "my neighbour": explains nothing and forbids an answer

_MOST_WORDS = 24
_NOTHING: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Concepts that make an intent: one of each required group, and no other than the allowed."""

    intent: str
    required: tuple[int, ...]
    needed: int  # of these each
    choices: tuple[int, ...]  # of these one each
    allowed: int
    fixed: Mapping[str, object]  # slots that this wording implies
    source: str
    is_question: bool = False  # only meant if the text has a question mark

    def is_met(self, concepts: int) -> bool:
        """Return True if nothing that is required is missing."""
        return not self.needed & ~concepts and all(map(concepts.__and__, self.choices))


@dataclass(frozen=True, slots=True)
class Composed:
    """A recipe that a text follows, what was bound, and the share of the words that it explains."""

    recipe: Recipe
    bound: Bound
    is_polite: bool
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Met:
    """An intent of which a recipe misses nothing, though words may be left over."""

    intent: str
    explained: int  # words, among them "is" and "tell me" even if it is an order
    told: int  # words of concepts that say what is meant


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
        self._bits = {HARMLESS: 0, BLOCKING: 0, SUBJECT: 0, TOLD: 0}
        for name in (ALWAYS, POLITE, ASKING, *concepts):
            if name not in self._bits:
                self._bits[name] = 1 << (len(self._bits) - 4)
        nodes = [
            (compiler.compile(str(text)), self._bits[name])
            for name, texts in concepts.items()
            if name not in {BLOCKING, SUBJECT, TOLD}
            for text in texts
        ]
        self.vocabulary = frozenset().union(*(_plain_words(node) for node, _ in nodes))
        self.meaning = frozenset().union(*(_plain_words(node) for node, bit in nodes if bit))
        blocking, self._subjects, self._told = (
            frozenset(compiler.words(str(text)) or () for text in concepts.get(name, ()))
            for name in (BLOCKING, SUBJECT, TOLD)
        )
        self.blocking = frozenset().union(*blocking)
        self._longest_told = max(map(len, self._told), default=0)
        self._queries = queries
        self.recipes = tuple(
            recipe
            for intent, entries in recipes.items()
            for entry in entries
            for recipe in self._recipes(intent, entry, queries)
        )
        alone = union(union(one.required) for one in self.recipes if len(one.required) == 1)
        free = [(node, bit) for node, bit in nodes if not bit & alone and first_words(node) is None]
        bounded = [
            *(one for one in nodes if one not in free),
            *((one, bit) for node, bit in free if (one := without_free(node)) is not None),
        ]
        self._bounded, self._free = Automaton(bounded), Automaton(free)
        self._free_bits = union(bit for _, bit in free)
        self._asked: dict[int, list[int]] = {}  # concept -> numbers of recipes that require it
        for number, recipe in enumerate(self.recipes):
            for concept in _single(union(recipe.required)):
                self._asked.setdefault(concept, []).append(number)
        self._led: dict[int, list[int]] = {}  # the same for the rarest of what each requires
        for number, recipe in enumerate(self.recipes):
            for concept in min(map(_single, recipe.required), key=self._recipes_with):
                self._led.setdefault(concept, []).append(number)

        self._allowing = {  # concept -> the recipes that allow it: a bit for each
            concept: union(
                1 << number
                for number, recipe in enumerate(self.recipes)
                if not concept & ~recipe.allowed
            )
            for concept in {0, *self._bits.values()}
        }

    def read(self, words: Words, matches: Matches) -> list[Composed]:
        """Return every recipe that all of the words follow.

        1. Keep the recipes whose required concepts are there at all. Those that any words may
           stand for (a name) are only looked for if one of these recipes can have them.
        2. Give up if a word is in no phrase.
        3. Cover the text from left to right, as long as a recipe allows all concepts so far.
        """
        if not 0 < len(words) <= _MOST_WORDS or _is_stuttered(words):
            return []
        likely = self._likely(matches.concepts(range(len(words))) | self._free_bits)
        if any(self.recipes[at].allowed & self._free_bits for at in likely):
            matches = matches.beside(self._free)
        if not likely or not (leading := matches.leading_on()):
            return []
        present = matches.concepts(leading)
        likely = [at for at in likely if self.recipes[at].is_met(present)]
        if self._is_told(words, matches):
            likely = [at for at in likely if self.recipes[at].intent in self._queries]
        edges, recipes = matches.edges(leading, self._allowing, union(1 << at for at in likely))
        likely = [at for at in likely if recipes >> at & 1]
        if not likely:
            return []
        polite = self._bits[POLITE]
        telling = union(union(self.recipes[at].required) for at in likely) | polite
        found: dict[object, Composed] = {}  # several recipes may say the same
        for concepts, bound, allowing in covers(matches, edges, recipes, telling):
            is_polite = bool(concepts & polite)
            for at in likely:
                recipe = self.recipes[at]
                if allowing >> at & 1 and recipe.is_met(concepts):
                    meaning = recipe.intent, id(recipe.fixed), recipe.is_question, bound, is_polite
                    found[meaning] = Composed(recipe, bound, is_polite)
        return list(found.values())

    def _is_told(self, words: Words, matches: Matches) -> bool:
        """Return True if a text begins like one that tells what somebody does, or did."""
        if words[:1] in self._subjects and not is_opening(matches[0]):
            return True
        return any(words[:end] in self._told for end in range(1, self._longest_told + 1))

    def _likely(self, present: int) -> list[int]:
        """Return the numbers of the recipes of which all that is required is there."""
        numbers = {number for one in _single(present) for number in self._led.get(one, ())}
        return [number for number in sorted(numbers) if self.recipes[number].is_met(present)]

    def resemble(self, words: Words, matches: Matches, least: float) -> list[Composed]:
        """Return recipes that a part of the words follows, with the share of words explained.

        The share shrinks with each concept that is missing, and "is" or "tell me" is no reason.
        Shares below ``least`` are left out.
        """
        if len(words) > _MOST_WORDS:
            return []
        pieces = pieces_of(matches)
        present = union(concepts for _, concepts, _ in pieces)
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

    def met(self, matches: Matches) -> list[Met]:
        """Return what a recipe of each intent explains if nothing is missing, most first."""
        pieces = pieces_of(matches)
        present = union(concepts for _, concepts, _ in pieces)
        asking = self._bits[ASKING]
        telling = present & ~(asking | self._bits[ALWAYS] | self._bits[POLITE])
        best: dict[str, Met] = {}
        for recipe in self._told_by(telling):
            if not recipe.is_met(present):
                continue
            told = recipe.allowed & telling
            found = Met(
                recipe.intent,
                sum(
                    size
                    for size, one, says_nothing in pieces
                    if says_nothing or one & (recipe.allowed | asking)
                ),
                sum(size for size, one, says_nothing in pieces if one & told and not says_nothing),
            )
            known = best.get(recipe.intent)
            if known is None or (found.explained, found.told) > (known.explained, known.told):
                best[recipe.intent] = found
        return sorted(best.values(), key=lambda one: (-one.explained, -one.told))

    def _told_by(self, concepts: int) -> list[Recipe]:
        """Return the recipes that require one of these concepts."""
        numbers = {number for one in _single(concepts) for number in self._asked.get(one, ())}
        return [self.recipes[number] for number in sorted(numbers)]

    def _recipes_with(self, concepts: Iterable[int]) -> int:
        """Return how many recipes require one of these concepts."""
        return sum(len(self._asked[concept]) for concept in concepts)

    def matches(self, reading: Reading) -> Matches:
        """Return the phrases that begin at each word, but those that may begin with any."""
        return Matches(reading, self._bounded)

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
                needed=union(group for group in required if len(_single(group)) == 1),
                choices=tuple(group for group in required if len(_single(group)) > 1),
                allowed=allowed,
                fixed=(entry.get("slots") if is_table else None) or _NOTHING,
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


def _single(concepts: int) -> list[int]:
    """Return each of some concepts by itself."""
    single = []
    while concepts:
        single.append(concepts & -concepts)
        concepts &= concepts - 1
    return single


def _plain_words(node: Node) -> set[str]:
    """Return the words of a concept that stand beside no slot."""
    if not any(True for _ in slots_of(node)):
        return words_of(node)
    return set().union(*map(_plain_words, node.parts)) if isinstance(node, Choice) else set()


def _is_stuttered(words: Words) -> bool:
    """Return True if a word follows itself: "stop stop charging" can be read in two ways."""
    return any(first == second for first, second in pairwise(words))
