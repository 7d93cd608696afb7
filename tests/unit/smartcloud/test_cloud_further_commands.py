"""Bodies and effects of the commands that nobody can say yet, as documented."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from smartcloud.commands import COMMANDS, FURTHER_COMMANDS, build_bodies, is_confirmed
from smartcloud.exceptions import UnsupportedError
from smartcloud.models import Model, StateFlags, Vehicle, VehicleStatus

STAMP = 1760000004000
LATER = "1760000030000"


def sent(car: Vehicle, name: str, **arguments: Any) -> list[dict[str, Any]]:
    bodies = build_bodies(name, arguments, vehicle=car, user_id="112233", timestamp_ms=STAMP)
    return [json.loads(body) for body in bodies]


def pairs(body: dict[str, Any]) -> list[tuple[str, str]]:
    return [(pair["key"], pair["value"]) for pair in body["serviceParameters"]]


@pytest.mark.parametrize(
    ("name", "service", "command", "parameters", "duration"),
    [
        ("lock_trunk", "RDL_2", "start", [("target", "trunk")], 6),
        ("open_sunshade", "RWS_2", "start", [("target", "sunshade")], 0),
        ("close_sunshade", "RWS_2", "stop", [("target", "sunshade")], 0),
        ("open_sunroof", "RWS_2", "start", [("target", "sunroof")], 0),
        ("close_sunroof", "RWS_2", "stop", [("target", "sunroof")], 0),
        ("lower_windows", "RWS_2", "start", [("target", "window")], 0),
        ("raise_windows", "RWS_2", "stop", [("target", "window")], 0),
        ("defrost_off", "RCE_2", "stop", [("rce.conditioner", "2"), ("rce.level", "2")], 0),
        ("fridge_on", "UFR", "start", [("ufr.status", "1")], 6),
        ("fridge_off", "UFR", "stop", [("ufr.status", "0")], 6),
        ("fragrance_on", "RFD_2", "start", [("rfd.status", "1")], 6),
        ("fragrance_off", "RFD_2", "stop", [("rfd.status", "0")], 6),
        ("theft_monitoring_on", "VTM", "start", [("vtm.enabled", "1")], 6),
        ("theft_monitoring_off", "VTM", "stop", [("vtm.enabled", "0")], 6),
        ("lock_locker", "RPC", "start", [("rpc.lock", "1")], 6),
        ("unlock_locker", "RPC", "start", [("rpc.unlock", "1")], 6),
    ],
)
def test_plain_body(make_car, name, service, command, parameters, duration) -> None:
    (body,) = sent(make_car(Model.ONE), name)

    assert (body["serviceId"], body["command"]) == (service, command)
    assert pairs(body) == parameters
    assert body["operationScheduling"]["duration"] == duration
    assert body["timestamp"] == str(STAMP)


@pytest.mark.parametrize(
    ("name", "service"), [("open_charging_lid", "RDO"), ("close_charging_lid", "RDC")]
)
def test_lid_of_a_five(make_car, name: str, service: str) -> None:
    (body,) = sent(make_car(Model.FIVE), name)

    assert body == {
        "creator": "tc",
        "command": "start",
        "serviceId": service,
        "timeStamp": str(STAMP),
        "serviceParameters": [{"key": "target", "value": "front-charge-lid"}],
        "operationScheduling": {
            "duration": 0,
            "interval": 0,
            "occurs": 1,
            "recurrentOperation": False,
        },
        "userId": "112233",
    }


@pytest.mark.parametrize("model", [Model.ONE, Model.THREE])
def test_others_have_no_lid_motor(make_car, model: Model) -> None:
    with pytest.raises(UnsupportedError):
        sent(make_car(model), "open_charging_lid")


@pytest.mark.parametrize(
    ("name", "command", "value"),
    [("record_trips", "start", "enable"), ("stop_recording_trips", "stop", "disable")],
)
def test_recording_of_trips(make_car, name: str, command: str, value: str) -> None:
    (body,) = sent(make_car(Model.ONE), name)

    assert body == {
        "creator": "tc",
        "timestamp": str(STAMP),
        "latest": False,
        "command": command,
        "serviceId": "JOU",
        "serviceParameters": [{"key": "jou", "value": value}],
        "operationScheduling": {
            "scheduledTime": 0,
            "interval": 0,
            "occurs": 0,
            "recurrentOperation": True,
            "duration": 60,
        },
    }


def test_fresh_position_has_no_plan(make_car) -> None:
    (body,) = sent(make_car(Model.THREE), "refresh_position")

    assert body == {
        "creator": "tc",
        "command": "start",
        "serviceId": "PAI",
        "timestamp": str(STAMP),
        "serviceParameters": [
            {"key": "operation", "value": "4"},
            {"key": "pai", "value": "1"},
        ],
        "latest": True,
        "userId": "112233",
    }


def test_ventilation(make_car) -> None:
    (one,) = sent(make_car(Model.ONE), "set_seat_ventilation", seat="passenger", level=2)
    first, second = sent(make_car(Model.FIVE), "set_seat_ventilation", seat="all", level=3)
    (off,) = sent(make_car(Model.FIVE), "set_seat_ventilation", seat="driver", level=0)

    assert pairs(one) == [("rce.ventilation", "front-right"), ("rce.level", "2")]
    assert one["operationScheduling"]["duration"] == 90
    assert pairs(first) == [("operation", "4"), ("SV.11", "true"), ("SV.11.level", "3")]
    assert pairs(second) == [("operation", "4"), ("SV.19", "true"), ("SV.19.level", "3")]
    assert (off["command"], pairs(off)) == ("start", [("operation", "4"), ("SV.11", "false")])
    with pytest.raises(UnsupportedError):
        sent(make_car(Model.FIVE), "set_seat_ventilation", seat="rear_left", level=1)


def test_defrost_off_of_a_five(make_car) -> None:
    (body,) = sent(make_car(Model.FIVE), "defrost_off")

    assert (body["serviceId"], body["command"]) == ("ZAF", "start")
    assert pairs(body) == [("operation", "4"), ("DF", "false")]


EFFECTS: list[tuple[str, dict[str, Any], dict[str, Any], bool | None]] = [
    ("defrost_off", {}, {}, True),
    ("defrost_off", {}, {"defrost": "true"}, False),
    ("set_seat_ventilation", {"level": 2}, {"drvVentSts": "1", "drvVentDetail": "2"}, True),
    ("set_seat_ventilation", {"level": 2}, {"drvVentSts": "1", "drvVentDetail": "?"}, None),
    ("set_seat_ventilation", {"level": 0}, {"drvVentSts": "2"}, True),
    ("set_seat_ventilation", {"level": 1, "seat": "all"}, {}, False),
    ("lock_trunk", {}, {}, True),
    ("lock_trunk", {}, {"trunkLockStatus": "0"}, False),
    ("open_sunshade", {}, {"curtainPos": "0", "curtainOpenStatus": "1"}, True),
    ("open_sunshade", {}, {"curtainPos": "101", "curtainOpenStatus": "1"}, None),
    ("close_sunshade", {}, {"curtainPos": "100", "curtainOpenStatus": "2"}, True),
    ("open_sunroof", {}, {}, None),
    ("close_sunroof", {}, {"sunroofPos": "0", "sunroofOpenStatus": "2"}, True),
    ("lower_windows", {}, {}, False),
    ("raise_windows", {}, {}, True),
    ("open_charging_lid", {}, {"chargeLidDcAcStatus": "1"}, True),
    ("close_charging_lid", {}, {"chargeLidDcAcStatus": "2", "chargeLidAcStatus": "2"}, True),
    ("refresh_position", {}, {}, None),
]


@pytest.mark.parametrize(("name", "arguments", "changes", "expected"), EFFECTS)
def test_effect(
    read_status: Callable[..., VehicleStatus], name, arguments, changes, expected
) -> None:
    after = read_status(updateTime=LATER, **changes)

    assert is_confirmed(name, arguments, read_status(), after) is expected


@pytest.mark.parametrize(
    ("name", "flags", "expected"),
    [
        ("record_trips", StateFlags(is_journal_on=True), True),
        ("record_trips", StateFlags(is_journal_on=False), False),
        ("stop_recording_trips", StateFlags(is_journal_on=False), True),
        ("record_trips", StateFlags(), None),
        ("record_trips", None, None),
    ],
)
def test_flags_confirm_the_recording(name, flags, expected) -> None:
    assert is_confirmed(name, {}, None, None, flags=flags) is expected


def test_no_name_is_in_both_catalogues() -> None:
    assert not set(COMMANDS) & set(FURTHER_COMMANDS)
