"""A command is confirmed by a newer status that shows its effect, and by nothing else."""

from collections.abc import Callable
from typing import Any

import pytest

from smartcloud.commands import COMMANDS, is_confirmed
from smartcloud.models import ChargeLimit, Model, VehicleStatus

ReadStatus = Callable[..., VehicleStatus]
LATER = "1760000030000"
IDLE = {"chargerState": "0", "statusOfChargerConnection": "2"}
WINDOWS = ("winStatusDriver", "winStatusPassenger", "winStatusDriverRear", "winStatusPassengerRear")
SEATS = ("drvHeatSts", "passHeatingSts", "rlHeatingSts", "rrHeatingSts")


def every(fields: tuple[str, ...], value: str) -> dict[str, str]:
    return dict.fromkeys(fields, value)


CASES: list[tuple[str, dict[str, Any], dict[str, Any], bool | None]] = [
    ("lock", {}, {}, True),
    ("lock", {}, {"centralLockingStatus": "0"}, False),
    ("lock", {}, {"centralLockingStatus": ""}, None),
    ("unlock", {}, {"centralLockingStatus": "0"}, True),
    ("unlock", {}, {}, False),
    ("open_trunk", {}, {"trunkLockStatus": "0"}, True),
    ("open_trunk", {}, {"trunkLockStatus": "2"}, True),
    ("open_trunk", {}, {"trunkOpenStatus": "1"}, True),
    ("open_trunk", {}, {}, False),
    ("open_trunk", {}, {"trunkLockStatus": ""}, None),
    ("climate_on", {"temperature": 22}, {"preClimateActive": True}, True),
    ("climate_on", {"temperature": 22}, {}, False),
    ("climate_on", {"temperature": 22}, {"preClimateActive": None}, None),
    ("climate_off", {}, {}, True),
    ("climate_off", {}, {"preClimateActive": "true"}, False),
    ("climate_off", {}, {"preClimateActive": ""}, None),
    ("defrost", {}, {"defrost": "true"}, True),
    ("defrost", {}, {}, False),
    ("start_charging", {}, {}, True),
    ("start_charging", {}, IDLE, False),
    ("start_charging", {}, {"chargerState": "12", "statusOfChargerConnection": "2"}, None),
    ("stop_charging", {}, IDLE, True),
    ("stop_charging", {}, {}, False),
    ("stop_charging", {}, {"chargerState": "12", "statusOfChargerConnection": "2"}, None),
    ("open_windows", {}, every(WINDOWS, "1"), True),
    ("open_windows", {}, {}, False),
    ("open_windows", {}, every(WINDOWS, ""), None),
    ("close_windows", {}, {}, True),
    ("close_windows", {}, {"winStatusDriver": "1"}, False),
    ("close_windows", {}, {"winStatusDriver": ""}, None),
    ("set_seat_heating", {"seat": "driver", "level": 2}, {"drvHeatSts": "2"}, True),
    ("set_seat_heating", {"seat": "driver", "level": 2}, {"drvHeatSts": "1"}, False),
    ("set_seat_heating", {"seat": "driver", "level": 2}, {"drvHeatSts": ""}, None),
    ("set_seat_heating", {"seat": "all", "level": "off"}, {}, True),
    ("set_steering_heating", {"level": 1}, {"steerWhlHeatingSts": "1"}, True),
    ("set_steering_heating", {"level": 0}, {}, True),
    ("set_steering_heating", {"level": 2}, {"steerWhlHeatingSts": "0"}, None),
    ("find_car", {}, {}, None),
    ("fragrance_on", {}, {"fragActive": True}, True),
    ("fragrance_off", {}, {"fragActive": ""}, None),
    ("fridge_on", {}, {}, None),
    ("fridge_off", {}, {}, None),
]


@pytest.mark.parametrize(("name", "arguments", "changes", "expected"), CASES)
def test_newer_status(
    read_status: ReadStatus,
    name: str,
    arguments: dict[str, Any],
    changes: dict[str, Any],
    expected: bool | None,
) -> None:
    status = read_status(updateTime=LATER, **changes)

    assert is_confirmed(name, arguments, read_status(), status) is expected


def test_every_command_is_in_the_table() -> None:
    assert {name for name, *_ in CASES} | {"set_charge_limit"} == set(COMMANDS)


def test_same_frame_again_confirms_nothing(read_status: ReadStatus) -> None:
    assert is_confirmed("lock", {}, read_status(), read_status()) is None


def test_older_frame_confirms_nothing(read_status: ReadStatus) -> None:
    assert is_confirmed("lock", {}, read_status(updateTime=LATER), read_status()) is None


def test_frame_without_a_time_confirms_nothing(read_status: ReadStatus) -> None:
    untimed = read_status(updateTime="")

    assert is_confirmed("lock", {}, read_status(), untimed) is None
    assert is_confirmed("lock", {}, untimed, read_status()) is None
    assert is_confirmed("lock", {}, None, read_status()) is None
    assert is_confirmed("lock", {}, read_status(), None) is None


def test_another_car_confirms_nothing(read_status: ReadStatus) -> None:
    other = read_status(Model.FIVE, updateTime=LATER)

    assert is_confirmed("lock", {}, read_status(), other) is None


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (ChargeLimit(percent=80), True),
        (ChargeLimit(percent=90), False),
        (ChargeLimit(), None),
        (None, None),
    ],
)
def test_charge_limit(limit: ChargeLimit | None, expected: bool | None) -> None:
    assert is_confirmed("set_charge_limit", {"percent": 80}, None, None, limit) is expected


def test_all_seats_of_a_five_are_four(read_status: ReadStatus) -> None:
    front = read_status(updateTime=LATER, drvHeatSts="2", passHeatingSts="2")
    wanted = ("set_seat_heating", {"seat": "all", "level": 2}, read_status())

    assert is_confirmed(*wanted, front, model=Model.ONE) is True
    assert is_confirmed(*wanted, front, model=Model.FIVE) is False
