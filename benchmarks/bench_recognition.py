"""Time of one recognition with all languages loaded, beside bare hassil with one language.

Prints JSON, CPU milliseconds. Each sentence of a set is read once: `known` are those that the
grammar was written with, `unseen` those of strangers and blind rounds, `not_wishes` the traps and
every-day talk that nothing explains. `given` are those of folders named as arguments, with a YAML
file for each language in which lists of texts stand under names of intents: text that nobody has
learnt from. Its lists `traps` are no wishes, and measured by themselves. `worst` are texts made to
be slow, of 300 characters (more is unknown at once) and of 4 KB, the least of three readings: among
them half sentences and single words of known sentences in any order.
`first_unknown_ms` is what the first sentence that nobody understands costs with
nothing loaded, `compile_s` what is done once after a change of the grammar. `times_hassil` are
ratios to the median of bare hassil in the same run, which say more than times on a busy machine.
"""

import gc
import json
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from time import process_time_ns
from typing import Any

import yaml
from hassil import Intents, recognize_all

from intents.catalogue import load_catalogue
from intents.language import SPOKEN_LANGUAGES, compile_language, load_language
from intents.models import Context
from intents.recogniser import MAX_CHARACTERS, Recogniser

SENTENCES = Path(__file__).parents[1] / "intents" / "examples"
UNSEEN = ("blind", "fresh", "strangers", *(f"strangers{number}" for number in range(2, 8)))
NOT_WISHES = ("traps", "traps_concepts", "traps_strangers", "traps_strangers2", "negatives")
_RAMBLINGS = 100  # texts of a language
_SEED = 24
GOALS_MS = {"p50": 0.3, "p99": 2.0, "worst": 5.0}
CONTEXT = Context(now=datetime(2026, 11, 24, 9, tzinfo=UTC))
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


def texts(*names: str, folders: Iterable[Path] = (SENTENCES,), traps: bool = False) -> list[str]:
    """Return the sentences of test files, each once; of files that are not there, none.

    Those of lists named ``traps`` are left out, or all that is returned.
    """
    paths = [folder / f"{name}.yaml" for folder in folders for name in names]
    tables = [yaml.safe_load(path.read_text("utf-8")) for path in paths if path.is_file()]
    return list(
        dict.fromkeys(
            entry[0] if isinstance(entry, list) else entry
            for table in tables
            for title, entries in table.items()
            for entry in entries
            if (title == "traps") is traps
        )
    )


def worst_texts(code: str) -> Iterator[tuple[str, str]]:
    """Yield texts that are as long as they may be, and longer, made to be slow."""
    said = texts(code)
    rambling = " ".join(word for text in said for word in text.split()[:3])
    kinds: dict[str, Iterable[str]] = {
        "repeated": cycle((said[0], "and")),
        "known_words": rambling.split(),
        "numbers": map(str, cycle(range(7, 32))),
        "times": cycle(("7:30", "8", "10", "min")),
        "unicode": cycle(("ß", "ﷺ", "Ǆ", "日本", "é́")),
        "one_word": ["a" * 5000],
        "commas": cycle(("a,", "b.")),
    }
    for kind, words in kinds.items():
        long = ""
        for word in words:
            long += f"{word} "
            if len(long) > 4096:
                break
        yield f"{kind}_300", long[:MAX_CHARACTERS].strip()
        yield f"{kind}_4096", long[:4096]


def ramblings(code: str) -> Iterator[str]:
    """Yield texts of 300 characters that begin well and go on otherwise, again and again."""
    dice = random.Random(_SEED)
    said = [text.split() for text in texts(code, *(f"{name}_{code}" for name in UNSEEN))]
    stretches: list[Callable[[list[str]], list[str]]] = [
        lambda words: words[:3],
        lambda words: words[: len(words) // 2],
        lambda words: words[len(words) // 2 :],
        lambda words: [dice.choice(words)],
    ]
    for number in range(_RAMBLINGS):
        stretch, joint = stretches[number % len(stretches)], dice.choice((" ", ", ", " "))
        long = ""
        while len(long) < MAX_CHARACTERS:
            long += " ".join(stretch(dice.choice(said))) + joint
        yield long[:MAX_CHARACTERS].strip()


def times_ms(read: Callable[[str], Any], said: Iterable[str]) -> list[float]:
    """Return the CPU time of every call, shortest first."""
    measured = []
    for text in said:
        start = process_time_ns()
        read(text)
        measured.append((process_time_ns() - start) / 1e6)
    return sorted(measured)


def summary(measured: list[float]) -> dict[str, float]:
    """Return quantiles."""
    quantiles = {"p50": 0.5, "p90": 0.9, "p99": 0.99} if measured else {}
    at = {name: measured[int(len(measured) * share)] for name, share in quantiles.items()}
    return {
        name: round(value, 3) for name, value in {**at, "max": max(measured, default=0.0)}.items()
    }


def multiples(measured: dict[str, dict[str, float]], unit: float) -> dict[str, float]:
    """Return how many times as long as bare hassil the middle and the slowest of each set take."""
    return {
        f"{name}_{quantile}": round(of[quantile] / unit, 1)
        for name, of in measured.items()
        for quantile in ("p50", "p99")
    }


def first_use() -> dict[str, float]:
    """Measure compiling, and the first sentence that nobody understands."""
    catalogue = load_catalogue()
    start = process_time_ns()
    compile_language("en", catalogue)
    compiled = process_time_ns()
    for code in SPOKEN_LANGUAGES:
        load_language(code, catalogue)  # keeps what was not kept
    recogniser, again = Recogniser.load(), process_time_ns()
    recogniser.recognise("qwertz asdf yxcv", "en", CONTEXT)
    return {
        "compile_s": round((compiled - start) / 1e9, 2),
        "first_unknown_ms": round((process_time_ns() - again) / 1e6, 1),
    }


def main() -> None:
    """Measure and print."""
    result: dict[str, Any] = {"benchmark": "recognition", **first_use()}
    recogniser = Recogniser.load()
    recogniser.prepare()
    gc.collect()
    gc.freeze()  # as the bot does when it has started
    bare = Intents.from_dict(_BARE)
    hassil = times_ms(lambda text: list(recognize_all(text, bare)), texts("en"))
    result["bare_hassil_en"] = summary(hassil)
    unit = result["bare_hassil_en"]["p50"]
    slowest: dict[str, float] = {}
    given = [Path(folder) for folder in sys.argv[1:]]
    for code in SPOKEN_LANGUAGES:

        def read(text: str, code: str = code) -> object:
            return recogniser.recognise(text, code, CONTEXT)

        sets = {
            "given": texts(code, folders=given),
            "given_traps": texts(code, folders=given, traps=True),
            "unseen": texts(*(f"{name}_{code}" for name in UNSEEN)),
            "not_wishes": texts(*NOT_WISHES, f"traps_{code}"),
            "known": texts(code),
        }
        measured = {name: summary(times_ms(read, said)) for name, said in sets.items() if said}
        result[code] = {**measured, "times_hassil": multiples(measured, unit)}
        for kind, text in [*worst_texts(code), *(("rambling_300", one) for one in ramblings(code))]:
            took = min(times_ms(read, [text] * 3))
            slowest[kind] = max(slowest.get(kind, 0.0), round(took, 3))
    result["worst_ms"] = slowest
    result["worst_times_hassil"] = round(max(slowest.values()) / unit, 1)
    result["passed"] = max(slowest.values()) <= GOALS_MS["worst"] and all(
        result[code]["unseen"][name] <= GOALS_MS[name]
        for code in SPOKEN_LANGUAGES
        for name in ("p50", "p99")
    )
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
