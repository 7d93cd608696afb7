"""Sentences are parsed when they are first said; what comes out is what Fluent would have said."""

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.cldr import locale_of
from bot.localisation import TextError, Texts, read_sources

SOURCES = read_sources()
SOURCE = """
# A remark = not a sentence
plain = Words and nothing else   
long = First line
    and the second.
with-parts = Itself
    .doing = In progress
quoted = { "{" }braces{ "}" }
counted = { $n ->
    [one] One car
   *[other] { $n } cars
}
last = The end"""  # noqa: W291 - blanks at the end of a line are not said


@pytest.mark.parametrize("language", SOURCES)
def test_every_sentence_is_found_and_read_as_fluent_reads_the_whole_file(language: str) -> None:
    texts, whole = Texts(SOURCES), FluentBundle([language], use_isolating=False)
    resource = FluentResource(SOURCES[language])
    whole.add_resource(resource)

    for entry in resource.body:
        assert not isinstance(entry, ast.Junk)
        if not isinstance(entry, ast.Message):
            continue
        message = whole.get_message(entry.id.name)
        assert texts.has(entry.id.name, language) == (message.value is not None)
        for key, pattern in message.attributes.items():
            assert texts.has(f"{entry.id.name}.{key}", language)
            expected, errors = whole.format_pattern(pattern, {})
            if not errors:
                assert texts.format(f"{entry.id.name}.{key}", language, {}) == expected
        if message.value is not None:
            expected, errors = whole.format_pattern(message.value, {})
            if not errors:
                assert texts.format(entry.id.name, language, {}) == expected


@pytest.mark.parametrize(
    ("key", "variables", "said"),
    [
        ("plain", {}, "Words and nothing else"),
        ("long", {}, "First line\nand the second."),
        ("with-parts", {}, "Itself"),
        ("with-parts.doing", {}, "In progress"),
        ("quoted", {}, "{braces}"),
        ("counted", {"n": 1}, "One car"),
        ("counted", {"n": 3}, "3 cars"),
        ("last", {}, "The end"),
    ],
)
def test_forms_of_sentences(key: str, variables: dict[str, int], said: str) -> None:
    texts = Texts({"en": SOURCE})

    assert [texts.format(key, "en", variables) for _ in range(2)] == [said, said]


def test_sentence_that_is_missing_is_a_bug() -> None:
    texts = Texts({"en": SOURCE, "de": "plain = Worte"})

    assert texts.format("plain", "de", {}) == "Worte"
    assert texts.format("last", "de", {}) == "The end"
    with pytest.raises(TextError):
        texts.format("first", "de", {})


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it"])
def test_locale_keeps_what_sentences_need(language: str) -> None:
    locale = locale_of(language)

    assert len(locale.months["format"]["wide"]) == 12
    assert locale.unit_display_names["length-kilometer"]
    assert locale.decimal_formats[None]
