"""Colours; text on its ground keeps the contrast of 4.5 that WCAG 2 asks for."""

Colour = tuple[int, int, int]

BACKGROUND: Colour = (236, 240, 245)
CARD: Colour = (255, 255, 255)
INK: Colour = (24, 33, 47)
QUIET: Colour = (90, 102, 120)
LINE: Colour = (228, 233, 239)

GREEN: Colour = (18, 168, 108)
ORANGE: Colour = (226, 120, 24)
RED: Colour = (214, 58, 52)
BLUE: Colour = (66, 97, 226)

MAP: Colour = (219, 231, 227)

PEOPLE: tuple[Colour, ...] = (
    BLUE,
    (16, 163, 148),
    (238, 160, 44),
    (226, 88, 88),
    (143, 92, 214),
    (56, 162, 222),
    (131, 144, 160),
)


def person_colour(index: int) -> Colour:
    """Return the colour of the n-th person; after the last one they begin again."""
    return PEOPLE[index % len(PEOPLE)]


def mix(colour: Colour, other: Colour, share: float) -> Colour:
    """Return ``colour`` with a share (0..1) of ``other``."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue
