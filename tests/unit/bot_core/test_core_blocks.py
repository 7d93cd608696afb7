"""Blocks as rich HTML and as plain HTML: the same words, and both well formed."""

from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.blocks import Column, Heading, Laid, Lines, Section, Table
from bot.localisation import Html, Texts, Wording
from bot.rendering.blocks import MOST_ROWS, above, fits, laid, rich_html, said, table
from bot.rendering.journal import energy_answer
from bot.telegram.markup import plain
from smartcloud.models import Trip
from storage.records import Price

COLUMNS = (Column(title="Name"), Column(title="Way", is_number=True))
NASTY = (
    "<b>Bén</b>",
    "</td></tr></table><script>",
    "a & b &amp; c",
    "\"quoted' name",
    "two\nlines\r\n\tand more",
    "\u202eright to left\u202c",
    "מיכל",
    "محمد 12",
    "\u2069\u2069",
    "\u2068\u202epretends to be tamed",
    "👩‍👩‍👧",
    "&lt;&#0;",
)


@pytest.fixture(scope="module")
def texts():
    return Texts.load()


def wording(texts, language="en"):
    return Wording(texts, language, "UTC", datetime(2026, 11, 29, tzinfo=UTC))


class Reader(HTMLParser):
    """Reads rich HTML as a browser would, and fails on a tag that is not closed."""

    def __init__(self, source):
        super().__init__()
        self.cells, self._open = [], []
        self.feed(source)
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        if tag not in ("br", "img"):
            self._open.append(tag)
        if tag in ("td", "th"):
            self.cells.append("")

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if self._open and self._open[-1] in ("td", "th"):
            self.cells[-1] += data


def test_answer_in_both_forms():
    answer = laid(
        (
            said("<b>120 km</b> in 4 trips", "", "lately"),
            Heading(text="🚗 <b>Trips</b>:"),
            Table(columns=COLUMNS, rows=(("Anna", "12 km"), ("Ben", "")), more="… and 3 more"),
            Lines(rows=()),
            Section(title="<b>More</b>", blocks=(said("one\ntwo"),), is_open=True),
            Section(title="Hints", blocks=(said("three"), said("four"))),
        )
    )

    assert answer == (
        "<b>120 km</b> in 4 trips\nlately\n🚗 <b>Trips</b>:\n• Anna · 12 km\n• Ben\n"
        "… and 3 more\n\n<b>More</b>\none\ntwo\n\n"
        "<b>Hints</b>\n<blockquote expandable>three\nfour</blockquote>"
    )
    assert rich_html(answer.blocks, "picture") == (
        '<img src="tg://photo?id=picture"/><p><b>120 km</b> in 4 trips<br>lately</p>'
        "<h4>🚗 Trips</h4><table bordered striped>"
        '<tr><th align="left">Name</th><th align="right">Way</th></tr>'
        '<tr><td align="left">Anna</td><td align="right">12 km</td></tr>'
        '<tr><td align="left">Ben</td><td align="right"></td></tr></table>'
        "<footer>… and 3 more</footer>"
        "<details open><summary>More</summary><p>one<br>two</p></details>"
        "<details><summary>Hints</summary><p>three</p><p>four</p></details>"
    )


@pytest.mark.parametrize("name", NASTY)
def test_name_stays_a_name_in_both_forms(name):
    answer = laid([Table(columns=COLUMNS, rows=((name, "1 km"),))])

    cells = Reader(rich_html(answer.blocks)).cells
    line = plain(answer)

    assert line == f"• {cells[2]} · 1 km"
    assert "\n" not in line
    is_turned = any("\u0590" <= sign <= "\u08ff" for sign in name)
    assert cells[2].startswith("\u2068") == cells[2].endswith("\u2069") == is_turned
    assert not set(cells[2].strip("\u2068\u2069")) & set("\u202a\u202e\u2066\u2068\u2069")


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=9)), min_size=1, max_size=4))
def test_any_text_makes_well_formed_blocks(rows):
    answer = laid([Table(columns=COLUMNS, rows=tuple(rows))])

    assert len(Reader(rich_html(answer.blocks)).cells) == 2 * len(rows) + 2
    assert len(plain(answer).split("\n")) >= len(rows)


def test_html_in_a_cell_is_ours():
    answer = laid([Table(columns=COLUMNS, rows=((Html("<b>#1</b>"), "1 km"),))])

    assert answer == "• <b>#1</b> · 1 km"


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it"])
def test_long_list_says_how_many_more(texts, language):
    rows = [(f"Person {number}", "1 km") for number in range(MOST_ROWS + 7)]

    block = table(COLUMNS, rows, wording(texts, language))

    assert len(block.rows) == MOST_ROWS
    assert "7" in block.more
    assert str(laid([block])).endswith(block.more)


def test_column_without_values_is_left_out(texts):
    block = table(COLUMNS, [("Anna", ""), ("Ben", "")], wording(texts), total=("All", ""))

    assert (block.columns, block.rows, block.total) == (
        COLUMNS[:1],
        (("Anna",), ("Ben",)),
        ("All",),
    )


def test_line_above_is_above_in_both_forms():
    answer = above("I heard: trips", laid([said("120 km")]))

    assert isinstance(answer, Laid)
    assert answer == "I heard: trips\n\n120 km"
    assert rich_html(answer.blocks) == "<p>I heard: trips</p><p>120 km</p>"
    assert above("I heard: hi", "Hello") == "I heard: hi\n\nHello"


def test_other_words_leave_the_blocks_behind():
    assert not isinstance(f"{laid([said('120 km')])}!", Laid)


def test_what_is_too_much_for_a_server_does_not_fit():
    rows = tuple((str(number), "") for number in range(600))

    assert fits([Table(columns=COLUMNS, rows=rows[:400])])
    assert not fits([Table(columns=COLUMNS, rows=rows)])
    assert not fits([said("x" * 40_000)])
    assert not fits([Section(title="x", blocks=(Table(columns=COLUMNS, rows=rows),))])


def trip(number, days_ago, kwh=15.0):
    start = datetime(2026, 11, 29, 8, tzinfo=UTC) - timedelta(days=days_ago)
    return Trip(
        trip_id=str(number),
        started_at=start,
        ended_at=start + timedelta(minutes=30),
        distance_km=20.0,
        consumption_kwh_per_100km=kwh,
    )


def test_energy_of_a_month_is_told_by_week_and_by_person(texts):
    trips = [trip(1, 0), trip(2, 1), trip(3, 7), trip(4, 20, kwh=None)]
    price = Price(per_kwh=0.5, currency="EUR")

    answer = energy_answer(trips, {"1": "Ben", "3": "Mia"}, price, wording(texts), is_dated=True)

    assert answer.replace("\xa0", " ") == (
        "⚡ 9 kWh, 15 kWh per 100 km\n🛣 80 km in 4 trips\n💶 €4.50 at €0.50 per kWh\n\n"
        "<b>📅 By week</b>\n• Nov 23 – Nov 29 · 40 km · 6 kWh · €3.00\n"
        "• Nov 16 – Nov 22 · 20 km · 3 kWh · €1.50\n• Nov 9 – Nov 15 · 20 km\n\n"
        "<b>👥 By person</b>\n• nobody in particular · 40 km · 3 kWh · €1.50\n"
        "• Ben · 20 km · 3 kWh · €1.50\n• Mia · 20 km · 3 kWh · €1.50"
    )


def test_energy_of_one_day_by_nobody_known_is_a_sum(texts):
    answer = energy_answer([trip(1, 0)], {}, None, wording(texts), is_dated=True)

    assert len(answer.blocks) == 1


def test_year_of_weeks_says_how_many_more(texts):
    trips = [trip(number, 7 * number) for number in range(30)]

    assert "… and 18 more" in energy_answer(trips, {}, None, wording(texts), is_dated=True)
