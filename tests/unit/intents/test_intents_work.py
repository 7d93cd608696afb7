"""How much is looked at for a text, counted in steps: what keeps recognition quick."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from intents import prepared
from intents.automaton import Automaton
from intents.catalogue import Catalogue
from intents.language import SPOKEN_LANGUAGES, Language, load_language
from intents.models import Context
from intents.nodes import Chain, Choice, Phrases, Rule
from intents.parts import Parts
from intents.reading import MOST_STEPS
from intents.readings import Readings
from intents.recogniser import Recogniser
from intents.slots import Surroundings

SENTENCES = Path(__file__).parents[3] / "intents" / "examples"
MEAN_STEPS, MOST_OF_A_SENTENCE, PLENTY = 150, 1_200, 20_000


def said_in(code: str) -> list[str]:
    def strings(part: Any) -> Iterator[str]:
        if isinstance(part, str):
            yield part
        elif isinstance(part, list):
            yield from (part[0],) if isinstance(part[-1], dict) else part

    table = yaml.safe_load((SENTENCES / f"{code}.yaml").read_text("utf-8"))
    return [text for entries in table.values() for entry in entries for text in strings(entry)]


LANGUAGES: dict[str, Language] = {}


def language_of(code: str, catalogue: Catalogue) -> Language:
    if code not in LANGUAGES:
        LANGUAGES[code] = load_language(code, catalogue)
    return LANGUAGES[code]


def steps(code: str, text: str, catalogue: Catalogue, context: Context) -> int:
    """Return the steps to read a text by templates, in whole and in parts, and by concepts."""
    language = language_of(code, catalogue)
    said = language.normaliser.normalise(text)
    readings = Readings(catalogue, language, context)
    reading = readings.reading(said.words)
    reading.steps.left = PLENTY
    readings.by_templates(said)
    readings.by_concepts(said)
    language.grammar.find_parts(reading, max(1, len(said.words) // 2), lambda _: True)
    return PLENTY - reading.steps.left


@pytest.mark.parametrize("code", SPOKEN_LANGUAGES)
def test_a_sentence_takes_few_steps(code: str, catalogue: Catalogue, context: Context) -> None:
    counted = [steps(code, text, catalogue, context) for text in said_in(code)]

    assert len(counted) > 200
    assert sum(counted) / len(counted) < MEAN_STEPS
    assert max(counted) < MOST_OF_A_SENTENCE


@pytest.mark.parametrize("code", SPOKEN_LANGUAGES)
def test_long_texts_of_known_words_stay_bounded(
    code: str, catalogue: Catalogue, context: Context
) -> None:
    words = [word for text in said_in(code) for word in text.split()]
    for start in range(0, 2_000, 97):
        text = " ".join(words[start : start + 40])
        assert steps(code, text, catalogue, context) < MOST_OF_A_SENTENCE


def test_what_begins_alike_is_compared_once() -> None:
    """A thousand templates of one beginning take as many steps as one."""
    begin = Phrases((("please", "open", "the"),))
    few, many = (
        Automaton((Chain((begin, Phrases(((f"door{n}",),)))), n) for n in range(count))
        for count in (1, 1_000)
    )
    counted = []
    for automaton in (few, many):
        reading = Parts({}, ()).read(
            ("please", "open", "the", "door0"), Surroundings(now=None, cars=())
        )  # type: ignore[arg-type]
        assert automaton.endings(reading, 0, 4) == [(0, 4, ())]
        counted.append(MOST_STEPS - reading.steps.left)

    assert counted[0] == counted[1] == 5


def test_reading_stops_when_it_takes_too_long() -> None:
    """Rules of rules can be said in many ways; a text does not get more steps than its share."""
    word = Phrases((("a",), ("a", "a")))
    rule = Rule("<twice>", Choice((word, Chain((word, word)))))
    nodes = Chain(tuple([rule] * 12))
    automaton = Automaton([(nodes, 7)])
    reading = Parts({}, (rule,)).read(("a",) * 40, Surroundings(now=None, cars=()))  # type: ignore[arg-type]

    automaton.endings(reading, 0, 40)

    assert -50 < reading.steps.left <= 0


def test_a_language_is_loaded_when_it_is_spoken(context: Context) -> None:
    recogniser = Recogniser.load(("en", "de"), has_time=False)
    assert not recogniser.is_loaded("de-AT")

    recogniser.load_language("de-AT")

    assert recogniser.is_loaded("de")
    assert recogniser.recognise("Sperr ab", "de", context).is_certain
    assert not recogniser.is_loaded("en")


def test_compiled_language_is_kept_until_its_sources_change() -> None:
    code = "zz"
    path = prepared.path_of(code)
    try:
        prepared.keep(code, {"a": (1, 2)})
        assert prepared.is_kept(code)
        assert prepared.read(code) == {"a": (1, 2)}

        content = path.read_bytes()
        path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
        assert not prepared.is_kept(code)
        assert prepared.read(code) is None
    finally:
        path.unlink()
    assert prepared.read(code) is None
