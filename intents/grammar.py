"""All sentence templates of one kind in one language, compared with a text at once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from intents.automaton import Automaton
from intents.nodes import Template, words_of
from intents.reading import Bound, Reading, moved


class Wording(NamedTuple):
    """What a template means; how it is said is in the automaton."""

    intent: str
    fixed: Mapping[str, object]  # slots that it implies
    is_question: bool  # only meant if the text has a question mark


@dataclass(frozen=True, slots=True)
class Found:
    """A template that matches a whole text."""

    wording: Wording
    bound: Bound


@dataclass(frozen=True, slots=True)
class Part:
    """A template that matches some words of a text, and how many."""

    found: Found
    length: int


class Grammar:
    """Templates as one automaton."""

    def __init__(self, templates: Iterable[Template]) -> None:
        """Compile the templates."""
        kept = list(templates)
        self._wordings = tuple(Wording(one.intent, one.fixed, one.is_question) for one in kept)
        self.vocabulary = frozenset().union(*(words_of(one.node) for one in kept))
        self._automaton = Automaton((one.node, number) for number, one in enumerate(kept))

    def find(self, reading: Reading) -> list[Found]:
        """Return every template that matches all of the words, in their order."""
        ways, shift = reading.ways(self._automaton, 0)
        last = len(reading.words) + shift
        endings = [one for one in ways if one[1] == last]
        endings.sort(key=lambda ending: ending[0])
        return [Found(self._wordings[number], moved(bound, shift)) for number, _, bound in endings]

    def find_parts(self, reading: Reading, least: int, may_be: Callable[[str], bool]) -> list[Part]:
        """Return templates that match ``least`` or more neighbouring words, of some intents."""
        found = []
        last, wordings = len(reading.words), self._wordings
        for at in range(last - least + 1):
            ways, shift = reading.ways(self._automaton, at)
            found += [
                (number, at, end - shift, moved(bound, shift))
                for number, end, bound in ways
                if at + least <= end - shift <= last and may_be(wordings[number].intent)
            ]
        found.sort(key=lambda one: one[:3])
        return [Part(Found(wordings[number], bound), end - at) for number, at, end, bound in found]
