"""A trip on a map without streets: its way, true to scale, with start and end."""

import math

from bot.pictures.axis import round_step
from bot.pictures.canvas import CARD_RADIUS, MARGIN, WIDTH, Box, Canvas, Point, text_width
from bot.pictures.models import Place, TripPicture
from bot.pictures.page import HEADING_HEIGHT, draw_empty, draw_facts, draw_heading, facts_space
from bot.pictures.palette import BLUE, CARD, GREEN, INK, MAP, RED, mix

_MAP_HEIGHT = 860
_MAP: Box = (MARGIN, HEADING_HEIGHT, WIDTH - MARGIN, HEADING_HEIGHT + _MAP_HEIGHT)
_INSET = 150  # room for pins and their labels
_SCALE_ROOM = 40  # more below, so that no label covers the scale
_METRES_PER_DEGREE = 111_320.0
_SMALLEST_M = 200.0  # a car that was only moved about stays a dot and not a journey
_MOST_POINTS = 600  # more cannot be seen
_PIN_HEIGHT = 74
_SHADES = 48  # of the way from its start to its end


def trip_picture(trip: TripPicture) -> bytes:
    """Return the PNG of a trip."""
    left, top, right, bottom = _MAP
    canvas = Canvas(round(bottom) + facts_space(trip.facts) + MARGIN)
    draw_heading(canvas, trip.heading)
    canvas.card(_MAP, MAP)
    places = _visible(trip.track)
    if places:
        _draw_map(canvas, trip, places)
    else:
        draw_empty(canvas, trip.empty_label, ((left + right) / 2, (top + bottom) / 2))
    draw_facts(canvas, trip.facts, bottom + 24)
    return canvas.png()


def _visible(track: tuple[Place, ...]) -> list[Place]:
    """Return the places that exist on Earth, thinned out evenly, the last one always kept."""
    real = [place for place in track if abs(place.latitude) <= 90 and abs(place.longitude) <= 180]
    stride = -(-len(real) // _MOST_POINTS) or 1
    thinned = real[::stride]
    return thinned if not real or thinned[-1] is real[-1] else [*thinned, real[-1]]


def metres(places: list[Place]) -> list[Point]:
    """Return metres east and north of the first place; a track may cross the date line."""
    first = places[0]
    middle = math.radians((min(p.latitude for p in places) + max(p.latitude for p in places)) / 2)
    shrink = max(math.cos(middle), 0.01)
    return [
        (
            ((place.longitude - first.longitude + 540) % 360 - 180) * shrink * _METRES_PER_DEGREE,
            (place.latitude - first.latitude) * _METRES_PER_DEGREE,
        )
        for place in places
    ]


def _draw_map(canvas: Canvas, trip: TripPicture, places: list[Place]) -> None:
    left, top, right, bottom = _MAP
    flat = metres(places)
    west, east = min(x for x, _ in flat), max(x for x, _ in flat)
    south, north = min(y for _, y in flat), max(y for _, y in flat)
    inner = (right - left - 2 * _INSET, bottom - top - 2 * _INSET - _SCALE_ROOM)
    across = max((east - west) / inner[0], (north - south) / inner[1], _SMALLEST_M / inner[0])
    centre = ((left + right) / 2, (top + bottom - _SCALE_ROOM) / 2)
    track = [
        (
            centre[0] + (x - (west + east) / 2) / across,
            centre[1] - (y - (south + north) / 2) / across,
        )
        for x, y in flat
    ]
    step_m = round_step((right - left) * across / trip.unit_m, 8) * trip.unit_m
    _draw_grid(canvas, step_m / across)
    _draw_track(canvas, track)
    _draw_pins(canvas, trip, track)
    _draw_scale(canvas, trip.distance(step_m), step_m / across)


def _draw_grid(canvas: Canvas, spacing: float) -> None:
    """Draw squares as wide as the scale; a line in the round corners would show outside."""
    left, top, right, bottom = _MAP
    pale = mix(MAP, CARD, 0.55)
    for index in range(1, int((right - left - CARD_RADIUS) / spacing) + 1):
        x = left + index * spacing
        canvas.line([(x, top + 2), (x, bottom - 2)], 3, pale)
    for index in range(1, int((bottom - top - CARD_RADIUS) / spacing) + 1):
        y = bottom - index * spacing
        canvas.line([(left + 2, y), (right - 2, y)], 3, pale)


def _draw_track(canvas: Canvas, track: list[Point]) -> None:
    """Draw the way from green to blue on a white bed, so that crossings stay readable."""
    canvas.line(track, 22, CARD)
    run = -(-len(track) // _SHADES)
    for start in range(0, len(track) - 1, run):
        piece = track[start : start + run + 1]
        canvas.line(piece, 11, mix(GREEN, BLUE, start / len(track)))


def _draw_pins(canvas: Canvas, trip: TripPicture, track: list[Point]) -> None:
    start, end = track[0], track[-1]
    canvas.dot(start, 22, CARD)
    canvas.dot(start, 16, GREEN)
    canvas.dot(start, 7, CARD)
    _draw_pin(canvas, end)
    # Below the tip only where the label of the start, then above, clears the head of the pin.
    is_end_above = end[1] <= start[1] + 56
    below_end = (end[0], end[1] + 50)
    above_end = (end[0], end[1] - _PIN_HEIGHT - 40)
    _draw_label(canvas, trip.end_label, above_end if is_end_above else below_end)
    start_y = max(start[1] + 60, end[1] + 46) if is_end_above else start[1] - 60
    _draw_label(canvas, trip.start_label, (start[0], start_y))


def _draw_pin(canvas: Canvas, tip: Point) -> None:
    x, y = tip
    head = (x, y - _PIN_HEIGHT + 28)
    for radius, grow, colour in ((32, 6, CARD), (27, 0, RED)):
        canvas.dot(head, radius, colour)
        # The sides touch the head at the height where they are tangent to it.
        canvas.polygon(
            [(x - radius * 0.88, head[1] + 12), (x + radius * 0.88, head[1] + 12), (x, y + grow)],
            colour,
        )
    canvas.dot(head, 11, CARD)


def _draw_label(canvas: Canvas, label: str, centre: Point) -> None:
    if not label:
        return
    left, top, right, bottom = _MAP
    half = min(text_width(label, 32, is_medium=True), 420) / 2 + 24
    x = min(max(centre[0], left + half + 16), right - half - 16)
    y = min(max(centre[1], top + 44), bottom - 44)
    canvas.card((x - half, y - 29, x + half, y + 29), CARD, radius=29)
    canvas.write((x, y), label, 32, is_medium=True, anchor="mm", width=420)


def _draw_scale(canvas: Canvas, label: str, length: float) -> None:
    left, _, _, bottom = _MAP
    x, y = left + 40, bottom - 36
    ink = mix(INK, MAP, 0.25)
    canvas.line([(x, y - 12), (x, y), (x + length, y), (x + length, y - 12)], 4, ink)
    canvas.write((x + length / 2, y - 16), label, 30, fill=ink, anchor="ms", width=400)
