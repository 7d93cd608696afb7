"""The interaction models: within Amazon's limits, and understood by our own recogniser."""

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.alexa.model import LOCALES, build_model
from bot.alexa.printing import print_model
from bot.alexa.samples import is_understood, load_speech
from bot.alexa.skill import DIGITS, FREE_WORDS
from bot.localisation import Texts
from bot.settings import SettingsError, load_settings
from intents.catalogue import load_catalogue
from intents.recogniser import Recogniser

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
NAME = re.compile(r"[A-Za-z_]{1,100}")
SAMPLE = re.compile(r"(?:[^\W\d_]|[ '._-]|\{[a-z_]+\})+")
CATALOGUE, TEXTS, RECOGNISER = load_catalogue(), Texts.load(), Recogniser.load()
BUILT_IN = {
    f"AMAZON.{name}Intent"
    for name in ("Help", "Cancel", "Stop", "Fallback", "Yes", "No", "NavigateHome")
}
MAIN = ("en-GB", "de-DE", "fr-FR", "es-ES", "it-IT")


def model(locale: str) -> dict[str, Any]:
    built = build_model(
        locale,
        invocation_name=None,
        catalogue=CATALOGUE,
        texts=TEXTS,
        recogniser=RECOGNISER,
        now=NOW,
    )
    content: dict[str, Any] = built["interactionModel"]["languageModel"]
    return content


@pytest.fixture(scope="module", params=MAIN)
def locale_and_model(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    return request.param, model(request.param)


def test_model_keeps_amazons_limits(locale_and_model: tuple[str, dict[str, Any]]) -> None:
    _, content = locale_and_model
    intents, types = content["intents"], content["types"]
    own = [intent for intent in intents if not intent["name"].startswith("AMAZON.")]
    samples = [sample for intent in own for sample in intent["samples"]]

    assert len(json.dumps(content)) < 1_500_000
    assert {it["name"] for it in intents} >= BUILT_IN
    assert len(own) <= 250
    assert all(NAME.fullmatch(intent["name"]) for intent in own)
    assert all(intent["samples"] for intent in own)
    assert [sample for sample in samples if not SAMPLE.fullmatch(sample)] == []
    assert len({sample.lower() for sample in samples}) == len(samples)
    assert all(NAME.fullmatch(it["name"]) and it["values"] for it in types)
    invocation = content["invocationName"]
    assert re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)+", invocation)
    assert invocation == invocation.lower()


def test_slots_are_declared_once_and_typed(locale_and_model: tuple[str, dict[str, Any]]) -> None:
    _, content = locale_and_model
    known = {it["name"] for it in content["types"]}

    for intent in content["intents"]:
        declared = {slot["name"]: slot["type"] for slot in intent.get("slots", [])}
        said = {slot for sample in intent["samples"] for slot in re.findall(r"\{(\w+)\}", sample)}
        assert set(declared) == said, intent["name"]
        assert all(kind.startswith("AMAZON.") or kind in known for kind in declared.values())
        assert len(declared) == len(intent.get("slots", []))
    for row in content["types"]:
        words = [
            word.lower()
            for value in row["values"]
            for word in (value["name"]["value"], *value["name"]["synonyms"])
        ]
        assert len(set(words)) == len(words), row["name"]


def test_search_slots_stand_alone_with_a_carrier(
    locale_and_model: tuple[str, dict[str, Any]],
) -> None:
    _, content = locale_and_model
    for intent in content["intents"]:
        free = {it["name"] for it in intent.get("slots", []) if it["type"] == "AMAZON.SearchQuery"}
        for sample in intent["samples"]:
            slots = re.findall(r"\{(\w+)\}", sample)
            if free & set(slots):
                assert len(slots) == 1
                assert sample.strip() != f"{{{slots[0]}}}"


def test_every_sample_is_understood_as_its_intent(
    locale_and_model: tuple[str, dict[str, Any]],
) -> None:
    locale, content = locale_and_model
    speech = load_speech(locale.partition("-")[0])

    wrong = [
        (intent["name"], sample)
        for intent in content["intents"]
        if intent["name"] in CATALOGUE
        for sample in intent["samples"]
        if not is_understood(
            CATALOGUE[intent["name"]], sample, speech=speech, recogniser=RECOGNISER, now=NOW
        )
    ]

    assert wrong == []


def test_what_people_ask_most_can_be_said(locale_and_model: tuple[str, dict[str, Any]]) -> None:
    _, content = locale_and_model
    by_name = {intent["name"]: intent for intent in content["intents"]}

    needed = {"battery_status", "lock_status", "lock", "unlock", "climate_on", "locate", "find_car"}
    assert needed | {DIGITS, FREE_WORDS} <= set(by_name)
    assert all(len(by_name[name]["samples"]) >= 5 for name in needed)
    assert any("{temperature}" in sample for sample in by_name["climate_on"]["samples"])
    assert not {"login", "forget", "token", "help"} & set(by_name)


def test_printed_model_is_json_with_the_name_that_was_set() -> None:
    settings = load_settings(alexa_invocation_name="our little car")

    printed = json.loads(print_model(settings, "en-US", None, NOW))

    assert printed["interactionModel"]["languageModel"]["invocationName"] == "our little car"


def test_unknown_locale_is_explained() -> None:
    with pytest.raises(SettingsError, match="de-DE"):
        print_model(load_settings(), "pt-BR", None, NOW)


def test_each_locale_has_a_language_of_ours() -> None:
    assert {locale.partition("-")[0] for locale in LOCALES} == set(TEXTS.languages)
