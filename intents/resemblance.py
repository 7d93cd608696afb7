"""What a text is like that no grammar covers: for buttons, and for answers to clear questions."""

import math
from collections.abc import Iterable, Sequence

from intents.catalogue import Catalogue
from intents.language import Language
from intents.models import Certainty, Intent, Recognition, Risk
from intents.normalise import Text
from intents.readings import Readings

_MAX_SUGGESTIONS = 3
_MOST_WORDS_IN_PARTS = 12  # longer texts have too many parts for the time we have
_LEAST_SHARE = 0.4  # of a text's words, for a part of it to be its meaning
_LIKE_ENOUGH = 0.6  # likeness, or share of words, to answer a question
_QUESTION_RIVALRY = 0.8  # of the best likeness; nearer rivals are asked about
_ORDER_RIVALRY = 0.6  # the same for orders, which are not to be taken for questions
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


def resembling(
    catalogue: Catalogue, language: Language, readings: Readings, said: Text
) -> list[Scored]:
    """Return intents with their likeness (0 to 1), best first, each once.

    Parts of the text that templates match, concepts that its words stand for, and sentences with
    the same letters are compared. What a negation forbids is left out.
    """
    is_negated = not language.normaliser.negations.isdisjoint(said.words)
    scored: dict[str, Scored] = {}
    for score, intent in (
        *_parts(language, readings, said),
        *_concepts(language, readings, said),
        *((likeness, Intent(name=name)) for name, likeness in language.guesser.nearest(said.words)),
    ):
        spec = catalogue[intent.name]
        if is_negated and spec.risk is not Risk.QUERY and intent.name not in _SAID_BY_NEGATION:
            continue
        if intent.name not in scored or score > scored[intent.name][0]:
            scored[intent.name] = score, intent
    return sorted(scored.values(), key=lambda one: (-one[0], one[1].name))


def clear_question(
    catalogue: Catalogue,
    language: Language,
    readings: Readings,
    best: Sequence[Scored],
    said: Text,
) -> bool:
    """Return True if the best is a question like no other; answering it does not touch the car."""
    words = said.words
    if not language.normaliser.negations.isdisjoint(words):
        return False
    if not language.composition.blocking.isdisjoint(words):
        return False
    (score, intent), rivals = best[0], best[1:]
    spec = catalogue[intent.name]
    if spec.risk is not Risk.QUERY or _asks_somebody(catalogue, readings, said):
        return False
    is_bare = not spec.slots  # else "last week" might be what nothing explains
    if is_bare and _is_nearly_explained(language, readings, words, intent.name):
        return True
    return score >= _LIKE_ENOUGH and all(
        rival <= score * (_QUESTION_RIVALRY if spec.risk is Risk.QUERY else _ORDER_RIVALRY)
        for rival, spec in ((rival, catalogue[one.name]) for rival, one in rivals)
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


def _parts(language: Language, readings: Readings, said: Text) -> Iterable[Scored]:
    """Return meanings of parts of a text with the share of its words they explain."""
    if len(said.words) > _MOST_WORDS_IN_PARTS:
        return
    least = math.ceil(_LEAST_SHARE * len(said.words))
    for part in language.grammar.find_parts(readings.reading(said.words), least):
        if (meaning := readings.of_part(part, said)) is not None:
            intent, free_words = meaning
            share = (part.length - free_words) / len(said.words)
            if share >= _LEAST_SHARE:
                yield share, intent


def _concepts(language: Language, readings: Readings, said: Text) -> Iterable[Scored]:
    """Return intents of which the text has concepts: with a word unexplained, never an answer."""
    matches = readings.matches(said.words)
    for one in language.composition.resemble(said.words, matches, _LEAST_SHARE):
        yield min(one.share, _LIKE_ENOUGH * 0.99), Intent(name=one.recipe.intent)
