"""Templates as one automaton of words: what begins alike is compared with a text only once.

A state knows the words that may follow, the parts (rules, and slots that code reads) that may
follow, the values that are bound on the way, and which templates end here. States are made from
sets of positions in the templates, so that a word leads to one state; equal states are one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from intents.nodes import (
    Binding,
    Chain,
    Choice,
    Node,
    Phrases,
    Rule,
    Slot,
    Values,
    Words,
    can_be_empty,
)
from intents.reading import Bound, Ending, Reading

Edges = dict[str, tuple[tuple[str, int], ...]]  # part -> (slot that it fills or "", next state)
Binds = tuple[tuple[Binding, int], ...]
State = tuple[dict[str, int], Edges, Binds, tuple[int, ...]]

_NO_STEPS: dict[str, int] = {}  # one for all states that have none
_NO_EDGES: Edges = {}


@dataclass(slots=True)
class _Position:
    """A place in a template: what leads on from it without, and with, something being said."""

    skips: list[int] = field(default_factory=list)
    words: list[tuple[str, int]] = field(default_factory=list)
    parts: list[tuple[tuple[str, str], int]] = field(default_factory=list)
    binds: list[tuple[Binding, int]] = field(default_factory=list)
    ends: int | None = None


class Automaton:
    """Every way to say some nodes, each with a number that is told when it is found."""

    def __init__(self, nodes: Iterable[tuple[Node, int]]) -> None:
        """Compile pairs of node and number."""
        self._states, self._start = _States.of(nodes)

    def __len__(self) -> int:
        """Return the number of states."""
        return len(self._states)

    def is_hopeless(self, reading: Reading, at: int) -> bool:
        """Return True if a word leads nowhere, or to nothing that the next word goes on with."""
        words = reading.words
        following, edges, binds, _ = self._states[self._start]
        if binds or (edges and not edges.keys().isdisjoint(reading.parts_at(at))):
            return False
        next_state = following.get(words[at])
        if next_state is None:
            return True
        following, edges, binds, ends = self._states[next_state]
        if binds or ends:
            return False
        if at + 1 == len(words):
            return True
        if words[at + 1] in following:
            return False
        return not edges or edges.keys().isdisjoint(reading.parts_at(at + 1))

    def endings(self, reading: Reading, at: int, least: int) -> Sequence[Ending]:
        """Return what is said from word ``at`` on and ends at word ``least`` or later."""
        words, states = reading.words, self._states
        last, steps = len(words), 0
        open_ways: list[tuple[int, int, Bound]] = [(self._start, at, ())]
        found: list[Ending] = []
        while open_ways:
            state, here, bound = open_ways.pop()
            while True:
                steps += 1
                following, edges, binds, ends = states[state]
                if ends and here >= least:
                    found += [(end, here, bound) for end in ends]
                for binding, further in binds:
                    open_ways.append((further, here, (*bound, binding)))
                if here == last:
                    break
                if edges:
                    parts, known = reading.here(here)
                    few, many = (edges, parts) if len(edges) < len(parts) else (parts, edges)
                    for name in few:
                        if name not in many:
                            continue
                        matches = known.get(name)
                        if matches is None:
                            matches = reading.matches(name, here)
                        if matches:
                            for slot, further in edges[name]:
                                for end, more in matches:
                                    joint = (*bound, (slot, more)) if slot else bound + more
                                    open_ways.append((further, end, joint))
                next_state = following.get(words[here])
                if next_state is None:
                    break
                state = next_state
                here += 1
            if steps > reading.steps.left:
                break
        reading.steps.left -= steps
        return found


class _Positions:
    """The positions of templates, built from their ends: equal ends of a template are one."""

    def __init__(self) -> None:
        self.all: list[_Position] = []
        self._known: dict[object, int] = {}

    def end(self, number: int) -> int:
        """Return the position at which a template ends."""
        at = self._new()
        self.all[at].ends = number
        return at

    def before(self, node: Node, after: int) -> int:
        """Return the position from which a node leads to ``after``."""
        key = (id(node), after)
        if key not in self._known:
            self._known[key] = self._built(node, after)
        return self._known[key]

    def _built(self, node: Node, after: int) -> int:
        match node:
            case Chain():
                for part in reversed(node.parts):
                    after = self.before(part, after)
                return after
            case Phrases():
                ways = [self._phrase(words, after) for words in dict.fromkeys(node.phrases)]
            case Choice():
                ways = [self.before(part, after) for part in node.parts]
            case Values():
                ways = [
                    self.before(part, self._bind((node.slot, value), after))
                    for value, part in node.values
                ]
            case Rule():
                ways = [self._part(("", node.name), after)]
                if can_be_empty(node.body):
                    ways.append(after)
            case Slot():
                ways = [self._part((node.slot, node.reads), after)]
            case _:
                raise TypeError(type(node).__name__)
        if len(ways) == 1:
            return ways[0]
        at = self._new()
        self.all[at].skips = ways
        return at

    def _phrase(self, words: Words, after: int) -> int:
        for word in reversed(words):
            key = (word, after)
            if key not in self._known:
                self._known[key] = self._new()
                self.all[self._known[key]].words.append((word, after))
            after = self._known[key]
        return after

    def _part(self, label: tuple[str, str], after: int) -> int:
        at = self._new()
        self.all[at].parts.append((label, after))
        return at

    def _bind(self, binding: Binding, after: int) -> int:
        key = (type(binding[1]), binding, after)
        if key not in self._known:
            self._known[key] = self._new()
            self.all[self._known[key]].binds.append((binding, after))
        return self._known[key]

    def _new(self) -> int:
        self.all.append(_Position())
        return len(self.all) - 1


class _States:
    """States made from sets of positions."""

    def __init__(self, positions: Sequence[_Position]) -> None:
        self._positions = positions
        self._by_set: dict[frozenset[int], int] = {}
        self._by_content: dict[object, int] = {}
        self.all: list[State] = []
        self._reached: dict[int, frozenset[int]] = {}

    @classmethod
    def of(cls, nodes: Iterable[tuple[Node, int]]) -> tuple[tuple[State, ...], int]:
        """Return the states, and the one to begin in."""
        positions = _Positions()
        kept = list(nodes)  # a position is known by the identity of its node
        first = [positions.before(node, positions.end(number)) for node, number in kept]
        states = cls(positions.all)
        start = states._state(states._without_skips(first))
        return tuple(states.all), start

    def _state(self, positions: frozenset[int]) -> int:
        """Return the number of the state of some positions."""
        known = self._by_set.get(positions)
        if known is None:
            known = self._by_set[positions] = self._built(positions)
        return known

    def _built(self, positions: frozenset[int]) -> int:
        words: dict[str, list[int]] = {}
        parts: dict[tuple[str, str], list[int]] = {}
        binds: dict[tuple[type, Binding], list[int]] = {}
        ends: set[int] = set()
        for number in sorted(positions):
            position = self._positions[number]
            for word, further in position.words:
                words.setdefault(word, []).append(further)
            for label, further in position.parts:
                parts.setdefault(label, []).append(further)
            for binding, further in position.binds:
                binds.setdefault((type(binding[1]), binding), []).append(further)
            if position.ends is not None:
                ends.add(position.ends)
        steps = {word: self._after(after) for word, after in words.items()}
        edges: Edges = {}
        for (slot, name), after in parts.items():
            edges[name] = (*edges.get(name, ()), (slot, self._after(after)))
        bound = tuple((binding, self._after(after)) for (_, binding), after in binds.items())
        return self._kept((steps, edges, bound, tuple(sorted(ends))))

    def _kept(self, state: State) -> int:
        steps, edges, binds, ends = state
        typed = tuple((type(binding[1]), binding, further) for binding, further in binds)
        content = (frozenset(steps.items()), frozenset(edges.items()), typed, ends)
        if content not in self._by_content:
            self._by_content[content] = len(self.all)
            self.all.append((steps or _NO_STEPS, edges or _NO_EDGES, binds, ends))
        return self._by_content[content]

    def _after(self, positions: Sequence[int]) -> int:
        return self._state(self._without_skips(positions))

    def _without_skips(self, positions: Sequence[int]) -> frozenset[int]:
        """Return the positions that these lead to without a word, and at which something is."""
        return frozenset().union(*map(self._reached_from, positions))

    def _reached_from(self, number: int) -> frozenset[int]:
        if number not in self._reached:
            skips = self._positions[number].skips
            self._reached[number] = (
                frozenset().union(*map(self._reached_from, skips))
                if skips
                else frozenset((number,))
            )
        return self._reached[number]
