"""Whatever the numbers and words are, a picture comes out."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pictures import (
    Bar,
    BarsPicture,
    CalendarBooking,
    CalendarDay,
    CalendarPicture,
    ChargePoint,
    ChargingPicture,
    Fact,
    Heading,
    Place,
    TripPicture,
    bars_picture,
    calendar_picture,
    charging_picture,
    gpx,
    trip_picture,
)

pytestmark = pytest.mark.slow

PNG = b"\x89PNG"
FEW = settings(max_examples=20, deadline=None)
NUMBERS = st.floats()  # with nan, infinities and the smallest and largest
WORDS = st.text(max_size=40)
YEAR_2000 = datetime(2000, 1, 1, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
INSTANTS = st.integers(0, 36_500 * 24 * 60).map(lambda m: YEAR_2000 + timedelta(minutes=m))
NEAR_MONDAY = st.integers(-5_000, 15_000).map(lambda m: MONDAY + timedelta(minutes=m))
HEADINGS = st.builds(Heading, title=WORDS, value=WORDS, detail=WORDS)
FACTS = st.lists(st.builds(Fact, label=WORDS, value=WORDS), max_size=4).map(tuple)
DEGREES = st.one_of(NUMBERS, st.floats(-180, 180))
PLACES = st.lists(st.builds(Place, latitude=DEGREES, longitude=DEGREES), max_size=12).map(tuple)
POINTS = st.lists(st.builds(ChargePoint, at=INSTANTS, level_percent=NUMBERS), max_size=5)


@FEW
@given(HEADINGS, POINTS.map(tuple), POINTS.map(tuple), st.none() | NUMBERS, WORDS, FACTS)
def test_any_charge(heading, measured, expected, target, words, facts):
    charge = ChargingPicture(
        heading=heading,
        measured=measured,
        expected=expected,
        target_percent=target,
        target_label=words,
        end_label=words,
        empty_label=words,
        facts=facts,
        clock=str,
        percent=str,
    )

    assert charging_picture(charge).startswith(PNG)


@FEW
@given(HEADINGS, PLACES, WORDS, FACTS)
def test_any_trip(heading, track, words, facts):
    trip = TripPicture(
        heading=heading,
        track=track,
        start_label=words,
        end_label=words,
        empty_label=words,
        facts=facts,
        distance=str,
    )

    assert trip_picture(trip).startswith(PNG)
    assert gpx(track, words).startswith(b"<?xml")


@FEW
@given(
    HEADINGS,
    st.lists(WORDS, max_size=9).map(tuple),
    st.lists(st.lists(NUMBERS, max_size=9).map(tuple), max_size=40),
    WORDS,
)
def test_any_bars(heading, series, rows, words):
    bars = tuple(Bar(label=words, amounts=amounts) for amounts in rows)
    chart = BarsPicture(heading=heading, series=series, bars=bars, amount=str, empty_label=words)

    assert bars_picture(chart).startswith(PNG)


@FEW
@given(
    HEADINGS,
    st.lists(
        st.builds(
            CalendarBooking,
            person=WORDS,
            start_at=NEAR_MONDAY,
            end_at=NEAR_MONDAY,
            detail=WORDS,
            is_whole_day=st.booleans(),
            is_request=st.booleans(),
        ),
        max_size=6,
    ).map(tuple),
    st.none() | INSTANTS,
    st.integers(0, 14),
)
def test_any_week(heading, bookings, now, count):
    first = MONDAY.date()
    days = tuple(
        CalendarDay(day=first + timedelta(days=i), name="Mon", number=str(i)) for i in range(count)
    )
    week = CalendarPicture(heading=heading, days=days, bookings=bookings, now=now, hour=str)

    assert calendar_picture(week).startswith(PNG)
