"""Numbers, times and names as people of a language and a zone read them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.localisation import Html, Texts, Wording, plain, safe

TEXTS = Texts.load()
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def wording(language: str = "en", **changes: str) -> Wording:
    zone = changes.pop("timezone", "Europe/Berlin")
    return Wording(TEXTS, language, zone, NOW, **changes)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "213 km 21.5°C 2.4 bar 64%"),
        ("de", "213 km 21,5 °C 2,4 bar 64 %"),
    ],
)
def test_units_follow_the_language(language: str, words: str) -> None:
    it = wording(language)

    said = f"{it.distance(213.4)} {it.temperature(21.5)} {it.pressure(240)} {it.percent(64.2)}"

    assert (
        said.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ") == words
    )


def test_imperial_units_are_miles_and_psi() -> None:
    it = wording(units="imperial")

    assert (it.distance(160.9344), it.pressure(250)) == ("100 mi", "36 psi")


def test_unknown_value_is_said() -> None:
    assert wording().percent(None) == "unknown"


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=-5), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=3, seconds=10), "3 min ago"),
        (timedelta(hours=5), "5 h ago"),
        (timedelta(days=2), "Sun, Nov 22, 13:00"),
    ],
    ids=["ahead", "now", "minutes", "hours", "days"],
)
def test_age_is_told_in_the_coarsest_fitting_unit(ago: timedelta, words: str) -> None:
    assert wording().age(NOW - ago) == words


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=5), "1 min"),
        (timedelta(minutes=80), "1 h 20 min"),
        (timedelta(hours=2), "2 h"),
        (timedelta(hours=50), "2 d 2 h"),
    ],
)
def test_duration(length: timedelta, words: str) -> None:
    assert wording().duration(length) == words


def test_times_are_in_the_readers_zone() -> None:
    assert wording(timezone="Australia/Sydney").time(NOW) == "23:00"


def test_unknown_zone_reads_as_utc() -> None:
    assert wording(timezone="Mars/Base").time(NOW) == "12:00"


def test_interval_over_midnight_names_both_days() -> None:
    start, end = NOW + timedelta(hours=8), NOW + timedelta(hours=20)

    assert wording().interval(start, end) == "Tue, Nov 24, 21:00 – Wed, Nov 25, 09:00"


def test_interval_within_a_day_names_it_once() -> None:
    start = NOW + timedelta(hours=1)

    assert wording().interval(start, start + timedelta(hours=4)) == "Tue, Nov 24, 14:00–18:00"


def test_names_are_escaped_in_messages_and_not_on_buttons() -> None:
    name = "<b>Ann & Co</b>"

    assert "&lt;b&gt;Ann &amp; Co&lt;/b&gt;" in wording().say("no-data", car=name)
    assert name in wording().label("no-data", car=name)


def test_a_list_of_names_is_escaped_once() -> None:
    names = wording().listing(["a&b", "c", "d"])

    assert names == "a&amp;b, c and d"
    assert wording().say("remove-who", names=names).count("&amp;") == 1


def test_plain_takes_the_markup_off() -> None:
    assert plain("<b>Locked.</b> Ann &amp; Co &lt;3") == "Locked. Ann & Co <3"


def test_safe_leaves_numbers_and_html_alone() -> None:
    assert safe(3) == 3
    assert safe(Html("<b>x</b>")) == "<b>x</b>"


@pytest.mark.parametrize(
    ("code", "language"),
    [("de-AT", "de"), ("DE_de", "de"), ("en-GB", "en"), ("tlh", "en"), ("", "en"), (None, "en")],
)
def test_language_of_a_code(code: str | None, language: str) -> None:
    assert Texts.load().language_of(code) == language
