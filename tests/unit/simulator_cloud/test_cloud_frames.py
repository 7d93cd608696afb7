"""A status has exactly the documented fields, with the documented kinds of values."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.cloud.fleet import built_fleet
from simulator.cloud.frames import vehicle_status
from simulator.cloud.garage import Frame

DOCUMENTED = json.loads((Path(__file__).parent / "documented_status.json").read_text())
AT = 1_760_000_000.0
ONE, FIVE, THREE, SYDNEY = built_fleet(AT)


def kinds(value: object) -> object:
    """Return the shape of a JSON value: its keys and the kinds of its scalars."""
    if isinstance(value, dict):
        return {key: kinds(item) for key, item in value.items()}
    return type(value).__name__


def said_of(car) -> dict:
    """Return the status of a car that has just reported."""
    return vehicle_status(Frame(car=car, updated_ms=int(AT * 1000)))


@pytest.mark.parametrize("car", [ONE, FIVE, THREE, SYDNEY], ids=lambda car: car.vin)
def test_status_has_the_documented_shape(car):
    assert kinds(said_of(car)) == kinds(DOCUMENTED["data"]["vehicleStatus"])


def electric(car) -> dict:
    """Return the battery part of a car's status."""
    return said_of(car)["additionalVehicleStatus"]["electricVehicleStatus"]


def with_charge(car, **changes):
    """Return the car with another charging state."""
    return replace(car, charge=replace(car.charge, **changes))


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, ("0", "0", "0")),
        ({"cable": "ac"}, ("0", "2", "0")),
        ({"cable": "ac", "is_charging": True}, ("2", "3", "0")),
        ({"cable": "dc"}, ("0", "1", "3")),
        ({"cable": "dc", "is_charging": True}, ("15", "1", "3")),
    ],
)
def test_charging_codes_are_the_recorded_ones(changes, codes):
    said = electric(with_charge(ONE, **changes))

    assert codes == (
        said["chargerState"],
        said["statusOfChargerConnection"],
        said["dcDcConnectStatus"],
    )


def test_current_of_the_five_is_in_tenths_of_amperes():
    dc = {"cable": "dc", "is_charging": True, "charger_kw": 100.0, "soc": 30.0}

    one = float(electric(with_charge(ONE, **dc))["dcChargeIAct"])
    five = float(electric(with_charge(FIVE, **dc))["dcChargeIAct"])

    assert -260 < one < -220
    assert five == pytest.approx(one / 1.7 * 10, abs=1)


def test_hidden_position_is_empty_everywhere():
    hidden = replace(ONE, link=replace(ONE.link, location_sharing=False))

    position = said_of(hidden)["basicVehicleStatus"]["position"]

    assert set(position.values()) == {"", "false"}
    assert position["carLocatorStatUploadEn"] == "false"


def test_sydney_is_south_and_east():
    position = said_of(SYDNEY)["basicVehicleStatus"]["position"]

    assert int(position["latitude"]) < 0 < int(position["longitude"])
