"""The week: blocks in their columns and hours, whole days on top, a line for now."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.pictures import CalendarBooking, CalendarDay, CalendarPicture, Heading, calendar_picture
from bot.pictures.palette import CARD, RED, mix, person_colour
from bot.pictures.week import day_blocks

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)
DAYS = tuple(
    CalendarDay(day=MONDAY + timedelta(days=i), name=name, number=str(23 + i))
    for i, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
)
TINT = mix(person_colour(0), CARD, 0.76)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 23 + day, hour, minute, tzinfo=BERLIN)


def booking(start: datetime, end: datetime, person: str = "Anna", **more) -> CalendarBooking:
    return CalendarBooking(person=person, start_at=start, end_at=end, **more)


def week(*bookings: CalendarBooking, **changes: object) -> CalendarPicture:
    values = {
        "heading": Heading(title="Smart #1", value="Free until Wednesday"),
        "days": DAYS,
        "bookings": bookings,
        "hour": lambda hour: f"{hour}:00",
    }
    return CalendarPicture(**(values | changes))


@pytest.mark.parametrize(
    ("start", "end", "parts"),
    [
        (at(2, 14), at(2, 18, 30), [(2, 14, 18.5)]),
        (at(4, 18), at(5, 1), [(4, 18, 24), (5, 0, 1)]),
        (at(4, 18), at(5, 0), [(4, 18, 24)]),
        (at(1, 6), at(3, 7), [(1, 6, 24), (2, 0, 24), (3, 0, 7)]),
        (at(0, 0) - timedelta(days=3), at(0, 9), [(0, 0, 9)]),
        (at(0, 0) - timedelta(days=3), at(0, 0) - timedelta(days=2), []),
    ],
    ids=["one day", "over midnight", "until midnight", "three days", "from before", "earlier"],
)
def test_day_blocks(start, end, parts):
    blocks = day_blocks(booking(start, end), week())

    assert [(b.column, b.from_hour, b.to_hour) for b in blocks] == parts


def test_block_is_in_its_column_and_as_long_as_the_booking(opened, area_of):
    two_hours = area_of(opened(calendar_picture(week(booking(at(1, 8), at(1, 10))))), TINT)
    four_hours = area_of(opened(calendar_picture(week(booking(at(4, 8), at(4, 12))))), TINT)

    assert two_hours[1] == four_hours[1]
    lengths = [box[3] - box[1] + 4 for box in (two_hours, four_hours)]  # 4: the gaps
    assert lengths[1] / lengths[0] == pytest.approx(2, rel=0.03)
    columns = [(box[0] - 140) // ((1080 - 64 - 140) / 7) for box in (two_hours, four_hours)]
    assert columns == [1, 4]


def test_request_is_only_outlined(opened, area_of):
    picture = opened(calendar_picture(week(booking(at(1, 8), at(1, 12), is_request=True))))

    assert area_of(picture, TINT) is None
    assert area_of(picture, person_colour(0)) is not None


def test_whole_days_are_above_the_hours_and_span_columns(opened, area_of):
    whole = booking(at(2, 0), at(5, 0), is_whole_day=True)
    picture = opened(calendar_picture(week(whole)))

    left, top, right, bottom = area_of(picture, TINT)

    assert right - left == pytest.approx(3 * (1080 - 64 - 140) / 7, abs=24)
    assert bottom - top < 60


def test_now_is_a_red_line_in_the_column_of_today(opened, area_of):
    without = opened(calendar_picture(week()))
    picture = opened(calendar_picture(week(now=at(1, 18, 42))))

    assert area_of(without, RED) is None
    left, _, right, _ = area_of(picture, RED)
    assert 250 < left < right < 400


def test_now_outside_the_week_draws_no_line(opened, area_of):
    picture = opened(calendar_picture(week(now=at(0, 9) + timedelta(days=30))))

    assert area_of(picture, RED) is None


def test_colours_follow_the_order_of_the_people(opened, area_of):
    anna = week(booking(at(1, 8), at(1, 12)), people=("Ben", "Anna"))

    picture = opened(calendar_picture(anna))

    assert area_of(picture, mix(person_colour(1), CARD, 0.76)) is not None
    assert area_of(picture, TINT) is None


def test_long_names_stay_in_their_column(opened, area_of):
    long = booking(at(1, 8), at(1, 20), "Donaudampfschifffahrtsgesellschaftskapitän")
    short = booking(at(1, 8), at(1, 20), "Al")

    boxes = [area_of(opened(calendar_picture(week(b))), TINT) for b in (long, short)]

    assert boxes[0] == boxes[1]


def test_no_days_at_all(opened):
    assert opened(calendar_picture(week(days=()))).width == 1080
