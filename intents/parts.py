"""What the templates of a language share, rules and slots, by the words they can begin with."""

from collections.abc import Mapping, Sequence, Set

from intents.automaton import Automaton
from intents.nodes import Rule, Words, first_words, kind_of, words_needed
from intents.reading import Find, PartMatches, Reading
from intents.slots import CAR, SlotReader, Surroundings


class Parts:
    """The rules and slots of one language."""

    def __init__(self, readers: Mapping[str, SlotReader], rules: Sequence[Rule]) -> None:
        """Take readers, and rules each of which comes after those that it consists of."""
        self._finders: dict[str, Find] = {
            **{name: _ReadSlot(reader) for name, reader in readers.items()},
            **{rule.name: _ReadRule(rule) for rule in rules},
        }
        starts: dict[str, frozenset[str] | None] = {
            **{name: reader.begins.starts for name, reader in readers.items()},
            **{rule.name: first_words(rule.body) for rule in rules},
        }
        kinds = {
            name: None if words is None else frozenset(map(kind_of, words))
            for name, words in starts.items()
        }
        self._anywhere = self._only({name for name, words in kinds.items() if words is None})
        self._by_word = {
            kind: self._only(
                {name for name, words in kinds.items() if words is None or kind in words}
            )
            for kind in frozenset().union(*(words for words in kinds.values() if words))
        }

    def read(
        self, words: Words, surroundings: Surroundings, other: Reading | None = None
    ) -> Reading:
        """Return a text that knows which parts may begin at each of its words.

        What it has in common with another text is found once.
        """
        cars = {name[0] for name, _ in surroundings.cars}

        def finders(word: str) -> Mapping[str, Find]:
            found = self._by_word.get(kind_of(word), self._anywhere)
            if word not in cars:
                return found
            return self._only(found.keys() | self._by_word.get(CAR, {}).keys())

        return Reading(words, frozenset(map(kind_of, words)), surroundings, finders, other)

    def _only(self, names: Set[str]) -> dict[str, Find]:
        return {name: find for name, find in self._finders.items() if name in names}


class _ReadSlot:
    """Finds the values of a slot."""

    def __init__(self, reader: SlotReader) -> None:
        self._read = reader.read
        self._needs = reader.begins.needs

    def __call__(self, reading: Reading, at: int) -> PartMatches:
        if self._needs is not None and self._needs.isdisjoint(reading.kinds):
            return ()
        return tuple(self._read(reading, at))


class _ReadRule:
    """Finds the ways to say a rule."""

    def __init__(self, rule: Rule) -> None:
        self._automaton = Automaton([(rule.body, 0)])
        self._needs = words_needed(rule.body)

    def __call__(self, reading: Reading, at: int) -> PartMatches:
        if self._needs is not None and self._needs.isdisjoint(reading.kinds):
            return ()
        if self._automaton.is_hopeless(reading, at):
            return ()
        found = self._automaton.endings(reading, at, at + 1)
        return tuple(dict.fromkeys((end, bound) for _, end, bound in found))
