"""Times, places, names, seats and months that people say with a wish, all of them right."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from intents.cli import shown_slots
from intents.language import SPOKEN_LANGUAGES
from intents.models import Context
from intents.recogniser import Recogniser

FOLDER = Path(__file__).parent / "slots"
RIGHT_SHARE = 0.98
CERTAIN_SHARE = 0.9


def sentences(code: str) -> list[tuple[str, str, dict[str, Any]]]:
    table = yaml.safe_load((FOLDER / f"{code}.yaml").read_text("utf-8"))
    return [(intent, text, slots) for intent, rows in table.items() for text, slots in rows]


@pytest.mark.parametrize("code", SPOKEN_LANGUAGES)
def test_slots_are_all_right(code: str, recogniser: Recogniser, context: Context) -> None:
    wrong, total = [], 0
    for intent, text, slots in sentences(code):
        recognition = recogniser.recognise(text, code, context)
        if recognition.intent is None or not recognition.is_certain:
            continue
        total += 1
        found = shown_slots(recognition.intent.slots, context.now)
        if (recognition.intent.name, found) != (intent, slots):
            wrong.append((text, recognition.intent.name, found))
    assert total / len(sentences(code)) >= CERTAIN_SHARE
    assert 1 - len(wrong) / total >= RIGHT_SHARE, wrong
