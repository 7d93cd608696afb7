"""What the text of an alert may say: plain values by name; pure.

Units are in the names. ``latitude`` and ``longitude`` are removed before a group sees them.
"""

from collections.abc import Callable, Mapping

from alerts.facts.condition import low_tyres, open_parts
from alerts.facts.place import moved_while_locked_m, trusted_position
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
    moved_m = moved_while_locked_m(view.status, view.previous)
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
    return {"wheels": ",".join(low_tyres(view.status.tyres))}


def battery_12v_details(view: View) -> Values:
    """Return ``voltage_v`` and ``percent_12v``."""
    care = view.status.maintenance
    return _known(voltage_v=care.battery_12v_voltage_v, percent_12v=care.battery_12v_percent)


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
