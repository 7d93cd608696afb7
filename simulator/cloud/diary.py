"""What a car remembers of itself: its trips and its charging sessions."""

from collections import deque
from dataclasses import dataclass, field

from simulator.cloud.physics.car import Car, Point
from simulator.cloud.physics.driving import distance_km

MIN_TRIP_KM = 0.05
POINT_EVERY_S = 12.0
MAX_POINTS = 500
KEPT_TRIPS = 500
KEPT_CHARGES = 200
REGENERATED_SHARE = 0.12


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """A finished trip; times in simulated epoch seconds, energies in kWh."""

    started_at: float
    ended_at: float
    start_odometer: float
    end_odometer: float
    energy: float
    points: tuple[Point, ...]

    @property
    def km(self) -> float:
        """Return the distance driven."""
        return self.end_odometer - self.start_odometer


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeRecord:
    """A finished charging session."""

    record_id: int
    kind: str  # "AC" or "DC"
    started_at: float
    ended_at: float
    start_soc: float
    end_soc: float
    energy: float
    place: Point


def place_of(car: Car) -> Point:
    """Return where a car is."""
    return car.motion.latitude, car.motion.longitude


@dataclass(slots=True)
class Diary:
    """Notices in every step when a trip or a charging session begins and ends."""

    trips: deque[Trip] = field(default_factory=lambda: deque(maxlen=KEPT_TRIPS))
    charges: deque[ChargeRecord] = field(default_factory=lambda: deque(maxlen=KEPT_CHARGES))
    marked: set[int] = field(default_factory=set)  # trips by the second of their start
    _departed: Car | None = None
    _points: list[Point] = field(default_factory=list)
    _point_at: float = 0.0
    _plugged: Car | None = None
    _next_record: int = 5001

    def observe(self, was: Car, now: Car) -> None:
        """Compare two successive states of the car."""
        self._observe_trip(was, now)
        self._observe_charge(was, now)

    def _observe_trip(self, was: Car, now: Car) -> None:
        if now.is_driving and self._departed is None:
            self._departed = was
            self._points, self._point_at = [place_of(was)], now.at
        if self._departed is None:
            return
        if now.at - self._point_at >= POINT_EVERY_S:
            self._points.append(place_of(now))
            self._point_at = now.at
        if not now.is_driving:
            self._end_trip(self._departed, now)
            self._departed, self._points = None, []

    def _end_trip(self, start: Car, end: Car) -> None:
        km = end.motion.odometer - start.motion.odometer
        if km < MIN_TRIP_KM or not end.link.journal:
            return
        points = self._points
        if distance_km(points[-1], place_of(end)) > 0:
            points = [*points, place_of(end)]
        every = -(-len(points) // MAX_POINTS)
        used = (start.charge.soc - end.charge.soc) / 100 * end.model.capacity_kwh
        self.trips.append(
            Trip(
                started_at=start.at,
                ended_at=end.at,
                start_odometer=start.motion.odometer,
                end_odometer=end.motion.odometer,
                energy=max(0.0, used),
                points=tuple(points[::every]),
            )
        )

    def _observe_charge(self, was: Car, now: Car) -> None:
        if now.charge.is_charging and self._plugged is None:
            self._plugged = was
        start = self._plugged
        if start is None or now.charge.is_charging:
            return
        self._plugged = None
        gained = now.charge.soc - start.charge.soc
        if gained > 0:
            kind = (was.charge.cable or now.charge.cable or "ac").upper()
            self.add_charge(start, now, kind, gained / 100 * now.model.capacity_kwh)

    def add_charge(self, start: Car, end: Car, kind: str, energy: float) -> None:
        """Note a finished session."""
        self.charges.append(
            ChargeRecord(
                record_id=self._next_record,
                kind=kind,
                started_at=start.at,
                ended_at=end.at,
                start_soc=start.charge.soc,
                end_soc=end.charge.soc,
                energy=energy,
                place=place_of(end),
            )
        )
        self._next_record += 1
