"""Pictures opened again, and where a colour is in them."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageChops

Box = tuple[int, int, int, int]


@pytest.fixture
def opened() -> Callable[[bytes], Image.Image]:
    """Return a function that checks a PNG and returns its pixels."""

    def open_png(content: bytes) -> Image.Image:
        with Image.open(BytesIO(content)) as picture:
            picture.verify()
        with Image.open(BytesIO(content)) as picture:
            assert picture.format == "PNG"
            return picture.convert("RGB")

    return open_png


@pytest.fixture
def area_of() -> Callable[[Image.Image, tuple[int, int, int]], Box | None]:
    """Return a function that finds the smallest box around all pixels of exactly one colour."""

    def find(picture: Image.Image, colour: tuple[int, int, int]) -> Box | None:
        bands = ImageChops.difference(picture, Image.new("RGB", picture.size, colour)).split()
        other = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
        return other.point([255] + [0] * 255).getbbox()

    return find
