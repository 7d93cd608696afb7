"""The grammar against itself: what it can say it reads, and reads in one way."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents.catalogue import Catalogue, CatalogueError
from intents.grammar import Grammar
from intents.language import SPOKEN_LANGUAGES, load_language, read_rules, read_templates
from intents.models import Certainty, Context
from intents.nodes import kind_of, words_needed
from intents.recogniser import MAX_CHARACTERS, Recogniser
from intents.templates import Compiler

SAMPLES_PER_TEMPLATE = 2
SAMPLES_PER_RULE = 20
MOST_AMBIGUOUS = 0.03  # made-up sentences that can mean two things are asked back about


@pytest.mark.parametrize("code", SPOKEN_LANGUAGES)
def test_sampled_sentences_mean_their_own_intent_only(
    code: str, recogniser: Recogniser, catalogue: Catalogue, context: Context
) -> None:
    dice = random.Random(11)
    total = other = 0
    for template in read_templates(code, catalogue):
        for _ in range(SAMPLES_PER_TEMPLATE):
            text = template.node.sample(dice) + ("?" if template.is_question else "")
            recognition = recogniser.recognise(text, code, context)
            total += 1
            if recognition.is_certain and recognition.intent is not None:
                other += recognition.intent.name != template.intent
    assert total > 1000
    assert other / total <= MOST_AMBIGUOUS


@pytest.mark.parametrize("code", SPOKEN_LANGUAGES)
def test_rule_is_said_with_one_of_the_words_that_it_needs(code: str, catalogue: Catalogue) -> None:
    dice = random.Random(12)
    needing = {rule.name: (rule, words_needed(rule.body)) for rule in read_rules(code, catalogue)}
    for rule, needed in needing.values():
        for _ in range(SAMPLES_PER_RULE if needed is not None else 0):
            said = set(map(kind_of, rule.sample(dice).split()))
            assert not said.isdisjoint(needed or ()), (rule.name, said)
    assert sum(needed is not None for _, needed in needing.values()) > 10


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=400), code=st.sampled_from(["en", "de", "xx", ""]))
def test_any_text_is_answered(
    recogniser: Recogniser, context: Context, text: str, code: str
) -> None:
    recognition = recogniser.recognise(text, code, context)
    assert len(recognition.suggestions) <= 3
    assert recognition.certainty is not Certainty.CERTAIN or recognition.intent is not None


def test_long_text_is_unknown(recogniser: Recogniser, context: Context) -> None:
    text = "lock the car " * (MAX_CHARACTERS // 10)
    assert recogniser.recognise(text, "en", context).certainty is Certainty.UNKNOWN


@pytest.mark.parametrize(
    "template",
    ["(open", "open]", "a<missing>", "<missing>", "{missing}", "<loop>", "un(lock|do)"],
)
def test_broken_template_is_named(template: str, catalogue: Catalogue) -> None:
    normaliser = load_language("en", catalogue).normaliser
    compiler = Compiler("en", normaliser, {}, {"loop": "<loop>"}, {})
    with pytest.raises(CatalogueError, match=r"en\.yaml"):
        Grammar(compiler.templates({"lock": [template]}))
