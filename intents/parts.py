"""What the templates of a language share, rules and slots, by the words they can begin with."""

from collections.abc import Mapping, Sequence

from intents.automaton import Automaton
from intents.nodes import Rule, Words, first_words
from intents.reading import Find, PartMatches, Reading
from intents.slots import CAR, NUMBER, SlotReader, Surroundings


class Parts:
    """The rules and slots of one language."""

    def __init__(self, readers: Mapping[str, SlotReader], rules: Sequence[Rule]) -> None:
        """Take the readers and rules that templates use."""
        finders: dict[str, Find] = {
            **{name: _ReadSlot(reader) for name, reader in readers.items()},
            **{rule.name: _ReadRule(rule) for rule in rules},
        }
        starts: dict[str, frozenset[str] | None] = {
            **{name: reader.starts for name, reader in readers.items()},
            **{rule.name: first_words(rule.body) for rule in rules},
        }
        self._anywhere = {name: finders[name] for name, words in starts.items() if words is None}
        self._by_word: dict[str, dict[str, Find]] = {}
        for name, words in starts.items():
            for kind in {_kind(word) for word in words or ()}:
                self._by_word.setdefault(kind, dict(self._anywhere))[name] = finders[name]

    def read(self, words: Words, surroundings: Surroundings) -> Reading:
        """Return a text that knows which parts may begin at each of its words."""
        names = {name[0] for name, _ in surroundings.cars}

        def parts_at(word: str) -> Mapping[str, Find]:
            parts = self._by_word.get(_kind(word), self._anywhere)
            return {**parts, **self._by_word.get(CAR, {})} if word in names else parts

        return Reading(words, surroundings, parts_at)


class _ReadSlot:
    """Finds the values of a slot."""

    def __init__(self, reader: SlotReader) -> None:
        self._read = reader.read

    def __call__(self, reading: Reading, at: int) -> PartMatches:
        return tuple(self._read(reading, at))


class _ReadRule:
    """Finds the ways to say a rule."""

    def __init__(self, rule: Rule) -> None:
        self._automaton = Automaton([(rule.body, 0)])

    def __call__(self, reading: Reading, at: int) -> PartMatches:
        found = self._automaton.endings(reading, at, at + 1)
        return tuple(dict.fromkeys((end, bound) for _, end, bound in found))


def _kind(word: str) -> str:
    return NUMBER if word[0].isdecimal() else word
