"""Who counts in miles gets round miles on axes and maps, not the miles of round kilometres."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.localisation import Texts, Wording
from bot.pictures import bars_picture, trip_picture
from bot.rendering.journal_pictures import trip
from bot.rendering.split import split_picture
from family.handover import Share
from smartcloud.models import Position, Trip

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ONE = Trip(trip_id="1", started_at=NOW, distance_km=9.0)
WAY = (Position(latitude=48.1, longitude=11.5), Position(latitude=48.15, longitude=11.55))


def wording(units):
    return Wording(Texts.load(), "en", "UTC", NOW, units)


def listening(heard, say):
    """Return the same words, and keep what is asked for."""

    def words(amount):
        heard.append(say(amount))
        return heard[-1]

    return words


@pytest.mark.parametrize(
    ("units", "axis"),
    [
        ("metric", ["0 km", "100 km", "200 km", "300 km"]),
        ("imperial", ["0 mi", "50 mi", "100 mi", "150 mi"]),
    ],
)
def test_axis_of_ways_has_round_numbers(units, axis):
    words, heard = wording(units), []
    share = Share(person_id=None, trips=24, distance_km=211.0, energy_kwh=31.9)
    chart = split_picture([share], {}, "#1", words)

    bars_picture(replace(chart, amount=listening(heard, chart.amount)))

    assert heard[:4] == axis


@pytest.mark.parametrize(("units", "scale"), [("metric", "2 km"), ("imperial", "1 mi")])
def test_scale_of_a_map_is_round(units, scale):
    heard = []
    picture = trip(ONE, WAY, wording(units))

    trip_picture(replace(picture, distance=listening(heard, picture.distance)))

    assert heard == [scale]
