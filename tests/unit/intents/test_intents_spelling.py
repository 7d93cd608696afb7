"""Words that are one letter away from what somebody wrote, and what may be made of a text."""

import pytest

from intents.spelling import Spelling
from intents.text import Text, Token

SPELLING = Spelling({"lock", "unlock", "charge", "windows", "wand"}, set(), {"lock", "unlock"})


def text_of(*words: str) -> Text:
    tokens = tuple(Token(word, 0, 0) for word in words)
    return Text(said="", tokens=tokens, is_question=False, is_quoted=False, is_report=False)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("windos", "windows"),  # lost
        ("windowss", "windows"),  # doubled
        ("wimdows", "windows"),  # wrong
        ("widnows", "windows"),  # swapped in the first half
        ("windosw", "windows"),  # swapped at the end
        ("chagre", "charge"),  # swapped over the middle
        ("harge", "charge"),  # lost at the beginning
    ],
)
def test_a_slip_of_one_letter_is_near(written: str, meant: str) -> None:
    assert SPELLING.near(written) == [meant]


@pytest.mark.parametrize("written", ["widnosw", "wndos", "indowss"])
def test_two_slips_are_not_near(written: str) -> None:
    assert SPELLING.near(written) == []


def test_what_may_mean_too_much_to_be_read_is_not_safe() -> None:
    spelling = Spelling({"please", "charge", "change", "chance"}, set(), set())
    few, many = (spelling.repairs(text_of("chage", *["please"] * count)) for count in (1, 20))
    assert [one.text.words[0] for one in few] == ["change", "charge"]
    assert {one.text.words[0]: one.is_safe for one in few} == {"change": True, "charge": True}
    assert [(one.text.words[0], one.is_safe) for one in many] == [("change", False)]
