"""Rich HTML is read as the Bot API documents it, and what it does not list is refused."""

import pytest

from simulator.telegram.errors import ApiError
from simulator.telegram.parameters import Parameters
from simulator.telegram.rich.message import read_rich
from simulator.telegram.rich.words import words_of
from tests.unit.simulator_telegram.test_standin_world import make_world


def read(html, **more):
    rich = {"html": html, **more}
    return read_rich(make_world(), Parameters({"rich_message": rich}))["blocks"]


def cell(text, align="left", **more):
    return {"text": text, "align": align, "valign": "middle", **more}


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("words\n\tof   a line ", [{"type": "paragraph", "text": "words of a line"}]),
        ("<p>a<br> b</p>", [{"type": "paragraph", "text": "a\nb"}]),
        (
            "<b>a </b> <i>b</i>&nbsp;&lt;&apos;",
            [
                {
                    "type": "paragraph",
                    "text": [
                        {"type": "bold", "text": "a "},
                        {"type": "italic", "text": "b"},
                        "\u00a0<'",
                    ],
                }
            ],
        ),
        ("<h3>T</h3><hr/>", [{"type": "heading", "text": "T", "size": 3}, {"type": "divider"}]),
        (
            "<table striped> <tr><th>a</th><th align='right'>b</th></tr>"
            "<tr><td colspan=2>c</td></tr><tr><td></td></tr></table>",
            [
                {
                    "type": "table",
                    "cells": [
                        [
                            cell("a", "center", is_header=True),
                            cell("b", "right", is_header=True),
                        ],
                        [cell("c", colspan=2)],
                        [{"align": "left", "valign": "middle"}],
                    ],
                    "is_striped": True,
                }
            ],
        ),
        (
            "<details open><summary>S</summary>x<ul><li>y</li></ul></details>",
            [
                {
                    "type": "details",
                    "summary": "S",
                    "blocks": [
                        {"type": "paragraph", "text": "x"},
                        {
                            "type": "list",
                            "items": [
                                {"label": "•", "blocks": [{"type": "paragraph", "text": "y"}]}
                            ],
                        },
                    ],
                    "is_open": True,
                }
            ],
        ),
        (
            "😀 say /price or <code>/x</code>",
            [
                {
                    "type": "paragraph",
                    "text": [
                        "😀 say ",
                        {"type": "bot_command", "text": "/price", "bot_command": "/price"},
                        " or ",
                        {"type": "code", "text": "/x"},
                    ],
                }
            ],
        ),
    ],
    ids=["words", "break", "marks", "heading", "table", "details", "found"],
)
def test_blocks_of_html(html, blocks):
    assert read(html) == blocks


def test_detection_can_be_left_out():
    assert read("/price", skip_entity_detection=True) == [{"type": "paragraph", "text": "/price"}]


def test_words_of_a_message_stand_without_its_form():
    blocks = read("<p>a</p><table><tr><td>b</td><td>c</td></tr></table><ul><li>d</li></ul>")

    assert words_of(blocks) == "a\nb\tc\n• d"


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ("", "rich message must be non-empty"),
        (" \n ", "RICH_MESSAGE_EMPTY"),
        ("<p></p>", "RICH_MESSAGE_CONTENT_REQUIRED"),
        ("<script>x</script>", "Unsupported start tag"),
        ("<div>x</div>", "Unsupported start tag"),
        ("<p>x", "Can't find end tag"),
        ("x</p>", "Unexpected end tag"),
        ("<p><b>x</p></b>", "Unmatched end tag"),
        ("a < b", "Unclosed start tag"),
        ("<table>x</table>", "words of its own"),
        ("<table><tr><td><p>x</p></td></tr></table>", "can't be used within a line"),
        ("<details>x</details>", "has to begin with"),
        ("<tr><td>x</td></tr>", "can't be used as a block"),
        ("x" * 32_769, "RICH_MESSAGE_TEXT_TOO_LONG"),
        ("<p>x</p>" * 501, "RICH_MESSAGE_BLOCKS_TOO_MANY"),
        (f"<table>{'<tr><td>x</td></tr>' * 500}</table>", "RICH_MESSAGE_BLOCKS_TOO_MANY"),
        (f"<table><tr>{'<td>x</td>' * 21}</tr></table>", "RICH_MESSAGE_TABLE_COLS_TOO_MANY"),
        ("<blockquote>" * 17 + "x" + "</blockquote>" * 17, "RICH_MESSAGE_DEPTH_INVALID"),
        ('<img src="https://example.com/a.png"/>', "RICH_MESSAGE_PHOTO_NO_MEDIA_FOUND"),
        ('<img src="tg://photo?id=a"/>', "RICH_MESSAGE_PHOTO_NO_MEDIA_FOUND"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else None,
)
def test_what_is_refused(html, says):
    with pytest.raises(ApiError, match="Bad Request") as refused:
        read(html)

    assert says in refused.value.description


def test_limits_are_reached_exactly():
    assert len(read("<p>x</p>" * 500)) == 500
    assert len(read(f"<table><tr>{'<td>x</td>' * 20}</tr></table>")[0]["cells"][0]) == 20
    assert read("x" * 32_768)
