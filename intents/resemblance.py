"""What a text is like that no grammar covers: for buttons, and for answers to clear questions."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from intents.catalogue import Catalogue
from intents.guess import NO_WISH
from intents.language import Language
from intents.models import Certainty, Intent, Recognition, Risk
from intents.readings import Readings
from intents.text import Text

_MAX_SUGGESTIONS = 3
_MOST_WORDS_IN_PARTS = 12  # longer texts have too many parts for the time we have
_LEAST_SHARE = 0.4  # of a text's words, for a part of it to be its meaning
_CAR = frozenset(("car",))  # which any intent may be about
_CLEAR = 0.6  # distance of the second guess, to answer a question that is the first
_MOST_LEFT = 1  # words of a question that nothing explains
_LEAST_TOLD = 2  # words that say what a question with such words is about
_LEAST_WORDS_WITH_LEFT = 6
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

Scored = tuple[float, Intent]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """What a text may mean, best first, each intent once."""

    intents: tuple[Intent, ...] = ()
    is_wish: bool = False  # it is more like a wish than like talk of something else
    is_clear: bool = False  # the first is like no other


def resembling(catalogue: Catalogue, language: Language, readings: Readings, said: Text) -> Likely:
    """Return what a text is like of all that people were heard to say.

    Parts of it that templates match tell slots. They, and concepts that its words stand for, tell
    what may be meant where it is more like no wish. What a negation forbids is left out.
    """
    is_negated = not language.normaliser.negations.isdisjoint(said.words)

    def may_be(name: str) -> bool:
        is_query = catalogue[name].risk is Risk.QUERY
        return is_query or not is_negated or name in _SAID_BY_NEGATION

    guesses = language.guesser.ranked(said.words)
    is_wish = bool(guesses) and guesses[0].intent != NO_WISH and may_be(guesses[0].intent)
    if not is_wish:
        by_grammar = [
            *_parts(language, readings, said, may_be),
            *(one for one in _concepts(language, readings, said) if may_be(one[1].name)),
        ]
        found = sorted(_best_of_each(by_grammar).values(), key=_best_first)
        return Likely(intents=tuple(intent for _, intent in found))
    names = [
        one.intent
        for one in guesses[: _MAX_SUGGESTIONS + 1]
        if one.intent != NO_WISH and may_be(one.intent)
    ]
    telling = names  # intents whose slots a part of the text may tell
    if not readings.reading(said.words).has_part(_CAR):
        telling = [name for name in names if catalogue[name].slots]
    explained = _best_of_each(
        _parts(language, readings, said, telling.__contains__) if telling else ()
    )
    likeliest = [explained[name][1] if name in explained else Intent(name=name) for name in names]
    return Likely(
        intents=tuple(likeliest[:_MAX_SUGGESTIONS]),
        is_wish=True,
        is_clear=guesses[1].distance >= _CLEAR,
    )


def _best_of_each(scored: Iterable[Scored]) -> Mapping[str, Scored]:
    best: dict[str, Scored] = {}
    for score, intent in scored:
        if score > best.get(intent.name, (0.0, intent))[0]:
            best[intent.name] = score, intent
    return best


def _best_first(scored: Scored) -> tuple[float, str]:
    return -scored[0], scored[1].name


def clear_question(
    catalogue: Catalogue, language: Language, readings: Readings, best: Likely, said: Text
) -> bool:
    """Return True if the best is a question like no other; answering it does not touch the car."""
    words, intent = said.words, best.intents[0]
    if not best.is_wish:
        return False
    if not language.normaliser.negations.isdisjoint(words):
        return False
    if not language.composition.blocking.isdisjoint(words):
        return False
    spec = catalogue[intent.name]
    if spec.risk is not Risk.QUERY or _asks_somebody(catalogue, readings, said):
        return False
    is_bare = not spec.slots  # else "last week" might be what nothing explains
    return best.is_clear or (
        is_bare and _is_nearly_explained(language, readings, words, intent.name)
    )


def _asks_somebody(catalogue: Catalogue, readings: Readings, said: Text) -> bool:
    """Return True if all but the first word is an order: "Ben, can you lock the car?"."""
    rest = readings.of(said.part(1, len(said.tokens)))
    return any(catalogue[intent.name].risk is not Risk.QUERY for intent in rest.intents)


def _is_nearly_explained(
    language: Language, readings: Readings, words: Sequence[str], name: str
) -> bool:
    """Return True if a recipe misses nothing, leaves a word at most, and no other explains as many.

    In a short text no word may be left: "where is my parcel" is one word away from the car.
    """
    found = language.composition.met(readings.matches(tuple(words)))
    if not found or found[0].intent != name or found[0].told < _LEAST_TOLD:
        return False
    left = len(words) - found[0].explained
    if left > _MOST_LEFT or (left and len(words) < _LEAST_WORDS_WITH_LEFT):
        return False
    return all(one.explained < found[0].explained for one in found[1:])


def unsure(intents: Sequence[Intent]) -> Recognition:
    """Return a question back: at most three buttons."""
    shown: dict[str, Intent] = {}
    for intent in intents:
        shown.setdefault(intent.name, intent)
    suggestions = tuple(shown.values())[:_MAX_SUGGESTIONS]
    return Recognition(certainty=Certainty.UNSURE, intent=suggestions[0], suggestions=suggestions)


def _parts(
    language: Language, readings: Readings, said: Text, may_be: Callable[[str], bool]
) -> Iterable[Scored]:
    """Return meanings of parts of a text with the share of its words they explain."""
    if len(said.words) > _MOST_WORDS_IN_PARTS:
        return
    least = math.ceil(_LEAST_SHARE * len(said.words))
    for part in language.grammar.find_parts(readings.reading(said.words), least, may_be):
        if (meaning := readings.of_part(part, said)) is not None:
            intent, free_words = meaning
            share = (part.length - free_words) / len(said.words)
            if share >= _LEAST_SHARE:
                yield share, intent


def _concepts(language: Language, readings: Readings, said: Text) -> Iterable[Scored]:
    """Return intents of which the text has concepts: with a word unexplained, never an answer."""
    matches = readings.matches(said.words)
    for one in language.composition.resemble(said.words, matches, _LEAST_SHARE):
        yield one.share, Intent(name=one.recipe.intent)
