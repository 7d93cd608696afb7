"""What people say beside a wish for the car: where to, how far, how often, as what."""

import pytest

from intents.models import Context
from intents.recogniser import Recogniser

SATURDAY = {"start": "2026-11-28T10:00", "end": "2026-11-28T14:00"}
WHOLE_SATURDAY = {"start": "2026-11-28T00:00", "end": "2026-11-29T00:00"}
TOMORROW_EVENING = {"start": "2026-11-25T18:00", "end": "2026-11-25T22:00"}
TOMORROW = {"start": "2026-11-25T10:00", "end": "2026-11-25T12:00"}
TUESDAY = {"start": "2026-11-24T18:00", "end": "2026-11-24T20:00", "repeat": "weekly"}


@pytest.mark.parametrize(
    ("code", "said", "slots"),
    [
        ("en", "can I have it Saturday 10 to 2 for 140 km", SATURDAY | {"distance": 140}),
        (
            "en",
            "can I have the car tomorrow evening for 140 km",
            TOMORROW_EVENING | {"distance": 140},
        ),
        ("en", "can I have the car Saturday 10 to 2 for 100 miles", SATURDAY | {"distance": 160.9}),
        ("en", "can I have the car to Hamburg on Saturday", WHOLE_SATURDAY | {"place": "Hamburg"}),
        (
            "en",
            "can I have the car to New York on Saturday",
            WHOLE_SATURDAY | {"place": "New York"},
        ),
        ("en", "I need the car every Tuesday 18-20", TUESDAY),
        ("en", "I need the car urgently tomorrow from 10 to 12", TOMORROW | {"urgent": True}),
        ("en", "can I have the car all day Saturday", WHOLE_SATURDAY),
        ("de", "Samstag den ganzen Tag nach Hamburg", WHOLE_SATURDAY | {"place": "Hamburg"}),
        (
            "de",
            "Kann ich das Auto Samstag den ganzen Tag nach Hamburg haben?",
            WHOLE_SATURDAY | {"place": "Hamburg"},
        ),
        (
            "de",
            "Kann ich das Auto morgen Abend für 140 km haben?",
            TOMORROW_EVENING | {"distance": 140},
        ),
        ("de", "Ich brauche das Auto jeden Dienstag 18-20 Uhr", TUESDAY),
        (
            "de",
            "Ich brauche das Auto dringend morgen von 10 bis 12 Uhr",
            TOMORROW | {"urgent": True},
        ),
        (
            "fr",
            "Je peux avoir la voiture samedi de 10 h à 14 h pour 140 km ?",
            SATURDAY | {"distance": 140},
        ),
        (
            "fr",
            "Je peux avoir la voiture samedi toute la journée à Lyon ?",
            WHOLE_SATURDAY | {"place": "Lyon"},
        ),
        ("fr", "Je peux avoir la voiture tous les mardis de 18 h à 20 h ?", TUESDAY),
        (
            "es",
            "¿Puedo usar el coche el sábado de 10 a 14 para 140 km?",
            SATURDAY | {"distance": 140},
        ),
        ("es", "¿Puedo usar el coche todos los martes de 18 a 20?", TUESDAY),
        (
            "es",
            "¿Puedo usar el coche el sábado todo el día a Madrid?",
            WHOLE_SATURDAY | {"place": "Madrid"},
        ),
        (
            "it",
            "Posso avere la macchina sabato dalle 10 alle 14 per 140 km?",
            SATURDAY | {"distance": 140},
        ),
        ("it", "Posso avere la macchina ogni martedì dalle 18 alle 20?", TUESDAY),
        (
            "it",
            "Posso avere la macchina sabato tutto il giorno a Milano?",
            WHOLE_SATURDAY | {"place": "Milano"},
        ),
    ],
)
def test_wish_with_an_aside(
    recogniser: Recogniser, context: Context, code: str, said: str, slots: dict[str, object]
) -> None:
    read = recogniser.recognise(said, code, context)

    assert read.is_certain
    assert read.intent is not None
    assert (read.intent.name, dict(read.intent.slots)) == ("share_request", slots)


@pytest.mark.parametrize(
    ("code", "said", "slots"),
    [
        ("en", "invite Tom as a young driver", {"name": "Tom", "role": "young_driver"}),
        (
            "en",
            "Invite Mia as a guest on Saturday from 10 to 2",
            {"name": "Mia", "role": "guest", **SATURDAY},
        ),
        (
            "de",
            "Lade Mia als Gast ein am Samstag von 10 bis 14 Uhr",
            {"name": "Mia", "role": "guest", **SATURDAY},
        ),
        ("de", "Lade Tom als Fahranfänger ein", {"name": "Tom", "role": "young_driver"}),
        ("fr", "Invite Mia comme propriétaire", {"name": "Mia", "role": "owner"}),
        ("es", "Invita a Mia como conductora joven", {"name": "Mia", "role": "young_driver"}),
        ("it", "Invita Mia come ospite", {"name": "Mia", "role": "guest"}),
    ],
)
def test_invitation_with_a_role(
    recogniser: Recogniser, context: Context, code: str, said: str, slots: dict[str, object]
) -> None:
    read = recogniser.recognise(said, code, context)

    assert read.is_certain
    assert read.intent is not None
    assert (read.intent.name, dict(read.intent.slots)) == ("invite_driver", slots)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "do not book the car to Hamburg on Saturday"),
        ("en", "don't invite Mia as a guest"),
        ("en", "can I have a banana for 140 km"),
        ("de", "Buche das Auto Samstag nicht nach Hamburg"),
        ("de", "nach Hamburg"),
        ("de", "140 km"),
    ],
)
def test_other_sentence_with_an_aside_is_no_wish(
    recogniser: Recogniser, context: Context, code: str, said: str
) -> None:
    read = recogniser.recognise(said, code, context)

    assert not (read.is_certain and read.intent and read.intent.name == "share_request")
    assert not (read.is_certain and read.intent and read.intent.name == "invite_driver")


def test_time_is_not_taken_for_a_destination(recogniser: Recogniser, context: Context) -> None:
    read = recogniser.recognise("Can I have the car from Friday to Sunday?", "en", context)

    assert read.intent is not None
    assert "place" not in read.intent.slots
