"""Normalising, times, ranges, follow-ups, guesses and the lines of the command."""

import json
from datetime import datetime
from typing import Any

import pytest

from intents.catalogue import Catalogue
from intents.cli import recognise_lines
from intents.language import load_language
from intents.models import Certainty, Context, Intent, Recognition
from intents.recogniser import Recogniser


@pytest.mark.parametrize(
    ("code", "said", "words"),
    [
        ("de", "Könntest du bitte die Karre abschließen?", ("auto", "abschliessen")),
        ("de", "ZWEIUNDZWANZIG GRAD", ("22", "°")),
        ("de", "Smart Hashtag drei", ("#3",)),
        ("de", "von 18-22 Uhr", ("von", "18", "-", "22", "uhr")),
        (
            "en",
            "Could you please warm it up to twenty-two degrees?",
            ("warm", "it", "up", "to", "22", "°"),
        ),
        ("en", "smart hashtag one", ("#1",)),
        ("en", "Hey, lock the car, thanks!", ("lock", "the", "car")),
        ("fr", "Vous pourriez fermer l'auto, svp ?", ("ferme", "voiture")),
        ("fr", "septante-cinq pour cent", ("75", "%")),
        ("es", "¿Me podrías cerrar el carro?", ("cierra", "el", "coche")),
        ("es", "ciérramelo porfa", ("cierra", "lo")),
        ("es", "apagué el aire", ("apagué", "el", "aire")),
        ("it", "spegnimelo", ("spegni",)),
    ],
)
def test_words_that_carry_meaning(
    catalogue: Catalogue, code: str, said: str, words: tuple[str, ...]
) -> None:
    assert load_language(code, catalogue).normaliser.normalise(said).words == words


@pytest.mark.parametrize(
    ("code", "said", "start", "end"),
    [
        (
            "en",
            "can I have the car on Saturday 10 to 2",
            "2026-11-28T10:00",
            "2026-11-28T14:00",
        ),
        (
            "en",
            "can I have the car tomorrow evening",
            "2026-11-25T18:00",
            "2026-11-25T22:00",
        ),
        (
            "en",
            "can I have the car today from 3 to 5",
            "2026-11-24T15:00",
            "2026-11-24T17:00",
        ),
        pytest.param(
            "en",
            "can I have the car on Tuesday from 7 to 8",
            "2026-12-01T07:00",
            "2026-12-01T08:00",
            id="a weekday that is today, at a time that is over",
        ),
        pytest.param(
            "en",
            "can I have the car on Tuesday from 8 to 12",
            "2026-12-01T08:00",
            "2026-12-01T12:00",
            id="a weekday that is today, at a time that has begun",
        ),
        ("de", "Auto Fr 18-22 Uhr", "2026-11-27T18:00", "2026-11-27T22:00"),
        (
            "de",
            "ich brauche das Auto am 24.12.",
            "2026-12-24T00:00",
            "2026-12-25T00:00",
        ),
        (
            "de",
            "kann ich das Auto Samstag von 22 bis 2 Uhr haben",
            "2026-11-28T22:00",
            "2026-11-29T02:00",
        ),
    ],
)
def test_interval_of_a_booking(
    recogniser: Recogniser, context: Context, code: str, said: str, start: str, end: str
) -> None:
    recognition = recogniser.recognise(said, code, context)
    assert recognition.intent == Intent(name="share_request", slots={"start": start, "end": end})


@pytest.mark.parametrize(
    ("code", "said", "time"),
    [
        ("en", "preheat at 7:30", "07:30"),
        ("en", "warm up the car in half an hour", "09:30"),
        ("de", "heiz um halb acht vor", "07:30"),
        ("de", "vorheizen um viertel nach sechs", "06:15"),
        ("de", "heiz morgen um 7 vor", "2026-11-25T07:00"),
        ("de", "mach in 20 Minuten die Heizung an", "09:20"),
    ],
)
def test_moment_of_a_schedule(
    recogniser: Recogniser, context: Context, code: str, said: str, time: str
) -> None:
    recognition = recogniser.recognise(said, code, context)
    assert recognition.intent == Intent(name="climate_schedule", slots={"time": time})


@pytest.mark.parametrize(
    ("code", "said", "slot", "value", "limits"),
    [
        ("en", "heat the car to 45 degrees", "temperature", 45, (16, 30)),
        ("de", "22 grad", None, None, None),
        ("de", "heiz das Auto auf 10 Grad", "temperature", 10, (16, 30)),
        ("de", "lade bis 30 Prozent", "percent", 30, (50, 100)),
        ("en", "charge to 83 percent", "percent", 83, (50, 100)),
        ("de", "leg einen Geofence um Kita mit 20 Metern an", "radius", 20, (50, 50000)),
    ],
)
def test_value_outside_its_limits(
    recogniser: Recogniser,
    context: Context,
    code: str,
    said: str,
    slot: Any,
    value: Any,
    limits: Any,
) -> None:
    recognition = recogniser.recognise(said, code, context)
    beyond = recognition.out_of_range
    if slot is None:
        assert recognition.is_certain
        return
    assert recognition.certainty is Certainty.OUT_OF_RANGE
    assert beyond is not None
    assert (beyond.slot, beyond.value, (beyond.minimum, beyond.maximum)) == (slot, value, limits)


@pytest.mark.parametrize(
    ("code", "said", "last", "wanted"),
    [
        (
            "en",
            "make it 23",
            Intent(name="climate_on", slots={"temperature": 21}),
            Intent(name="climate_on", slots={"temperature": 23}),
        ),
        (
            "en",
            "no, 21",
            Intent(name="climate_on", slots={"temperature": 22}),
            Intent(name="climate_on", slots={"temperature": 21}),
        ),
        (
            "de",
            "nein, 21",
            Intent(name="climate_on", slots={"temperature": 22}),
            Intent(name="climate_on", slots={"temperature": 21}),
        ),
        (
            "de",
            "mach lieber 90 Prozent",
            Intent(name="set_charge_limit", slots={"percent": 80}),
            Intent(name="set_charge_limit", slots={"percent": 90}),
        ),
        (
            "fr",
            "non, plutôt 21",
            Intent(name="climate_on", slots={"temperature": 22}),
            Intent(name="climate_on", slots={"temperature": 21}),
        ),
        (
            "es",
            "mejor a 23",
            Intent(name="climate_on", slots={"temperature": 21}),
            Intent(name="climate_on", slots={"temperature": 23}),
        ),
        (
            "it",
            "anzi metti 90 per cento",
            Intent(name="set_charge_limit", slots={"percent": 80}),
            Intent(name="set_charge_limit", slots={"percent": 90}),
        ),
        ("fr", "et les vitres ?", Intent(name="lock_status"), Intent(name="windows_status")),
        ("es", "¿y las ventanas?", Intent(name="lock_status"), Intent(name="windows_status")),
        ("it", "e i finestrini?", Intent(name="lock_status"), Intent(name="windows_status")),
        ("en", "and the windows?", Intent(name="lock_status"), Intent(name="windows_status")),
        ("de", "und die Fenster?", Intent(name="lock_status"), Intent(name="windows_status")),
        (
            "en",
            "what about the #3?",
            Intent(name="battery_status"),
            Intent(name="battery_status", slots={"car": "#3"}),
        ),
        (
            "de",
            "etwas wärmer",
            Intent(name="climate_on", slots={"temperature": 20}),
            Intent(name="climate_on", slots={"temperature": 21}),
        ),
    ],
)
def test_fragment_after_another_sentence(
    recogniser: Recogniser, tuesday: datetime, code: str, said: str, last: Intent, wanted: Intent
) -> None:
    context = Context(now=tuesday, last_intent=last)
    recognition = recogniser.recognise(said, code, context)
    assert recognition.is_certain
    assert recognition.intent == wanted
    assert not recogniser.recognise("make it 23", "en", Context(now=tuesday)).is_certain


@pytest.mark.parametrize(
    ("code", "said", "time"),
    [
        ("en", "no, 8:00", "08:00"),
        ("en", "in two hours instead", "11:00"),
        ("en", "make it quarter to eight tomorrow", "2026-11-25T07:45"),
        ("de", "lieber um halb acht", "07:30"),
        ("de", "doch erst in zwei Stunden", "11:00"),
        ("fr", "plutôt à 8h15", "08:15"),
        ("es", "mejor a las siete y media", "07:30"),
        ("it", "no, alle 8", "08:00"),
    ],
)
def test_another_time_keeps_the_rest_of_the_wish(
    recogniser: Recogniser, tuesday: datetime, code: str, said: str, time: str
) -> None:
    last = Intent(name="charge_goal", slots={"percent": 80, "time": "06:00"})
    recognition = recogniser.recognise(said, code, Context(now=tuesday, last_intent=last))

    assert recognition.is_certain
    assert recognition.intent == Intent(name="charge_goal", slots={"percent": 80, "time": time})
    timeless = Context(now=tuesday, last_intent=Intent(name="unlock"))
    assert not recogniser.recognise(said, code, timeless).is_certain


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "no, the #3"),
        ("en", "not the #1, the #3"),
        ("de", "nicht den #1, sondern den #3"),
        ("fr", "non, la #3"),
        ("es", "me refería al #3"),
        ("it", "anzi la #3"),
    ],
)
def test_the_same_is_asked_of_the_car_that_was_meant(
    recogniser: Recogniser, tuesday: datetime, code: str, said: str
) -> None:
    last = Intent(name="trips", slots={"period": "week"})
    recognition = recogniser.recognise(said, code, Context(now=tuesday, last_intent=last))

    assert recognition.is_certain
    assert recognition.intent == Intent(name="trips", slots={"period": "week", "car": "#3"})


@pytest.mark.parametrize("last", [None, Intent(name="list_cars")])
def test_another_car_is_spoken_of_if_nothing_was_asked_of_one(
    recogniser: Recogniser, tuesday: datetime, last: Intent | None
) -> None:
    context = Context(now=tuesday, last_intent=last)
    for code, said in (("en", "no, the #3"), ("de", "ich meine den #3"), ("fr", "non, la #3")):
        recognition = recogniser.recognise(said, code, context)
        assert recognition.is_certain
        assert recognition.intent == Intent(name="switch_car", slots={"name": "#3"})


def test_hour_and_minute_in_four_digits_are_no_temperature(
    recogniser: Recogniser, context: Context
) -> None:
    recognition = recogniser.recognise("have it warm at 0630", "en", context)

    assert recognition.is_certain
    assert recognition.intent == Intent(name="climate_schedule", slots={"time": "06:30"})


def test_fragment_never_repeats_an_action(recogniser: Recogniser, tuesday: datetime) -> None:
    context = Context(now=tuesday, last_intent=Intent(name="unlock"))
    for code, said in (
        ("en", "what about the #3?"),
        ("en", "no, the #3"),
        ("de", "noch einmal"),
        ("en", "again"),
    ):
        assert not recogniser.recognise(said, code, context).is_certain


@pytest.mark.parametrize(
    ("code", "said", "suggested"),
    [
        ("en", "onlock the car", "unlock"),
        ("de", "auschließen", "lock"),
        ("de", "Schließ ab und mach die Heizung an", "lock"),
        ("de", "Schließ ab und mach die Heizung an", "climate_on"),
        ("en", "aufschließen", "unlock"),
    ],
)
def test_near_sentence_is_suggested(
    recogniser: Recogniser, context: Context, code: str, said: str, suggested: str
) -> None:
    recognition = recogniser.recognise(said, code, context)
    assert recognition.certainty is Certainty.UNSURE
    assert suggested in {intent.name for intent in recognition.suggestions}


@pytest.mark.parametrize(
    ("code", "said", "meant"),
    [
        ("en", "stpo charging the car", "stop_charging"),  # two letters the other way round
        ("en", "unlok it", "unlock"),  # a letter lost, in a word that turns things around
        ("en", "lower the windos", "open_windows"),  # "window" and "windows" mean the same here
        ("de", "Heizung enschalten", "climate_on"),
    ],
)
def test_slip_that_can_mean_one_thing_only_is_mended(
    recogniser: Recogniser, context: Context, code: str, said: str, meant: str
) -> None:
    recognition = recogniser.recognise(said, code, context)
    assert recognition.is_certain
    assert recognition.intent == Intent(name=meant)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "clone the windows"),  # another word of the language
        ("de", "Klima auschalten"),  # "anschalten" or "ausschalten"
        ("de", "fester zu"),
        ("it", "pari la macchina"),  # "apri" with two letters the other way round, but a word
    ],
)
def test_slip_that_may_be_another_word_is_asked_about(
    recogniser: Recogniser, context: Context, code: str, said: str
) -> None:
    assert not recogniser.recognise(said, code, context).is_certain


def test_nothing_is_guessed_unless_it_may_be(recogniser: Recogniser, context: Context) -> None:
    said = "how hot did the sun make our little Smart"
    guessed = recogniser.recognise(said, "en", context)
    read = recogniser.recognise(said, "en", context, may_guess=False)

    assert guessed.suggestions or guessed.is_certain
    assert read == Recognition(certainty=Certainty.UNKNOWN)


@pytest.mark.parametrize("said", ["Fenster zu", "Auto auf", "Auto zu", "Fenster auf"])
def test_question_mark_turns_a_fragment_into_a_question(
    recogniser: Recogniser, context: Context, said: str
) -> None:
    order = recogniser.recognise(said, "de", context)
    question = recogniser.recognise(said + "?", "de", context)
    assert order.is_certain
    assert question.is_certain
    assert order.intent != question.intent


@pytest.mark.parametrize(
    "said", ["", "...", "qwertz yxcvb", "der Zug nach Musterstadt hat Verspätung"]
)
def test_unrelated_text_is_not_certain(recogniser: Recogniser, context: Context, said: str) -> None:
    assert not recogniser.recognise(said, "de", context).is_certain


def test_lines_are_answered_in_order(recogniser: Recogniser, tuesday: datetime) -> None:
    lines = [
        '{"lang": "de", "text": "22 Grad"}',
        "not json",
        "",
        '{"lang": "en"}',
        '{"lang": 5, "text": "lock"}',
        '{"text": "lock it"}',
    ]
    answers = [json.loads(line) for line in recognise_lines(lines, tuesday, recogniser)]
    assert answers[0] == {
        "intent": "climate_on",
        "slots": {"temperature": 22},
        "certain": True,
        "suggestions": [],
    }
    assert [answer["intent"] for answer in answers] == ["climate_on", None, None, None, "lock"]
    assert ["error" in answer for answer in answers] == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("warm the car tomorrow at 6:45", {"time": "06:45"}),
        ("warm the car tomorrow at 9:30", {"time": "2026-11-25T09:30"}),
        ("warm the car on Friday at 7", {"time": "2026-11-27T07:00"}),
        ("can I have the car today from 3 to 5?", {"start": "15:00", "end": "17:00"}),
        (
            "can I have the car Saturday 10 to 2?",
            {"start": "2026-11-28T10:00", "end": "2026-11-28T14:00"},
        ),
        ("rename the car to 2026-11-24T10:00T", None),
    ],
)
def test_times_within_a_day_are_printed_without_it(
    recogniser: Recogniser, tuesday: datetime, said: str, slots: dict[str, str] | None
) -> None:
    line = json.dumps({"lang": "en", "text": said})
    (answer,) = [json.loads(one) for one in recognise_lines([line], tuesday, recogniser)]
    if slots is not None:
        assert answer["slots"] == slots
    assert "error" not in answer
