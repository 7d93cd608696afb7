"""Facts about what stands open, runs, wears or runs dry."""

from collections.abc import Mapping
from itertools import pairwise

from alerts.diary import rest_volts
from alerts.models import Fact
from alerts.view import View
from smartcloud.models import Access, LockState, Tyre, Tyres

TYRE_HYSTERESIS_KPA = 10.0
BATTERY_12V_LOW_V = 11.8
BATTERY_12V_OK_V = 12.2
BATTERY_12V_LOW_PERCENT = 40.0
BATTERY_12V_OK_PERCENT = 50.0
BATTERY_12V_SOUND_V = 12.5
TREND_DAYS = 4
FEWEST_STEPS = 2  # one bad day is no trend
TREND_FALL_V = 0.3  # over these days; a night's frost costs less
TREND_RISE_V = 0.2
SERVICE_DAYS = 30
SERVICE_KM = 1000.0


def openings(view: View) -> Mapping[str, Fact | None]:
    """Return ``driving``, ``closed`` or ``open``; open is one thing known to be, closed is all."""
    status = view.status
    if status.drive.is_running is None:
        return {"": None}
    if status.drive.is_running:
        return {"": "driving"}
    if open_parts(status.access):
        return {"": "open"}
    return {"": "closed" if _is_all_closed(status.access) else None}


def open_parts(access: Access) -> tuple[str, ...]:
    """Return what is known to stand open: ``lock``, ``door.driver``, ``window.rear_left``, ..."""
    single = (
        ("lock", access.lock_state is LockState.UNLOCKED),
        ("trunk", access.is_trunk_open),
        ("hood", access.is_hood_open),
    )
    return (
        *(name for name, is_open in single if is_open),
        *(f"door.{name}" for name in access.doors.open_names),
        *(f"window.{name}" for name in access.windows.open_names),
    )


def _is_all_closed(access: Access) -> bool:
    """Return whether the lock and what the car tells of are closed.

    Some cars never tell of the bonnet or of single windows; that must not keep an alert open.
    """
    return access.lock_state is LockState.LOCKED and not open_parts(access)


def climate(view: View) -> Mapping[str, Fact | None]:
    """Return ``off``, ``running`` or ``draining`` (running while the battery is low)."""
    status = view.status
    if status.drive.is_running:
        return {"": "off"}
    is_active = status.climate.is_active
    if is_active is None:
        return {"": None}
    if not is_active:
        return {"": "off"}
    level = status.battery.state_of_charge_percent
    is_low = level is not None and level < view.settings.low_battery_percent
    return {"": "draining" if is_low else "running"}


def tyres(view: View) -> Mapping[str, Fact | None]:
    """Return ``low`` if one wheel is known to be, ``ok`` if all tell and none is."""
    below_kpa = view.settings.tyre_low_kpa
    if view.last_fact == "low":
        below_kpa += TYRE_HYSTERESIS_KPA
    wheels = _wheels(view.status.tyres)
    has_sensors = any(tyre.pressure_kpa is not None for _, tyre in wheels)
    pressures = [_pressure(tyre, below_kpa, has_sensors=has_sensors) for _, tyre in wheels]
    if "low" in pressures:
        return {"": "low"}
    return {"": None if None in pressures else "ok"}


def low_tyres(tyres: Tyres, below_kpa: float) -> tuple[str, ...]:
    """Return the names of the wheels that are low, by side as the cloud names them."""
    return tuple(
        name
        for name, tyre in _wheels(tyres)
        if _pressure(tyre, below_kpa, has_sensors=True) == "low"
    )


def _wheels(tyres: Tyres) -> tuple[tuple[str, Tyre], ...]:
    return (
        ("driver", tyres.driver),
        ("passenger", tyres.passenger),
        ("rear_left", tyres.rear_left),
        ("rear_right", tyres.rear_right),
    )


def _pressure(tyre: Tyre, below_kpa: float, *, has_sensors: bool) -> Fact | None:
    """Return how a wheel is; where others tell their pressure, one that does not is unknown."""
    if tyre.has_warning:
        return "low"
    if tyre.pressure_kpa is None:
        return None if tyre.has_warning is None or has_sensors else "ok"
    return "low" if tyre.pressure_kpa < below_kpa else "ok"


def battery_12v(view: View) -> Mapping[str, Fact | None]:
    """Return ``ok`` or ``low``; a running car charges the battery and hides how it is."""
    status = view.status
    if status.drive.is_running is not False:
        return {"": None}
    was_low = view.last_fact == "low"
    voltage = status.maintenance.battery_12v_voltage_v
    if voltage is not None:
        return {
            "": "low" if voltage < (BATTERY_12V_OK_V if was_low else BATTERY_12V_LOW_V) else "ok"
        }
    percent = status.maintenance.battery_12v_percent
    if percent is None:
        return {"": None}
    threshold = BATTERY_12V_OK_PERCENT if was_low else BATTERY_12V_LOW_PERCENT
    return {"": "low" if percent < threshold else "ok"}


def battery_12v_trend(view: View) -> Mapping[str, Fact | None]:
    """Return ``sinking`` or ``steady``: no day of four rests higher than the one before it.

    It has recovered once a day rests higher again, by two tenths, or as high as a sound battery.
    """
    volts = rest_volts(view.diary)
    if view.status.drive.is_running is not False or not volts:
        return {"": None}
    if view.last_fact == "sinking":
        has_risen = volts[-1] >= min(volts[-TREND_DAYS:]) + TREND_RISE_V
        return {"": "steady" if has_risen or volts[-1] >= BATTERY_12V_SOUND_V else "sinking"}
    last = volts[-TREND_DAYS:]
    steps = [round(a - b, 1) for a, b in pairwise(last)]
    is_falling = len(last) == TREND_DAYS and min(steps) >= 0
    is_falling = is_falling and sum(step > 0 for step in steps) >= FEWEST_STEPS
    has_sunk = is_falling and round(last[0] - last[-1], 1) >= TREND_FALL_V
    return {"": "sinking" if has_sunk and last[-1] < BATTERY_12V_SOUND_V else "steady"}


def service(view: View) -> Mapping[str, Fact | None]:
    """Return ``ok`` or ``due``: the car warns, or days or kilometres are nearly used up."""
    care = view.status.maintenance
    days, distance = care.days_to_service, care.distance_to_service_km
    if care.has_service_warning or (days is not None and days <= SERVICE_DAYS):
        return {"": "due"}
    if distance is not None and distance <= SERVICE_KM:
        return {"": "due"}
    is_known = not (care.has_service_warning is None and days is None and distance is None)
    return {"": "ok" if is_known else None}
