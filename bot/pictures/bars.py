"""Bars by day or week, stacked by person: distance, energy or cost."""

import math

from bot.pictures.axis import amount_or_zero, round_step
from bot.pictures.canvas import MARGIN, WIDTH, Box, Canvas, Point, text_width
from bot.pictures.models import Bar, BarsPicture
from bot.pictures.page import (
    HEADING_HEIGHT,
    INNER,
    LEGEND_LINE,
    draw_empty,
    draw_facts,
    draw_heading,
    draw_legend,
    facts_space,
    legend_rows,
)
from bot.pictures.palette import CARD, LINE, QUIET, person_colour

_PLOT_HEIGHT = 560
_WIDEST_BAR = 92
_MOST_TOTALS = 8  # with more bars the numbers above them would touch
_LABEL_SIZE = 30


def bars_picture(chart: BarsPicture) -> bytes:
    """Return the PNG of a bar chart."""
    legend = len(legend_rows(chart.series, INNER - 80)) * LEGEND_LINE + 16
    legend = legend if len(chart.series) > 1 else 0
    top = HEADING_HEIGHT + 84 + legend
    card_bottom = top + _PLOT_HEIGHT + 96
    canvas = Canvas(card_bottom + facts_space(chart.facts) + MARGIN)
    draw_heading(canvas, chart.heading)
    canvas.card((MARGIN, HEADING_HEIGHT, WIDTH - MARGIN, card_bottom), CARD)
    if legend:
        draw_legend(canvas, chart.series, (MARGIN + 40, HEADING_HEIGHT + 28))
    plot = (MARGIN + 40, top, WIDTH - MARGIN - 40, top + _PLOT_HEIGHT)
    highest = max((_total(bar) for bar in chart.bars), default=0.0)
    if highest > 0:
        _draw_plot(canvas, chart, plot, highest)
    else:
        draw_empty(canvas, chart.empty_label, (WIDTH / 2, top + _PLOT_HEIGHT / 2))
    draw_facts(canvas, chart.facts, card_bottom + 24)
    return canvas.png()


def _total(bar: Bar) -> float:
    return sum(map(amount_or_zero, bar.amounts))


def _draw_plot(canvas: Canvas, chart: BarsPicture, plot: Box, highest: float) -> None:
    left, top, right, bottom = plot
    step = round_step(highest / chart.unit, 4) * chart.unit
    steps = math.ceil(highest / step - 1e-9)
    labels = [chart.amount(step * index) for index in range(steps + 1)]
    right -= min(max(text_width(label, _LABEL_SIZE) for label in labels), 200) + 24
    for index, label in enumerate(labels):
        y = bottom - index / steps * (bottom - top)
        canvas.line([(left, y), (right, y)], 2, LINE)
        canvas.write((right + 24, y), label, _LABEL_SIZE, fill=QUIET, anchor="lm", width=200)
    scale = (bottom - top) / (step * steps)
    slot = (right - left) / len(chart.bars)
    every = _label_stride(chart.bars, slot)
    for index, bar in enumerate(chart.bars):
        total = _total(bar)
        x = left + (index + 0.5) * slot
        _draw_bar(canvas, bar, x, min(slot * 0.62, _WIDEST_BAR) / 2, bottom, scale)
        if total and len(chart.bars) <= _MOST_TOTALS:
            _draw_total(canvas, chart.amount(total), (x, bottom - total * scale - 16), slot - 4)
        if index % every == 0:
            wide = slot * every - 8
            at = (x, bottom + 54)
            canvas.write(at, bar.label, _LABEL_SIZE, fill=QUIET, anchor="ms", width=wide)


def _draw_total(canvas: Canvas, label: str, at: Point, width: float) -> None:
    """Write a sum above its bar, on a ground that hides the line of the axis behind it."""
    half = min(text_width(label, 28, is_medium=True), width) / 2 + 6
    canvas.card((at[0] - half, at[1] - 26, at[0] + half, at[1] + 8), CARD, radius=8)
    canvas.write(at, label, 28, is_medium=True, anchor="ms", width=width)


def _label_stride(bars: tuple[Bar, ...], slot: float) -> int:
    widest = min(max(text_width(bar.label, _LABEL_SIZE) for bar in bars), 240)
    return max(1, math.ceil((widest + 12) / slot))


def _draw_bar(canvas: Canvas, bar: Bar, x: float, half: float, bottom: float, scale: float) -> None:
    """Stack the amounts from the bottom up; the topmost one has round shoulders."""
    parts = [(i, amount_or_zero(amount)) for i, amount in enumerate(bar.amounts)]
    shown = [(i, amount) for i, amount in parts if amount]
    y = bottom
    for place, (index, amount) in enumerate(shown):
        is_top = place == len(shown) - 1
        height = amount * scale
        seam = 0 if is_top or height < 8 else 3
        box = (x - half, y - height + seam, x + half, y)
        colour = person_colour(index)
        radius = min(16, half, height)
        canvas.card(box, colour, radius=radius, corners=(is_top, is_top, False, False))
        y -= height
