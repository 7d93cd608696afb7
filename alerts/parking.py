"""Where a parked car was put: the first trusted position since it stands there; pure.

A single frame may lack the place, or not trust it; and who tows a car does so little by little. So
a car is compared with the spot where it was parked, not with the frame before.
"""

from dataclasses import dataclass
from datetime import datetime

from smartcloud.models import Position, VehicleStatus

SPOT = "spot"
"""Name of the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place, and since when the car stands there by its own account."""

    latitude: float
    longitude: float
    parked_since: datetime


def next_spot(spot: Spot | None, status: VehicleStatus) -> Spot | None:
    """Return the spot after a newer frame; ``None`` while driving, and if the car does not tell."""
    parked_since = status.drive.parked_since
    if status.drive.is_running or parked_since is None:
        return None if status.drive.is_running else spot
    if spot is not None and spot.parked_since == parked_since:
        return spot
    position = status.position
    if position is None or position.is_trusted is not True or status.is_position_shared is False:
        return None
    return Spot(latitude=position.latitude, longitude=position.longitude, parked_since=parked_since)


def position_of(spot: Spot) -> Position:
    """Return the place of a spot."""
    return Position(latitude=spot.latitude, longitude=spot.longitude, is_trusted=True)


def write_spot(spot: Spot | None) -> str:
    """Return the memory of a spot."""
    if spot is None:
        return ""
    return f"{spot.latitude:.6f};{spot.longitude:.6f};{spot.parked_since.isoformat()}"


def read_spot(text: str) -> Spot:
    """Return the spot from its memory."""
    latitude, longitude, since = text.split(";")
    return Spot(
        latitude=float(latitude),
        longitude=float(longitude),
        parked_since=datetime.fromisoformat(since),
    )
