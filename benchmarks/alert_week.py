"""A week in the life of one car, what its cloud says of it, and what should be told.

The life is made of segments (parked, driving, plugged, charging) and of spells that lie over them
(a door open, a soft tyre). Everything that has to be told is written down as it is made. The cloud
adds its noise: positions that wander, frames that are late, doubled or incomplete, unknown codes,
and hours without an answer.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import median

from alerts.models import Geofence
from benchmarks.noisy_sensors import access_of, position_at, tyres_of
from family.models import Booking, BookingState
from smartcloud.models import (
    Battery,
    Charging,
    ChargingState,
    Climate,
    Drive,
    Maintenance,
    Sharing,
    SharingStatus,
    VehicleStatus,
)

VIN = "HESXR1C40PS000001"
MONDAY = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)
DAYS = 7
HOUR, MINUTE = 3600.0, 60.0
HOME = Geofence(geofence_id=1, car_id=1, name="Home", latitude=50.0, longitude=8.0, radius_m=300)
OUTER_EDGE_M = 350.0
SPEED_MS = 13.9
PERCENT_PER_KM = 0.32
CHARGE_PERCENT_PER_S = 11.0 / 62.0 / 36.0
LOW_PERCENT = 20.0
LIMIT_PERCENT = 80.0
FIRST_PERSON, SECOND_PERSON = 1002, 1003

PARKED, DRIVING, PLUGGED, CHARGING = "parked", "driving", "plugged", "charging"
STATES = {
    PARKED: ChargingState.DISCONNECTED,
    DRIVING: ChargingState.DISCONNECTED,
    PLUGGED: ChargingState.PLUGGED,
    CHARGING: ChargingState.CHARGING,
}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of time in which the car does one thing; values go straight from begin to end."""

    start: float  # seconds since Monday
    end: float
    kind: str
    from_m: float  # metres north of home
    to_m: float
    from_percent: float
    to_percent: float
    parked_since: float


@dataclass(frozen=True, slots=True)
class Spell:
    """Something that lies over a stretch of time."""

    name: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Truth:
    """Something that has to be told at ``at``, as long as it holds."""

    kind: str
    at: float
    until: float
    must: bool = True  # False: so near to a threshold that either is right


@dataclass
class Life:
    """The whole week of one car."""

    rng: Random
    segments: list[Segment] = field(default_factory=list)
    spells: list[Spell] = field(default_factory=list)
    truths: list[Truth] = field(default_factory=list)
    gaps: list[tuple[float, float]] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    requests: list[tuple[float, float, bool]] = field(default_factory=list)  # asked, gone, awaited
    software_at: float | None = None
    fault: tuple[float, float] | None = None
    used_by_day: dict[int, float] = field(default_factory=dict)
    now_s: float = 0.0
    percent: float = 70.0
    at_m: float = 0.0
    parked_since: float = -40_000.0
    starts: list[float] = field(default_factory=list)
    volts: list[float] = field(default_factory=lambda: [12.6] * DAYS)
    tow_m: float = 0.0
    evenings: list[tuple[int, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Live the week."""
        rng = self.rng
        self.percent = rng.uniform(45, 75)
        work_m = rng.uniform(9_000, 22_000)
        for day in range(DAYS):
            self._live_a_day(day, work_m)
        self._stay(DAYS * 24 * HOUR)
        self.starts = [segment.start for segment in self.segments]
        self._add_spells()
        self._add_low_batteries()
        self._add_gaps()
        self._add_requests()
        self._add_upkeep()
        self._add_evenings()

    # What the car does.

    def _live_a_day(self, day: int, work_m: float) -> None:
        rng, midnight = self.rng, day * 24 * HOUR
        is_weekend = day >= 5
        if is_weekend:
            leave = midnight + rng.uniform(9.5, 11) * HOUR
            back = leave + rng.uniform(2, 4) * HOUR
        else:
            leave = midnight + rng.uniform(6.3, 8.2) * HOUR
            back = leave + rng.uniform(8.5, 10) * HOUR
        there_m = -rng.uniform(5_000, 30_000) if is_weekend else work_m
        is_booked = day == 5 and rng.random() < 0.4
        if is_booked:
            leave = midnight + 10 * HOUR
            back = midnight + rng.choice((13.2, 15.0)) * HOUR
        self._leave_home(leave, there_m)
        self._stay(back)
        self._drive(0.0)
        self.truths.append(Truth("geofence_enter", self.now_s - 300 / SPEED_MS, leave + 24 * HOUR))
        if is_booked:
            self._book(midnight, leave, self.now_s)
        self._evening(day, midnight)

    def _leave_home(self, leave: float, to_m: float) -> None:
        self._unplug(leave)
        self._stay(leave)
        self._drive(to_m)
        crossed = leave + OUTER_EDGE_M / SPEED_MS
        self.truths.append(Truth("geofence_exit", crossed, leave + 24 * HOUR))

    def _evening(self, day: int, midnight: float) -> None:
        """Charge when it is worth it, or forget to."""
        rng = self.rng
        if self.percent >= 55:
            self._note_evening(day, midnight)
            return
        if rng.random() < 0.25:  # forgotten
            self._note_evening(day, midnight)
            return
        self._stay(self.now_s + rng.uniform(2, 60) * MINUTE)
        if rng.random() < 0.15:
            begun = self.now_s
            self._rest(PLUGGED, rng.uniform(30, 90) * MINUTE)
            self.truths.append(Truth("plugged_not_charging", begun + 10 * MINUTE, self.now_s))
        if rng.random() < 0.15:
            self._charge(min(LIMIT_PERCENT - 6, self.percent + rng.uniform(8, 15)))
            stopped = self.now_s
            self._rest(PLUGGED, rng.uniform(40, 80) * MINUTE)
            self.truths.append(Truth("charge_interrupted", stopped, self.now_s))
        self._charge(LIMIT_PERCENT)
        self.truths.append(Truth("charge_complete", self.now_s, self.now_s + 9 * HOUR))
        self._note_evening(day, midnight)

    def _unplug(self, leave: float) -> None:
        """A plugged car stays so until shortly before it leaves."""
        if self.segments and self.segments[-1].kind in {PLUGGED, CHARGING}:
            self._rest(PLUGGED, max(MINUTE, leave - 6 * MINUTE - self.now_s))

    def _note_evening(self, day: int, midnight: float) -> None:
        """Remember how the evening looks; what is expected is known once the week is."""
        self.used_by_day.setdefault(day, 0.0)
        self.evenings.append((day, midnight))

    def _drive(self, to_m: float) -> None:
        metres = abs(to_m - self.at_m)
        used = metres / 1000 * PERCENT_PER_KM
        day = int(self.now_s // (24 * HOUR))
        self.used_by_day[day] = self.used_by_day.get(day, 0.0) + used
        end = self.now_s + metres / SPEED_MS
        self._add(DRIVING, end, to_m, max(4.0, self.percent - used))
        self.parked_since = self.now_s

    def _charge(self, to_percent: float) -> None:
        if to_percent > self.percent:
            end = self.now_s + (to_percent - self.percent) / CHARGE_PERCENT_PER_S
            self._add(CHARGING, end, self.at_m, to_percent)

    def _rest(self, kind: str, seconds: float) -> None:
        self._add(kind, self.now_s + seconds, self.at_m, self.percent)

    def _stay(self, until: float) -> None:
        if until > self.now_s:
            self._add(PARKED, until, self.at_m, self.percent)

    def _add(self, kind: str, end: float, to_m: float, to_percent: float) -> None:
        self.segments.append(
            Segment(
                self.now_s,
                end,
                kind,
                self.at_m,
                to_m,
                self.percent,
                to_percent,
                self.parked_since,
            )
        )
        self.now_s, self.at_m, self.percent = end, to_m, to_percent

    # What lies over it.

    def _long_parkings(self, hours: float) -> list[Segment]:
        return [
            it
            for it in self.segments
            if it.kind == PARKED and it.start > HOUR and it.end - it.start > hours * HOUR
        ]

    def _add_spells(self) -> None:
        rng = self.rng
        for parking in self._long_parkings(2.6):
            dice, start = rng.random(), parking.start
            if dice < 0.06:
                name = rng.choice(("unlocked", "door", "window"))
                end = start + rng.uniform(75, 85) * MINUTE
                self._spell(name, start, end, "left_open", start + 5 * MINUTE)
            elif dice < 0.25:
                self._spell("unlocked", start, start + rng.uniform(0.5, 2.5) * MINUTE)
            elif dice < 0.31:
                begun = start + 5 * MINUTE
                end = min(parking.end, begun + rng.uniform(120, 150) * MINUTE)
                told_at = min(begun + 30 * MINUTE, self._drained_at(parking, begun))
                self._spell("climate", begun, end, "climate_running", told_at)
        self._rare_spell(0.10, "soft_tyre", "tyre_pressure", 30)
        self._rare_spell(0.06, "weak_12v", "battery_12v", 10, hold=10 * MINUTE)
        self._tow()
        if rng.random() < 0.08:
            self.volts = [round(12.6 - 0.12 * day, 1) for day in range(DAYS)]
            self.truths.append(Truth("battery_12v_trend", (3 * 24 - 1) * HOUR, DAYS * 24 * HOUR))
        if rng.random() < 0.08:
            at = rng.uniform(1, 5) * 24 * HOUR
            end = DAYS * 24 * HOUR
            self._spell("service", at, end, "service_due", at)

    @staticmethod
    def _drained_at(parking: Segment, since: float) -> float:
        """Return when a parked car is at the threshold of a low battery, which is told at once."""
        lost = parking.from_percent - parking.to_percent
        if parking.from_percent <= LOW_PERCENT:
            return since
        if parking.to_percent > LOW_PERCENT:
            return parking.end
        share = (parking.from_percent - LOW_PERCENT) / lost
        return max(since, parking.start + share * (parking.end - parking.start))

    def _rare_spell(
        self, chance: float, name: str, kind: str, hours: float, hold: float = 0.0
    ) -> None:
        if self.rng.random() < chance:
            parking = self.rng.choice(self._long_parkings(6))
            start = parking.start + 20 * MINUTE
            self._spell(name, start, start + hours * HOUR, kind, start + hold)

    def _tow(self) -> None:
        if self.rng.random() < 0.08:
            parking = self.rng.choice([it for it in self._long_parkings(7) if it.from_m == it.to_m])
            start = parking.start + 3 * HOUR
            self.tow_m = 260.0 if abs(parking.from_m) < 1 else 700.0  # at home: inside the fence
            self._spell("towed", start, parking.end, "moved_while_locked", start)

    def _spell(self, name: str, start: float, end: float, kind: str = "", at: float = 0.0) -> None:
        self.spells.append(Spell(name, start, end))
        if kind:
            self.truths.append(Truth(kind, at, end))

    def _add_low_batteries(self) -> None:
        """A car below 20 % that stops is told of, until it charges."""
        low_since = None
        for segment in self.segments:
            is_low = segment.to_percent < 20 and segment.kind in {PARKED, PLUGGED}
            if is_low and low_since is None:
                low_since = segment.start
            elif segment.kind == CHARGING and low_since is not None:
                self.truths.append(Truth("battery_low", low_since, segment.start))
                low_since = None
        if low_since is not None:
            self.truths.append(Truth("battery_low", low_since, DAYS * 24 * HOUR))

    def _add_gaps(self) -> None:
        for _ in range(2):
            start = self.rng.uniform(0, DAYS * 24 - 3) * HOUR
            self.gaps.append((start, start + self.rng.uniform(20, 90) * MINUTE))

    def _add_requests(self) -> None:
        rng = self.rng
        for day in range(DAYS):
            if rng.random() < 0.3:
                at = (day * 24 + rng.uniform(7, 21)) * HOUR
                self.requests.append((at, at + 5 * HOUR, rng.random() < 0.5))
                self.truths.append(Truth("car_sharing_request", at, at + 5 * HOUR))

    def _add_upkeep(self) -> None:
        rng, end = self.rng, DAYS * 24 * HOUR
        if rng.random() < 0.2:
            self.software_at = rng.uniform(1, 5) * 24 * HOUR
            self.truths.append(Truth("software_update", self.software_at, end))
        if rng.random() < 0.1:
            start = rng.uniform(1, 4) * 24 * HOUR
            self.fault = (start, start + 48 * HOUR)
            self.truths.append(Truth("fault_code", start, start + 48 * HOUR))

    def _add_evenings(self) -> None:
        """Expect a word about the cable where tomorrow needs more than there is."""
        for day, midnight in self.evenings:
            begins, ends = midnight + 19 * HOUR, midnight + 22 * HOUR  # 20 to 23 in Berlin
            for segment in self.segments:
                start, end = max(begins, segment.start), min(ends, segment.end)
                if segment.kind == PARKED and segment.to_m == 0 and start < end:
                    self._expect_evening(day, start, end, segment.to_percent)

    def _expect_evening(self, day: int, start: float, end: float, percent: float) -> None:
        is_weekend = day + 1 >= 5 and day + 1 < 7
        used = [
            value
            for other, value in self.used_by_day.items()
            if other <= day and (other >= 5) == is_weekend
        ]
        need = max(20.0, median(used) + 10 if len(used) >= 3 else 0.0)
        if percent < need + 4:
            is_sure = percent < need - 4 and end - start > 20 * MINUTE
            self.truths.append(Truth("evening_plug_in", start, end, must=is_sure))

    def _book(self, midnight: float, leave: float, home_at: float) -> None:
        """Somebody has the car from ten to two, and somebody else from half past two."""
        first_end, second = midnight + 14 * HOUR, midnight + 14.5 * HOUR
        rows = (
            (1, FIRST_PERSON, leave, first_end),
            (2, SECOND_PERSON, second, midnight + 18 * HOUR),
        )
        for number, person, start, end in rows:
            self.bookings.append(
                Booking(
                    booking_id=number,
                    car_id=1,
                    person_id=person,
                    starts_at=moment(start),
                    ends_at=moment(end),
                    state=BookingState.APPROVED,
                )
            )
            self.truths.append(Truth("booking_soon", start - 30 * MINUTE, start))
        if home_at > first_end:
            self.truths.append(Truth("booking_overdue", first_end, home_at))
            self.truths.append(Truth("booking_overrun", second - 20 * MINUTE, home_at))

    # What the cloud says.

    def segment_at(self, at: float) -> Segment:
        """Return what the car does."""
        return self.segments[max(0, bisect_right(self.starts, at) - 1)]

    def changed_at(self, at: float) -> float:
        """Return when the car last had something to say: a sleeping car says nothing."""
        segment = self.segment_at(at)
        if segment.kind in {DRIVING, CHARGING}:
            return at
        edges = [segment.start, at - at % HOUR]
        edges += [edge for it in self.spells for edge in (it.start, it.end) if edge <= at]
        return max(edge for edge in edges if edge <= at)

    def has(self, name: str, at: float) -> bool:
        """Return whether a spell lies over this moment."""
        return any(it.name == name and it.start <= at < it.end for it in self.spells)

    def frame(self, at: float, noise: Random) -> VehicleStatus:
        """Return the car as it says it was at ``at``, with the noise of its sensors."""
        segment = self.segment_at(at)
        share = (at - segment.start) / max(1.0, segment.end - segment.start)
        percent = segment.from_percent + (segment.to_percent - segment.from_percent) * share
        north_m = segment.from_m + (segment.to_m - segment.from_m) * share
        if self.has("towed", at):
            north_m += self.tow_m
        is_driving = segment.kind == DRIVING
        names = {it.name for it in self.spells if it.start <= at < it.end}
        unknown = noise.random() < 0.01
        return VehicleStatus(
            vin=VIN,
            updated_at=moment(at),
            fetched_at=moment(at),
            battery=Battery(
                state_of_charge_percent=None if noise.random() < 0.02 else float(int(percent)),
                range_km=percent * 3.6,
            ),
            charging=_charging(segment, percent, is_unknown=unknown),
            climate=Climate(is_active=None if noise.random() < 0.02 else "climate" in names),
            access=access_of(names, noise),
            position=position_at(north_m, noise),
            is_position_shared=True,
            tyres=tyres_of(names, noise),
            maintenance=Maintenance(
                odometer_km=None,
                days_to_service=25 if "service" in names else 200,
                distance_to_service_km=12_000,
                has_service_warning=False,
                battery_12v_voltage_v=self._volts(at, names, is_driving=is_driving, noise=noise),
            ),
            drive=Drive(
                is_running=is_driving,
                parked_since=None if is_driving else moment(segment.parked_since),
            ),
        )

    def _volts(
        self, at: float, names: set[str], *, is_driving: bool, noise: Random
    ) -> float | None:
        if noise.random() < 0.02:
            return None
        if is_driving:
            return 14.2
        day = min(DAYS - 1, int(at // (24 * HOUR)))
        return 11.5 if "weak_12v" in names else self.volts[day] - noise.uniform(0, 0.04)

    def is_down(self, at: float) -> bool:
        """Return whether the cloud does not answer."""
        return any(start <= at < end for start, end in self.gaps)

    def sharings(self, at: float) -> tuple[Sharing, ...]:
        """Return the requests on the platform."""
        return tuple(
            Sharing(
                sharing_id=f"shr-{asked:.0f}",
                vin=VIN,
                status=SharingStatus.PENDING if at < gone else SharingStatus.ACCEPTED,
                owner_user_id="u-1",
                acceptor_user_id="u-2",
                acceptor_name="Carla",
                starts_at=moment(asked + 24 * HOUR),
                ends_at=moment(asked + 26 * HOUR),
            )
            for asked, gone, _ in self.requests
            if asked <= at
        )


def moment(seconds: float) -> datetime:
    """Return the instant that many seconds after Monday."""
    return MONDAY + timedelta(seconds=seconds)


def seconds_of(at: datetime) -> float:
    """Return the seconds since Monday."""
    return (at - MONDAY).total_seconds()


def _charging(segment: Segment, percent: float, *, is_unknown: bool) -> Charging:
    if is_unknown:
        return Charging(state=ChargingState.UNKNOWN)
    to_full = None
    if segment.kind == CHARGING:
        to_full = timedelta(minutes=round((100 - percent) / CHARGE_PERCENT_PER_S / 60))
    return Charging(state=STATES[segment.kind], time_to_full=to_full)
