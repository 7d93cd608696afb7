"""A charge: the level so far, the way to the target, and when it will be there."""

import math
from collections.abc import Callable
from datetime import datetime
from itertools import pairwise

from bot.pictures.axis import clamped, time_ticks
from bot.pictures.canvas import MARGIN, WIDTH, Box, Canvas, Point
from bot.pictures.models import ChargePoint, ChargingPicture
from bot.pictures.page import HEADING_HEIGHT, draw_empty, draw_facts, draw_heading, facts_space
from bot.pictures.palette import CARD, GREEN, INK, LINE, ORANGE, QUIET, mix

_CARD_HEIGHT = 760
_SHORTEST_S = 1800  # a charge that has just begun does not fill the width
PLOT: Box = (MARGIN + 44, HEADING_HEIGHT + 100, WIDTH - MARGIN - 130, HEADING_HEIGHT + 660)

_Placed = list[Point]
_ToPoint = Callable[[ChargePoint], Point]


def level_y(level_percent: float) -> float:
    """Return how far down a level (0..100) is, in pixels."""
    _, top, _, bottom = PLOT
    return bottom - clamped(level_percent, 0, 100) / 100 * (bottom - top)


def charging_picture(charge: ChargingPicture) -> bytes:
    """Return the PNG of a charge."""
    card_bottom = HEADING_HEIGHT + _CARD_HEIGHT
    canvas = Canvas(card_bottom + facts_space(charge.facts) + MARGIN)
    draw_heading(canvas, charge.heading)
    canvas.card((MARGIN, HEADING_HEIGHT, WIDTH - MARGIN, card_bottom), CARD)
    _draw_levels(canvas, charge)
    measured, expected = _known(charge.measured), _known(charge.expected)
    if measured or expected:
        _draw_course(canvas, charge, measured, expected)
    else:
        between_lines = (level_y(50) + level_y(75)) / 2
        draw_empty(canvas, charge.empty_label, (WIDTH / 2, between_lines))
    draw_facts(canvas, charge.facts, card_bottom + 24)
    return canvas.png()


def _known(points: tuple[ChargePoint, ...]) -> list[ChargePoint]:
    known = (point for point in points if math.isfinite(point.level_percent))
    return sorted(known, key=lambda point: point.at)


def _draw_levels(canvas: Canvas, charge: ChargingPicture) -> None:
    left, _, right, _ = PLOT
    for level in (0, 25, 50, 75, 100):
        y = level_y(level)
        canvas.line([(left, y), (right, y)], 2, LINE)
        label = charge.percent(level)
        canvas.write((right + 24, y), label, 30, fill=QUIET, anchor="lm", width=96)


def _draw_target(canvas: Canvas, charge: ChargingPicture) -> None:
    if charge.target_percent is None or not math.isfinite(charge.target_percent):
        return
    left, _, right, _ = PLOT
    y = level_y(charge.target_percent)
    canvas.dashes((left, y), (right, y), 4, ORANGE)
    shade = mix(ORANGE, INK, 0.4)
    canvas.write((left, y - 16), charge.target_label, 32, fill=shade, is_medium=True, width=480)


def _draw_course(
    canvas: Canvas,
    charge: ChargingPicture,
    measured: list[ChargePoint],
    expected: list[ChargePoint],
) -> None:
    everything = [*measured, *expected]
    start = min(point.at for point in everything)
    span = max((max(point.at for point in everything) - start).total_seconds(), _SHORTEST_S)
    left, _, right, _ = PLOT

    def place(point: ChargePoint) -> Point:
        share = (point.at - start).total_seconds() / span
        return left + share * (right - left), level_y(point.level_percent)

    _draw_times(canvas, charge.clock, start, span)
    so_far = [place(point) for point in measured]
    to_come = [*so_far[-1:], *(place(point) for point in expected)]
    _draw_so_far(canvas, so_far)
    _draw_target(canvas, charge)
    _draw_to_come(canvas, charge.end_label, to_come if expected else [])
    if so_far:
        canvas.dot(so_far[-1], 26, mix(GREEN, CARD, 0.72))
        canvas.dot(so_far[-1], 16, CARD)
        canvas.dot(so_far[-1], 11, GREEN)


def _draw_times(
    canvas: Canvas, clock: Callable[[datetime], str], start: datetime, span: float
) -> None:
    left, _, right, bottom = PLOT
    for second, instant in time_ticks(start, span, 5):
        x = left + second / span * (right - left)
        canvas.line([(x, bottom), (x, bottom + 10)], 2, QUIET)
        canvas.write((x, bottom + 54), clock(instant), 30, fill=QUIET, anchor="ms", width=150)


def _draw_so_far(canvas: Canvas, points: _Placed) -> None:
    bottom = PLOT[3]
    if len(points) > 1:
        outline = [(points[0][0], bottom), *points, (points[-1][0], bottom)]
        canvas.fade(outline, GREEN, 0.38)
        canvas.line(points, 9, GREEN)


def _draw_to_come(canvas: Canvas, label: str, points: _Placed) -> None:
    if not points:
        return
    pale = mix(GREEN, CARD, 0.45)
    for start, end in pairwise(points):
        canvas.line([start, end], 7, pale)
    x, y = points[-1]
    canvas.dot((x, y), 15, GREEN)
    canvas.dot((x, y), 9, CARD)
    canvas.write((x + 8, y - 30), label, 38, is_medium=True, anchor="rs", width=400)
