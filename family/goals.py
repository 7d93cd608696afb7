"""Can a level be reached by a time, and was it; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from smartcloud.models import ChargingState, Model, Vehicle, VehicleStatus

USUAL_POWER_KW = 7.0  # a wall box on one phase, for a car that does not charge yet
EFFICIENCY = 0.9  # of what leaves the socket
CLOSE_ENOUGH_PERCENT = 0.5  # levels come rounded
WARM_C = 18.0
FRESH_ENOUGH = timedelta(minutes=30)  # an older frame does not say what is now
# Usable energy in kWh as the maker publishes it; the small battery is the "Pro" trim's.
_SMALL, _LARGE = (
    {Model.ONE: 47.0, Model.THREE: 47.0, Model.FIVE: 74.0},
    {
        Model.ONE: 62.0,
        Model.THREE: 62.0,
        Model.FIVE: 94.0,
    },
)


class Step(StrEnum):
    """What a charge goal that waits for the cable does about a frame."""

    WAIT = "wait"
    BEGIN = "begin"
    LEAVE = "leave"  # it charges already: whoever stops that later means it


class Verdict(StrEnum):
    """What became of a goal."""

    REACHED = "reached"
    UNPLUGGED = "unplugged"
    CHARGING = "charging"  # it still goes on
    STOPPED = "stopped"
    OFF = "off"  # the climate does not run
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """When a level is reached, and where the car stands at the wanted time; None: not known."""

    ready_at: datetime | None = None
    level_then: float | None = None

    def is_in_time(self, due_at: datetime) -> bool | None:
        """Return whether the goal can be reached."""
        return None if self.ready_at is None else self.ready_at <= due_at


def usable_kwh(vehicle: Vehicle) -> float | None:
    """Return the usable energy of a car's battery; ``None`` for a trim that does not tell."""
    trim = (vehicle.trim or "").strip().casefold()
    if not trim or vehicle.model is Model.UNKNOWN:
        return None
    return (_SMALL if trim == "pro" else _LARGE).get(vehicle.model)


def forecast(
    status: VehicleStatus,
    vehicle: Vehicle,
    target_percent: float,
    limit_percent: float | None,
    now: datetime,
    due_at: datetime,
) -> Forecast:
    """Return how the charge would go on from now.

    A car that charges tells the time to its own target, which is the best guess of its pace; else
    capacity and a usual power are.
    """
    level = status.battery.state_of_charge_percent
    pace = _percent_per_hour(status, vehicle, limit_percent)
    if level is None or not pace:
        return Forecast()
    hours = max(0.0, target_percent - level) / pace
    level_then = level + pace * (due_at - now).total_seconds() / 3600
    return Forecast(
        ready_at=now + timedelta(hours=hours), level_then=min(100.0, max(level, level_then))
    )


def step_of(
    status: VehicleStatus, target_percent: float, waits_since: datetime, now: datetime
) -> Step:
    """Return whether a goal made without a cable begins now; what is not known begins nothing.

    ``waits_since`` is the time of the frame that showed no cable: only a newer one counts.
    """
    if _is_old(status, now) or status.updated_at is None or status.updated_at <= waits_since:
        return Step.WAIT
    level = status.battery.state_of_charge_percent
    match status.charging.state:
        case ChargingState.CHARGING:
            return Step.LEAVE
        case ChargingState.PLUGGED if level is not None and level < target_percent:
            return Step.BEGIN
    return Step.WAIT


def judge_charge(status: VehicleStatus, target_percent: float, now: datetime) -> Verdict:
    """Return whether the level is there, and if not, what the car does instead."""
    level = status.battery.state_of_charge_percent
    if level is None or _is_old(status, now):
        return Verdict.UNKNOWN
    if level >= target_percent - CLOSE_ENOUGH_PERCENT:
        return Verdict.REACHED
    match status.charging.state:
        case ChargingState.CHARGING:
            return Verdict.CHARGING
        case ChargingState.DISCONNECTED:
            return Verdict.UNPLUGGED
        case ChargingState.UNKNOWN:
            return Verdict.UNKNOWN
    return Verdict.STOPPED


def judge_climate(status: VehicleStatus, now: datetime) -> Verdict:
    """Return whether the car is being made comfortable, or is comfortable already."""
    climate = status.climate
    if _is_old(status, now) or climate.is_active is None:
        return Verdict.UNKNOWN
    inside = climate.interior_temperature_c
    is_warm = inside is not None and inside >= WARM_C
    return Verdict.REACHED if climate.is_active or is_warm else Verdict.OFF


def _percent_per_hour(
    status: VehicleStatus, vehicle: Vehicle, limit_percent: float | None
) -> float | None:
    level, left = status.battery.state_of_charge_percent, status.charging.time_to_full
    end = 100.0 if limit_percent is None else limit_percent
    is_charging = status.charging.state is ChargingState.CHARGING
    if is_charging and left and level is not None and end > level:
        return (end - level) / (left.total_seconds() / 3600)
    capacity = usable_kwh(vehicle)
    if capacity is None:
        return None
    power = status.charging.power_kw or USUAL_POWER_KW
    return power * EFFICIENCY / capacity * 100


def _is_old(status: VehicleStatus, now: datetime) -> bool:
    return status.updated_at is None or now - status.updated_at > FRESH_ENOUGH
