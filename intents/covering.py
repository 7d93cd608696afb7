"""Ways to cover a text with phrases that stand for concepts."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from intents.automaton import Automaton
from intents.reading import Bound, Reading
from intents.slots import Span

_MOST_COVERS = 120  # per place of a text; people do not say more ambiguous things

Match = tuple[int, int, Bound]  # the word after the last one, the concept, and what was bound
Cover = tuple[int, Bound, int]  # concepts, what was bound, and which sets allow the concepts


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


def covers(matches: Matches, allowed: Sequence[int]) -> list[Cover]:
    """Return every way to cover the words with concepts that one of some sets allows.

    What allows a cover is a number with a bit for each set.
    """
    if not allowed:
        return []
    ways: list[dict[tuple[int, Bound], None]] = [{} for _ in range(len(matches) + 1)]
    ways[0][0, ()] = None
    leading = _leading_on(matches)
    allowing: dict[int, int] = {}  # a concept by itself
    fits = {0: (1 << len(allowed)) - 1}  # concepts together
    for at in range(len(matches)):
        for concepts, bound in list(ways[at])[:_MOST_COVERS]:
            for end, concept, more in matches[at]:
                if end not in leading:
                    continue
                joint = concepts | concept
                if joint not in fits:
                    if concept not in allowing:
                        allowing[concept] = _allowing(concept, allowed)
                    fits[joint] = fits[concepts] & allowing[concept]
                if fits[joint]:
                    ways[end][joint, bound + more if more else bound] = None
    return [
        (concepts, bound, fits[concepts]) for concepts, bound in ways[-1] if _is_said_once(bound)
    ]


def reached_by(matches: Matches) -> set[int]:
    """Return the words before which phrases end that lead there from the first word."""
    reached = {0}
    for at in range(len(matches)):
        if at in reached:
            reached.update(end for end, _, _ in matches[at])
    return reached


def _leading_on(matches: Matches) -> set[int]:
    """Return the words before which phrases begin that lead to the end."""
    leading = {len(matches)}
    for at in sorted(reached_by(matches), reverse=True):
        if at < len(matches) and any(end in leading for end, _, _ in matches[at]):
            leading.add(at)
    return leading


def _allowing(concept: int, allowed: Sequence[int]) -> int:
    return sum(1 << number for number, one in enumerate(allowed) if not concept & ~one)


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


def _is_said_once(bound: Bound) -> bool:
    """Return False if a slot has two values: "to 80 and 90"."""
    return len(dict(bound)) == len(set(bound))


def _is_free(bound: Bound) -> bool:
    """Return True if a name or a place took any words there were."""
    return any(isinstance(value, Span) for _, value in bound)
