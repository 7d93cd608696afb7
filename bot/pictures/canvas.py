"""A sheet to draw on: shapes first, at several times the size for smooth edges, then words."""

from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw

from bot.pictures.lettering import fitted, font
from bot.pictures.palette import BACKGROUND, INK, Colour
from bot.pictures.png import png

WIDTH = 1080
MARGIN = 40
CARD_RADIUS = 36
SMOOTHING = 2  # shapes are drawn this much larger and then reduced

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom


class Canvas:
    """A picture in the making; all coordinates are pixels of the finished picture."""

    def __init__(self, height: int) -> None:
        self.height = height
        size = (WIDTH * SMOOTHING, height * SMOOTHING)
        self._image = Image.new("RGB", size, BACKGROUND)
        self._draw = ImageDraw.Draw(self._image)
        self._words: list[tuple[Point, str, int, bool, str, Colour]] = []

    def card(
        self,
        box: Box,
        fill: Colour,
        *,
        radius: float = CARD_RADIUS,
        outline: Colour | None = None,
        corners: tuple[bool, bool, bool, bool] = (True, True, True, True),
    ) -> None:
        """Draw a rectangle with round corners (from the top left one on, clockwise)."""
        left, top, right, bottom = box
        if right <= left or bottom <= top:
            return
        # Pillow fails where opposite corners meet; a pixel between them cannot be seen.
        most = max(min(right - left, bottom - top) / 2 - 1, 0)
        self._draw.rounded_rectangle(
            _scaled((left, top), (right, bottom)),
            min(radius, most) * SMOOTHING,
            fill=fill,
            outline=outline,
            width=3 * SMOOTHING if outline else 0,
            corners=corners,
        )

    def line(self, points: Sequence[Point], width: float, fill: Colour) -> None:
        """Draw a line with round joints and ends."""
        if len(points) > 1:
            self._draw.line(
                _scaled(*points), fill=fill, width=round(width * SMOOTHING), joint="curve"
            )
        for end in (points[0], points[-1]) if points else ():
            self.dot(end, width / 2 - 0.25, fill)  # Pillow draws circles a little too large

    def dashes(self, start: Point, end: Point, width: float, fill: Colour) -> None:
        """Draw a straight line of dashes."""
        (x, y), (to_x, to_y) = start, end
        length = max(abs(to_x - x), abs(to_y - y))
        count = max(1, round(length / (width * 5)))
        for index in range(count):
            begin, stop = index / count, (index + 0.5) / count
            self.line(
                [
                    (x + (to_x - x) * begin, y + (to_y - y) * begin),
                    (x + (to_x - x) * stop, y + (to_y - y) * stop),
                ],
                width,
                fill,
            )

    def dot(self, centre: Point, radius: float, fill: Colour) -> None:
        """Draw a filled circle."""
        x, y = centre
        self._draw.ellipse(_scaled((x - radius, y - radius), (x + radius, y + radius)), fill=fill)

    def polygon(self, points: Sequence[Point], fill: Colour) -> None:
        """Draw a filled shape."""
        self._draw.polygon(_scaled(*points), fill=fill)

    def fade(self, points: Sequence[Point], fill: Colour, strength: float) -> None:
        """Draw a shape whose colour fades out towards its lowest point."""
        scaled = _scaled(*points)
        left, top = (round(min(axis)) for axis in zip(*scaled, strict=True))
        right, bottom = (round(max(axis)) for axis in zip(*scaled, strict=True))
        size = (right - left + 1, bottom - top + 1)
        shape = Image.new("L", size)
        ImageDraw.Draw(shape).polygon([(x - left, y - top) for x, y in scaled], fill=255)
        ramp = ImageChops.invert(Image.linear_gradient("L")).point(
            [round(level * strength) for level in range(256)]
        )
        self._image.paste(fill, (left, top), ImageChops.multiply(shape, ramp.resize(size)))

    def write(
        self,
        at: Point,
        text: str,
        size: int,
        *,
        fill: Colour = INK,
        is_medium: bool = False,
        anchor: str = "ls",
        width: float = WIDTH,
    ) -> None:
        """Write one line, cut to ``width``; ``anchor`` is Pillow's (left, baseline)."""
        text = fitted(text, font(size, is_medium=is_medium), width)
        if text:
            self._words.append((at, text, size, is_medium, anchor, fill))

    def png(self) -> bytes:
        """Return the finished picture."""
        picture = self._image.reduce(SMOOTHING)
        draw = ImageDraw.Draw(picture)
        for at, text, size, is_medium, anchor, fill in self._words:
            draw.text(at, text, fill, font(size, is_medium=is_medium), anchor=anchor)
        return png(picture)


def text_width(text: str, size: int, *, is_medium: bool = False) -> float:
    """Return the width of a line in pixels."""
    face = font(size, is_medium=is_medium)
    return face.getlength(fitted(text, face, WIDTH))


def _scaled(*points: Point) -> list[Point]:
    return [(x * SMOOTHING, y * SMOOTHING) for x, y in points]
