"""A week of bookings: a column a day, a colour a person, a line for now."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.pictures.canvas import MARGIN, WIDTH, Box, Canvas
from bot.pictures.lettering import font, wrapped
from bot.pictures.models import CalendarBooking, CalendarPicture
from bot.pictures.page import (
    HEADING_HEIGHT,
    INNER,
    LEGEND_LINE,
    draw_heading,
    draw_legend,
    legend_rows,
)
from bot.pictures.palette import CARD, INK, LINE, QUIET, RED, Colour, mix, person_colour

_LEFT, _RIGHT = MARGIN + 100, WIDTH - MARGIN - 24
_DAY_NAMES_HEIGHT = 136
_WHOLE_DAY_HEIGHT = 64
_GRID_HEIGHT = 800
_USUAL_HOURS = (7, 21)  # always shown; bookings outside make the day longer
_NAME_SIZE, _DETAIL_SIZE = 28, 24
_NAME_LINE = 34


@dataclass(frozen=True, slots=True)
class Block:
    """The part of a booking that lies in one day; hours are 0..24 on the wall clock."""

    booking: CalendarBooking
    column: int
    from_hour: float
    to_hour: float


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where days and hours are on the page."""

    columns: int
    first_hour: int
    last_hour: int
    top: float

    @property
    def bottom(self) -> float:
        return self.top + _GRID_HEIGHT

    def x(self, column: float) -> float:
        return _LEFT + column * (_RIGHT - _LEFT) / max(self.columns, 1)

    def y(self, hour: float) -> float:
        share = (hour - self.first_hour) / (self.last_hour - self.first_hour)
        return self.top + share * _GRID_HEIGHT


def calendar_picture(calendar: CalendarPicture) -> bytes:
    """Return the PNG of a week."""
    timed = [b for b in calendar.bookings if not b.is_whole_day]
    whole = [b for b in calendar.bookings if b.is_whole_day]
    blocks = [block for booking in timed for block in day_blocks(booking, calendar)]
    people = tuple(dict.fromkeys((*calendar.people, *(b.person for b in calendar.bookings))))
    colours = {person: person_colour(index) for index, person in enumerate(people)}
    first, last = _shown_hours(blocks, calendar.now)
    top = HEADING_HEIGHT + _DAY_NAMES_HEIGHT + (_WHOLE_DAY_HEIGHT if whole else 0)
    grid = _Grid(len(calendar.days), first, last, top)
    legend = len(legend_rows(people, INNER - 80)) * LEGEND_LINE + 16 if people else 0
    card_bottom = round(grid.bottom) + 32 + legend
    canvas = Canvas(card_bottom + MARGIN)
    draw_heading(canvas, calendar.heading)
    canvas.card((MARGIN, HEADING_HEIGHT, WIDTH - MARGIN, card_bottom), CARD)
    _draw_hours(canvas, calendar, grid)
    _draw_days(canvas, calendar, grid)
    for booking in whole:
        _draw_whole_day(canvas, calendar, grid, booking, colours[booking.person])
    for block in blocks:
        _draw_block(canvas, grid, block, colours[block.booking.person])
    _draw_now(canvas, calendar, grid)
    draw_legend(canvas, people, (MARGIN + 40, grid.bottom + 24))
    return canvas.png()


def day_blocks(booking: CalendarBooking, calendar: CalendarPicture) -> list[Block]:
    """Return the parts of a booking in the days shown; one over midnight has several."""
    blocks = []
    for column, day in enumerate(calendar.days):
        start = _hour_within(booking.start_at, day.day)
        end = _hour_within(booking.end_at, day.day)
        if end > start:
            blocks.append(Block(booking, column, start, end))
    return blocks


def _hour_within(instant: datetime, day: date) -> float:
    """Return the hour of an instant on a day: 0 when it is before, 24 when after."""
    if instant.date() != day:
        return 0.0 if instant.date() < day else 24.0
    return instant.hour + instant.minute / 60


def _shown_hours(blocks: list[Block], now: datetime | None) -> tuple[int, int]:
    """Return the first and the last hour of the axis; nights without bookings are left out."""
    first, last = _USUAL_HOURS
    for block in blocks:
        first = min(first, int(block.from_hour))
        last = max(last, -int(-block.to_hour // 1))
    if now:
        first, last = min(first, now.hour), max(last, now.hour + 1)
    return first, last


def _draw_hours(canvas: Canvas, calendar: CalendarPicture, grid: _Grid) -> None:
    step = 2 if grid.last_hour - grid.first_hour <= 16 else 3
    for hour in range(grid.first_hour, grid.last_hour + 1):
        if hour % step == 0:
            y = grid.y(hour)
            canvas.line([(_LEFT, y), (_RIGHT, y)], 2, LINE)
            label = calendar.hour(hour)
            at = (_LEFT - 14, y)
            canvas.write(at, label, 26, fill=QUIET, anchor="rm", width=_LEFT - MARGIN - 24)


def _draw_days(canvas: Canvas, calendar: CalendarPicture, grid: _Grid) -> None:
    today = calendar.now.date() if calendar.now else None
    for column, day in enumerate(calendar.days):
        if column:
            x = grid.x(column)
            canvas.line([(x, HEADING_HEIGHT + 40), (x, grid.bottom)], 2, LINE)
        x, wide = grid.x(column + 0.5), grid.x(1) - grid.x(0) - 8
        is_today = day.day == today
        name, number = (x, HEADING_HEIGHT + 56), (x, HEADING_HEIGHT + 96)
        canvas.write(name, day.name, 28, fill=QUIET, anchor="ms", width=wide)
        if is_today:
            canvas.dot(number, 30, RED)
        ink = CARD if is_today else INK
        canvas.write(number, day.number, 36, fill=ink, is_medium=True, anchor="mm", width=wide)


def _draw_shape(canvas: Canvas, booking: CalendarBooking, box: Box, colour: Colour) -> None:
    """Draw the ground of a booking: tinted, or only outlined for a request."""
    left, top, _, bottom = box
    if booking.is_request:
        canvas.card(box, CARD, radius=12, outline=colour)
        return
    canvas.card(box, mix(colour, CARD, 0.76), radius=12)
    canvas.card((left, top, left + 9, bottom), colour, radius=4.5)


def _draw_whole_day(
    canvas: Canvas,
    calendar: CalendarPicture,
    grid: _Grid,
    booking: CalendarBooking,
    colour: Colour,
) -> None:
    last = booking.end_at
    if last.time() == time() and last.date() > booking.start_at.date():
        last -= timedelta(days=1)  # a midnight end belongs to the day before
    days = range(len(calendar.days))
    inside = [i for i in days if booking.start_at.date() <= calendar.days[i].day <= last.date()]
    if not inside:
        return
    bottom = grid.top - 12
    box = (grid.x(inside[0]) + 5, bottom - 46, grid.x(inside[-1] + 1) - 5, bottom)
    _draw_shape(canvas, booking, box, colour)
    at, wide = (box[0] + 20, bottom - 23), box[2] - box[0] - 28
    canvas.write(at, booking.person, _NAME_SIZE, is_medium=True, anchor="lm", width=wide)


def _draw_block(canvas: Canvas, grid: _Grid, block: Block, colour: Colour) -> None:
    left, right = grid.x(block.column) + 5, grid.x(block.column + 1) - 5
    top, bottom = grid.y(block.from_hour) + 2, grid.y(block.to_hour) - 2
    bottom = max(bottom, top + 14)  # a booking of minutes is still seen
    _draw_shape(canvas, block.booking, (left, top, right, bottom), colour)
    x, inside = left + 18, right - left - 24
    name = block.booking.person
    if bottom - top < _NAME_LINE + 6:
        if bottom - top > _DETAIL_SIZE:
            middle = (x, (top + bottom) / 2)
            canvas.write(middle, name, _DETAIL_SIZE, is_medium=True, anchor="lm", width=inside)
        return
    y = top + 32
    canvas.write((x, y), name, _NAME_SIZE, is_medium=True, width=inside)
    for line in wrapped(block.booking.detail, font(_DETAIL_SIZE), inside):
        y += _NAME_LINE
        if y + 10 > bottom:
            break
        canvas.write((x, y), line, _DETAIL_SIZE, fill=mix(QUIET, INK, 0.4), width=inside)


def _draw_now(canvas: Canvas, calendar: CalendarPicture, grid: _Grid) -> None:
    now = calendar.now
    columns = [i for i, day in enumerate(calendar.days) if now and day.day == now.date()]
    if now is None or not columns:
        return
    y = grid.y(now.hour + now.minute / 60)
    left = grid.x(columns[0])
    canvas.line([(left, y), (grid.x(columns[0] + 1), y)], 5, RED)
    canvas.dot((left, y), 10, RED)
