"""Guesses: what a text is most like, also with a slip, and silent about what was never heard."""

import pytest

from intents.catalogue import Catalogue
from intents.guess import NO_WISH, Guesser, sampled
from intents.language import compile_language
from intents.nodes import Phrases, Template
from intents.normalise import Normaliser

SENTENCES = {
    "lock": "lock every door of the car",
    "battery_status": "how full is the battery",
    "locate": "where did you leave the car",
    "climate_on": "make it warmer in there",
    "thanks_smalltalk": "thank you so much",
}
TALK = "the battery of my phone is full"


@pytest.fixture(scope="module")
def guesser() -> Guesser:
    templates = (
        Template(intent=intent, node=Phrases((tuple(text.split()),)), fixed={}, source=text)
        for intent, text in SENTENCES.items()
    )
    wishes = sampled(templates, Normaliser("en", {}))
    return Guesser([*wishes.items(), (tuple(TALK.split()), NO_WISH)])


@pytest.mark.parametrize(
    ("text", "intent"), [*((text, intent) for intent, text in SENTENCES.items()), (TALK, NO_WISH)]
)
def test_what_was_heard_is_known(guesser: Guesser, text: str, intent: str) -> None:
    best, second, *_ = guesser.ranked(tuple(text.split()))

    assert best == (intent, 0.0)
    assert second.distance > 0.6


@pytest.mark.parametrize(
    ("said", "intent"),
    [("how full is teh batery", "battery_status"), ("whats warmer inside there", "climate_on")],
)
def test_slip_of_the_finger_costs_little(guesser: Guesser, said: str, intent: str) -> None:
    assert guesser.ranked(tuple(said.split()))[0].intent == intent


@pytest.mark.parametrize("said", ["", "17 20", "zzz", "quick brown fox"])
def test_what_was_never_heard_is_not_guessed(guesser: Guesser, said: str) -> None:
    assert guesser.ranked(tuple(said.split())) == []


def test_every_intent_is_ranked_once(guesser: Guesser) -> None:
    ranked = guesser.ranked(tuple(" ".join(SENTENCES.values()).split()), len(SENTENCES) + 1)

    assert sorted(guess.intent for guess in ranked) == sorted([*SENTENCES, NO_WISH])
    assert [guess.distance for guess in ranked] == sorted(guess.distance for guess in ranked)


def test_round_that_is_left_out_is_not_learnt(catalogue: Catalogue) -> None:
    words = ("scorcher",)  # only the third round of strangers calls a hot day so
    whole = compile_language("en", catalogue)
    without = compile_language("en", catalogue, without=["strangers3"])

    assert whole.guesser.ranked(words)
    assert without.guesser.ranked(words) == []
