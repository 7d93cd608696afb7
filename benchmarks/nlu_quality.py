"""Shares of sentences understood, of slots right, and of talk taken for a wish by mistake, as JSON.

``python benchmarks/nlu_quality.py`` measures every committed set, with guesses that have not learnt
from it; ``nlu_quality.py FILE LANGUAGE`` measures another file of the same form, such as one with
sentences that nobody has tuned the grammar to.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from intents.catalogue import load_catalogue
from intents.language import SPOKEN_LANGUAGES
from intents.models import Context, Intent, Recognition, Risk
from intents.recogniser import Recogniser

SENTENCES = Path(__file__).parents[1] / "intents" / "examples"
# before the code of the language
SETS = (
    "",
    "strangers_",
    "fresh_",
    "blind_",
    "strangers2_",
    "strangers3_",
    "strangers4_",
    "strangers5_",
    "strangers6_",
    "strangers7_",
)
CONTEXT = Context(now=datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/Berlin")))


def measure(recogniser: Recogniser, path: Path, code: str) -> dict[str, Any]:
    """Return counts and shares for one file of sentences."""
    counts: Counter[str] = Counter()
    missed = []
    for name, text, slots in sentences(path):
        recognition = recogniser.recognise(text, code, CONTEXT)
        found = certain(recognition)
        is_right = found is not None and found.name == name
        is_suggested = name in {one.name for one in recognition.suggestions}
        counts["sentences"] += 1
        counts["certain"] += is_right
        counts["right"] += is_right or is_suggested
        counts["certain_and_wrong"] += found is not None and not is_right
        if found is not None and is_right and slots is not None:
            counts["with_slots"] += 1
            counts["slots_right"] += dict(found.slots) == slots
        if not is_right and not is_suggested:
            missed.append(text)
    return {
        "sentences": counts["sentences"],
        "right": round(counts["right"] / counts["sentences"], 4),
        "certain_and_right": round(counts["certain"] / counts["sentences"], 4),
        "certain_and_wrong": counts["certain_and_wrong"],
        "slots_right": f"{counts['slots_right']} of {counts['with_slots']}",
        "missed": missed,
    }


def sentences(path: Path) -> Iterator[tuple[str, str, dict[str, Any] | None]]:
    """Yield intent, text and the slots it must have (``None``: not said)."""
    for intent, entries in yaml.safe_load(path.read_text("utf-8")).items():
        for entry in entries:
            text, slots = entry if isinstance(entry, list) else (entry, None)
            yield intent, text, slots


def certain(recognition: Recognition) -> Intent | None:
    """Return the intent if it would be acted on or answered."""
    return recognition.intent if recognition.is_certain else None


def mistaken(recogniser: Recogniser, paths: Iterable[Path]) -> dict[str, Any]:
    """Return how many texts there are that want nothing of the car, what acts and what answers."""
    catalogue = load_catalogue()
    number = answered = 0
    acting = []
    for path in paths:
        for code, texts in yaml.safe_load(path.read_text("utf-8")).items():
            for text in texts if code in SPOKEN_LANGUAGES else ():
                number += 1
                found = certain(recogniser.recognise(text, code, CONTEXT))
                is_query = found is not None and catalogue[found.name].risk is Risk.QUERY
                answered += is_query
                if found is not None and not is_query:
                    acting.append(text)
    return {"texts": number, "acting": acting, "answered": answered}


def main(arguments: list[str]) -> None:
    """Measure and print."""
    recogniser = Recogniser.load()
    if arguments:
        path, code = arguments
        result: dict[str, Any] = {code: measure(recogniser, Path(path), code)}
    else:
        result = {}
        for name in SETS:
            naive = Recogniser.load(without=[name.removesuffix("_")]) if name else recogniser
            for code in SPOKEN_LANGUAGES:
                if (path := SENTENCES / f"{name}{code}.yaml").is_file():
                    result[f"{name}{code}"] = measure(naive, path, code)
        result["traps"] = mistaken(recogniser, sorted(SENTENCES.glob("traps*.yaml")))
        result["negatives"] = mistaken(recogniser, [SENTENCES / "negatives.yaml"])
    print(json.dumps(result, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main(sys.argv[1:])
