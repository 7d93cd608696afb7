"""What the text of an alert may say: plain values by name; pure.

Units are in the names. ``latitude`` and ``longitude`` are removed before a group sees them.
"""

from collections.abc import Callable, Mapping

from alerts.diary import rest_volts
from alerts.facts.bookings import booking_of, expected_need, holder_before
from alerts.facts.condition import TREND_DAYS, low_tyres, open_parts
from alerts.facts.evening import need_of
from alerts.facts.place import moved_m_of, trusted_position
from alerts.view import View

Values = Mapping[str, str | float]
Details = Callable[[View], Values]


def _known(**values: str | float | None) -> Values:
    """Return only what is known, so that a text never shows a guess."""
    return {name: value for name, value in values.items() if value is not None}


def battery_details(view: View) -> Values:
    """Return ``percent`` and ``range_km``."""
    battery = view.status.battery
    return _known(percent=battery.state_of_charge_percent, range_km=battery.range_km)


def charge_details(view: View) -> Values:
    """Return level, range and ``limit_percent``."""
    limit = view.observation.charge_limit
    return {
        **battery_details(view),
        **_known(limit_percent=limit.percent if limit is not None else None),
    }


def place_details(view: View) -> Values:
    """Return ``latitude`` and ``longitude`` in degrees."""
    position = trusted_position(view.status)
    if position is None:
        return {}
    return {"latitude": position.latitude, "longitude": position.longitude}


def fence_details(view: View) -> Values:
    """Return the fence's ``name`` and the place."""
    names = (f.name for f in view.observation.geofences if str(f.geofence_id) == view.key)
    return {
        **_known(name=next(names, None)),
        **place_details(view),
    }


def moved_details(view: View) -> Values:
    """Return ``distance_m`` and the place."""
    moved_m = moved_m_of(view)
    return {
        **_known(distance_m=round(moved_m) if moved_m is not None else None),
        **place_details(view),
    }


def open_details(view: View) -> Values:
    """Return ``open``: the parts, separated by commas."""
    return {"open": ",".join(open_parts(view.status.access))}


def climate_details(view: View) -> Values:
    """Return the level and ``interior_c``."""
    return {
        **battery_details(view),
        **_known(interior_c=view.status.climate.interior_temperature_c),
    }


def tyre_details(view: View) -> Values:
    """Return ``wheels``: the low ones, separated by commas."""
    return {"wheels": ",".join(low_tyres(view.status.tyres, view.settings.tyre_low_kpa))}


def battery_12v_details(view: View) -> Values:
    """Return ``voltage_v`` and ``percent_12v``."""
    care = view.status.maintenance
    return _known(voltage_v=care.battery_12v_voltage_v, percent_12v=care.battery_12v_percent)


def trend_details(view: View) -> Values:
    """Return the resting ``voltage_v`` of the newest day, and ``before_v`` of some days before."""
    volts = rest_volts(view.diary)[-TREND_DAYS:]
    return {"voltage_v": volts[-1], "before_v": volts[0]} if volts else {}


def service_details(view: View) -> Values:
    """Return ``days`` and ``distance_km`` to the service."""
    care = view.status.maintenance
    return _known(days=care.days_to_service, distance_km=care.distance_to_service_km)


def sharing_details(view: View) -> Values:
    """Return ``sharing_id``, who asks (``person``), ``starts_at`` and ``ends_at`` (ISO 8601)."""
    for sharing in view.observation.sharings or ():
        if sharing.sharing_id == view.key:
            return _known(
                sharing_id=view.key,
                person=sharing.acceptor_name or None,
                starts_at=sharing.starts_at.isoformat() if sharing.starts_at else None,
                ends_at=sharing.ends_at.isoformat() if sharing.ends_at else None,
            )
    return {"sharing_id": view.key}


def software_details(view: View) -> Values:
    """Return the ``version`` that is offered and the ``current`` one."""
    told = view.observation.software
    return {} if told is None else _known(version=told.target_version, current=told.current_version)


def fault_details(view: View) -> Values:
    """Return the trouble ``code``."""
    return {"code": view.key}


def booking_details(view: View) -> Values:
    """Return the booking: ``booking_id``, its times (ISO 8601), who booked, level and range."""
    booking = booking_of(view)
    if booking is None:
        return {}
    return {
        "booking_id": booking.booking_id,
        "person_id": booking.person_id,
        "starts_at": booking.starts_at.isoformat(),
        "ends_at": booking.ends_at.isoformat(),
        **_known(person=view.agenda.names.get(booking.person_id)),
        **battery_details(view),
        **_known(need_percent=_rounded(expected_need(view, booking))),
    }


def overrun_details(view: View) -> Values:
    """Return the waiting booking, and who had the car before (``driver``, ``driver_id``)."""
    booking = booking_of(view)
    before = holder_before(view, booking) if booking is not None else None
    if before is None:
        return booking_details(view)
    return {
        **booking_details(view),
        "driver_id": before.person_id,
        **_known(driver=view.agenda.names.get(before.person_id)),
    }


def evening_details(view: View) -> Values:
    """Return level, range, ``need_percent``, its ``reason``, and the booking that needs most."""
    need = need_of(view)
    told = {**battery_details(view), **_known(need_percent=_rounded(need.percent))}
    if need.booking is None:
        return {**told, "reason": need.reason}
    return {**told, "reason": need.reason, "at": need.booking.starts_at.isoformat()}


def _rounded(percent: float | None) -> float | None:
    return None if percent is None else float(round(percent))
