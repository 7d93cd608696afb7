"""Facts about where the car is."""

from collections.abc import Mapping
from math import asin, cos, radians, sin, sqrt

from alerts.models import Fact, Geofence, RuleState
from alerts.parking import position_of
from alerts.view import View
from smartcloud.models import LockState, Position, VehicleStatus

EARTH_RADIUS_M = 6_371_000.0
MOVED_M = 150.0  # a parked car's position wanders by some tens of metres
DRIVEN_KM = 0.2


def fences(view: View) -> Mapping[str, Fact | None]:
    """Return ``inside`` or ``outside`` per fence id.

    Who is inside leaves only beyond the outer edge, who is outside enters only at the radius: a
    position that wanders in between tells nothing.
    """
    position = trusted_position(view.status)
    return {
        (key := str(fence.geofence_id)): _side(fence, position, view.memory.get(key))
        for fence in view.observation.geofences
    }


def _side(fence: Geofence, position: Position | None, before: RuleState | None) -> Fact | None:
    if position is None:
        return None
    away = distance_m(position, fence)
    if away <= fence.radius_m:
        return "inside"
    if before is not None and away <= fence.radius_m + edge_m(fence):
        return before.fact
    return "outside"


def edge_m(fence: Geofence) -> float:
    """Return how far beyond the radius the outer edge lies, in metres."""
    return max(50.0, fence.radius_m / 10)


def parking(view: View) -> Mapping[str, Fact | None]:
    """Return ``still`` or ``moved``: the place changed, and nobody drove.

    A car that was driven between two frames has another ``parked_since`` or a higher odometer; one
    that tells neither cannot be judged.
    """
    status, previous = view.status, view.previous
    if status.drive.is_running:
        return {"": "still"}
    if previous is None:
        return {"": view.last_fact or "still"}
    if previous.drive.is_running:
        return {"": "still"}
    was_moved = view.last_fact == "moved"
    driven = _was_driven(previous, status)
    if driven is None or driven:
        return {"": None if driven is None else "still"}
    moved_m = moved_m_of(view)
    if was_moved or moved_m is None:
        return {"": "moved" if was_moved else None}
    return {"": "moved" if moved_m > MOVED_M else "still"}


def moved_m_of(view: View) -> float | None:
    """Return metres from where the locked car was parked, or ``None`` if that cannot be told.

    A car that does not say since when it stands is compared with the frame before.
    """
    status, spot = view.status, view.spot
    if spot is None or spot.parked_since != status.drive.parked_since:
        return moved_while_locked_m(status, view.previous)
    here = trusted_position(status)
    if here is None or status.access.lock_state is not LockState.LOCKED:
        return None
    return distance_m(here, position_of(spot))


def moved_while_locked_m(status: VehicleStatus, previous: VehicleStatus | None) -> float | None:
    """Return metres between two frames of a locked car, or ``None`` if that cannot be told."""
    if previous is None:
        return None
    here, there = trusted_position(status), trusted_position(previous)
    locks = {status.access.lock_state, previous.access.lock_state}
    if here is None or there is None or locks != {LockState.LOCKED}:
        return None
    return distance_m(here, there)


def _was_driven(previous: VehicleStatus, status: VehicleStatus) -> bool | None:
    before, after = previous.drive.parked_since, status.drive.parked_since
    if before is not None and after is not None:
        return before != after
    start, end = previous.maintenance.odometer_km, status.maintenance.odometer_km
    if start is None or end is None:
        return None
    return end - start >= DRIVEN_KM


def trusted_position(status: VehicleStatus) -> Position | None:
    """Return the position if the car itself trusts it and its owner shares it."""
    position = status.position
    if position is None or position.is_trusted is not True or status.is_position_shared is False:
        return None
    return position


def distance_m(a: Position | Geofence, b: Position | Geofence) -> float:
    """Return the great-circle distance in metres (haversine)."""
    lat_a, lat_b = radians(a.latitude), radians(b.latitude)
    d_lat, d_lon = lat_b - lat_a, radians(b.longitude - a.longitude)
    h = sin(d_lat / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(d_lon / 2) ** 2
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(h)))
