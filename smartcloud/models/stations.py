"""Public charging: places, charge points, what they do now, and what they cost."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PointState(StrEnum):
    """What a charge point does."""

    AVAILABLE = "AVAILABLE"
    CHARGING = "CHARGING"
    OCCUPIED = "OCCUPIED"
    OFFLINE = "OFFLINE"
    OUT_OF_SERVICE = "OUT_OF_SERVICE"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle in decimal degrees."""

    north: float
    west: float
    south: float
    east: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StationPlace:
    """A place of a search, not yet in detail."""

    pool_id: str
    latitude: float
    longitude: float
    point_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StationCluster:
    """Many places near each other, to be searched again by its area."""

    count: int
    latitude: float
    longitude: float
    area: Area | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StationSearch:
    """What lies in an area."""

    places: tuple[StationPlace, ...] = ()
    clusters: tuple[StationCluster, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargePoint:
    """One charge point with its strongest connector."""

    point_id: str
    plug: str | None = None
    power_kw: float | None = None
    is_dc: bool | None = None
    has_state: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One place with its charge points."""

    pool_id: str
    latitude: float | None = None
    longitude: float | None = None
    operator: str | None = None
    address: str | None = None
    is_always_open: bool | None = None
    points: tuple[ChargePoint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """What a charge point did at a time."""

    point_id: str
    state: PointState = PointState.UNKNOWN
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """A price list."""

    tariff_id: str
    name: str | None = None
    is_expired: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What charging at a point costs."""

    point_id: str
    currency: str | None = None
    per_kwh: float | None = None
    per_hour: float | None = None
    per_session: float | None = None
    free_minutes: float | None = None  # before the hourly part begins


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargingContract:
    """PROPOSED: a contract with the charging partner."""

    contract_id: str
    evco_id: str | None = None
    status: str | None = None
    tariff_id: str | None = None
