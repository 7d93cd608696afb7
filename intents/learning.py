"""What people were heard to say, by rounds: the guesses learn from it, and tests read it.

A round is a file for each language: intents, with texts or pairs of text and slots. The files of
traps and negatives have texts that are no wish, by language.
"""

from collections.abc import Collection, Iterator
from itertools import repeat
from pathlib import Path
from typing import Any

from intents.catalogue import load_yaml
from intents.guess import NO_WISH
from intents.normalise import Normaliser

FOLDER = Path(__file__).parent / "examples"
_NO_WISHES = ("traps", "negatives")  # how files of texts that are no wish begin
_NO_WISH_COUNTS = 3  # times: there is far more of it than was written down


def read_examples(
    code: str, normaliser: Normaliser, without: Collection[str] = ()
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the words of each example in a language with its intent, but for some rounds."""
    for path in sorted(FOLDER.glob("*.yaml")):
        name = path.stem.removesuffix(f"_{code}")
        if name in without:
            continue
        if path.stem.startswith(_NO_WISHES):
            for text in load_yaml(path).get(code, ()):
                words = normaliser.normalise(str(text)).words
                yield from repeat((words, NO_WISH), _NO_WISH_COUNTS)
        elif path.stem in {code, f"{name}_{code}"}:
            for intent, entries in load_yaml(path).items():
                for entry in entries:
                    yield normaliser.normalise(_text_of(entry)).words, intent


def _text_of(entry: Any) -> str:
    return str(entry[0] if isinstance(entry, list) else entry)
