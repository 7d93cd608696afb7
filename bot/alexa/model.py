"""The interaction model of a locale, as the developer console takes it; pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from hassil.numbers import get_rbnf_engine

from bot.actions.policy import CHAT_ONLY
from bot.alexa.samples import Speech, any_list, load_speech, samples_of, sayable
from bot.alexa.skill import DIGITS, FREE_WORDS
from bot.alexa.slots import KINDS, NUMBER, WORDS
from bot.localisation import Texts
from intents.catalogue import Catalogue
from intents.recogniser import Recogniser

LOCALES = (
    "en-GB",
    "en-US",
    "en-AU",
    "en-CA",
    "en-IN",
    "de-DE",
    "fr-FR",
    "fr-CA",
    "es-ES",
    "es-MX",
    "es-US",
    "it-IT",
)
BUILT_IN = ("Help", "Cancel", "Stop", "Fallback", "Yes", "No", "NavigateHome")
TYPED_OR_BUILT_IN = CHAT_ONLY | {"help", "cancel", "thanks_smalltalk"}
CARS = (1, 3, 5)
LEVELS = ("0", "1", "2", "3")


def build_model(
    locale: str,
    *,
    invocation_name: str | None,
    catalogue: Catalogue,
    texts: Texts,
    recogniser: Recogniser,
    now: datetime,
) -> dict[str, Any]:
    """Return the model; ``KeyError`` for a locale without a language of ours."""
    language = locale.partition("-")[0]
    if locale not in LOCALES:
        raise KeyError(locale)
    speech = load_speech(language)
    intents, used = [], set[str]()
    for spec in sayable(catalogue):
        if spec.name in TYPED_OR_BUILT_IN:
            continue
        said = [it for it in samples_of(spec, speech, recogniser, now) if it not in used]
        used.update(said)
        if said:
            intents.append(_intent(spec.name, said))
    own = [*intents, *_own_intents(texts, language, used)]
    built_in = [{"name": f"AMAZON.{name}Intent", "samples": []} for name in BUILT_IN]
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": invocation_name or texts.format("alexa-name", language, {}),
                "intents": [*built_in, *own],
                "types": _types(own, speech),
            }
        }
    }


def _intent(name: str, samples: Sequence[str]) -> dict[str, Any]:
    slots = [slot for slot in KINDS if any(f"{{{slot}}}" in sample for sample in samples)]
    typed = [{"name": slot, "type": KINDS[slot].type or _type_name(slot)} for slot in slots]
    return {"name": name, "slots": typed, "samples": list(samples)}


def _own_intents(texts: Texts, language: str, used: set[str]) -> Iterable[dict[str, Any]]:
    """Return the intents for digits and for whole sentences, which the recogniser reads."""

    def phrases(key: str) -> list[str]:
        return [phrase.strip() for phrase in texts.format(key, language, {}).split(",")]

    digits = ["{number}", *(f"{phrase} {{number}}" for phrase in phrases("alexa-digits"))]
    words = [f"{phrase} {{words}}" for phrase in phrases("alexa-carriers")]
    for name, slot, kind, samples in (
        (DIGITS, "number", NUMBER, digits),
        (FREE_WORDS, "words", WORDS, words),
    ):
        kept = [sample for sample in samples if sample not in used]
        yield {"name": name, "slots": [{"name": slot, "type": kind}], "samples": kept}


def _types(intents: Iterable[Mapping[str, Any]], speech: Speech) -> list[dict[str, Any]]:
    """Return the lists that the intents' slots need."""
    needed = {slot["name"] for intent in intents for slot in intent["slots"]}
    lists = [slot for slot, kind in KINDS.items() if kind.type is None and slot in needed]
    return [{"name": _type_name(slot), "values": _unique(_values(slot, speech))} for slot in lists]


def _values(slot: str, speech: Speech) -> dict[str, list[str]]:
    if slot == "car":
        spell = get_rbnf_engine(speech.language).format_number
        return {
            str(number): [f"hashtag {spell(number).text}", f"smart {spell(number).text}"]
            for number in CARS
        }
    values = {value: list(ways) for value, ways in any_list(speech, slot).items()}
    if slot == "level":
        for level in LEVELS:
            values.setdefault(level, []).append(level)
    return values


def _unique(values: Mapping[str, Sequence[str]]) -> list[dict[str, Any]]:
    """Return values with synonyms; a word stands for one value only, the first."""
    taken: set[str] = set()
    rows = []
    for identity, ways in values.items():
        free = [way for way in dict.fromkeys(ways) if way.lower() not in taken]
        taken.update(way.lower() for way in free)
        if free:
            rows.append({"id": identity, "name": {"value": free[0], "synonyms": free[1:]}})
    return rows


def _type_name(slot: str) -> str:
    return f"SMART_{slot}"
