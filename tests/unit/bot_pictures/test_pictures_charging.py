"""The picture of a charge: where the levels, the target and the end are."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.pictures import ChargePoint, ChargingPicture, Fact, Heading, charging_picture
from bot.pictures.charging import PLOT, level_y
from bot.pictures.palette import CARD, GREEN, ORANGE

START = datetime(2026, 11, 24, 18, 42, tzinfo=UTC)


def point(minutes: float, level_percent: float) -> ChargePoint:
    return ChargePoint(at=START + timedelta(minutes=minutes), level_percent=level_percent)


def charge(**changes: object) -> ChargingPicture:
    values = {
        "heading": Heading(title="Smart #1", value="63 %"),
        "measured": (point(0, 30), point(60, 60)),
        "expected": (point(120, 80),),
        "target_percent": 80.0,
        "target_label": "Target 80%",
        "end_label": "20:42",
        "empty_label": "Nothing yet",
        "clock": lambda at: f"{at:%H:%M}",
        "percent": lambda value: f"{value:.0f} %",
    }
    return ChargingPicture(**(values | changes))


def test_charging_picture_has_the_width_of_the_chat_and_grows_by_facts(opened):
    plain = opened(charging_picture(charge()))
    facts = opened(charging_picture(charge(facts=(Fact(label="Power", value="7.2 kW"),))))

    assert plain.width == facts.width == 1080
    assert facts.height > plain.height


@pytest.mark.parametrize("target", [0.0, 30.0, 80.0, 100.0])
def test_target_line_is_at_its_level(opened, area_of, target):
    picture = opened(charging_picture(charge(measured=(point(0, 50),), target_percent=target)))

    left, top, right, bottom = area_of(picture, ORANGE)

    assert (top + bottom) / 2 == pytest.approx(level_y(target), abs=2)
    assert left == pytest.approx(PLOT[0], abs=4)
    assert right > PLOT[2] - 40  # the last dash ends before the frame


def test_no_target_draws_no_line(opened, area_of):
    picture = opened(charging_picture(charge(target_percent=None)))

    assert area_of(picture, ORANGE) is None


def test_measured_line_is_green_from_start_to_now(opened):
    picture = opened(charging_picture(charge()))
    left, _, right, _ = PLOT

    assert picture.getpixel((round(left + (right - left) / 4), round(level_y(45)))) == GREEN
    assert picture.getpixel((round((left + right) / 2), round(level_y(60)))) == GREEN


def test_ground_below_the_line_is_tinted_only_where_it_was_measured(opened):
    picture = opened(charging_picture(charge()))
    left, _, right, _ = PLOT
    between_lines = round(level_y(38))

    measured = picture.getpixel((round(left + (right - left) * 0.4), between_lines))

    assert measured[1] > measured[0]
    assert picture.getpixel((round(left + (right - left) * 0.8), between_lines)) == CARD


@pytest.mark.parametrize(
    ("measured", "expected"),
    [((), ()), ((point(0, 20),), ()), ((), (point(0, 20),)), ((point(0, 5), point(0, 9)), ())],
    ids=["nothing", "one measured", "one expected", "two at one instant"],
)
def test_few_points_still_make_a_picture(opened, measured, expected):
    picture = opened(charging_picture(charge(measured=measured, expected=expected)))

    assert picture.width == 1080


def test_points_out_of_order_make_the_same_picture():
    ordered, shuffled = (point(0, 30), point(60, 60)), (point(60, 60), point(0, 30))

    assert charging_picture(charge(measured=ordered)) == charging_picture(charge(measured=shuffled))
