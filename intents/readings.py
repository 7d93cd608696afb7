"""What a text means by the grammar of one language, and by its concepts."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from intents.catalogue import Catalogue
from intents.covering import Matches
from intents.grammar import Part
from intents.language import Language
from intents.models import Context, Intent
from intents.nodes import Binding, Span, Words
from intents.reading import Reading
from intents.slots import Surroundings, out_of_range, settle
from intents.text import Text

_MODELS = ("#1", "#3", "#5")
_LIMITED = frozenset({"temperature", "percent", "level"})
_PERIOD, _ALTOGETHER = "period", "all"  # "how much last month in all?" asks for last month


@dataclass(frozen=True, slots=True)
class Meanings:
    """The distinct meanings of a text, and the text as it was understood."""

    intents: tuple[Intent, ...]
    said: Text


@dataclass(frozen=True, slots=True)
class _Meaning:
    """One meaning of a text, and how many of its words nobody looked at."""

    intent: Intent
    free_words: int
    is_odd: bool  # a value is outside its limits, or there is no slot for it
    is_polite: bool = False


class Readings:
    """Meanings of a text, and of what is made of it, in one language and conversation.

    What would take too many steps to read means nothing.
    """

    def __init__(self, catalogue: Catalogue, language: Language, context: Context) -> None:
        """Prepare the car names that may be said."""
        self._catalogue = catalogue
        self._language = language
        self._context = context
        self._read: dict[Words, Reading] = {}
        self._first: Reading | None = None  # of the whole text, and others of what it is made of
        self._matches: dict[Words, Matches] = {}
        names = dict.fromkeys((*context.car_names, *_MODELS))
        cars = [(language.normaliser.words_of_name(name), name) for name in names]
        self.surroundings = Surroundings(now=context.now, cars=tuple(car for car in cars if car[0]))

    def of(self, said: Text) -> Meanings:
        """Return what the whole text means; no intents if that is not clear."""
        return self.by_templates(said) or self.by_concepts(said) or Meanings((), said)

    def by_templates(self, said: Text) -> Meanings | None:
        """Return the meanings of templates that match all of it."""
        reading = self.reading(said.words)
        found = self._language.grammar.find(reading)
        if reading.steps.left <= 0:
            return None  # there may be more to it
        return _fewest_free(
            (
                self._meaning(one.wording.intent, one.wording.fixed, one.bound, said)
                for one in found
                if said.is_question or not one.wording.is_question
            ),
            said,
        )

    def by_concepts(self, said: Text) -> Meanings | None:
        """Return the meanings of recipes that explain all of it."""
        found = self._language.composition.read(said.words, self.matches(said.words))
        if self.reading(said.words).steps.left <= 0:
            return None
        return _fewest_free(
            (
                self._meaning(
                    one.recipe.intent, one.recipe.fixed, one.bound, said, is_polite=one.is_polite
                )
                for one in found
                if said.is_question or not one.recipe.is_question
            ),
            said,
        )

    def as_answer(self, said: Text, asked: Intent, wanted: Collection[str]) -> Intent | None:
        """Return the wish with what the whole text adds to it; ``None`` if nothing wanted."""
        found = self._language.answers.find(self.reading(said.words))
        read = (self._meaning(asked.name, {}, one.bound, said) for one in found)
        meanings = [
            one
            for one in read
            if one is not None and not one.intent.slots.keys().isdisjoint(wanted)
        ]
        if not meanings:
            return None
        fullest = max(meanings, key=lambda one: (len(one.intent.slots), -one.free_words))
        return Intent(name=asked.name, slots={**asked.slots, **fullest.intent.slots})

    def with_period(self, intent: Intent, said: Text) -> Intent:
        """Return a question with the stretch of time that is said, if there is just one."""
        if _PERIOD not in self._catalogue[intent.name].slots or _PERIOD in intent.slots:
            return intent
        periods, at = Matches(self.reading(said.words), self._language.periods), 0
        values: set[object] = set()
        while at < len(said.words):
            end, _, bound = max(periods[at], key=lambda way: way[0], default=(at + 1, 0, ()))
            values.update(value for _, value in bound)
            at = end
        if len(values) > 1:
            values.discard(_ALTOGETHER)
        if len(values) != 1:
            return intent
        return Intent(name=intent.name, slots={**intent.slots, _PERIOD: str(values.pop())})

    def reading(self, words: Words) -> Reading:
        """Return a text with its parts, found once."""
        known = self._read.get(words)
        if known is None:
            known = self._language.parts.read(words, self.surroundings, self._first)
            self._read[words] = known
            self._first = self._first or known
        return known

    def matches(self, words: Words) -> Matches:
        """Return the phrases of the vocabulary in a text, found once."""
        if words not in self._matches:
            self._matches[words] = self._language.composition.matches(self.reading(words))
        return self._matches[words]

    def of_part(self, part: Part, said: Text) -> tuple[Intent, int] | None:
        """Return what a part of a text means, and how many of its words are free."""
        wording = part.found.wording
        meaning = self._meaning(wording.intent, wording.fixed, part.found.bound, said)
        return None if meaning is None else (meaning.intent, meaning.free_words)

    def _meaning(
        self,
        name: str,
        fixed: Mapping[str, object],
        bound: Sequence[Binding],
        said: Text,
        *,
        is_polite: bool = False,
    ) -> _Meaning | None:
        values = {**fixed, **dict(bound)}
        spec = self._catalogue[name]
        slots = settle(spec, values, said, self._context.now)
        if slots is None:
            return None
        free = sum(value.end - value.start for value in values.values() if isinstance(value, Span))
        is_odd = out_of_range(spec, slots) is not None or not _LIMITED.isdisjoint(
            values.keys() - spec.slots
        )
        return _Meaning(Intent(name=name, slots=slots), free, is_odd, is_polite)


def _fewest_free(meanings: Iterable[_Meaning | None], said: Text) -> Meanings | None:
    """Keep the meanings that leave the fewest words unread, and whose values may be.

    "Preheat at 7" is about a time, not about 7 °C; "preheat at 10 to 6" is not about two.
    """
    known = [meaning for meaning in meanings if meaning is not None]
    if not known:
        return None
    fewest = min(meaning.free_words for meaning in known)
    best = [meaning for meaning in known if meaning.free_words == fewest]
    best = [meaning for meaning in best if not meaning.is_odd] or best
    if all(meaning.is_polite for meaning in best):
        said = replace(said, is_question=False)
    return Meanings(tuple(distinct(meaning.intent for meaning in best)), said)


def distinct(intents: Iterable[Intent]) -> list[Intent]:
    """Drop what is said twice; of one intent with more and fewer slots the richer stays."""
    kept: list[Intent] = []
    for intent in intents:
        rivals = [other for other in kept if other.name == intent.name]
        if any(intent.slots.items() <= other.slots.items() for other in rivals):
            continue
        kept = [
            other
            for other in kept
            if other.name != intent.name or not other.slots.items() <= intent.slots.items()
        ]
        kept.append(intent)
    return kept
