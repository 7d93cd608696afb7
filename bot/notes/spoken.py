"""What can be heard in English without a large model: sentences as a closed JSGF grammar."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from hassil.numbers import get_rbnf_engine

from intents.catalogue import load_catalogue, load_yaml
from intents.language import load_language
from intents.nodes import Chain, Choice, Node, Phrases, Rule, Slot, Template, Words
from intents.slots import SlotReader
from intents.templates import Compiler

LANGUAGE = "en"
_FILE = Path(__file__).parent / "heard.yaml"
_OTHERS = "others"
_SIGNS = {"°": "degrees", "%": "percent", "km": "kilometers"}  # how the normaliser writes them


def load_templates() -> tuple[Template, ...]:
    """Return the templates of ``heard.yaml``; those of no intent are called ``others``."""
    data: Mapping[str, Any] = load_yaml(_FILE)
    normaliser = load_language(LANGUAGE, load_catalogue()).normaliser
    readers = {name: _reader(words) for name, words in said_in_slots().items()}
    compiler = Compiler("heard", normaliser, readers, data["rules"], {})
    return tuple(compiler.templates({**data["intents"], _OTHERS: data[_OTHERS]}))


def build_grammar(templates: Iterable[Template]) -> str:
    """Return the templates as JSGF; each slot is a rule of the words said in it."""
    slots = [
        f"<{name}> = {' | '.join(map(' '.join, words))};" for name, words in said_in_slots().items()
    ]
    sentences = " | ".join(_jsgf(template.node) for template in templates)
    return "\n".join(["#JSGF V1.0;", "grammar heard;", *slots, f"public <heard> = {sentences};"])


def _jsgf(node: Node) -> str:
    match node:
        case Phrases():
            said = [
                " ".join(_SIGNS.get(word, word) for word in phrase)
                for phrase in dict.fromkeys(node.phrases)
                if phrase
            ]
            group = f"({' | '.join(said)})" if said else ""
            return f"[{group}]" if group and () in node.phrases else group
        case Chain():
            return " ".join(map(_jsgf, node.parts))
        case Choice():
            return f"({' | '.join(map(_jsgf, node.parts))})"
        case Rule():
            return _jsgf(node.body)
        case Slot():
            return f"<{node.slot}>"
    raise TypeError(f"cannot be said: {type(node).__name__}")


@cache
def said_in_slots() -> Mapping[str, Sequence[Words]]:
    """Return what is said for a value, by the name of its slot."""
    days = "today tomorrow monday tuesday wednesday thursday friday saturday sunday"
    return {
        "temperature": _numbers(range(16, 31)),
        "percent": _numbers(range(50, 101, 5)),
        "day": [(day,) for day in days.split()],
    }


@cache
def number_words(number: int) -> Words:
    """Return ``("twenty", "two")``."""
    said = get_rbnf_engine(LANGUAGE).format_number(number).text_by_ruleset.values()
    words = next(text for text in said if not any(map(str.isdecimal, text)))
    return tuple(words.replace("-", " ").split())


def _numbers(numbers: Iterable[int]) -> list[Words]:
    return [number_words(number) for number in numbers]


def _reader(words: Sequence[Words]) -> SlotReader:
    """Return what says something in a slot; nothing is ever read with it."""
    return SlotReader(read=lambda *_: (), examples=tuple(map(" ".join, words)))
