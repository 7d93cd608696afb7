"""What the car has driven."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from smartcloud.models.status import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """One entry of the trip journal."""

    trip_id: str
    started_at: datetime
    ended_at: datetime | None = None
    distance_km: float | None = None
    start_odometer_km: float | None = None
    end_odometer_km: float | None = None
    average_speed_kmh: float | None = None
    consumption_kwh_per_100km: float | None = None
    regenerated_kwh: float | None = None
    start: Position | None = None
    end: Position | None = None
    start_address: str | None = None
    end_address: str | None = None
    remark: str | None = None
    label: str | None = None

    @property
    def duration(self) -> timedelta | None:
        """Time between start and end."""
        if self.ended_at is None or self.ended_at < self.started_at:
            return None
        return self.ended_at - self.started_at

    @property
    def energy_kwh(self) -> float | None:
        """Energy used; the cloud tells the average only."""
        if self.consumption_kwh_per_100km is None or self.distance_km is None:
            return None
        return round(self.consumption_kwh_per_100km * self.distance_km / 100, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalDistance:
    """The odometer as the trip service knows it."""

    distance_km: float | None = None
    label: str | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingEntry:
    """Somebody else in a ranking, with a masked name."""

    place: int
    value: float | None = None  # km, or kWh per 100 km
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """How a car compares with others of its model."""

    place: int | None = None
    value: float | None = None  # km, or kWh per 100 km
    participants: int | None = None
    best: tuple[RankingEntry, ...] = ()
