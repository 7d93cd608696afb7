"""What is worth keeping of what a car said, and looking back at it with other settings; pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from alerts.detector import detect
from alerts.facts.place import distance_m, trusted_position
from alerts.models import EpisodeChange, Observation, WatchedCar
from alerts.rules import RULES, AlertRule
from smartcloud.models import ChargeLimit, Climate, Tyre, Tyres, VehicleStatus

KEPT = timedelta(days=14)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LONGEST_GAP = timedelta(hours=1)  # so that a history tells silence from sameness
WANDERING_M = 25.0
TYRE_STEP_KPA = 5.0
VOLTAGE_STEP_V = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One snapshot of a car, with the charging target of then."""

    status: VehicleStatus
    charge_limit: ChargeLimit | None = None


def is_worth_keeping(previous: VehicleStatus | None, status: VehicleStatus) -> bool:
    """Return whether a newer frame says more than the one before, or that one is old by now.

    Temperatures, the remaining minutes of a charge and a position that wanders are no news.
    """
    if previous is None or previous.updated_at is None or status.updated_at is None:
        return status.updated_at is not None
    if status.updated_at - previous.updated_at >= LONGEST_GAP:
        return True
    return _has_moved(previous, status) or _coarse(previous) != _coarse(status)


def look_back(
    car: WatchedCar, frames: Sequence[Frame], rules: Iterable[AlertRule] = RULES
) -> Iterator[EpisodeChange]:
    """Yield what the rules about the car itself would have told, oldest frame first.

    ``car`` gives settings and fences; its memory starts empty, so the first frame tells nothing.
    A fact that has to last matures at its own moment, also between two frames.
    """
    looked_at = tuple(rule for rule in rules if rule.needs_new_frame)
    car = replace(car, status=None, rule_states=(), charge_limit=None)
    for index, frame in enumerate(frames):
        car = replace(car, charge_limit=frame.charge_limit)
        until = frames[index + 1].status.fetched_at if index + 1 < len(frames) else None
        for now in (frame.status.fetched_at, *_moments(frame.status.fetched_at, until)):
            observation = Observation(
                status=frame.status, charge_limit=frame.charge_limit, geofences=car.geofences
            )
            found = detect(car, observation, now, looked_at)
            car = replace(car, status=frame.status, rule_states=found.rule_states)
            yield from found.changes
            if all(state.candidate is None for state in found.rule_states):
                break


def _moments(since: datetime, until: datetime | None) -> Iterator[datetime]:
    """Yield each minute until the next frame, for as long as the longest threshold."""
    at = since + timedelta(minutes=1)
    while (until is None or at < until) and at - since <= timedelta(minutes=125):
        yield at
        at += timedelta(minutes=1)


def _has_moved(previous: VehicleStatus, status: VehicleStatus) -> bool:
    here, there = trusted_position(status), trusted_position(previous)
    if here is None or there is None:
        return (here is None) != (there is None)
    return distance_m(here, there) > WANDERING_M


def _coarse(status: VehicleStatus) -> VehicleStatus:
    """Return the frame without what changes all the time and tells nothing."""
    level, volts = status.battery.state_of_charge_percent, status.maintenance.battery_12v_voltage_v
    return replace(
        status,
        updated_at=None,
        fetched_at=EPOCH,
        battery=replace(
            status.battery,
            state_of_charge_percent=None if level is None else round(level),
            range_km=None,
            range_at_full_km=None,
        ),
        charging=replace(status.charging, power_kw=None, time_to_full=None),
        climate=Climate(is_active=status.climate.is_active),
        position=None,
        tyres=_coarse_tyres(status.tyres),
        maintenance=replace(
            status.maintenance, battery_12v_voltage_v=_rounded(volts, VOLTAGE_STEP_V)
        ),
        drive=replace(status.drive, speed_kmh=None),
    )


def _coarse_tyres(tyres: Tyres) -> Tyres:
    return Tyres(
        driver=_coarse_tyre(tyres.driver),
        passenger=_coarse_tyre(tyres.passenger),
        rear_left=_coarse_tyre(tyres.rear_left),
        rear_right=_coarse_tyre(tyres.rear_right),
    )


def _coarse_tyre(tyre: Tyre) -> Tyre:
    return Tyre(
        pressure_kpa=_rounded(tyre.pressure_kpa, TYRE_STEP_KPA), has_warning=tyre.has_warning
    )


def _rounded(value: float | None, step: float) -> float | None:
    return None if value is None else round(value / step) * step
