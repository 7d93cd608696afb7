"""Every text can be read on the ground it stands on."""

import pytest

from bot.pictures.palette import (
    BACKGROUND,
    CARD,
    INK,
    MAP,
    ORANGE,
    PEOPLE,
    QUIET,
    RED,
    Colour,
    mix,
    person_colour,
)


def luminance(colour: Colour) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    shares = (band / 255 for band in colour)
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (QUIET, BACKGROUND),
        (QUIET, CARD),
        (QUIET, MAP),
        (mix(INK, MAP, 0.25), MAP),
        (mix(ORANGE, INK, 0.4), CARD),
        (mix(RED, INK, 0.25), mix(RED, CARD, 0.88)),
        (mix(QUIET, INK, 0.3), mix(RED, CARD, 0.88)),
        (CARD, RED),
        *((mix(QUIET, INK, 0.4), mix(person, CARD, 0.76)) for person in PEOPLE),
    ],
)
def test_text_can_be_read(text, ground):
    assert contrast(text, ground) >= 4.5


def test_colours_begin_again_after_the_last_person():
    assert person_colour(len(PEOPLE)) == person_colour(0)
