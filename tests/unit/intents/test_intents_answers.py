"""A short text is read as the answer to what was asked, and as nothing else."""

import pytest

from intents.models import Certainty, Intent

ANSWERS = {
    ("set_charge_limit", "percent"): {
        "en": {"80": 80, "to 90 percent please": 90, "make it eighty": 80},
        "de": {"auf 90 Prozent bitte": 90, "achtzig": 80},
        "fr": {"à 90 %": 90, "quatre-vingts pour cent": 80},
        "es": {"al 90 por ciento": 90, "hasta el 80": 80},
        "it": {"al 90 per cento": 90, "novanta": 90},
    },
    ("share_request", "start"): {
        "en": {"saturday 10 to 2": "2026-11-28T10:00", "tomorrow evening": "2026-11-25T18:00"},
        "de": {"Samstag 10 bis 14 Uhr": "2026-11-28T10:00", "morgen abend": "2026-11-25T18:00"},
        "fr": {"samedi de 10 h à 14 h": "2026-11-28T10:00", "demain soir": "2026-11-25T18:00"},
        "es": {"el sábado de 10 a 14": "2026-11-28T10:00"},
        "it": {"sabato dalle 10 alle 14": "2026-11-28T10:00", "domani sera": "2026-11-25T18:00"},
    },
    ("quiet_hours", "to"): {
        "en": {"22 to 7": "07:00", "from 10 pm to 7 am": "07:00"},
        "de": {"von 22 Uhr bis 7 Uhr": "07:00"},
        "fr": {"de 22 h à 7 h": "07:00"},
        "es": {"de las 22 a las 7": "07:00"},
        "it": {"dalle 22 alle 7": "07:00"},
    },
    ("climate_schedule", "time"): {
        "en": {"7:30": "07:30", "half past seven": "07:30"},
        "de": {"um halb acht": "07:30"},
        "fr": {"7h30": "07:30"},
        "es": {"a las 7": "07:00"},
        "it": {"alle 7": "07:00"},
    },
    ("charge_goal", "percent"): {
        "en": {"90 by 7": 90, "80 percent at half past six": 80},
        "de": {"90 bis 7": 90, "80 Prozent um halb sieben": 80},
        "fr": {"90 pour 7 h": 90, "80 % avant 6 h": 80},
        "es": {"90 para las 7": 90, "el 80 por ciento a las 6": 80},
        "it": {"90 per le 7": 90, "80 per cento alle 6": 80},
    },
    ("charge_goal", "time"): {
        "en": {"90 by 7": "07:00", "at 6:30": "06:30"},
        "de": {"90 bis 7": "07:00", "um halb sieben": "06:30"},
        "fr": {"90 pour 7 h": "07:00"},
        "es": {"90 para las 7": "07:00"},
        "it": {"90 per le 7": "07:00"},
    },
    ("share_extend", "duration"): {
        "en": {"one hour longer": 60, "30 minutes": 30},
        "de": {"eine Stunde": 60, "30 Minuten länger": 30},
        "fr": {"une heure": 60},
        "es": {"una hora más": 60},
        "it": {"un'ora": 60},
    },
    ("geofence_create", "name"): {
        "en": {"Grandma": "Grandma", "call it Home": "Home"},
        "de": {"Zuhause": "Zuhause"},
        "fr": {"Maison": "Maison"},
        "es": {"Casa": "Casa"},
        "it": {"Casa": "Casa"},
    },
    ("send_destination", "place"): {
        "en": {"the airport": "the airport"},
        "de": {"Marienplatz": "Marienplatz"},
        "fr": {"gare de Lyon": "gare de Lyon"},
        "es": {"la oficina": "la oficina"},
        "it": {"piazza Navona": "piazza Navona"},
    },
}
CASES = [
    (asked, slot, language, text, value)
    for (asked, slot), languages in ANSWERS.items()
    for language, texts in languages.items()
    for text, value in texts.items()
]
NO_ANSWERS = ("no", "don't", "unlock the car", "what is the range?", "not 80", "80 days of rain")


@pytest.mark.parametrize(("asked", "slot", "language", "text", "value"), CASES)
def test_answer_fills_the_slot_that_was_asked_for(
    recogniser, context, asked, slot, language, text, value
):
    read = recogniser.answer(text, language, context, Intent(name=asked), (slot,))

    assert (read.certainty, read.intent.name, read.intent.slots[slot]) == (
        Certainty.CERTAIN,
        asked,
        value,
    )


def test_what_was_said_before_stays(recogniser, context):
    asked = Intent(name="geofence_create", slots={"radius": 500})

    read = recogniser.answer("Home", "en", context, asked, ("name",))

    assert dict(read.intent.slots) == {"radius": 500, "name": "Home"}


def test_value_outside_its_limits_is_said_so(recogniser, context):
    asked = Intent(name="set_charge_limit")

    read = recogniser.answer("30 %", "en", context, asked, ("percent",))

    assert (read.certainty, read.out_of_range.value) == (Certainty.OUT_OF_RANGE, 30)


@pytest.mark.parametrize("text", NO_ANSWERS)
@pytest.mark.parametrize("asked", [key for key in ANSWERS if key[1] not in {"name", "place"}])
def test_anything_else_is_no_answer(recogniser, context, asked, text):
    intent, slot = asked

    read = recogniser.answer(text, "en", context, Intent(name=intent), (slot,))

    assert (read.certainty, read.intent) == (Certainty.UNKNOWN, None)
