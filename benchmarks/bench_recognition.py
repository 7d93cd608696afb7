"""Time of one recognition with all languages loaded, beside bare hassil with one language.

Prints JSON: p50 and p99 in milliseconds, and the ratio of the medians in this run, which says more
than the times on a busy machine.
"""

import json
import statistics
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter_ns
from typing import Any

import yaml
from hassil import Intents, recognize_all

from intents.language import SPOKEN_LANGUAGES
from intents.models import Context
from intents.recogniser import Recogniser

SENTENCES = Path(__file__).parents[1] / "tests" / "sentences"
ROUNDS = 3
_BARE = {
    "language": "en",
    "intents": {
        name: {"data": [{"sentences": sentences}]}
        for name, sentences in {
            "lock": ["(lock|secure) [the|my] (car|doors)", "lock it"],
            "unlock": ["(unlock|open) [the|my] (car|doors)"],
            "climate_on": ["(warm|heat) [up] [the|my] car [to {temperature} degrees]"],
            "battery_status": ["[what is] [the] battery [level]", "how full is (it|the battery)"],
            "locate": ["where is [the|my] car", "where did i park"],
            "close_windows": ["(close|shut) [all] [the|my] windows"],
            "windows_status": ["are [all] [the|my] windows (open|closed)"],
            "start_charging": ["(start|begin) charging", "charge [the|my] car"],
        }.items()
    },
    "lists": {"temperature": {"range": {"from": 16, "to": 30}}},
}


def texts(code: str) -> list[str]:
    """Return the sentences that the tests of a language use."""
    table = yaml.safe_load((SENTENCES / f"{code}.yaml").read_text("utf-8"))
    return [
        entry[0] if isinstance(entry, list) else entry
        for entries in table.values()
        for entry in entries
    ]


def times_ms(read: Callable[[str], Any], said: list[str]) -> list[float]:
    """Return the time of every call in milliseconds."""
    measured = []
    for _ in range(ROUNDS):
        for text in said:
            start = perf_counter_ns()
            read(text)
            measured.append((perf_counter_ns() - start) / 1e6)
    return sorted(measured)


def summary(measured: list[float]) -> dict[str, float]:
    """Return median and 99th percentile."""
    return {
        "p50_ms": round(statistics.median(measured), 4),
        "p99_ms": round(measured[int(len(measured) * 0.99)], 4),
    }


def main() -> None:
    """Measure and print."""
    context = Context(now=datetime(2026, 11, 24, 9, tzinfo=UTC))
    start = perf_counter_ns()
    recogniser = Recogniser.load()
    load_ms = (perf_counter_ns() - start) / 1e6
    bare = Intents.from_dict(_BARE)
    result: dict[str, Any] = {"languages": list(SPOKEN_LANGUAGES), "load_ms": round(load_ms)}
    for code in SPOKEN_LANGUAGES:
        if not (SENTENCES / f"{code}.yaml").is_file():
            continue
        said = texts(code)
        recogniser.recognise("qwertz", code, context)  # builds what is built on first use
        result[code] = summary(
            times_ms(lambda text, code=code: recogniser.recognise(text, code, context), said)
        )
    hassil = summary(times_ms(lambda text: list(recognize_all(text, bare)), texts("en")))
    result["bare_hassil_en"] = hassil
    result["ratio_p50"] = round(result["en"]["p50_ms"] / hassil["p50_ms"], 2)
    long = times_ms(lambda text: recogniser.recognise(text, "en", context), ["lock the " * 450])
    result["four_kilobytes_ms"] = round(max(long), 3)
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
