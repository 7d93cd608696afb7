"""Shares of sentences understood, of slots right and of traps fallen into, as JSON.

``python benchmarks/nlu_quality.py [FILE LANGUAGE]`` measures the sentences of the tests, or another
file of the same form, such as one with sentences that nobody has tuned the grammar to.
"""

import json
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from intents.catalogue import load_catalogue
from intents.language import SPOKEN_LANGUAGES
from intents.models import Context, Risk
from intents.recogniser import Recogniser

SENTENCES = Path(__file__).parents[1] / "tests" / "sentences"
CONTEXT = Context(now=datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/Berlin")))


def measure(recogniser: Recogniser, path: Path, code: str) -> dict[str, Any]:
    """Return counts and shares for one file of sentences."""
    counts: Counter[str] = Counter()
    missed = []
    for intent, entries in yaml.safe_load(path.read_text("utf-8")).items():
        for entry in entries:
            text, slots = entry if isinstance(entry, list) else (entry, None)
            recognition = recogniser.recognise(text, code, CONTEXT)
            found = recognition.intent
            is_right = recognition.is_certain and found is not None and found.name == intent
            is_suggested = intent in {one.name for one in recognition.suggestions}
            counts["sentences"] += 1
            counts["certain"] += is_right
            counts["right"] += is_right or is_suggested
            if is_right and found is not None and slots is not None:
                counts["with_slots"] += 1
                counts["slots_right"] += dict(found.slots) == slots
            if not is_right and not is_suggested:
                missed.append(text)
    return {
        "sentences": counts["sentences"],
        "right": round(counts["right"] / counts["sentences"], 4),
        "certain_and_right": round(counts["certain"] / counts["sentences"], 4),
        "slots_right": round(counts["slots_right"] / max(counts["with_slots"], 1), 4),
        "missed": missed,
    }


def fallen_traps(recogniser: Recogniser) -> dict[str, Any]:
    """Return how many traps there are and which of them would act."""
    catalogue = load_catalogue()
    number = 0
    fallen = []
    for path in sorted(SENTENCES.glob("traps*.yaml")):
        for code, texts in yaml.safe_load(path.read_text("utf-8")).items():
            for text in texts if code in SPOKEN_LANGUAGES else ():
                number += 1
                recognition = recogniser.recognise(text, code, CONTEXT)
                found = recognition.intent
                is_certain = recognition.is_certain and found is not None
                if is_certain and catalogue[found.name].risk is not Risk.QUERY:
                    fallen.append(text)
    return {"traps": number, "fallen": fallen}


def main(arguments: list[str]) -> None:
    """Measure and print."""
    recogniser = Recogniser.load()
    if arguments:
        path, code = arguments
        print(
            json.dumps({code: measure(recogniser, Path(path), code)}, ensure_ascii=False, indent=2)
        )
        return
    result = {
        code: measure(recogniser, SENTENCES / f"{code}.yaml", code)
        for code in SPOKEN_LANGUAGES
        if (SENTENCES / f"{code}.yaml").is_file()
    }
    print(json.dumps(result | fallen_traps(recogniser), ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main(sys.argv[1:])
