"""The car from above with the pressure of each tyre beside its wheel."""

from bot.pictures.canvas import MARGIN, WIDTH, Box, Canvas
from bot.pictures.models import Tyre, TyrePicture
from bot.pictures.page import HEADING_HEIGHT, draw_heading, largest_fitting
from bot.pictures.palette import BACKGROUND, CARD, INK, LINE, QUIET, RED, Colour, mix

_CARD_HEIGHT = 900
_CENTRE_X = WIDTH / 2
_TOP = HEADING_HEIGHT + 70  # of the car
_LENGTH, _HALF = 760, 166
_FRONT_AXLE, _REAR_AXLE = _TOP + 170, _TOP + 590
_WHEEL_HALF_WIDTH, _WHEEL_HALF_LENGTH = 26, 66
_TILE_WIDTH, _TILE_HEIGHT = 252, 232
_NAME_SIZES = (30, 27, 24, 22)
_BODY: Colour = (214, 222, 232)
_GLASS: Colour = (74, 90, 112)
_ROOF: Colour = (40, 50, 66)


def wheel_box(*, is_left: bool, is_front: bool) -> Box:
    """Return where a wheel is drawn."""
    x = _CENTRE_X + (-1 if is_left else 1) * (_HALF + 8)
    y = _FRONT_AXLE if is_front else _REAR_AXLE
    return (
        x - _WHEEL_HALF_WIDTH,
        y - _WHEEL_HALF_LENGTH,
        x + _WHEEL_HALF_WIDTH,
        y + _WHEEL_HALF_LENGTH,
    )


def tyre_picture(tyres: TyrePicture) -> bytes:
    """Return the PNG of the four tyres."""
    bottom = HEADING_HEIGHT + _CARD_HEIGHT
    canvas = Canvas(bottom + MARGIN)
    draw_heading(canvas, tyres.heading)
    canvas.card((MARGIN, HEADING_HEIGHT, WIDTH - MARGIN, bottom), CARD)
    corners = (
        (tyres.front_left, True, True),
        (tyres.front_right, False, True),
        (tyres.rear_left, True, False),
        (tyres.rear_right, False, False),
    )
    for tyre, is_left, is_front in corners:
        _draw_wheel(canvas, tyre, wheel_box(is_left=is_left, is_front=is_front))
    _draw_car(canvas)
    for tyre, is_left, is_front in corners:
        _draw_tile(canvas, tyre, tyres.unit, is_left=is_left, is_front=is_front)
    return canvas.png()


def _draw_wheel(canvas: Canvas, tyre: Tyre, box: Box) -> None:
    left, top, right, bottom = box
    if tyre.is_warning:
        halo = (left - 18, top - 18, right + 18, bottom + 18)
        canvas.card(halo, mix(RED, CARD, 0.72), radius=38)
    colour = RED if tyre.is_warning else INK if tyre.value else QUIET
    canvas.card(box, colour, radius=20)


def _draw_tile(canvas: Canvas, tyre: Tyre, unit: str, *, is_left: bool, is_front: bool) -> None:
    middle = _FRONT_AXLE if is_front else _REAR_AXLE
    left = MARGIN + 32 if is_left else WIDTH - MARGIN - 32 - _TILE_WIDTH
    top = middle - _TILE_HEIGHT / 2
    box = (left, top, left + _TILE_WIDTH, top + _TILE_HEIGHT)
    fill = mix(RED, CARD, 0.88) if tyre.is_warning else mix(BACKGROUND, CARD, 0.35)
    canvas.card(box, fill, outline=RED if tyre.is_warning else None, radius=32)
    ink = mix(RED, INK, 0.25) if tyre.is_warning else INK if tyre.value else QUIET
    x, inside = left + 20, _TILE_WIDTH - 40
    quiet = mix(QUIET, INK, 0.3)
    size = largest_fitting(tyre.name, _NAME_SIZES, inside, is_medium=False)
    canvas.write((x, top + 54), tyre.name, size, fill=quiet, width=inside)
    value = tyre.value or "–"
    canvas.write((x, top + 136), value, 76, fill=ink, is_medium=True, width=inside)
    second = " · ".join(text for text in (unit if tyre.value else "", tyre.note) if text)
    canvas.write((x, top + 190), second, 30, fill=quiet, width=inside)


def _draw_car(canvas: Canvas) -> None:
    """Draw body, glass, roof, mirrors and lamps of a small round car, front up."""
    x, top, bottom = _CENTRE_X, _TOP, _TOP + _LENGTH
    edge = mix(_BODY, INK, 0.14)
    for side in (-1, 1):
        mirror = sorted((x + side * (_HALF - 12), x + side * (_HALF + 38)))
        canvas.card((mirror[0], top + 262, mirror[1], top + 292), edge, radius=14)
    canvas.card((x - _HALF, top, x + _HALF, bottom), edge, radius=132)
    canvas.card((x - _HALF + 6, top + 6, x + _HALF - 6, bottom - 6), _BODY, radius=126)
    bonnet = mix(_BODY, CARD, 0.4)
    canvas.card((x - 108, top + 62, x + 108, top + 220), bonnet, radius=74)
    for side in (-1, 1):
        lamp = sorted((x + side * 46, x + side * 106))
        canvas.card((lamp[0], top + 28, lamp[1], top + 44), CARD, radius=8)
        tail = mix(RED, _BODY, 0.2)
        canvas.card((lamp[0], bottom - 40, lamp[1], bottom - 26), tail, radius=7)
    _draw_cabin(canvas, x, top)


def _draw_cabin(canvas: Canvas, x: float, top: float) -> None:
    canvas.card((x - 138, top + 206, x + 138, top + 690), _GLASS, radius=86)
    canvas.card((x - 122, top + 300, x + 122, top + 606), _ROOF, radius=54)
    shine = mix(_ROOF, LINE, 0.12)
    canvas.card((x - 100, top + 322, x + 100, top + 448), shine, radius=36)
    canvas.card((x - 100, top + 462, x + 100, top + 584), shine, radius=36)
    for side in (-1, 1):
        pillar = x + side * 132
        canvas.line([(pillar, top + 450), (x + side * 122, top + 450)], 8, _ROOF)
