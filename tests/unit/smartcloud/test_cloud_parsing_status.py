"""The full status: the documented example, its variants, and what is not known."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from smartcloud.exceptions import UnexpectedReplyError
from smartcloud.models import (
    Access,
    Battery,
    Charging,
    ChargingState,
    Climate,
    Drive,
    FourSeats,
    LockState,
    Maintenance,
    Model,
    Openings,
    Position,
    Tyre,
    Tyres,
    Vehicle,
    VehicleStatus,
)
from smartcloud.parsing import parse_status

ReadStatus = Callable[..., VehicleStatus]
CLOSED = Openings(driver=False, passenger=False, rear_left=False, rear_right=False)
FETCHED_AT = datetime(2025, 10, 9, 9, 0, tzinfo=UTC)


def tyre(kpa: float, celsius: float) -> Tyre:
    return Tyre(pressure_kpa=kpa, temperature_c=celsius, has_warning=False)


def test_documented_example(read_status: ReadStatus) -> None:
    assert read_status() == VehicleStatus(
        vin="HESXR1C40PS000001",
        updated_at=datetime(2025, 10, 9, 8, 53, 20, tzinfo=UTC),
        fetched_at=FETCHED_AT,
        battery=Battery(state_of_charge_percent=62, range_km=238, range_at_full_km=385),
        charging=Charging(
            state=ChargingState.CHARGING,
            is_plugged=True,
            is_dc=False,
            power_kw=10.91,
            time_to_full=timedelta(minutes=145),
            is_lid_open=True,
        ),
        climate=Climate(
            is_active=False,
            interior_temperature_c=17.6,
            exterior_temperature_c=12.5,
            is_defrosting=False,
            seat_heating=FourSeats(driver=0, passenger=0, rear_left=0, rear_right=0),
            is_steering_heating=False,
            seat_ventilation=FourSeats(driver=0, passenger=0, rear_left=0, rear_right=0),
            is_fragrance_active=False,
        ),
        access=Access(
            lock_state=LockState.LOCKED,
            doors=CLOSED,
            windows=CLOSED,
            is_trunk_open=False,
            is_trunk_locked=True,
            is_hood_open=False,
        ),
        position=Position(latitude=49.5, longitude=10.0, is_trusted=True),
        is_position_shared=True,
        tyres=Tyres(
            driver=tyre(241.648, 14),
            passenger=tyre(243.021, 14),
            rear_left=tyre(240.275, 13),
            rear_right=tyre(238.902, 13),
        ),
        maintenance=Maintenance(
            odometer_km=12345,
            days_to_service=210,
            distance_to_service_km=17655,
            has_service_warning=False,
            battery_12v_voltage_v=14.1,
            battery_12v_percent=93.5,
        ),
        drive=Drive(
            is_running=False,
            speed_kmh=0,
            parked_since=datetime(2025, 10, 9, 6, 6, 40, tzinfo=UTC),
        ),
        unknown_codes=(),
    )


IDLE = {"chargerState": "0", "statusOfChargerConnection": "0"}


@pytest.mark.parametrize(
    ("changes", "state", "is_plugged"),
    [
        pytest.param({}, ChargingState.CHARGING, True, id="AC"),
        pytest.param(IDLE, ChargingState.DISCONNECTED, False, id="nothing plugged in"),
        pytest.param(
            {**IDLE, "statusOfChargerConnection": "2"},
            ChargingState.PLUGGED,
            True,
            id="cable, no power",
        ),
        pytest.param(
            {**IDLE, "statusOfChargerConnection": "1"},
            ChargingState.PLUGGED,
            True,
            id="DC cable, no power",
        ),
        pytest.param(
            {"chargerState": "25", "statusOfChargerConnection": "2"},
            ChargingState.PLUGGED,
            True,
            id="25",
        ),
        pytest.param(
            {"chargerState": "25", "statusOfChargerConnection": "0"},
            ChargingState.UNKNOWN,
            False,
            id="25 contradicts",
        ),
        pytest.param(
            {"chargerState": 15, "statusOfChargerConnection": 1},
            ChargingState.CHARGING,
            True,
            id="integers",
        ),
        *(
            pytest.param(
                {"chargerState": code, "statusOfChargerConnection": "2"},
                ChargingState.CHARGING,
                True,
                id=code,
            )
            for code in ("2", "15", "24", "28", "30")
        ),
        *(
            pytest.param(
                {"chargerState": code, "statusOfChargerConnection": "2"},
                ChargingState.COMPLETE,
                True,
                id=code,
            )
            for code in ("4", "5", "6", "11")
        ),
        pytest.param(
            {"chargerState": "5", "statusOfChargerConnection": "0"},
            ChargingState.UNKNOWN,
            False,
            id="complete without a cable",
        ),
        pytest.param(
            {"chargerState": "4", "statusOfChargerConnection": "3"},
            ChargingState.CHARGING,
            True,
            id="connection wins",
        ),
        pytest.param(
            {
                "chargerState": "0",
                "statusOfChargerConnection": "1",
                "dcDcConnectStatus": "3",
                "dcChargeIAct": "-165",
            },
            ChargingState.CHARGING,
            True,
            id="DC by its current",
        ),
        pytest.param(
            {
                "chargerState": "0",
                "statusOfChargerConnection": "1",
                "dcDcConnectStatus": "3",
                "dcChargeIAct": "-0.2",
            },
            ChargingState.PLUGGED,
            True,
            id="DC connected, current is noise",
        ),
        pytest.param(
            {"chargerState": "", "statusOfChargerConnection": "2"},
            ChargingState.PLUGGED,
            True,
            id="missing, cable idle",
        ),
        pytest.param(
            {"chargerState": None, "statusOfChargerConnection": "1"},
            ChargingState.UNKNOWN,
            True,
            id="missing, DC cable",
        ),
        pytest.param(
            {"chargerState": "", "statusOfChargerConnection": "0"},
            ChargingState.DISCONNECTED,
            False,
            id="missing, no cable",
        ),
        pytest.param(
            {"chargerState": "0", "statusOfChargerConnection": ""},
            ChargingState.UNKNOWN,
            None,
            id="cable unknown",
        ),
        pytest.param(
            {"chargerState": "", "statusOfChargerConnection": ""},
            ChargingState.UNKNOWN,
            None,
            id="nothing known",
        ),
    ],
)
def test_charging_state(
    read_status: ReadStatus, changes: dict[str, Any], state: ChargingState, is_plugged: bool | None
) -> None:
    charging = read_status(**changes).charging

    assert (charging.state, charging.is_plugged) == (state, is_plugged)


@pytest.mark.parametrize("code", ["1", "3", "7", "8", "9", "10", "12", "13", "14", "16", "99", "x"])
@pytest.mark.parametrize("connection", ["0", "1", "2"])
def test_unproven_charger_state_is_unknown_and_listed(
    read_status: ReadStatus, code: str, connection: str
) -> None:
    status = read_status(chargerState=code, statusOfChargerConnection=connection)

    assert status.charging.state is ChargingState.UNKNOWN
    assert status.charging.power_kw is None
    assert status.unknown_codes == (f"chargerState={code}",)


@pytest.mark.parametrize(
    ("model", "changes", "power"),
    [
        pytest.param(
            Model.ONE, {"chargeUAct": "230.0", "chargeIAct": "16.0"}, 3.68, id="one phase"
        ),
        pytest.param(Model.ONE, {"chargeUAct": "260", "chargeIAct": "10"}, 2.6, id="at the border"),
        pytest.param(
            Model.ONE, {"chargeUAct": "400", "chargeIAct": "16"}, 11.09, id="three phases"
        ),
        pytest.param(Model.ONE, {"chargeUAct": ""}, None, id="voltage unknown"),
        pytest.param(Model.ONE, IDLE, 0.0, id="nothing plugged in"),
        pytest.param(
            Model.THREE,
            {
                "chargerState": "15",
                "statusOfChargerConnection": "1",
                "dcDcConnectStatus": "3",
                "dcChargeIAct": "-100",
                "chargeLevel": "50",
            },
            41.7,
            id="DC of a #3 by the estimated voltage",
        ),
        pytest.param(
            Model.FIVE,
            {
                "chargerState": "15",
                "statusOfChargerConnection": "1",
                "dcDcConnectStatus": "3",
                "dcChargeIAct": "-1650.0",
                "chargeUAct": "0",
                "chargeIAct": "0",
            },
            None,
            id="DC of a #5 needs another request",
        ),
    ],
)
def test_charging_power(
    read_status: ReadStatus, model: Model, changes: dict[str, Any], power: float | None
) -> None:
    assert read_status(model, **changes).charging.power_kw == power


def test_five_on_dc_is_dc_charging(read_status: ReadStatus) -> None:
    charging = read_status(
        Model.FIVE,
        chargerState="15",
        statusOfChargerConnection="1",
        dcDcConnectStatus="3",
        dcChargeIAct="-1650.0",
    ).charging

    assert (charging.state, charging.is_dc) == (ChargingState.CHARGING, True)


def test_current_of_a_five_is_in_tenths(read_status: ReadStatus) -> None:
    at_rest = {
        "chargerState": "0",
        "statusOfChargerConnection": "1",
        "dcDcConnectStatus": "3",
        "dcChargeIAct": "-5",
    }

    assert read_status(Model.ONE, **at_rest).charging.state is ChargingState.CHARGING
    assert read_status(Model.FIVE, **at_rest).charging.state is ChargingState.PLUGGED


def test_location_sharing_off(read_status: ReadStatus) -> None:
    status = read_status(
        position={
            "altitude": "",
            "posCanBeTrusted": "",
            "latitude": "",
            "carLocatorStatUploadEn": "false",
            "marsCoordinates": "",
            "longitude": "",
        }
    )

    assert (status.position, status.is_position_shared) == (None, False)


@pytest.mark.parametrize(
    ("changes", "position"),
    [
        (
            {"latitude": "-121900000", "longitude": "544320000"},
            Position(latitude=-121900000 / 3.6e6, longitude=151.2, is_trusted=True),
        ),
        (
            {"latitude": 178200000, "longitude": 36000000},
            Position(latitude=49.5, longitude=10.0, is_trusted=True),
        ),
        ({"posCanBeTrusted": "false"}, Position(latitude=49.5, longitude=10.0, is_trusted=False)),
        ({"marsCoordinates": "true"}, Position(latitude=49.5, longitude=10.0, is_trusted=False)),
        ({"latitude": "324000001"}, None),
        ({"latitude": "0", "longitude": "0"}, None),
        ({"longitude": None}, None),
    ],
)
def test_position(
    read_status: ReadStatus, changes: dict[str, Any], position: Position | None
) -> None:
    assert read_status(**changes).position == position


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, LockState.LOCKED),
        ({"centralLockingStatus": "1"}, LockState.LOCKED),
        ({"centralLockingStatus": "0"}, LockState.UNLOCKED),
        ({"centralLockingStatus": "0", "doorLockStatusDriver": "0"}, LockState.UNLOCKED),
        ({"centralLockingStatus": ""}, LockState.UNKNOWN),
        ({"centralLockingStatus": "3"}, LockState.UNKNOWN),
        ({"doorLockStatusDriverRear": "0"}, LockState.UNKNOWN),
    ],
)
def test_lock_state(read_status: ReadStatus, changes: dict[str, Any], expected: LockState) -> None:
    assert read_status(**changes).access.lock_state is expected


@pytest.mark.parametrize(
    ("code", "place", "is_open"),
    [
        ("2", "0", False),
        ("1", "12", True),
        ("1", "101", None),
        ("2", 101, None),
        ("0", "0", None),
        ("", "0", None),
    ],
)
def test_window(read_status: ReadStatus, code: str, place: Any, is_open: bool | None) -> None:
    assert read_status(winStatusDriver=code, winPosDriver=place).access.windows.driver is is_open


@pytest.mark.parametrize(
    ("field", "raw", "read", "expected"),
    [
        ("timeToFullyCharged", "2047", lambda s: s.charging.time_to_full, None),
        ("timeToFullyCharged", "0", lambda s: s.charging.time_to_full, timedelta(0)),
        ("chargeLidDcAcStatus", "0", lambda s: s.charging.is_lid_open, False),
        ("chargeLidAcStatus", "7", lambda s: s.unknown_codes, ("chargeLidAcStatus=7",)),
        ("steerWhlHeatingSts", "1", lambda s: s.climate.is_steering_heating, True),
        ("steerWhlHeatingSts", "0", lambda s: s.climate.is_steering_heating, None),
        ("preClimateActive", "true", lambda s: s.climate.is_active, True),
        ("preClimateActive", "false", lambda s: s.climate.is_active, False),
        ("preClimateActive", 1, lambda s: s.climate.is_active, True),
        ("preClimateActive", "maybe", lambda s: s.climate.is_active, None),
        ("drvHeatSts", "3", lambda s: s.climate.seat_heating.driver, 3),
        ("drvHeatSts", "4", lambda s: s.climate.seat_heating.driver, None),
        ("trunkLockStatus", "2", lambda s: s.access.is_trunk_locked, False),
        ("trunkLockStatus", "", lambda s: s.access.is_trunk_locked, None),
        ("tyreTempWarningDriver", "1", lambda s: s.tyres.driver.has_warning, True),
        ("tyrePreWarningDriver", "", lambda s: s.tyres.driver.has_warning, None),
        ("tyreStatusDriver", "0.000", lambda s: s.tyres.driver.pressure_kpa, None),
        ("daysToService", "-3", lambda s: s.maintenance.days_to_service, -3),
        ("daysToService", "3.5", lambda s: s.maintenance.days_to_service, None),
        ("engineStatus", "engine_running", lambda s: s.drive.is_running, True),
        ("engineStatus", "on", lambda s: s.drive.is_running, None),
        ("speed", "48.5", lambda s: s.drive.speed_kmh, 48.5),
        ("updateTime", 1760000000000, lambda s: s.updated_at.year, 2025),
        ("updateTime", "1760000000", lambda s: s.updated_at, None),
        ("interiorTemp", "-7.5", lambda s: s.climate.interior_temperature_c, -7.5),
        ("odometer", 12345, lambda s: s.maintenance.odometer_km, 12345.0),
    ],
)
def test_field(
    read_status: ReadStatus, field: str, raw: Any, read: Callable[..., Any], expected: Any
) -> None:
    assert read(read_status(**{field: raw})) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "NaN",
        "inf",
        "-inf",
        "1e30",
        1e30,
        10**30,
        10**400,
        "1_0",
        "٦٢",
        "62 %",
        "101",
        "-1",
        True,
        [],
        {},
        None,
        "",
        " ",
    ],
)
def test_odd_charge_is_unknown_and_the_rest_survives(read_status: ReadStatus, raw: Any) -> None:
    status = read_status(chargeLevel=raw)

    # "chargeLevel" also names the 12 V battery's; the traction battery's comes first.
    assert status.battery.state_of_charge_percent is None
    assert status.battery.range_km == 238
    assert status.access.lock_state is LockState.LOCKED


@pytest.mark.parametrize("literal", [b"NaN", b"Infinity", b"-Infinity", b"1e999", b"9" * 400])
def test_number_that_json_cannot_say(
    make_car: Callable[..., Vehicle], sample: dict[str, Any], literal: bytes
) -> None:
    payload = json.dumps(sample["data"]).encode().replace(b'"62"', literal)

    status = parse_status(payload, make_car(Model.ONE), FETCHED_AT)

    assert status.battery.state_of_charge_percent is None
    assert status.battery.range_km == 238


@pytest.mark.parametrize(
    "block", ["electricVehicleStatus", "climateStatus", "drivingSafetyStatus", "maintenanceStatus"]
)
@pytest.mark.parametrize("raw", [None, "", [], [{}], 3, True, "x"])
def test_odd_block_costs_only_itself(read_status: ReadStatus, block: str, raw: Any) -> None:
    status = read_status(**{block: raw})

    assert status.position == Position(latitude=49.5, longitude=10.0, is_trusted=True)
    assert status.updated_at is not None


@pytest.mark.parametrize(
    "payload", [b"null", b"[]", b"{}", b'"x"', b'{"vehicleStatus": null}', b'{"vehicleStatus": []}']
)
def test_no_snapshot_is_an_error(make_car: Callable[..., Vehicle], payload: bytes) -> None:
    with pytest.raises(UnexpectedReplyError):
        parse_status(payload, make_car(Model.ONE), FETCHED_AT)


def test_status_of_another_car_is_an_error(
    make_car: Callable[..., Vehicle], sample: dict[str, Any]
) -> None:
    with pytest.raises(UnexpectedReplyError):
        parse_status(json.dumps(sample["data"]).encode(), make_car(Model.FIVE), FETCHED_AT)


def test_unknown_code_with_personal_text_is_not_repeated(read_status: ReadStatus) -> None:
    status = read_status(engineStatus="driver@example.com")

    assert status.unknown_codes == ("engineStatus=?",)
