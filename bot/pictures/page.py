"""What every picture shares: the heading, the tiles with facts and the legend."""

from bot.pictures.canvas import MARGIN, WIDTH, Canvas, text_width
from bot.pictures.lettering import fitted, font
from bot.pictures.models import Fact, Heading
from bot.pictures.palette import CARD, INK, QUIET, Colour, person_colour

HEADING_HEIGHT = 250  # the first card begins here
FACTS_HEIGHT = 138
GAP = 24
INNER = WIDTH - 2 * MARGIN
LEGEND_LINE = 52
_VALUE_SIZES = (84, 72, 60, 50)
_FACT_SIZES = (44, 38, 32)


def draw_heading(canvas: Canvas, heading: Heading) -> None:
    """Write the title, the answer as large as it fits, and the detail."""
    down = 0 if heading.detail else 26  # two lines stand in the middle of three
    canvas.write((MARGIN + 8, 78 + down), heading.title, 34, fill=QUIET, width=INNER - 16)
    size = largest_fitting(heading.value, _VALUE_SIZES, INNER - 16)
    canvas.write((MARGIN + 6, 158 + down), heading.value, size, is_medium=True, width=INNER - 16)
    canvas.write((MARGIN + 8, 216), heading.detail, 34, fill=QUIET, width=INNER - 16)


def largest_fitting(
    text: str, sizes: tuple[int, ...], width: float, *, is_medium: bool = True
) -> int:
    """Return the first size at which a line fits, else the smallest."""
    fits = (size for size in sizes if text_width(text, size, is_medium=is_medium) <= width)
    return next(fits, sizes[-1])


def facts_space(facts: tuple[Fact, ...]) -> int:
    """Return the height in pixels that the tiles need, with the gap above them."""
    return FACTS_HEIGHT + GAP if facts else 0


def draw_facts(canvas: Canvas, facts: tuple[Fact, ...], top: float) -> None:
    """Draw a row of tiles of equal width."""
    if not facts:
        return
    width = (INNER - GAP * (len(facts) - 1)) / len(facts)
    inside = width - 56
    for index, fact in enumerate(facts):
        left = MARGIN + index * (width + GAP)
        canvas.card((left, top, left + width, top + FACTS_HEIGHT), CARD, radius=30)
        canvas.write((left + 28, top + 52), fact.label, 30, fill=QUIET, width=inside)
        size = largest_fitting(fact.value, _FACT_SIZES, inside)
        canvas.write((left + 28, top + 106), fact.value, size, is_medium=True, width=inside)


def draw_empty(canvas: Canvas, label: str, centre: tuple[float, float]) -> None:
    """Write in the middle of a card that there is nothing to show."""
    canvas.write(centre, label, 36, fill=QUIET, anchor="mm", width=INNER - 120)


def legend_rows(names: tuple[str, ...], width: float) -> list[list[tuple[str, Colour, float]]]:
    """Return rows of names, each cut to fit, with its colour and its distance from the left."""
    rows: list[list[tuple[str, Colour, float]]] = [[]]
    x = 0.0
    for index, name in enumerate(names):
        text = fitted(name, font(32), width / 3)
        wide = 40 + text_width(text, 32) + 44
        if rows[-1] and x + wide - 44 > width:
            rows.append([])
            x = 0.0
        rows[-1].append((text, person_colour(index), x))
        x += wide
    return rows


def draw_legend(canvas: Canvas, names: tuple[str, ...], corner: tuple[float, float]) -> None:
    """Draw the people and their colours in rows from ``corner`` on."""
    left, top = corner
    for row, entries in enumerate(legend_rows(names, INNER - 80)):
        y = top + row * LEGEND_LINE + LEGEND_LINE / 2
        for text, colour, x in entries:
            canvas.dot((left + x + 12, y), 12, colour)
            canvas.write((left + x + 38, y), text, 32, fill=INK, anchor="lm")
