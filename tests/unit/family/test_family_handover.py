"""What a handover came to, and who drove what."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from family.handover import Handover, Share, Usage, driver_of, shares, usage
from smartcloud.models import Battery, Maintenance, Trip, VehicleStatus

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ANNA, BEN = 1001, 1002


def status(level: float | None = 60.0, odometer: float | None = 10_000.0) -> VehicleStatus:
    return VehicleStatus(
        vin="HESXR1C40PS000001",
        updated_at=NOW,
        fetched_at=NOW,
        battery=Battery(state_of_charge_percent=level),
        maintenance=Maintenance(odometer_km=odometer),
    )


def had(person: int = BEN, **changes: object) -> Handover:
    whole = Handover(
        booking_id=1, car_id=1, person_id=person, started_at=NOW, ended_at=NOW + 4 * HOUR
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("taken", "returned", "expected"),
    [
        pytest.param(
            status(), status(40, 10_080), Usage(distance_km=80, energy_kwh=13.2), id="driven"
        ),
        pytest.param(
            status(), status(90, 10_080), Usage(distance_km=80, charged_percent=30), id="charged"
        ),
        pytest.param(status(None), status(), Usage(distance_km=0), id="level unknown"),
        pytest.param(status(60, None), status(50), Usage(energy_kwh=6.6), id="odometer unknown"),
        pytest.param(None, status(), Usage(), id="start unknown"),
        pytest.param(status(), None, Usage(), id="end unknown"),
    ],
)
def test_usage(
    taken: VehicleStatus | None, returned: VehicleStatus | None, expected: Usage
) -> None:
    found = usage(had(taken=taken, returned=returned), capacity_kwh=66.0)

    assert found.distance_km == expected.distance_km
    assert found.energy_kwh == (
        None if expected.energy_kwh is None else pytest.approx(expected.energy_kwh)
    )
    assert found.charged_percent == expected.charged_percent


def trip(number: int, at: datetime, km: float = 10.0, mean: float | None = 15.0) -> Trip:
    return Trip(trip_id=str(number), started_at=at, distance_km=km, consumption_kwh_per_100km=mean)


@pytest.mark.parametrize(
    ("at", "driver"),
    [
        pytest.param(NOW - HOUR, None, id="before"),
        pytest.param(NOW, BEN, id="first moment"),
        pytest.param(NOW + 3 * HOUR, BEN, id="during"),
        pytest.param(NOW + 4 * HOUR, None, id="given back"),
    ],
)
def test_driver_is_who_had_the_car_when_the_trip_began(at: datetime, driver: int | None) -> None:
    assert driver_of(trip(1, at), [had()], {}) == driver


def test_driver_has_the_car_until_it_is_given_back() -> None:
    assert driver_of(trip(1, NOW + 99 * HOUR), [had(ended_at=None)], {}) == BEN


def test_what_somebody_said_counts_more() -> None:
    assert driver_of(trip(1, NOW), [had()], {NOW: ANNA}) == ANNA


def test_shares_of_a_month() -> None:
    trips = [trip(1, NOW), trip(2, NOW, km=30), trip(3, NOW, km=5, mean=None), trip(4, NOW, km=99)]

    found = shares(trips, {"1": BEN, "2": ANNA, "3": BEN, "4": None})

    assert found == (
        Share(person_id=ANNA, trips=1, distance_km=30, energy_kwh=4.5),
        Share(person_id=BEN, trips=2, distance_km=15, energy_kwh=1.5),
        Share(person_id=None, trips=1, distance_km=99, energy_kwh=14.85),
    )


@given(
    driven=st.lists(
        st.tuples(st.sampled_from([ANNA, BEN, None]), st.floats(0, 500), st.floats(5, 40))
    )
)
def test_nothing_is_lost_or_counted_twice(driven: list[tuple[int | None, float, float]]) -> None:
    trips = [trip(number, NOW, km, mean) for number, (_, km, mean) in enumerate(driven)]
    drivers = {str(number): person for number, (person, _, _) in enumerate(driven)}

    found = shares(trips, drivers)

    assert sum(share.trips for share in found) == len(trips)
    assert sum(share.distance_km for share in found) == pytest.approx(
        sum(it.distance_km or 0 for it in trips)
    )
    assert len({share.person_id for share in found}) == len(found)
