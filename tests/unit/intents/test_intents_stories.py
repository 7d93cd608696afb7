"""What is told beside a wish: a reason does not make an order doubtful, a second meaning does."""

import pytest

from intents.models import Context
from intents.recogniser import Recogniser


@pytest.mark.parametrize(
    ("code", "said", "name"),
    [
        ("en", "my hands are full and I'm in the rain, so could you pop the boot", "open_trunk"),
        ("en", "lock the car, I am already on the train", "lock"),
        ("en", "turn on the seat heating because my back hurts a lot today", "set_seat_heating"),
        ("de", "ich stehe im Regen, kannst du bitte den Kofferraum aufmachen", "open_trunk"),
        ("de", "sperr das Auto ab, ich sitze schon im Zug", "lock"),
        ("de", "sperr auf, meine Enkelin hat sich das Schlüsselbein gebrochen", "unlock"),
        ("de", "Scheibe enteisen, ich find den Kratzer nicht", "defrost"),
        ("de", "wenn du die Heizung anschmeißen könntest, ich steh hier und bibber", "climate_on"),
        ("de", "dass du mir das Auto zusperrst, ich bin schon reingestapft", "lock"),
        ("fr", "j'ai les mains pleines, ouvre le coffre", "open_trunk"),
        ("es", "tengo las manos llenas, abre el maletero", "open_trunk"),
        ("it", "ho le mani piene, apri il bagagliaio", "open_trunk"),
    ],
)  # fmt: skip
def test_an_order_is_followed_whatever_story_is_told(
    code: str, said: str, name: str, recogniser: Recogniser, context: Context
) -> None:
    recognition = recogniser.recognise(said, code, context)
    assert recognition.is_certain
    assert recognition.intent is not None
    assert recognition.intent.name == name


@pytest.mark.parametrize(
    "said",
    [
        "lock the car, no I am still standing in it",  # takes it back
        "lock the car, my neighbour is coming",  # a word that no story has
        "my wife said it is cold, so turn the heating on",  # reported
        "if it is cold, turn the heating on",  # a condition
        "my daughter, unlock the car",  # tells nothing: it may be addressed to her
        "Mum, I am cold, turn the heating on",
        "Mum I am cold, turn the heating on",
        "it is raining, so should I close the windows?",
        "is it raining? open the windows",  # two wishes
        "I was cold and put the heating on",  # tells what was done
        "we came in late and shut the windows",
    ],
)
def test_what_is_no_story_keeps_an_order_from_being_certain(
    said: str, recogniser: Recogniser, context: Context
) -> None:
    assert not recogniser.recognise(said, "en", context).is_certain


@pytest.mark.parametrize(
    "said",
    [
        "mach die Heizung aus, es ist die in der Orangerie",  # a place tells which one
        "der Papagei hat gebrabbelt, sperr auf",  # nobody of the list
        "sperr auf, ich meine den Tresor",
        "sperr ab, ich will das nicht",
        "dass du immer die Heizung anmachst",  # complains
        "danke, dass du das Auto abschließt",
        "wenn du das Auto abschließt",
    ],
)
def test_an_unlisted_word_is_no_story_where_it_may_say_what_is_meant(
    said: str, recogniser: Recogniser, context: Context
) -> None:
    assert not recogniser.recognise(said, "de", context).is_certain


def test_a_question_is_answered_whatever_is_told(recogniser: Recogniser, context: Context) -> None:
    said = "Aunt Petunia expects us in Leeds, so how full is the battery?"
    recognition = recogniser.recognise(said, "en", context)
    assert recognition.is_certain
    assert recognition.intent is not None
    assert recognition.intent.name == "battery_status"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("the paint fumes are awful, open the windows", "open_windows"),
        ("the weather is awful, honk the horn", "find_car"),  # alone it asks for the weather
        ("lock the car, the battery is nearly empty", "lock"),
    ],
)
def test_an_order_goes_before_a_question_that_is_only_guessed(
    said: str, meant: str, recogniser: Recogniser, context: Context
) -> None:
    recognition = recogniser.recognise(said, "en", context)
    assert recognition.is_certain
    assert recognition.intent is not None
    assert recognition.intent.name == meant
