"""Times, places, names, seats and months that people say with a wish, all of them right."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from intents.cli import shown_slots
from intents.models import Context
from intents.recogniser import Recogniser

FOLDER = Path(__file__).parent / "slots"
CERTAIN_SHARE = 0.8


def sentences(name: str) -> list[tuple[str, str, dict[str, Any]]]:
    table = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return [(intent, text, slots) for intent, rows in table.items() for text, slots in rows]


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_slots_are_all_right(name: str, recogniser: Recogniser, context: Context) -> None:
    wrong, total = [], 0
    code = name.partition("_")[0]
    for intent, text, slots in sentences(name):
        recognition = recogniser.recognise(text, code, context)
        if recognition.intent is None or not recognition.is_certain:
            continue
        total += 1
        found = shown_slots(recognition.intent.slots, context.now)
        if (recognition.intent.name, found) != (intent, slots):
            wrong.append((text, recognition.intent.name, found))
    assert total / len(sentences(name)) >= CERTAIN_SHARE
    assert wrong == []
