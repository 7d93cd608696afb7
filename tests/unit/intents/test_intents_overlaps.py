"""No text is certain of two intents: what both read is written down, and asked about.

Sentences are made up from each template, as many as the recogniser keeps. An order that is certain
must be of the intent whose template made it; all that templates of two orders both read is in
``tests/overlaps.yaml``.
"""

from itertools import combinations
from pathlib import Path

import pytest
import yaml

from intents.catalogue import Catalogue
from intents.guess import sampled
from intents.language import SPOKEN_LANGUAGES, load_language, read_templates
from intents.models import Context, Risk
from intents.readings import Readings
from intents.recogniser import Recogniser

ALLOWED = Path(__file__).parents[2] / "overlaps.yaml"


@pytest.mark.parametrize("code", SPOKEN_LANGUAGES)
def test_what_two_orders_read_alike_is_written_down(
    code: str, recogniser: Recogniser, catalogue: Catalogue, context: Context
) -> None:
    language = load_language(code, catalogue)
    overlaps: set[str] = set()
    taken_for_another = []
    for words, name in sampled(read_templates(code, catalogue), language.normaliser).items():
        said = language.normaliser.normalise(" ".join(words))
        readings = Readings(catalogue, language, context)
        meanings = readings.by_templates(said) if said.tokens else None
        names = sorted({one.name for one in meanings.intents} if meanings else ())
        orders = [one for one in names if catalogue[one].risk is not Risk.QUERY]
        overlaps.update(" ".join(pair) for pair in combinations(orders, 2))
        if len(names) < 2:
            continue
        recognition = recogniser.recognise(" ".join(words), code, context)
        if recognition.is_certain and orders:
            taken_for_another.append((" ".join(words), name, names))
    assert taken_for_another == []
    assert sorted(overlaps - set(yaml.safe_load(ALLOWED.read_text("utf-8"))[code])) == []
