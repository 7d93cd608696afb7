"""What a car's days are like, one short line a day: energy used, first departure, rest, bed; pure.

The diary is kept among the memories of the rules. It knows what is usual (how much tomorrow needs,
where the car sleeps) and what sinks slowly (the 12 V battery).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from smartcloud.models import ChargingState, Position, VehicleStatus

DIARY = "diary"
"""Name of the memory."""

KEPT_DAYS = 14
FEWEST_DAYS = 3  # of a kind (working days, weekends), before something is called usual
SATURDAY = 5
NIGHT_PLACES_WITHIN = 7  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One local day of a car."""

    day: date
    used_percent: float = 0.0  # of the traction battery, while not charging
    left_at: int | None = None  # minute of the day of the first departure
    rest_v: float | None = None  # the highest voltage of the resting 12 V battery
    bed: tuple[float, float] | None = None  # where it was parked last, some 10 m exact


Diary = tuple[Day, ...]


def read(text: str) -> Diary:
    """Return the diary from its memory."""
    return tuple(_read_day(line) for line in text.split(",") if line)


def write(diary: Diary) -> str:
    """Return the memory of a diary."""
    return ",".join(_written(day) for day in diary)


def continued(
    diary: Diary,
    previous: VehicleStatus | None,
    status: VehicleStatus,
    position: Position | None,
    timezone: str,
) -> Diary:
    """Return the diary after a newer frame; ``position`` is where the car is, if trusted."""
    if status.updated_at is None:
        return diary
    local = status.updated_at.astimezone(ZoneInfo(timezone))
    today = next((it for it in diary if it.day == local.date()), Day(day=local.date()))
    earlier = tuple(it for it in diary if _is_kept(it, local))
    return (*earlier, _with_frame(today, previous, status, position, local))


def usual_use_percent(diary: Diary, day: date) -> float | None:
    """Return what a day like ``day`` (working day or weekend) usually needs, if that is known."""
    is_weekend = day.weekday() >= SATURDAY
    used = [
        it.used_percent
        for it in diary
        if it.day < day and (it.day.weekday() >= SATURDAY) == is_weekend
    ]
    return median(used) if len(used) >= FEWEST_DAYS else None


def usual_departures(diary: Diary, day: date) -> tuple[int, ...]:
    """Return at which minutes of the day the car left first on days like ``day``."""
    is_weekend = day.weekday() >= SATURDAY
    return tuple(
        it.left_at
        for it in diary
        if it.left_at is not None and (it.day.weekday() >= SATURDAY) == is_weekend
    )


def usual_bed(
    diary: Diary, is_near: Callable[[tuple[float, float], tuple[float, float]], bool]
) -> tuple[float, float] | None:
    """Return where the car sleeps: the place of most of the last nights, of three at least."""
    beds = [it.bed for it in diary[-NIGHT_PLACES_WITHIN - 1 : -1] if it.bed is not None]
    for bed in reversed(beds):
        number = sum(is_near(bed, other) for other in beds)
        if number >= FEWEST_DAYS and number * 2 > len(beds):
            return bed
    return None


def rest_volts(diary: Diary) -> tuple[float, ...]:
    """Return the resting voltages of the days that know one, oldest first."""
    return tuple(it.rest_v for it in diary if it.rest_v is not None)


def _is_kept(day: Day, local: datetime) -> bool:
    return local.date() - timedelta(days=KEPT_DAYS) <= day.day < local.date()


def _with_frame(
    today: Day,
    previous: VehicleStatus | None,
    status: VehicleStatus,
    position: Position | None,
    local: datetime,
) -> Day:
    if previous is not None:
        today = replace(today, used_percent=today.used_percent + _used(previous, status))
        if today.left_at is None and status.drive.is_running and not previous.drive.is_running:
            today = replace(today, left_at=local.hour * 60 + local.minute)
    if status.drive.is_running is not False:
        return today
    if position is not None:
        today = replace(today, bed=(round(position.latitude, 4), round(position.longitude, 4)))
    volts = status.maintenance.battery_12v_voltage_v
    if volts is not None and status.charging.state is ChargingState.DISCONNECTED:
        today = replace(today, rest_v=max(round(volts, 1), today.rest_v or 0.0))
    return today


def _used(previous: VehicleStatus, status: VehicleStatus) -> float:
    then = previous.battery.state_of_charge_percent
    now = status.battery.state_of_charge_percent
    return 0.0 if then is None or now is None else max(0.0, then - now)


def _written(day: Day) -> str:
    bed = "" if day.bed is None else f"{day.bed[0]:.4f};{day.bed[1]:.4f}"
    return ":".join(
        (
            day.day.isoformat(),
            f"{day.used_percent:g}",
            _text(day.left_at),
            _text(day.rest_v),
            bed,
        )
    )


def _text(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _read_day(line: str) -> Day:
    day, used, left_at, rest_v, bed = line.split(":")
    return Day(
        day=date.fromisoformat(day),
        used_percent=float(used),
        left_at=int(left_at) if left_at else None,
        rest_v=float(rest_v) if rest_v else None,
        bed=_pair(bed.split(";")) if bed else None,
    )


def _pair(parts: Iterable[str]) -> tuple[float, float]:
    latitude, longitude = parts
    return float(latitude), float(longitude)
