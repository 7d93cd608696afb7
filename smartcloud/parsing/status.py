"""The full status -> ``VehicleStatus``.

A car that stands repeats most of what it says, so the blocks of doors, cabin and wheels are judged
once per wording: those functions take the bytes as they came and remember their last answers.
"""

from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar

from smartcloud.envelope import decode_as
from smartcloud.exceptions import UnexpectedReplyError
from smartcloud.models import (
    Access,
    Battery,
    Climate,
    Drive,
    FourSeats,
    LockState,
    Maintenance,
    Openings,
    Position,
    Tyre,
    Tyres,
    Vehicle,
    VehicleStatus,
)
from smartcloud.parsing import wire
from smartcloud.parsing.charging import parse_charging
from smartcloud.parsing.converters import (
    CodeReader,
    code,
    degrees,
    number,
    time_of_ms,
    truth,
    whole,
)

B = TypeVar("B", bound=wire.Wire)
Unknown = tuple[str, ...]

_WORDINGS = 2048  # per kind of block, about 1 KB each

_OPEN = {"0": False, "1": True}
_WINDOW = {"1": True, "2": False}
_COVER = {"1": True, "2": False}
_VENTILATED = {"0": False, "1": True, "2": False}
_NOT_FITTED = "101"
_LOCKED = {"0": False, "1": True}
_CENTRAL_LOCKING = {"0": LockState.UNLOCKED, "1": LockState.LOCKED, "2": LockState.LOCKED}
_LEVELS = {"0": 0, "1": 1, "2": 2, "3": 3}
_STEERING = {"0": None, "1": True, "2": False}
_WARNING = {"0": False, "1": True}
_ENGINE = {"engine_off": False, "engine_running": True}


def parse_status(payload: bytes, vehicle: Vehicle, fetched_at: datetime) -> VehicleStatus:
    """Return a snapshot; raise ``UnexpectedReplyError`` if it is none, or another car's."""
    snapshot = decode_as(wire.STATUS, payload, wire.StatusData()).vehicle_status
    if not isinstance(snapshot, wire.Snapshot):
        raise UnexpectedReplyError("a status without vehicleStatus")
    echo = _block(snapshot.configuration, wire.Configuration).vin
    if isinstance(echo, str) and echo and echo != vehicle.vin:
        raise UnexpectedReplyError("a status of another car")

    codes = CodeReader()
    basic = _block(snapshot.basic_vehicle_status, wire.Basic)
    additional = _block(snapshot.additional_vehicle_status, wire.Additional)
    electric = _block(additional.electric_vehicle_status, wire.Electric)
    place = _block(basic.position, wire.Position)
    climate_bytes = bytes(additional.climate_status)
    battery = _battery(electric)
    climate, climate_unknown = _climate(climate_bytes)
    access, access_unknown = _access(bytes(additional.driving_safety_status), climate_bytes)
    tyres, maintenance, maintenance_unknown = _wheels(bytes(additional.maintenance_status))
    return VehicleStatus(
        vin=vehicle.vin,
        updated_at=time_of_ms(snapshot.update_time),
        fetched_at=fetched_at,
        battery=battery,
        charging=parse_charging(electric, vehicle.model, battery.state_of_charge_percent, codes),
        climate=climate,
        access=access,
        position=_position(place),
        is_position_shared=truth(place.car_locator_stat_upload_en),
        tyres=tyres,
        maintenance=maintenance,
        drive=Drive(
            is_running=codes.read("engineStatus", basic.engine_status, _ENGINE),
            speed_kmh=number(basic.speed, 0, 400),
            parked_since=time_of_ms(_block(snapshot.park_time, wire.ParkTime).status),
        ),
        unknown_codes=codes.unknown + climate_unknown + access_unknown + maintenance_unknown,
    )


def _block(value: B | wire.Odd, kind: type[B]) -> B:
    """Return a block, or an empty one where the cloud sent something else."""
    return value if isinstance(value, kind) else kind()


def _battery(raw: wire.Electric) -> Battery:
    return Battery(
        state_of_charge_percent=number(raw.charge_level, 0, 100),
        range_km=number(raw.distance_to_empty_on_battery_only, 0, 2000),
        range_at_full_km=number(raw.distance_to_empty_on_battery_100_soc, 0, 2000),
    )


@lru_cache(maxsize=_WORDINGS)
def _climate(block: bytes) -> tuple[Climate, Unknown]:
    raw = decode_as(wire.CLIMATE, block, wire.Climate())
    codes = CodeReader()
    climate = Climate(
        is_active=truth(raw.pre_climate_active),
        interior_temperature_c=number(raw.interior_temp, -60, 120),
        exterior_temperature_c=number(raw.exterior_temp, -60, 80),
        is_defrosting=truth(raw.defrost),
        seat_heating=FourSeats(
            driver=codes.read("drvHeatSts", raw.drv_heat_sts, _LEVELS),
            passenger=codes.read("passHeatingSts", raw.pass_heating_sts, _LEVELS),
            rear_left=codes.read("rlHeatingSts", raw.rl_heating_sts, _LEVELS),
            rear_right=codes.read("rrHeatingSts", raw.rr_heating_sts, _LEVELS),
        ),
        is_steering_heating=codes.read("steerWhlHeatingSts", raw.steer_whl_heating_sts, _STEERING),
        seat_ventilation=FourSeats(
            driver=_air(raw.drv_vent_sts, raw.drv_vent_detail),
            passenger=_air(raw.pass_vent_sts, raw.pass_vent_detail),
            rear_left=_air(raw.rl_vent_sts, raw.rl_vent_detail),
            rear_right=_air(raw.rr_vent_sts, raw.rr_vent_detail),
        ),
        is_fragrance_active=truth(raw.frag_active),
    )
    return climate, codes.unknown


@lru_cache(maxsize=_WORDINGS)
def _access(safety_block: bytes, climate_block: bytes) -> tuple[Access, Unknown]:
    safety = decode_as(wire.SAFETY, safety_block, wire.Safety())
    climate = decode_as(wire.CLIMATE, climate_block, wire.Climate())
    codes = CodeReader()
    trunk_lock = whole(safety.trunk_lock_status, 0, 9)
    access = Access(
        lock_state=_lock_state(safety, codes),
        doors=Openings(
            driver=codes.read("doorOpenStatusDriver", safety.door_open_status_driver, _OPEN),
            passenger=codes.read(
                "doorOpenStatusPassenger", safety.door_open_status_passenger, _OPEN
            ),
            rear_left=codes.read(
                "doorOpenStatusDriverRear", safety.door_open_status_driver_rear, _OPEN
            ),
            rear_right=codes.read(
                "doorOpenStatusPassengerRear", safety.door_open_status_passenger_rear, _OPEN
            ),
        ),
        windows=_windows(climate, codes),
        is_trunk_open=codes.read("trunkOpenStatus", safety.trunk_open_status, _OPEN),
        # Owners report 0 and 2 for "not locked"; only 1 has one meaning.
        is_trunk_locked=None if trunk_lock is None else trunk_lock == 1,
        is_hood_open=codes.read("engineHoodOpenStatus", safety.engine_hood_open_status, _OPEN),
        is_sunshade_open=_cover(climate.curtain_open_status, climate.curtain_pos),
        is_sunroof_open=_cover(climate.sunroof_open_status, climate.sunroof_pos),
    )
    return access, codes.unknown


def _air(state: Any, detail: Any) -> int | None:
    """Return a seat's ventilation; 1 is on, 0 and 2 are off, and the level stands beside it."""
    is_on = _VENTILATED.get(code(state) or "")
    if is_on is None:
        return None
    return whole(detail, 1, 3) if is_on else 0


def _cover(state: Any, place: Any) -> bool | None:
    """Return whether a shade or roof is open; without one fitted, the state means nothing."""
    is_fitted = place is not None and code(place) != _NOT_FITTED
    return _COVER.get(code(state) or "") if is_fitted else None


def _windows(raw: wire.Climate, codes: CodeReader) -> Openings:
    def is_open(name: str, status: Any, place: Any) -> bool | None:
        if str(place) == _NOT_FITTED:
            return None
        return codes.read(name, status, _WINDOW)

    return Openings(
        driver=is_open("winStatusDriver", raw.win_status_driver, raw.win_pos_driver),
        passenger=is_open("winStatusPassenger", raw.win_status_passenger, raw.win_pos_passenger),
        rear_left=is_open(
            "winStatusDriverRear", raw.win_status_driver_rear, raw.win_pos_driver_rear
        ),
        rear_right=is_open(
            "winStatusPassengerRear", raw.win_status_passenger_rear, raw.win_pos_passenger_rear
        ),
    )


def _lock_state(raw: wire.Safety, codes: CodeReader) -> LockState:
    """Central locking, unless a door says otherwise: then nobody may call the car locked."""
    central = codes.read("centralLockingStatus", raw.central_locking_status, _CENTRAL_LOCKING)
    doors = (
        codes.read("doorLockStatusDriver", raw.door_lock_status_driver, _LOCKED),
        codes.read("doorLockStatusPassenger", raw.door_lock_status_passenger, _LOCKED),
        codes.read("doorLockStatusDriverRear", raw.door_lock_status_driver_rear, _LOCKED),
        codes.read("doorLockStatusPassengerRear", raw.door_lock_status_passenger_rear, _LOCKED),
    )
    if central is LockState.LOCKED and False in doors:
        return LockState.UNKNOWN
    return central or LockState.UNKNOWN


def _position(raw: wire.Position) -> Position | None:
    latitude = degrees(raw.latitude, 90)
    longitude = degrees(raw.longitude, 180)
    if latitude is None or longitude is None or latitude == longitude == 0:
        return None
    is_shifted = truth(raw.mars_coordinates)  # the Chinese datum, some hundred metres off
    return Position(
        latitude=latitude,
        longitude=longitude,
        is_trusted=False if is_shifted else truth(raw.pos_can_be_trusted),
    )


@lru_cache(maxsize=_WORDINGS)
def _wheels(block: bytes) -> tuple[Tyres, Maintenance, Unknown]:
    raw = decode_as(wire.MAINTENANCE, block, wire.Maintenance())
    codes = CodeReader()
    return _tyres(raw, codes), _maintenance(raw, codes), codes.unknown


def _tyres(raw: wire.Maintenance, codes: CodeReader) -> Tyres:
    def tyre(place: str, pressure: Any, temperature: Any, low: Any, hot: Any) -> Tyre:
        warnings = (
            codes.read(f"tyrePreWarning{place}", low, _WARNING),
            codes.read(f"tyreTempWarning{place}", hot, _WARNING),
        )
        return Tyre(
            pressure_kpa=number(pressure, 1, 1000),
            temperature_c=number(temperature, -60, 200),
            has_warning=True if True in warnings else None if None in warnings else False,
        )

    return Tyres(
        driver=tyre(
            "Driver",
            raw.tyre_status_driver,
            raw.tyre_temp_driver,
            raw.tyre_pre_warning_driver,
            raw.tyre_temp_warning_driver,
        ),
        passenger=tyre(
            "Passenger",
            raw.tyre_status_passenger,
            raw.tyre_temp_passenger,
            raw.tyre_pre_warning_passenger,
            raw.tyre_temp_warning_passenger,
        ),
        rear_left=tyre(
            "DriverRear",
            raw.tyre_status_driver_rear,
            raw.tyre_temp_driver_rear,
            raw.tyre_pre_warning_driver_rear,
            raw.tyre_temp_warning_driver_rear,
        ),
        rear_right=tyre(
            "PassengerRear",
            raw.tyre_status_passenger_rear,
            raw.tyre_temp_passenger_rear,
            raw.tyre_pre_warning_passenger_rear,
            raw.tyre_temp_warning_passenger_rear,
        ),
    )


def _maintenance(raw: wire.Maintenance, codes: CodeReader) -> Maintenance:
    low_voltage = _block(raw.main_battery_status, wire.LowVoltage)
    return Maintenance(
        odometer_km=number(raw.odometer, 0, 5_000_000),
        days_to_service=whole(raw.days_to_service, -10_000, 10_000),
        distance_to_service_km=number(raw.distance_to_service, -1_000_000, 1_000_000),
        has_service_warning=codes.read(
            "serviceWarningStatus", raw.service_warning_status, _WARNING
        ),
        battery_12v_voltage_v=number(low_voltage.voltage, 0, 30),
        battery_12v_percent=number(low_voltage.charge_level, 0, 100),
    )
