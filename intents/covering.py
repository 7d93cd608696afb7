"""Ways to cover a text with phrases that stand for concepts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import islice
from operator import or_

from intents.automaton import Automaton
from intents.nodes import Span
from intents.reading import Bound, Ending, Reading, moved

_COVERS_A_STEP = 4  # take as long as one step of an automaton
_MOST_COVERS = 120  # per place of a text; people do not say more ambiguous things

Match = tuple[int, int, Bound]  # the word after the last one, the concept, and what was bound
# the word after the last one, the concept, which recipes allow it here, and what was bound
Edge = tuple[int, int, int, Bound]
Cover = tuple[int, Bound, int]  # concepts, what was bound, and which recipes allow the concepts


class Matches:
    """The phrases that begin at each word of a text, looked for when somebody asks."""

    def __init__(self, reading: Reading, *automata: Automaton) -> None:
        """Nothing is looked for yet."""
        self._automata = automata
        self._reading = reading
        self._length = len(reading.words)
        self._reached: list[tuple[int, int] | None] = [None] * self._length
        self._found: dict[int, list[Match]] = {}

    def beside(self, automaton: Automaton) -> "Matches":
        """Return these phrases with those of one more automaton."""
        return Matches(self._reading, *self._automata, automaton)

    def __len__(self) -> int:
        """Return the number of words."""
        return self._length

    def __getitem__(self, at: int) -> list[Match]:
        """Return the phrases that begin at a word."""
        found = self._found.get(at)
        if found is None:
            found = self._found[at] = [
                (end - shift, concept, moved(bound, shift) if bound else bound)
                for ways, shift in self._ways(at)
                for concept, end, bound in ways
                if end <= self._length + shift
            ]
        return found

    def concepts(self, places: Iterable[int]) -> int:
        """Return what the phrases stand for that begin at some words, together."""
        return union(self._reach(at)[1] for at in places)

    def leading_on(self) -> list[int]:
        """Return the words before which phrases begin that lead from the first word to the end.

        They are none if the text cannot be covered.
        """
        reached = 1
        for at in range(self._length):
            if reached >> at & 1:
                reached |= self._reach(at)[0]
            elif not reached >> at:
                return []
        leading, places = 1 << self._length, []
        for at in range(self._length - 1, -1, -1):
            if reached >> at & 1 and self._reach(at)[0] & leading:
                leading |= 1 << at
                places.append(at)
        return places[::-1] if leading & 1 else []

    def edges(
        self, leading: Sequence[int], allowing: Mapping[int, int], recipes: int
    ) -> tuple[Mapping[int, Sequence[Edge]], int]:
        """Return the phrases from each word to another that some recipe allows with those before.

        Only from one of the words ``leading`` on to another, or to the end. Recipes are a number
        with a bit for each, also those ``allowing`` a concept. The second value is the recipes that
        allow phrases for all words: most texts have no such recipe.
        """
        reached = dict.fromkeys((*leading, self._length), 0)
        reached[0] = recipes
        edges: dict[int, list[Edge]] = {}
        for at in leading:
            edges[at] = possible = []
            if not (here := reached[at]):
                continue
            for ways, shift in self._ways(at):
                for concept, end, bound in ways:
                    end -= shift
                    if end in reached and (fits := here & allowing[concept]):
                        reached[end] |= fits
                        possible.append(
                            (end, concept, fits, moved(bound, shift) if bound else bound)
                        )
        return edges, reached[self._length]

    def take(self, steps: int) -> bool:
        """Count what is looked at; return False if that is too much."""
        self._reading.steps.left -= steps
        return self._reading.steps.left > 0

    def _ways(self, at: int) -> Iterator[tuple[Sequence[Ending], int]]:
        return (self._reading.ways(automaton, at) for automaton in self._automata)

    def _reach(self, at: int) -> tuple[int, int]:
        """Return before which words phrases end, a bit for each, and their concepts together."""
        known = self._reached[at]
        if known is None:
            ends = concepts = 0
            for automaton in self._automata:
                more, others = self._reading.reach(automaton, at)
                ends |= more
                concepts |= others
            known = self._reached[at] = ends, concepts
        return known


def covers(
    matches: Matches, edges: Mapping[int, Sequence[Edge]], recipes: int, telling: int
) -> list[Cover]:
    """Return every way to cover the words with concepts that one of some recipes allows.

    Ways that differ in no concept ``telling`` recipes from each other are one. None if there are
    too many to look at.
    """
    ways: list[dict[tuple[int, Bound], int]] = [{} for _ in range(len(matches) + 1)]
    ways[0][0, ()] = recipes
    for at, starting in edges.items():
        open_ways = list(islice(ways[at].items(), _MOST_COVERS))
        if not open_ways:
            continue
        possible = [
            (ways[end], concept & telling, allowed, more)
            for end, concept, fits, more in starting
            if (allowed := fits & recipes)
        ]
        if not matches.take(len(open_ways) * len(possible) // _COVERS_A_STEP):
            return []
        for (concepts, bound), fits in open_ways:
            for further, told, allowed, more in possible:
                if (joint := fits & allowed) and not (more and bound and _is_at_odds(bound, more)):
                    way = concepts | told, bound + more if more else bound
                    further[way] = further.get(way, 0) | joint
    return [(concepts, bound, fits) for (concepts, bound), fits in ways[-1].items()]


def pieces_of(matches: Matches) -> list[tuple[int, int, bool]]:
    """Return length and concepts of the longest phrases, and whether they can be harmless."""
    pieces = []
    at = 0
    while at < len(matches):
        bounded = [match for match in matches[at] if not _is_free(match[2])]
        end = max((match[0] for match in bounded), default=at)
        longest = [concept for further, concept, _ in bounded if further == end]
        if longest:
            pieces.append((end - at, union(longest), 0 in longest))
        at = max(end, at + 1)
    return pieces


def is_opening(matches: list[Match]) -> bool:
    """Return True if a longer phrase begins with a subject: "I want you to", "it is cold"."""
    return any(end > 1 and not _is_free(bound) for end, _, bound in matches)


def union(concepts: Iterable[int]) -> int:
    """Return concepts together."""
    return reduce(or_, concepts, 0)


def _is_at_odds(bound: Bound, more: Bound) -> bool:
    """Return True if a slot would have two values: "to 80 and 90"."""
    return any(slot == other and value != one for slot, value in bound for other, one in more)


def _is_free(bound: Bound) -> bool:
    """Return True if a name or a place took any words there were."""
    return any(isinstance(value, Span) for _, value in bound)
