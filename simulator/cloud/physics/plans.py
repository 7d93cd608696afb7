"""What a car was told to do later: charge in a window, warm up, be ready to leave (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from simulator.cloud.physics.car import Car
from simulator.cloud.physics.charging import STOPS_WITHIN

DAY_S, MINUTE_S = 86_400.0, 60.0
JUST_NOW_S = 1e-3
READY_BEFORE_S = 1200.0  # pre-conditioning ahead of a planned departure
ZONES = {"EU": "Europe/Berlin", "INTL": "Australia/Sydney"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A moment of a plan: what happens, and in how many seconds."""

    name: str
    seconds: float


def local_second(car: Car) -> float:
    """Return the seconds since local midnight where the car lives."""
    local = datetime.fromtimestamp(car.at, ZoneInfo(ZONES[car.region]))
    return local.hour * 3600 + local.minute * 60 + local.second + local.microsecond / 1e6


def is_in_window(car: Car) -> bool:
    """Say whether charging is allowed now; without a window it always is."""
    window = car.plans.window
    if window is None:
        return True
    minute = local_second(car) / MINUTE_S
    if window.start <= window.end:
        return window.start <= minute < window.end
    return minute >= window.start or minute < window.end


def edges(car: Car) -> Iterator[Edge]:
    """Go through the next moments of the car's plans."""
    plans = car.plans
    if plans.departure is not None:
        yield Edge(name="departure", seconds=plans.departure - READY_BEFORE_S - car.at)
    if plans.window is None and plans.warm is None:
        return
    second = local_second(car)

    def until(minute: int) -> float:
        left = (minute * MINUTE_S - second) % DAY_S
        return left if left > JUST_NOW_S else left + DAY_S

    if plans.window is not None:
        yield Edge(name="window_opens", seconds=until(plans.window.start))
        yield Edge(name="window_closes", seconds=until(plans.window.end))
    if plans.warm is not None:
        yield Edge(name="warm", seconds=until(plans.warm.minute))


def seconds_to_edge(car: Car) -> float | None:
    """Return how long nothing planned happens, or None without plans."""
    return min((max(JUST_NOW_S, edge.seconds) for edge in edges(car)), default=None)


def followed(was: Car, now: Car) -> Car:
    """Return the car after what its plans say for the time that has passed."""
    for edge in edges(was):
        if edge.seconds <= now.at - was.at + JUST_NOW_S / 10:
            now = HAPPENINGS[edge.name](now)
    return now


def opened(car: Car) -> Car:
    """The window opens: charge if a cable is there."""
    charge, window = car.charge, car.plans.window
    if window is not None and window.target is not None:
        charge = replace(charge, limit=window.target, limit_set_at=car.at)
    if charge.cable and charge.soc < charge.limit - STOPS_WITHIN:
        charge = replace(charge, is_charging=True, by_plan=True)
    return replace(car, charge=charge)


def closed(car: Car) -> Car:
    """The window closes: stop what the plan has started; a single window is used up."""
    charge = car.charge
    if charge.by_plan:
        charge = replace(charge, is_charging=False, by_plan=False)
    used = car.plans.window is not None and car.plans.window.once
    plans = replace(car.plans, window=None) if used else car.plans
    return replace(car, charge=charge, plans=plans)


def warmed(car: Car) -> Car:
    """It is time to pre-condition."""
    if (warm := car.plans.warm) is None or car.is_driving:
        return car
    climate = replace(car.climate, active=True, target=warm.target, ends_at=car.at + warm.lasts_s)
    return replace(car, climate=climate)


def prepared(car: Car) -> Car:
    """Somebody wants to leave soon: pre-condition until then."""
    ends_at = car.plans.departure or car.at
    plans = replace(car.plans, departure=None)
    if car.is_driving:
        return replace(car, plans=plans)
    return replace(car, plans=plans, climate=replace(car.climate, active=True, ends_at=ends_at))


HAPPENINGS = {
    "window_opens": opened,
    "window_closes": closed,
    "warm": warmed,
    "departure": prepared,
}
