"""The charge server and the schedules."""

from typing import Any

import msgspec

from smartcloud.models import (
    ChargeRecord,
    ChargeSettings,
    ChargeStatus,
    ChargingReservation,
    ChargingSchedule,
    ClimateSchedule,
    DcCharging,
    Model,
    TravelPlan,
)
from smartcloud.parsing.charging import parse_charging
from smartcloud.parsing.converters import (
    CodeReader,
    clock_time,
    code,
    number,
    text,
    time_of_ms,
    truth,
    whole,
)
from smartcloud.parsing.reading import Reader, arcsecond_position, inside, one_of, percent, within
from smartcloud.parsing.wire import Electric

_DC_ZERO, _DC_PER_AMPERE, _DC_PER_VOLT = 16_380, 10, 4


def _dc_current(raw: Any) -> float | None:
    value = number(raw, 0, 32_760)
    return None if value is None else abs(value - _DC_ZERO) / _DC_PER_AMPERE


def _dc_voltage(raw: Any) -> float | None:
    value = number(raw, 0, 4000)
    return None if value is None else value / _DC_PER_VOLT


_dc = Reader(DcCharging, current_a=("chargeI", _dc_current), voltage_v=("chargeU", _dc_voltage))
_record = Reader(
    ChargeRecord,
    needs=("record_id",),
    record_id=("recordId", text),
    started_at=("startTime", time_of_ms),
    ended_at=("endTime", time_of_ms),
    is_dc=("chargeType", one_of(ac=False, dc=True)),
    start_percent=("startSoc", percent),
    end_percent=("endSoc", percent),
    energy_kwh=("energy", within(0, 500)),
    position=("location", arcsecond_position),
)
_schedule = Reader(
    ChargingSchedule,
    starts_at=("rbcStartTime", clock_time),
    ends_at=("rbcEndTime", clock_time),
    is_active=("bcCycleActive", truth),
)
_plan = Reader(
    TravelPlan,
    departs_at=("scheduledTime", time_of_ms),
    keeps_battery_warm=("btTempActive", truth),
)
_reservation = Reader(
    ChargingReservation,
    is_active=("reservationStatus", one_of(active=True, inactive=False)),
    starts_at=("startTime", clock_time),
    ends_at=("endTime", clock_time),
    target_percent=("targetSoc", percent),
)
_climate = Reader(
    ClimateSchedule,
    schedule_id=("scheduleId", text),
    is_enabled=("enabled", truth),
    starts_at=("scheduledTime", clock_time),
    temperature_c=("temperature", within(10, 40)),
    duration=("duration", lambda raw: whole(raw, 0, 10_000)),
)


def parse_dc_charging(raw: Any) -> DcCharging:
    """Return current and voltage of a #5."""
    return _dc.known(raw)


def parse_charge_records(raw: Any) -> tuple[ChargeRecord, ...]:
    """Return PROPOSED charging sessions, newest first."""
    return _record.all(raw)


def parse_charge_status(raw: Any, model: Model) -> ChargeStatus:
    """Return the PROPOSED charge status, judged as the snapshot's block is."""
    try:
        electric = msgspec.convert(raw, Electric) if isinstance(raw, dict) else Electric()
    except msgspec.ValidationError:
        electric = Electric()
    charge = number(electric.charge_level, 0, 100)
    return ChargeStatus(
        charging=parse_charging(electric, model, charge, CodeReader()),
        state_of_charge_percent=charge,
        updated_at=time_of_ms(inside(raw, "updateTime")),
    )


def parse_charging_schedule(raw: Any) -> ChargingSchedule:
    """Return the daily window; the cloud marks it only while it is on."""
    schedule = _schedule.known(raw)
    if schedule.is_active is None and schedule.starts_at and "bcCycleActive" not in raw:
        return ChargingSchedule(
            is_active=False, starts_at=schedule.starts_at, ends_at=schedule.ends_at
        )
    return schedule


def parse_travel_plan(raw: Any) -> TravelPlan:
    """Return the plan for the next trip."""
    return _plan.known(raw)


def parse_charge_settings(raw: Any) -> ChargeSettings:
    """Return any variant of the settings as texts; lists and objects are left out."""
    if not isinstance(raw, dict):
        return ChargeSettings()
    values = {key: text(value) for key, value in raw.items() if not isinstance(value, bool)}
    values |= {key: str(value).lower() for key, value in raw.items() if isinstance(value, bool)}
    known = {key: value for key, value in values.items() if value and key not in ("id", "bizType")}
    return ChargeSettings(variant=code(raw.get("bizType")) or "", values=known)


def parse_reservations(raw: Any) -> tuple[ChargingReservation, ...]:
    """Return the planned charges; the list is null when there are none."""
    return _reservation.all(raw)


def parse_climate_schedules(raw: Any) -> tuple[ClimateSchedule, ...]:
    """Return the planned pre-conditionings."""
    return _climate.all(raw, "scheduleList")
