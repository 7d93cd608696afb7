"""The letters: the font knows our languages, and words are cut to fit."""

import pytest

from bot.pictures.lettering import ELLIPSIS, fitted, font, wrapped, writable


def test_the_font_has_every_letter_of_our_languages():
    letters = "ÄÖÜäöüß ÀÂÇÉÈÊËÎÏÔÙÛŸŒÆàâçéèêëîïôùûÿœæ ÁÉÍÓÚÑáéíóúñ¿¡ ÌÒìò €£°²·–—…→%‰½×−Ø"

    assert writable(letters) == letters


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12\u202f345\u2009km", "12\u00a0345\u00a0km"),
        ("Anna 🚗", "Anna"),
        ("🚗", "–"),
        ("", ""),
        ("two\nlines", "two lines"),
        ("\x00\x07Ben", "Ben"),
        ("\ud800", "–"),
    ],
    ids=["narrow spaces", "emoji", "only emoji", "empty", "lines", "control", "half a pair"],
)
def test_writable(text, shown):
    assert writable(text) == shown


def test_fitted_keeps_what_fits():
    assert fitted("Anna", font(30), 500) == "Anna"


@pytest.mark.parametrize("width", [60, 100, 200, 400])
def test_fitted_cuts_with_an_ellipsis_and_uses_the_room(width):
    face = font(30)
    name = "Großmutter Hildegard von der Heide"

    cut = fitted(name, face, width)

    assert cut.endswith(ELLIPSIS)
    assert name.startswith(cut.removesuffix(ELLIPSIS))
    assert width - 2 * face.getlength("M") < face.getlength(cut) <= width


def test_fitted_without_room_is_empty():
    assert fitted("Anna", font(30), 3) == ""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("8:00–12:30", ["8:00–", "12:30"]),
        ("to the lake", ["to the", "lake"]),
        ("short", ["short"]),
        ("", [""]),
    ],
)
def test_wrapped_breaks_at_spaces_and_dashes(text, lines):
    assert wrapped(text, font(24), 90) == lines
