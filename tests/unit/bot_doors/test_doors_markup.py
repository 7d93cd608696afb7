import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.markup import MAX_TEXT, cut, length, plain


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("short", 10, "short"),
        ("<b>short</b>", 5, "<b>short</b>"),
        ("one two three four five", 21, "one two three four…"),
        ("a long word", 5, "a lo…"),
        ("<b>abcdef</b>", 4, "<b>abc…</b>"),
        ("<i><b>abcdef</b></i>", 4, "<i><b>abc…</b></i>"),
        ("ab&amp;cd", 4, "ab&amp;…"),
        ("😀😀😀", 5, "😀😀…"),
        ('<a href="https://example.com">abcdef</a>', 4, '<a href="https://example.com">abc…</a>'),
    ],
)
def test_cut_ends_on_a_border_with_its_tags_closed(text, limit, expected):
    assert cut(text, limit) == expected


@given(st.lists(st.sampled_from(["<b>", "</b>", "word ", "&lt;", "😀", "\n\n", "x" * 30])))
def test_cut_never_exceeds_the_limit_nor_breaks_markup(parts):
    result = cut("".join(parts), 40)

    assert length(result) <= 40
    assert re.search(r"&(?!lt;)", result) is None


def test_cut_leaves_room_for_every_text_telegram_takes():
    assert length(cut("word " * 5000)) <= MAX_TEXT


def test_plain_shows_what_people_see():
    assert plain("<b>A &amp; B</b> &lt;3") == "A & B <3"
