"""HTML is read, and refused, as Telegram does it."""

import pytest

from simulator.telegram.entities import find_entities, utf16_length
from simulator.telegram.errors import ApiError
from simulator.telegram.markup import parse_html, parse_text, trimmed


def spans(entities: list) -> list[tuple]:
    return [(entity["type"], entity["offset"], entity["length"]) for entity in entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("a < b", None, "Unclosed start tag at byte offset 2"),
        ("1 &lt; 2 &amp; 3 &#33;", "1 < 2 & 3 !", []),
        ("&nbsp;&unknown;", "&nbsp;&unknown;", []),
        ("<b>x</b>", "x", [("bold", 0, 1)]),
        ("<B>x</B>", "x", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("🔋 <b>62 %</b>", "🔋 62 %", [("bold", 3, 4)]),
        ("<b>x</>", "x", [("bold", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<span>x</span>", None, 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<x>x</x>", None, 'Unsupported start tag "x" at byte offset 0'),
        ("ä<x>x</x>", None, 'Unsupported start tag "x" at byte offset 2'),
        ("x</b>", None, "Unexpected end tag at byte offset 1"),
        (
            "<b><i>x</b></i>",
            None,
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<b>x", None, 'Can\'t find end tag corresponding to start tag "b"'),
    ],
)
def test_parse_html(source: str, text: str | None, entities: object) -> None:
    if text is None:
        with pytest.raises(ApiError) as error:
            parse_html(source)
        assert error.value.description == f"Bad Request: can't parse entities: {entities}"
        return

    plain, found = parse_html(source)

    assert (plain, spans(found)) == (text, entities)


def test_link_keeps_its_address() -> None:
    _, (link,) = parse_html('<a href="https://example.com/?a=1&amp;b=2">x</a>')

    assert link["url"] == "https://example.com/?a=1&b=2"


def test_white_space_at_the_ends_goes_and_entities_move() -> None:
    text, entities = trimmed(*parse_html("\n <b> x</b> \n"))

    assert (text, spans(entities)) == ("x", [("bold", 0, 1)])


def test_other_parse_modes_are_unknown_here() -> None:
    with pytest.raises(ApiError, match="unsupported parse_mode"):
        parse_text("x", "Klingon")


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("/lock", [("bot_command", 0, 5)]),
        ("/lock@smart_companion_bot now", [("bot_command", 0, 25)]),
        ("🔋 /lock", [("bot_command", 3, 5)]),
        ("24/7 a/b //", []),
        ("hi @smart_companion_bot", [("mention", 3, 20)]),
        ("anna@example.com", [("email", 0, 16)]),
        ("see https://example.com/x.", [("url", 4, 21)]),
        ("the #1 is #blue", [("hashtag", 10, 5)]),
        ("call +4989123456", [("phone_number", 5, 11)]),
    ],
)
def test_find_entities(text: str, entities: list) -> None:
    assert spans(find_entities(text)) == entities


def test_length_counts_utf16_units() -> None:
    assert utf16_length("a🔋ä") == 4
