"""The replies that a public client has recorded: both read them, and both read the same."""

import json
from importlib.resources import files
from typing import Any

import pytest
from pysmarthashtag.vehicle.battery import Battery
from pysmarthashtag.vehicle.climate import Climate
from pysmarthashtag.vehicle.journal import TripJournal
from pysmarthashtag.vehicle.maintenance import Maintenance
from pysmarthashtag.vehicle.position import Position
from pysmarthashtag.vehicle.safety import Safety
from pysmarthashtag.vehicle.tires import Tires
from pysmarthashtag.vehicle.trackpoints import parse_trackpoints_response

from smartcloud.codes import CURES, SUCCESS, Cure
from smartcloud.envelope import Envelope, decode, open_envelope
from smartcloud.models import (
    ChargingState,
    LockState,
    Model,
    Region,
    Vehicle,
    VehicleStatus,
)
from smartcloud.parsing import (
    parse_charge_limit,
    parse_receipt,
    parse_status,
    parse_vehicles,
)
from smartcloud.parsing.care import parse_software
from smartcloud.parsing.records import parse_dc_charging
from smartcloud.parsing.trips import parse_total, parse_track, parse_trips
from smartcloud.transport import Response

REPLIES = files("pysmarthashtag") / "tests" / "replys"
STATUSES = ("vehicle_info", "vehicle_info2", "vehicle_info_dc_charging")
MAS = 3_600_000
PLACES = ("driver", "passenger", "rear_left", "rear_right")
THEIR_DOORS = ("driver", "passenger", "driver_rear", "passenger_rear")
THEIR_SEATS = ("driver", "passenger", "rear_left", "rear_right")
THEIR_TYRES = ("driver", "rear_left", "passenger", "rear_right")
THEIR_STATES = {"CHARGING": True, "DC_CHARGING": True, "NOT_CHARGING": False}


def reply(name: str) -> Any:
    return json.loads((REPLIES / f"{name}.json").read_text("utf-8"))


def opened(name: str) -> Envelope:
    body = (REPLIES / f"{name}.json").read_bytes()
    return open_envelope(Response(status=200, headers={}, body=body))


def four(value: Any) -> list[Any]:
    return [getattr(value, place) for place in PLACES]


@pytest.fixture(params=STATUSES)
def both(request: pytest.FixtureRequest) -> tuple[VehicleStatus, dict[str, Any]]:
    """Our reading of a recorded status, and the recording for theirs."""
    data = reply(request.param)["data"] | {"seriesCodeVs": "HX11"}
    vin = data["vehicleStatus"]["configuration"]["vin"]
    car = Vehicle(vin=vin, region=Region.EU, model=Model.ONE, series_code="HX11")
    envelope = opened(request.param)
    assert envelope.code in SUCCESS
    updated = int(data["vehicleStatus"]["updateTime"]) / 1000
    status = parse_status(envelope.payload, car, fetched_at=None)  # type: ignore[arg-type]
    assert status.updated_at
    assert status.updated_at.timestamp() == pytest.approx(updated, abs=1e-3)
    assert status.unknown_codes == ()
    return status, data


def test_battery(both) -> None:
    ours, data = both
    theirs = Battery.from_vehicle_data(data)

    assert ours.battery.state_of_charge_percent == theirs.remaining_battery_percent.value
    assert ours.battery.range_km == theirs.remaining_range.value
    assert ours.battery.range_at_full_km == theirs.remaining_range_at_full_charge.value
    assert ours.charging.is_plugged == theirs.is_charger_connected
    assert ours.charging.is_lid_open == theirs.is_charging_lid_open
    assert (ours.charging.state is ChargingState.CHARGING) == THEIR_STATES[theirs.charging_status]
    left = ours.charging.time_to_full
    assert (left.total_seconds() / 60 if left else None) == theirs.charging_time_remaining.value
    # Direct current of a #1 is estimated from a curve on both sides.
    watts = theirs.charging_power.value
    assert ours.charging.power_kw == pytest.approx(watts / 1000, rel=0.03)


def test_climate(both) -> None:
    ours, data = both
    theirs = Climate.from_vehicle_data(data)

    assert ours.climate.is_active == theirs.pre_climate_active
    assert ours.climate.is_fragrance_active == theirs.frag_active
    assert ours.climate.is_defrosting == theirs.defrosting_active
    assert ours.climate.interior_temperature_c == theirs.interior_temperature.value
    assert ours.climate.exterior_temperature_c == theirs.exterior_temperature.value
    levels = [getattr(theirs, f"{seat}_heating_level") for seat in THEIR_SEATS]
    assert four(ours.climate.seat_heating) == levels
    air = [getattr(theirs, f"{seat}_ventilation_status") for seat in THEIR_SEATS]
    assert [bool(level) for level in four(ours.climate.seat_ventilation)] == air
    # Code 0 means "not fitted or unknown", which they read as off.
    assert bool(ours.climate.is_steering_heating) == theirs.steering_wheel_heating_status
    windows = [getattr(theirs, f"window_{place}_status") for place in THEIR_DOORS]
    assert four(ours.access.windows) == [status == 1 for status in windows]


def test_locks(both) -> None:
    ours, data = both
    theirs = Safety.from_vehicle_data(data)

    assert (ours.access.lock_state is LockState.LOCKED) == (theirs.central_locking_status > 0)
    doors = [getattr(theirs, f"door_open_status_{place}") for place in THEIR_DOORS]
    assert four(ours.access.doors) == [status == 1 for status in doors]
    assert ours.access.is_trunk_open == (theirs.trunk_open_status == 1)
    assert ours.access.is_trunk_locked == (theirs.trunk_lock_status == 1)
    assert ours.access.is_hood_open == (theirs.engine_hood_open_status == 1)


def test_wheels_and_service(both) -> None:
    ours, data = both
    tyres = Tires.from_vehicle_data(data)
    service = Maintenance.from_vehicle_data(data)

    wheels = [getattr(ours.tyres, place) for place in THEIR_TYRES]
    kilopascals = [tyre.pressure_kpa for tyre in wheels]
    assert kilopascals == pytest.approx([one.value for one in tyres.tire_pressure])
    assert [tyre.temperature_c for tyre in wheels] == [one.value for one in tyres.temperature]
    assert int(ours.maintenance.odometer_km or 0) == service.odometer.value
    assert ours.maintenance.days_to_service == service.days_to_service
    assert ours.maintenance.distance_to_service_km == service.distance_to_service.value
    assert ours.maintenance.has_service_warning == bool(service.service_warning_status)
    assert ours.maintenance.battery_12v_voltage_v == service.main_battery_voltage.value
    assert ours.maintenance.battery_12v_percent == service.main_battery_charge_level.value


def test_position(both) -> None:
    """Two recordings carry an invented longitude beyond the globe: that is no position."""
    ours, data = both
    theirs = Position.from_vehicle_data(data)

    if abs(theirs.longitude) > 180 * MAS:
        assert ours.position is None
        return
    assert ours.position
    assert ours.position.latitude == theirs.latitude / MAS
    assert ours.position.longitude == theirs.longitude / MAS
    assert ours.position.is_trusted == theirs.position_can_be_trusted


def test_vehicle_list() -> None:
    cars = parse_vehicles(opened("vehicle_response").payload, Region.EU)

    listed = reply("vehicle_response")["data"]["list"]
    assert [car.vin for car in cars] == [entry["vin"] for entry in listed]
    assert [car.series_code for car in cars] == [entry["seriesCodeVs"] for entry in listed]
    assert [car.model_code for car in cars] == [entry["modelCode"] for entry in listed]
    assert [car.colour for car in cars] == [entry["colorName"] for entry in listed]


def test_newest_trip() -> None:
    theirs = TripJournal.from_response(reply("journal_response"))
    raw = decode(opened("journal_response").payload)
    ours = parse_trips(raw)[0]

    assert theirs
    assert parse_total(raw) == theirs.total_trips
    assert ours.trip_id == theirs.trip_id
    assert (ours.started_at, ours.ended_at) == (theirs.start_time, theirs.end_time)
    assert ours.duration
    assert ours.duration.total_seconds() == theirs.duration
    assert ours.distance_km == theirs.distance.value
    assert ours.average_speed_kmh == theirs.avg_speed.value
    assert ours.consumption_kwh_per_100km == theirs.avg_energy_consumption.value
    assert ours.energy_kwh == pytest.approx(theirs.energy_consumption.value, abs=0.006)
    assert ours.regenerated_kwh == theirs.regenerated_energy.value
    assert (ours.start_address, ours.end_address) == (theirs.start_address, theirs.end_address)
    for place, (latitude, longitude) in (
        (ours.start, theirs.start_position),
        (ours.end, theirs.end_position),
    ):
        assert place
        assert (place.latitude, place.longitude) == (latitude / MAS, longitude / MAS)


def test_track() -> None:
    theirs = parse_trackpoints_response(reply("trackpoints_response")).points
    ours = parse_track(decode(opened("trackpoints_response").payload))

    assert [(p.latitude, p.longitude) for p in ours] == [(p.lat, p.lon) for p in theirs]


@pytest.mark.parametrize(("name", "percent"), [("soc_80", 80), ("soc_90", 90)])
def test_limit(name: str, percent: int) -> None:
    limit = parse_charge_limit(opened(name).payload)

    assert limit.percent == percent
    assert limit.set_at
    assert limit.set_at.timestamp() * 1000 == int(reply(name)["data"]["socTime"])


def test_direct_current() -> None:
    dc = parse_dc_charging(decode(opened("dc_charge_info").payload))

    assert (dc.current_a, dc.voltage_v, dc.power_kw) == (150, 400, 60)


def test_software() -> None:
    raw = reply("ota_response")
    software = parse_software(decode(opened("ota_response").payload))

    assert software.current_version == raw["currentVersion"]
    assert software.target_version == raw["targetVersion"]
    assert len(software.notes) == len(raw["targetReleaseNotes"])


@pytest.mark.parametrize("name", ["charging_success", "climate_success", "journal_toggle_success"])
def test_receipt(name: str) -> None:
    envelope = opened(name)

    assert envelope.code in SUCCESS
    assert not envelope.is_denied
    assert not parse_receipt(envelope.payload).is_refused


def test_errors_are_known() -> None:
    lost = opened("Human_and_vehicle_relationship_does_not_exist")
    expired = opened("token_expired")

    assert CURES[lost.code] is Cure.SELECT
    assert CURES[expired.code] is Cure.RENEW_SESSION
