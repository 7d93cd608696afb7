"""What every remote service does to a car, by model."""

import random

import pytest

from simulator.cloud.codes import CloudError
from simulator.cloud.endpoints.commands import read_order
from simulator.cloud.fleet import built_fleet
from simulator.cloud.garage import SimulatedCar
from simulator.cloud.orders import carried_out
from simulator.cloud.showing import car_json

ONE, FIVE, THREE, SYDNEY = built_fleet(1_760_000_000.0)


def body(service: str, *params: tuple[str, str], command: str = "start", **more) -> dict:
    """Return a telematics body."""
    return {
        "creator": "tc",
        "command": command,
        "serviceId": service,
        "timestamp": "1760000004000",
        "userId": "112233",
        "operationScheduling": {"duration": 180, "interval": 0},
        "serviceParameters": [{"key": key, "value": value} for key, value in params],
        **more,
    }


def changes(car, said: dict) -> dict:
    """Return what an order changes about a car, as the control interface shows it."""

    def shown(state) -> dict:
        return car_json(SimulatedCar(state=state, rng=random.Random(1)))

    before, after = shown(car), shown(carried_out(car, read_order(said)))
    return {name: value for name, value in after.items() if value != before[name]}


def seats(**levels: int) -> dict:
    """Return four levels."""
    return {"driver": 0, "passenger": 0, "rear_left": 0, "rear_right": 0, **levels}


CASES = {
    "unlock all": (ONE, body("RDU_2", ("door", "all")), {"locked": False, "trunk_locked": False}),
    "unlock trunk": (ONE, body("RDU_2", ("target", "trunk")), {"trunk_locked": False}),
    "lock is no change when locked": (ONE, body("RDL_2", ("door", "all")), {}),
    "lock without parameters is ignored": (ONE, body("RDU_2"), {}),
    "climate": (
        ONE,
        body("RCE_2", ("rce.conditioner", "1"), ("rce.temp", "22.0")),
        {"climate": True, "target_temperature_c": 22.0},
    ),
    "climate beyond the limits keeps the old target": (
        ONE,
        body("RCE_2", ("rce.conditioner", "1"), ("rce.temp", "45.0")),
        {"climate": True},
    ),
    "defrost": (
        ONE,
        body("RCE_2", ("rce.conditioner", "2"), ("rce.level", "2")),
        {"defrost": True},
    ),
    "seats in pairs": (
        ONE,
        body(
            "RCE_2",
            ("rce.heat", "front-left"),
            ("rce.level", "3"),
            ("rce.heat", "steering_wheel"),
            ("rce.level", "1"),
        ),
        {"seat_heating": seats(driver=3), "steering_wheel_heating": True},
    ),
    "seats with one level for all": (
        ONE,
        body("RCE_2", ("rce.heat", "front-left"), ("rce.heat", "front-right"), ("rce.level", "2")),
        {"seat_heating": seats(driver=2, passenger=2)},
    ),
    "seats of the five ignore RCE_2": (
        FIVE,
        body("RCE_2", ("rce.heat", "front-left"), ("rce.level", "3")),
        {},
    ),
    "climate of the five by RCE_2": (
        FIVE,
        body("RCE_2", ("rce.conditioner", "1"), ("rce.temp", "20.0")),
        {"climate": True, "target_temperature_c": 20.0},
    ),
    "comfort of the five": (
        FIVE,
        body("ZAF", ("operation", "4"), ("SH.21", "true"), ("SH.21.level", "2")),
        {"seat_heating": seats(rear_left=2)},
    ),
    "only the first comfort function counts": (
        FIVE,
        body("ZAF", ("operation", "4"), ("SW", "true"), ("SW.level", "2"), ("SH.11", "true")),
        {"steering_wheel_heating": True},
    ),
    "comfort functions of others are ignored": (
        ONE,
        body("ZAF", ("operation", "4"), ("SH.11", "true"), ("SH.11.level", "2")),
        {},
    ),
    "charge limit": (
        ONE,
        body("rcs", ("soc", "900"), ("operation", "4"), ("rcs.setting", "1")),
        {"charge_limit": 90.0},
    ),
    "charging without a cable": (ONE, body("rcs", ("operation", "1"), ("rcs.restart", "1")), {}),
    "lid of the five": (FIVE, body("RDO", ("target", "front-charge-lid")), {"charge_lid": True}),
    "the one has no lid motor": (ONE, body("RDO", ("target", "front-charge-lid")), {}),
    "ventilate": (
        ONE,
        body("RWS_2", ("target", "ventilate")),
        {"windows": seats(driver=15, passenger=15, rear_left=15, rear_right=15)},
    ),
    "sunshade": (ONE, body("RWS_2", ("target", "sunshade")), {"sunshade": True}),
    "honk": (ONE, body("RHL", ("rhl", "horn")), {"honks": 1}),
    "flash": (ONE, body("RHL", ("rhl", "light-flash")), {"flashes": 1}),
    "honk and flash": (ONE, body("RHL", ("rhl", "horn-light-flash")), {"honks": 1, "flashes": 1}),
    "guessed keys are ignored": (ONE, body("RHL", ("rhl.horn", "1")), {}),
    "unknown services are accepted and ignored": (ONE, body("UFR", ("ufr.status", "1")), {}),
}


@pytest.mark.parametrize(("car", "said", "expected"), CASES.values(), ids=CASES)
def test_order_changes_only_what_it_says(car, said, expected):
    assert changes(car, said) == expected


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, "creator"),
        (body("RDL_2") | {"command": "begin"}, "command"),
        (body("RDL_2") | {"timestamp": ""}, "timestamp"),
        (body("ZAF", ("operation", "4")) | {"userId": ""}, "userId"),
        (body("RDL_2") | {"serviceParameters": None}, "serviceParameters"),
        (body("RDL_2") | {"serviceParameters": [{"key": "door"}]}, "serviceParameters"),
        (body("rcs", ("soc", "490"), ("operation", "4")), "soc"),
        (body("rcs", ("soc", "820"), ("operation", "4")), "soc"),
    ],
)
def test_order_that_is_incomplete_names_the_field(said, field):
    with pytest.raises(CloudError, match=field) as caught:
        read_order(said)

    assert caught.value.code == "1400"


def test_stop_ends_what_start_began():
    said = body("RCE_2", ("rce.conditioner", "1"), ("rce.temp", "22.0"))
    warm = carried_out(ONE, read_order(said))

    assert changes(warm, {**said, "command": "stop"}) == {"climate": False}
