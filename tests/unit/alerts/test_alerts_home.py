"""Whether the car is at home when its own position cannot be trusted: the parked spot counts."""

import pytest

from alerts.facts.home import is_at_home
from alerts.models import Observation
from alerts.parking import Spot
from alerts.view import View
from smartcloud.models import VehicleStatus
from tests.unit.alerts.alert_builders import HOME, at, make_status

AWAY_DEGREES = 0.2


def at_home(status: VehicleStatus, spot: Spot | None) -> bool | None:
    observation = Observation(status=status, geofences=(HOME,))
    return is_at_home(View(observation=observation, now=at(0), spot=spot))


def spot(*, north_degrees: float = 0, parked_minutes: float = -60) -> Spot:
    return Spot(
        latitude=HOME.latitude + north_degrees,
        longitude=HOME.longitude,
        parked_since=at(parked_minutes),
    )


DOUBTED = make_status(is_trusted=False, north_m=9_000)


@pytest.mark.parametrize(
    ("status", "parked_at", "expected"),
    [
        (DOUBTED, spot(), True),
        (DOUBTED, spot(north_degrees=AWAY_DEGREES), False),
        (DOUBTED, spot(parked_minutes=-300), None),  # it was driven since
        (DOUBTED, None, None),
        (make_status(north_m=None), spot(), True),
        (make_status(north_m=None, is_shared=False), spot(), None),
        (make_status(north_m=0), spot(north_degrees=AWAY_DEGREES), True),  # its own word first
    ],
    ids=["spot", "spot away", "old spot", "no spot", "no place", "not shared", "trusted"],
)
def test_parked_spot_stands_in_for_a_position_that_is_not_trusted(
    status: VehicleStatus, parked_at: Spot | None, expected: bool | None
) -> None:
    assert at_home(status, parked_at) is expected
