"""The picture of a trip: true directions, pins, and trips that hardly moved."""

import pytest

from bot.pictures import Heading, Place, TripPicture, trip_picture
from bot.pictures.palette import GREEN, RED
from bot.pictures.trip import metres

HOME = Place(latitude=48.0, longitude=11.0)


def trip(*track: Place) -> bytes:
    return trip_picture(
        TripPicture(
            heading=Heading(title="Monday", value="12 km"),
            track=track,
            start_label="Home",
            end_label="Work",
            empty_label="No way recorded",
            distance=lambda metres: f"{metres:g} m",
        )
    )


def centre(box):
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


@pytest.mark.parametrize(
    ("end", "right", "down"),
    [
        (Place(latitude=48.0, longitude=11.2), 1, 0),
        (Place(latitude=48.0, longitude=10.8), -1, 0),
        (Place(latitude=48.2, longitude=11.0), 0, -1),
        (Place(latitude=47.8, longitude=11.0), 0, 1),
    ],
    ids=["east", "west", "north", "south"],
)
def test_end_lies_in_its_direction(opened, area_of, end, right, down):
    east, north = end.longitude - HOME.longitude, end.latitude - HOME.latitude
    way = (
        Place(latitude=HOME.latitude + north * i / 99, longitude=HOME.longitude + east * i / 99)
        for i in range(100)
    )
    picture = opened(trip(*way))

    start_x, start_y = centre(area_of(picture, GREEN))
    _, _, _, pin_bottom = end_box = area_of(picture, RED)
    across, along = centre(end_box)[0] - start_x, pin_bottom - start_y

    assert across == pytest.approx(right * 700, abs=10)
    assert along == pytest.approx(down * 520, abs=20)


def test_metres_shrink_towards_the_poles():
    flat = metres([Place(latitude=60.0, longitude=10.0), Place(latitude=60.0, longitude=10.1)])

    assert flat[1] == pytest.approx((5566, 0), abs=1)


def test_metres_cross_the_date_line_the_short_way():
    flat = metres([Place(latitude=0.0, longitude=179.9), Place(latitude=0.0, longitude=-179.9)])

    assert flat[1][0] == pytest.approx(0.2 * 111_320)


def test_a_car_that_was_moved_in_the_yard_stays_a_dot(opened, area_of):
    picture = opened(trip(HOME, Place(latitude=48.00001, longitude=11.00001)))

    start, end = area_of(picture, GREEN), area_of(picture, RED)

    assert abs(centre(start)[0] - centre(end)[0]) < 12


@pytest.mark.parametrize(
    "track",
    [(), (Place(latitude=float("nan"), longitude=0.0), Place(latitude=0.0, longitude=1e300))],
    ids=["nothing", "nothing on Earth"],
)
def test_without_a_place_there_is_no_pin(opened, area_of, track):
    picture = opened(trip(*track))

    assert area_of(picture, RED) is None


def test_places_that_are_not_on_earth_are_left_out():
    lost = Place(latitude=float("inf"), longitude=11.1)
    end = Place(latitude=48.1, longitude=11.2)

    assert trip(HOME, lost, end) == trip(HOME, end)


def test_thousands_of_places_keep_their_end(opened, area_of):
    track = [Place(latitude=48.0, longitude=11.0 + i / 10_000) for i in range(5000)]

    picture = opened(trip(*track))

    assert centre(area_of(picture, RED))[0] == pytest.approx(890, abs=3)
