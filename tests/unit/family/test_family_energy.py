"""Will the charge do."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from family.energy import Charge, outlook, range_share
from smartcloud.models import Battery


def look(level: float | None, range_km: float | None, distance_km: float, **more: float) -> object:
    battery = Battery(state_of_charge_percent=level, range_km=range_km)
    values = {"capacity_kwh": 60.0, "charging_power_kw": 11.0} | more
    return outlook(battery, distance_km, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("level", "range_km", "distance_km", "weather", "is_enough", "charge"),
    [
        pytest.param(80, 320, 100, {}, True, None, id="enough"),
        pytest.param(None, 320, 100, {}, None, None, id="unknown level"),
        pytest.param(80, None, 100, {}, None, None, id="unknown range"),
        pytest.param(0, 0, 100, {}, None, None, id="empty tells nothing"),
        pytest.param(
            31,
            124,
            140,
            {},
            False,
            Charge(to_percent=44.0, energy_kwh=pytest.approx(7.8), lasts=timedelta(minutes=50)),
            id="some charging helps",
        ),
        pytest.param(31, 124, 400, {}, False, None, id="even a full battery is too small"),
        pytest.param(50, 200, 160, {"now_c": 22, "trip_c": 22}, True, None, id="mild"),
        pytest.param(
            50,
            200,
            160,
            {"now_c": 22, "trip_c": -5},
            False,
            Charge(to_percent=69.0, energy_kwh=pytest.approx(11.4), lasts=timedelta(minutes=70)),
            id="frost tomorrow",
        ),
        pytest.param(
            50, 144, 110, {"now_c": -5, "trip_c": -5}, True, None, id="the car knows of the frost"
        ),
    ],
)
def test_outlook(
    level: float | None,
    range_km: float | None,
    distance_km: float,
    weather: dict[str, float],
    is_enough: bool | None,
    charge: Charge | None,
) -> None:
    found = look(level, range_km, distance_km, **weather)

    assert (found.is_enough, found.charge) == (is_enough, charge)  # type: ignore[attr-defined]


def test_short_by_tells_what_to_charge_on_the_way() -> None:
    found = look(50, 200, 400)

    assert found.short_by_km == pytest.approx(60)  # type: ignore[attr-defined]


@given(level=st.floats(1, 100), range_km=st.floats(1, 500), distance_km=st.floats(0, 800))
def test_advised_charge_is_enough(level: float, range_km: float, distance_km: float) -> None:
    found = look(level, range_km, distance_km)
    charge = found.charge  # type: ignore[attr-defined]
    if charge is None:
        return
    assert level < charge.to_percent <= 100
    grown = look(charge.to_percent, range_km * charge.to_percent / level * 1.000001, distance_km)
    assert grown.is_enough is True  # type: ignore[attr-defined]


@given(st.floats(-40, 45), st.floats(0, 10))
def test_colder_is_never_farther(temperature_c: float, step_c: float) -> None:
    assert range_share(temperature_c) <= range_share(temperature_c + step_c)
