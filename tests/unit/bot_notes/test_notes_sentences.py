"""What PocketSphinx may hear is English of the full grammar, and of its intent for certain."""

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.notes.models import SPEAKERS, TRANSCRIBERS, Choice, read_choice
from bot.notes.spoken import build_grammar, load_templates, number_words
from bot.voice.speech import speakable
from intents.catalogue import load_catalogue
from intents.models import Context, Risk
from intents.recogniser import Recogniser

pocketsphinx = pytest.importorskip("pocketsphinx")

SAMPLES = 20
CONTEXT = Context(now=datetime(2026, 11, 24, 12, tzinfo=UTC))
UNITS = (
    "°C=degrees|kWh=kilowatt hours|km=kilometres/kilometre|%=percent|m=metres|min=minutes/minute|"
    "h=hours/hour|€/kWh=euros a kilowatt hour|→=to"
)


@pytest.fixture(scope="module")
def english():
    return Recogniser.load(("en",))


def test_every_sentence_is_certain_for_its_intent_and_the_others_do_nothing(english):
    dice, catalogue, wrong = random.Random(1), load_catalogue(), set()
    for template in load_templates():
        for _ in range(SAMPLES):
            said = template.node.sample(dice)
            read = english.recognise(said, "en", CONTEXT)
            name = read.intent.name if read.is_certain and read.intent else None
            if template.intent == "others":
                is_right = name is None or catalogue[name].risk is Risk.QUERY
            else:
                is_right = name == template.intent
            if not is_right:
                wrong.add((template.intent, said, name))

    assert wrong == set()


def test_the_sound_of_every_word_is_known():
    model = Path(pocketsphinx.get_model_path("en-us/cmudict-en-us.dict"))
    known = {line.partition(" ")[0] for line in model.read_text("utf-8").splitlines()}
    rules = [line.partition("=")[2] for line in build_grammar(load_templates()).splitlines()]

    words = set(" ".join(rules).translate(str.maketrans("()[]|;", "      ")).split())

    assert {word for word in words if word not in known and not word.startswith("<")} == set()


def test_numbers_are_said_in_words():
    assert [number_words(it) for it in (1, 22, 85, 100)] == [
        ("one",),
        ("twenty", "two"),
        ("eighty", "five"),
        ("one", "hundred"),
    ]


@pytest.mark.parametrize(
    ("text", "kinds", "choice"),
    [
        ("none", TRANSCRIBERS, Choice(kind="none")),
        ("PocketSphinx", TRANSCRIBERS, Choice(kind="pocketsphinx")),
        (
            "wyoming tcp://asr:10300",
            TRANSCRIBERS,
            Choice(kind="wyoming", place="tcp://asr:10300"),
        ),
        ("whisper /models/small", TRANSCRIBERS, Choice(kind="whisper", place="/models/small")),
        ("espeak-ng", SPEAKERS, Choice(kind="espeak-ng")),
        ("espeak-ng", TRANSCRIBERS, None),
        ("wyoming", TRANSCRIBERS, None),
        ("wyoming http://asr:10300", TRANSCRIBERS, None),
        ("wyoming tcp://asr", SPEAKERS, None),
        ("whisper small", TRANSCRIBERS, None),
        ("pocketsphinx /models", TRANSCRIBERS, None),
        ("", TRANSCRIBERS, None),
    ],
)
def test_engines_are_named_with_the_place_they_need(text, kinds, choice):
    if choice is None:
        with pytest.raises(ValueError, match="n"):
            read_choice(text, kinds)
    else:
        assert read_choice(text, kinds) == choice


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "🔋 <b>62 %</b> · 238 km of range\n#1, 3 min ago",
            "62 percent, 238 kilometres of range. hashtag 1, 3 minutes ago.",
        ),
        ("22°C &amp; 4.5 kWh", "22 degrees & 4.5 kilowatt hours."),
        ("5 metres, 3 months", "5 metres, 3 months."),
        (
            "1 min ago, 11 min, 2.1 km, 1 km",
            "1 minute ago, 11 minutes, 2.1 kilometres, 1 kilometre.",
        ),
        ("12,345 km", "12,345 kilometres."),
        ("44 % → 80 %", "44 percent to 80 percent."),
        ("€0.48/kWh, see /price", "0.48 euros a kilowatt hour, see price."),
    ],
)
def test_an_answer_is_said_without_signs_and_with_units_in_words(written, said):
    assert speakable(written, UNITS) == said
