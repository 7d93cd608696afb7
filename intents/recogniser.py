"""Text to intent: an order is certain only if the grammar matches all of it."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from intents.catalogue import Catalogue, load_catalogue
from intents.followups import follow_up
from intents.grammar import Found, Words
from intents.language import SPOKEN_LANGUAGES, Language, Languages
from intents.models import Certainty, Context, Intent, Recognition, Risk
from intents.normalise import Text
from intents.slots import Span, Surroundings, out_of_range, settle
from intents.spelling import corrections

MAX_CHARACTERS = 300
"""Nobody says more than this to a car; longer texts are unknown at once."""

_MAX_WORDS = 45
_MAX_SUGGESTIONS = 3
_MOST_WORDS_IN_PARTS = 12  # longer texts have too many parts for the time we have
_LEAST_SHARE = 0.4  # of a text's words, for a part of it to be its meaning
_LIKE_ENOUGH = 0.6  # likeness, or share of words, to answer a question
_QUESTION_RIVALRY = 0.8  # of the best likeness; nearer rivals are asked about
_ORDER_RIVALRY = 0.6  # the same for orders, which are not to be taken for questions
_SAID_BY_NEGATION = frozenset(
    (
        "alerts_off",
        "climate_off",
        "fragrance_off",
        "fridge_off",
        "quiet_hours",
        "remove_driver",
        "share_cancel",
        "share_decline",
        "stop_charging",
    )
)
_FALLBACK_LANGUAGE = "en"
_MODELS = ("#1", "#3", "#5")
_UNKNOWN = Recognition(certainty=Certainty.UNKNOWN)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One meaning of a text, and how many of its words the grammar did not look at."""

    intent: Intent
    free_words: int


class Recogniser:
    """Reads texts in several languages; holds no state between texts."""

    def __init__(self, catalogue: Catalogue, languages: Languages) -> None:
        """Take at least one language."""
        self._catalogue = catalogue
        self._languages = languages

    @classmethod
    def load(cls, languages: Sequence[str] = SPOKEN_LANGUAGES) -> "Recogniser":
        """Read the catalogue; the sentences of a language are compiled when it is first spoken."""
        catalogue = load_catalogue()
        return cls(catalogue, Languages(languages, catalogue))

    def recognise(self, text: str, language: str, context: Context) -> Recognition:
        """Return what a text means; ``language`` is a code such as "de" or "en-GB"."""
        if len(text) > MAX_CHARACTERS:
            return _UNKNOWN
        spoken = self._language(language)
        said = spoken.normaliser.normalise(text)
        if not said.tokens or len(said.tokens) > _MAX_WORDS:
            return _UNKNOWN
        readings = self._readings(spoken, said, said.words, context)
        if readings:
            return self._judged(readings, said)
        if followed := self._followed(spoken, said, context):
            return followed
        return self._guessed(spoken, said, context)

    def suggest(self, text: str, language: str, context: Context) -> tuple[Intent, ...]:
        """Return up to three intents that a text resembles, best first; never to be acted on."""
        recognition = self.recognise(text, language, context)
        if recognition.intent is not None and not recognition.suggestions:
            return (recognition.intent,)
        return recognition.suggestions

    def _language(self, code: str) -> Language:
        wanted = (code.replace("_", "-").partition("-")[0].lower(), _FALLBACK_LANGUAGE)
        known = (code for code in (*wanted, *self._languages) if code in self._languages)
        return self._languages[next(known)]

    def _readings(
        self, language: Language, said: Text, words: Words, context: Context
    ) -> list[Intent]:
        """Return the distinct meanings of a text; the one with the fewest free words wins."""
        surroundings = self._surroundings(language, context)
        readings = [
            reading
            for found in language.grammar.find(words, surroundings)
            if (said.is_question or not found.template.is_question)
            and (reading := self._reading(found, said, context)) is not None
        ]
        fewest = min((reading.free_words for reading in readings), default=0)
        return _distinct(reading.intent for reading in readings if reading.free_words == fewest)

    def _reading(self, found: Found, said: Text, context: Context) -> _Reading | None:
        bound = {**found.template.fixed, **dict(found.bound)}
        spec = self._catalogue[found.template.intent]
        slots = settle(spec, bound, said, context.now)
        if slots is None:
            return None
        free = sum(value.end - value.start for value in bound.values() if isinstance(value, Span))
        return _Reading(Intent(name=spec.name, slots=slots), free)

    def _surroundings(self, language: Language, context: Context) -> Surroundings:
        names = dict.fromkeys((*context.car_names, *_MODELS))
        cars = [(language.normaliser.meaningful_words(name), name) for name in names]
        return Surroundings(now=context.now, cars=tuple(car for car in cars if car[0]))

    def _judged(self, readings: list[Intent], said: Text) -> Recognition:
        if len(readings) > 1:
            asked = [one for one in readings if self._catalogue[one.name].risk is Risk.QUERY]
            if not (said.is_question and len(asked) == 1):
                return _unsure(readings)
            readings = asked  # "windows shut?" is no order to shut them
        intent = readings[0]
        spec = self._catalogue[intent.name]
        is_doubtful = said.is_quoted or said.is_report or (said.is_question and not spec.asked)
        if is_doubtful and spec.risk is not Risk.QUERY:
            return _unsure(readings)
        if beyond := out_of_range(spec, intent.slots):
            return Recognition(certainty=Certainty.OUT_OF_RANGE, intent=intent, out_of_range=beyond)
        return Recognition(certainty=Certainty.CERTAIN, intent=intent)

    def _followed(self, language: Language, said: Text, context: Context) -> Recognition | None:
        if context.last_intent is None:
            return None
        surroundings = self._surroundings(language, context)
        for found in language.follow_ups.find(said.words, surroundings):
            followed = follow_up(found, context, self._catalogue)
            if followed is None:
                continue
            if followed.is_clear:
                return self._judged(list(followed.intents), said)
            return _unsure(followed.intents)
        return None

    def _guessed(self, language: Language, said: Text, context: Context) -> Recognition:
        """Several wishes, a slip of the finger, another language, or only some likeness."""
        if wishes := self._wishes(language, said, context):
            return _unsure(wishes)
        corrected = [
            intent
            for words in corrections(said.words, language.grammar.vocabulary)
            for intent in self._readings(language, said, words, context)
        ]
        if corrected := _distinct(corrected):
            only = corrected[0]
            if len(corrected) == 1 and self._catalogue[only.name].risk is Risk.QUERY:
                return Recognition(certainty=Certainty.CERTAIN, intent=only)
            return _unsure(corrected)
        if foreign := self._in_other_languages(language, said.said, context):
            return _unsure(foreign)
        return self._resembling(language, said, context)

    def _resembling(self, language: Language, said: Text, context: Context) -> Recognition:
        """Return what a part of the text means, and what the text is like; best first.

        A question that only one intent can answer is answered: that does not touch the car.
        """
        is_negated = not language.normaliser.negations.isdisjoint(said.words)
        scored: dict[str, tuple[float, Intent]] = {}
        for score, intent in (
            *self._parts(language, said, context),
            *(
                (likeness, Intent(name=name))
                for name, likeness in language.guesser.nearest(said.words)
            ),
        ):
            spec = self._catalogue[intent.name]
            if is_negated and spec.risk is not Risk.QUERY and intent.name not in _SAID_BY_NEGATION:
                continue
            if intent.name not in scored or score > scored[intent.name][0]:
                scored[intent.name] = score, intent
        best = sorted(scored.values(), key=lambda one: (-one[0], one[1].name))
        if not best:
            return _UNKNOWN
        if not is_negated and self._is_clear_question(best):
            return Recognition(certainty=Certainty.CERTAIN, intent=best[0][1])
        return _unsure([one for _, one in best])

    def _is_clear_question(self, best: Sequence[tuple[float, Intent]]) -> bool:
        (score, intent), rivals = best[0], best[1:]
        if self._catalogue[intent.name].risk is not Risk.QUERY or score < _LIKE_ENOUGH:
            return False
        return all(
            rival <= score * (_QUESTION_RIVALRY if spec.risk is Risk.QUERY else _ORDER_RIVALRY)
            for rival, spec in ((rival, self._catalogue[one.name]) for rival, one in rivals)
        )

    def _parts(
        self, language: Language, said: Text, context: Context
    ) -> Iterable[tuple[float, Intent]]:
        """Return meanings of parts of a text with the share of its words they explain."""
        if len(said.words) > _MOST_WORDS_IN_PARTS:
            return
        surroundings = self._surroundings(language, context)
        least = math.ceil(_LEAST_SHARE * len(said.words))
        for part in language.grammar.find_parts(said.words, surroundings, least):
            if (reading := self._reading(part.found, said, context)) is not None:
                share = (part.length - reading.free_words) / len(said.words)
                if share >= _LEAST_SHARE:
                    yield share, reading.intent

    def _wishes(self, language: Language, said: Text, context: Context) -> list[Intent]:
        """Return the wishes of a sentence that joins several; none unless each part is one."""
        joiners = language.normaliser.joiners
        joints = [at for at, word in enumerate(said.words) if word in joiners]
        for joint in joints:
            parts = [said.part(0, joint), said.part(joint + 1, len(said.tokens))]
            readings = [self._readings(language, part, part.words, context) for part in parts]
            if all(readings):
                return _distinct(intent for reading in readings for intent in reading)
        return []

    def _in_other_languages(self, language: Language, text: str, context: Context) -> list[Intent]:
        for other in self._languages.values():
            if other is not language:
                said = other.normaliser.normalise(text)
                if said.tokens and (found := self._readings(other, said, said.words, context)):
                    return found
        return []


def _distinct(intents: Iterable[Intent]) -> list[Intent]:
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


def _unsure(intents: Sequence[Intent]) -> Recognition:
    shown: dict[str, Intent] = {}
    for intent in intents:
        shown.setdefault(intent.name, intent)
    suggestions = tuple(shown.values())[:_MAX_SUGGESTIONS]
    return Recognition(certainty=Certainty.UNSURE, intent=suggestions[0], suggestions=suggestions)
