"""Likeness to known sentences: ranked, bounded, and silent about what is far away."""

import pytest

from intents.guess import Guesser, sampled
from intents.nodes import Phrases, Template
from intents.normalise import Normaliser

SENTENCES = {
    "lock": "lock every door of the car",
    "battery_status": "how full is the battery",
    "locate": "where did you leave the car",
    "climate_on": "make it warmer in there",
    "thanks_smalltalk": "thank you so much",
}


@pytest.fixture(scope="module")
def guesser() -> Guesser:
    templates = (
        Template(intent=intent, node=Phrases((tuple(text.split()),)), fixed={}, source=text)
        for intent, text in SENTENCES.items()
    )
    return Guesser(sampled(templates, Normaliser("en", {})))


@pytest.mark.parametrize(("intent", "text"), SENTENCES.items(), ids=list(SENTENCES))
def test_known_sentence_is_its_own_nearest(guesser: Guesser, intent: str, text: str) -> None:
    nearest = guesser.nearest(tuple(text.split()))

    assert nearest[0][0] == intent
    assert 0.6 < nearest[0][1] < 1.000001


@pytest.mark.parametrize(
    ("said", "intent"),
    [("how full is teh batery", "battery_status"), ("whats warmer inside there", "climate_on")],
)
def test_slip_of_the_finger_stays_near(guesser: Guesser, said: str, intent: str) -> None:
    nearest = guesser.nearest(tuple(said.split()))

    assert nearest[0][0] == intent
    assert 0.36 <= nearest[0][1] < 1.0


@pytest.mark.parametrize(
    "said", ["", "17 20", "zzz", "quick brown fox", "full moon yesterday night"]
)
def test_what_is_far_away_is_not_guessed(guesser: Guesser, said: str) -> None:
    assert guesser.nearest(tuple(said.split())) == []


def test_guesses_are_ranked(guesser: Guesser) -> None:
    words = tuple(" ".join(SENTENCES.values()).split())

    nearest = guesser.nearest(words)

    assert nearest == sorted(nearest, key=lambda entry: (-entry[1], entry[0]))
