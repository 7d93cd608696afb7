"""The tyres: only the one with the warning is red, and an unknown one is a dash."""

import pytest

from bot.pictures import Heading, Tyre, TyrePicture, tyre_picture
from bot.pictures.palette import INK, QUIET, RED
from bot.pictures.tyres import wheel_box

WHEELS = {
    "front_left": (True, True),
    "front_right": (False, True),
    "rear_left": (True, False),
    "rear_right": (False, False),
}


def tyres(**changes: Tyre) -> bytes:
    usual = {name: Tyre(name=name, value="2.4", note="21 °C") for name in WHEELS}
    heading = Heading(title="Smart #1", value="Rear left is low", detail="3 min ago")
    return tyre_picture(TyrePicture(heading=heading, unit="bar", **(usual | changes)))


def outer_pixel(picture, name):
    """Return the pixel of a wheel that the body does not hide."""
    is_left, is_front = WHEELS[name]
    left, top, right, bottom = wheel_box(is_left=is_left, is_front=is_front)
    return picture.getpixel((round(left + 6 if is_left else right - 6), round((top + bottom) / 2)))


@pytest.mark.parametrize("warned", WHEELS)
def test_only_the_tyre_with_the_warning_is_red(opened, warned):
    picture = opened(tyres(**{warned: Tyre(name=warned, value="1.9", is_warning=True)}))

    colours = {name: outer_pixel(picture, name) for name in WHEELS}

    assert colours == {name: RED if name == warned else INK for name in WHEELS}


def test_without_a_warning_nothing_is_red(opened, area_of):
    assert area_of(opened(tyres()), RED) is None


def test_unknown_is_pale_and_differs_from_any_value(opened):
    unknown = tyres(rear_right=Tyre(name="rear_right", value=None))

    assert outer_pixel(opened(unknown), "rear_right") == QUIET
    assert unknown != tyres(rear_right=Tyre(name="rear_right", value="0"))


def test_long_words_do_not_leave_their_tile(opened):
    long = Tyre(name="Hinterrad auf der Beifahrerseite", value="123456789", note="warm " * 20)

    usual, crowded = opened(tyres()), opened(tyres(front_left=long))

    left, _, _, _ = wheel_box(is_left=True, is_front=True)
    beside = (round(left), 0, usual.width, usual.height)
    assert usual.tobytes() != crowded.tobytes()
    assert usual.crop(beside).tobytes() == crowded.crop(beside).tobytes()
