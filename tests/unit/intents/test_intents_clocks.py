"""Every hour in words, with quarters, halves and minutes to and past, in all languages."""

from collections.abc import Iterator, Mapping

import pytest

from intents.models import Context, Intent
from intents.recogniser import Recogniser

HOURS = {  # from one on
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "de": (
        "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
        "sechzehn siebzehn achtzehn neunzehn zwanzig einundzwanzig zweiundzwanzig dreiundzwanzig"
    ),
    "fr": (
        "une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
        "dix-sept dix-huit dix-neuf vingt vingt-et-une vingt-deux vingt-trois"
    ),
    "es": (
        "una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
        "dieciséis diecisiete dieciocho diecinueve veinte veintiuna veintidós veintitrés"
    ),
    "it": (
        "una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
        "quindici sedici diciassette diciotto diciannove venti ventuno ventidue ventitré"
    ),
}

# "{h}" is the hour, "{n}" the next one; the minutes are those after {h}
FORMS: Mapping[str, Mapping[str, int]] = {
    "en": {
        "preheat at {h}": 0,
        "preheat at {h} o'clock": 0,
        "preheat at {h} fifteen": 15,
        "preheat at {h} forty five": 45,
        "preheat at half past {h}": 30,
        "preheat at half {h}": 30,
        "preheat at quarter past {h}": 15,
        "preheat at ten past {h}": 10,
        "preheat at twenty five past {h}": 25,
        "preheat at quarter to {n}": 45,
        "preheat at ten to {n}": 50,
        "preheat at twenty five to {n}": 35,
    },
    "de": {
        "vorheizen um {h}": 0,
        "vorheizen um viertel nach {h}": 15,
        "vorheizen um zehn nach {h}": 10,
        "vorheizen um halb {n}": 30,
        "vorheizen um viertel {n}": 15,
        "vorheizen um dreiviertel {n}": 45,
        "vorheizen um viertel vor {n}": 45,
        "vorheizen um fünf vor halb {n}": 25,
        "vorheizen um fünf nach halb {n}": 35,
        "vorheizen um zwanzig vor {n}": 40,
        "vorheizen um zehn Minuten vor {n}": 50,
    },
    "fr": {
        "préchauffe à {h} heures": 0,
        "préchauffe à {h} heures et quart": 15,
        "préchauffe à {h} heures et demie": 30,
        "préchauffe à {h} heures dix": 10,
        "préchauffe à {h} heures quarante-cinq": 45,
        "préchauffe à {n} heures moins le quart": 45,
        "préchauffe à {n} heures moins dix": 50,
        "préchauffe à {n} heures moins vingt-cinq": 35,
    },
    "es": {
        "precalienta a las {h}": 0,
        "precalienta a las {h} en punto": 0,
        "precalienta a las {h} y media": 30,
        "precalienta a las {h} y cuarto": 15,
        "precalienta a las {h} y diez": 10,
        "precalienta a las {h} treinta": 30,
        "precalienta a las {n} menos cuarto": 45,
        "precalienta a las {n} menos veinticinco": 35,
        "precalienta a un cuarto para las {n}": 45,
        "precalienta a las diez para las {n}": 50,
    },
    "it": {
        "preriscalda alle {h}": 0,
        "preriscalda alle {h} in punto": 0,
        "preriscalda alle {h} e mezza": 30,
        "preriscalda alle {h} e un quarto": 15,
        "preriscalda alle {h} e tre quarti": 45,
        "preriscalda alle {h} e dieci": 10,
        "preriscalda alle {n} meno un quarto": 45,
        "preriscalda alle {n} meno venti": 40,
    },
}
LATE: Mapping[str, Mapping[str, int]] = {  # hours of 13 to 23
    "de": {"vorheizen um {h} Uhr": 0, "vorheizen um {h} Uhr fünfzehn": 15},
    "fr": {"préchauffe à {h} heures": 0, "préchauffe à {h} heures trente": 30},
    "es": {"precalienta a las {h}": 0, "precalienta a las {h} y media": 30},
    "it": {"preriscalda alle {h}": 0, "preriscalda alle {h} e trenta": 30},
}
ONE = {
    "las una": "la una",
    "alle una": "all'una",
    "dalle una": "dall'una",
    "une heures": "une heure",
}

FRIDAY = "2026-11-27"
BOOKED = {  # "{a}" to "{b}"
    "en": "can I have the car on Friday from {a} to {b}?",
    "de": "kann ich das Auto am Freitag von {a} bis {b} haben?",
    "fr": "je peux avoir la voiture vendredi de {a} heures à {b} heures ?",
    "es": "¿puedo usar el coche el viernes de {a} a {b}?",
    "it": "posso avere la macchina venerdì dalle {a} alle {b}?",
}
WINDOWS = ((7, 9), (8, 11), (9, 12), (10, 13), (11, 14), (12, 15), (13, 16), (14, 17), (16, 20))


def times(code: str) -> Iterator[tuple[str, str]]:
    names = HOURS[code].split()
    for hour in range(1, 13):
        for form, minute in FORMS[code].items():
            yield form.format(h=names[hour - 1], n=names[hour % 12]), f"{hour:02}:{minute:02}"
    for hour in range(13, 24) if code in LATE else ():
        for form, minute in LATE[code].items():
            yield form.format(h=names[hour - 1]), f"{hour:02}:{minute:02}"


def spoken(text: str) -> str:
    for plural, singular in ONE.items():
        text = text.replace(plural, singular)
    return text


@pytest.mark.parametrize("code", FORMS)
def test_every_time_in_words(code: str, recogniser: Recogniser, context: Context) -> None:
    read = {
        text: (found.is_certain, found.intent)
        for text in (spoken(text) for text, _ in times(code))
        if (found := recogniser.recognise(text, code, context))
    }
    meant = {
        spoken(text): (True, Intent(name="climate_schedule", slots={"time": at}))
        for text, at in times(code)
    }
    assert read == meant


@pytest.mark.parametrize("code", BOOKED)
def test_every_booking_in_words(code: str, recogniser: Recogniser, context: Context) -> None:
    names = HOURS[code].split()
    for start, end in WINDOWS:
        a, b = (names[(hour - 1) % 12] for hour in (start, end))
        text = spoken(BOOKED[code].format(a=a, b=b))
        slots = {"start": f"{FRIDAY}T{start:02}:00", "end": f"{FRIDAY}T{end:02}:00"}
        recognition = recogniser.recognise(text, code, context)
        assert (text, recognition.intent) == (text, Intent(name="share_request", slots=slots))
        assert recognition.is_certain
