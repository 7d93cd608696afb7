"""What the time between taking a car and giving it back came to, and who drove which trip; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from smartcloud.models import Trip, VehicleStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A car in somebody's hands: what it said when they took it, and when they gave it back."""

    booking_id: int
    car_id: int
    person_id: int
    started_at: datetime
    ended_at: datetime | None = None  # None: they have it still
    taken: VehicleStatus | None = None
    returned: VehicleStatus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a handover used; ``None`` is unknown."""

    distance_km: float | None = None
    energy_kwh: float | None = None  # out of the battery; unknown if it was charged meanwhile
    charged_percent: float | None = None  # how much fuller it came back


def usage(handover: Handover, capacity_kwh: float) -> Usage:
    """Return the difference between the two ends, as far as the car told both.

    The energy is a guess from the level, as exact as one percent of the battery.
    """
    taken, returned = handover.taken, handover.returned
    if taken is None or returned is None:
        return Usage()
    before, after = taken.maintenance.odometer_km, returned.maintenance.odometer_km
    way = after - before if before is not None and after is not None else None
    full, left = taken.battery.state_of_charge_percent, returned.battery.state_of_charge_percent
    if full is None or left is None:
        return Usage(distance_km=way)
    if left > full:
        return Usage(distance_km=way, charged_percent=left - full)
    return Usage(distance_km=way, energy_kwh=capacity_kwh * (full - left) / 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one person drove in a time; ``person_id`` is ``None`` for trips of nobody known."""

    person_id: int | None
    trips: int
    distance_km: float
    energy_kwh: float | None  # None: the cloud told it of no trip


def driver_of(
    trip: Trip, handovers: Iterable[Handover], corrections: Mapping[datetime, int]
) -> int | None:
    """Return who drove a trip: as somebody said, else who had the car when it began."""
    if trip.started_at in corrections:
        return corrections[trip.started_at]
    at = trip.started_at
    return next(
        (
            one.person_id
            for one in handovers
            if one.started_at <= at and (one.ended_at is None or at < one.ended_at)
        ),
        None,
    )


def shares(trips: Sequence[Trip], drivers: Mapping[str, int | None]) -> tuple[Share, ...]:
    """Return what each person drove, the longest way first and nobody last.

    ``drivers`` has a person by trip id. A trip whose energy the cloud did not tell counts with its
    way alone.
    """
    by_person: dict[int | None, list[Trip]] = {}
    for trip in trips:
        by_person.setdefault(drivers.get(trip.trip_id), []).append(trip)
    found = [_share(person_id, driven) for person_id, driven in by_person.items()]
    return tuple(sorted(found, key=lambda one: (one.person_id is None, -one.distance_km)))


def _share(person_id: int | None, driven: Sequence[Trip]) -> Share:
    energies = [trip.energy_kwh for trip in driven if trip.energy_kwh is not None]
    return Share(
        person_id=person_id,
        trips=len(driven),
        distance_km=sum(trip.distance_km or 0.0 for trip in driven),
        energy_kwh=sum(energies) if energies else None,
    )
