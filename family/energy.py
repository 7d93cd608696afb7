"""Will the charge do for a trip, and if not, what charging would help; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from math import ceil

from smartcloud.models import Battery, Model

RESERVE_KM = 20.0  # nobody wants to arrive empty
DETOUR = 1.1  # roads are longer than people think
CHARGING_EFFICIENCY = 0.9  # of what leaves the socket

# Share of the mild weather range that is left, by °C; published winter tests of electric cars
# agree within some percent. Between the points it is a straight line.
RANGE_BY_TEMPERATURE = ((-15.0, 0.62), (-5.0, 0.72), (5.0, 0.85), (15.0, 0.96), (22.0, 1.0))

USABLE_KWH: Mapping[Model, float] = {Model.ONE: 62.0, Model.THREE: 62.0, Model.FIVE: 94.0}
"""Usable capacity in kWh by model, of the most common battery: an assumption for planning."""

WALL_BOX_KW = 11.0
"""What a wall box at home gives, where the car does not tell the power it charges with."""

ROAD_FACTOR = 1.3
"""How much longer roads are taken to be than the great circle: an assumption for planning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """A charge that would do: up to which level, how much more, and how long at that power."""

    to_percent: float
    energy_kwh: float
    lasts: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What is known about a trip; ``is_enough`` is ``None`` if the car tells too little.

    ``charge`` is the charge that helps, ``None`` if none is needed or even a full battery is too
    small; then ``short_by_km`` says how much has to be charged on the way.
    """

    is_enough: bool | None
    expected_range_km: float | None = None
    needed_km: float | None = None
    charge: Charge | None = None
    short_by_km: float = 0.0


def outlook(
    battery: Battery,
    distance_km: float,
    *,
    capacity_kwh: float,
    charging_power_kw: float,
    now_c: float | None = None,
    trip_c: float | None = None,
) -> Outlook:
    """Return whether ``battery`` will do ``distance_km``, the whole way, there and back.

    The car's own range already knows today's weather (``now_c``); it is corrected for that of the
    trip (``trip_c``), if both are known.
    """
    needed_km = distance_km * DETOUR + RESERVE_KM
    level, range_km = battery.state_of_charge_percent, battery.range_km
    if level is None or range_km is None or level <= 0 or range_km <= 0:
        return Outlook(is_enough=None, needed_km=needed_km)
    expected_km = range_km * _weather(now_c, trip_c)
    if expected_km >= needed_km:
        return Outlook(is_enough=True, expected_range_km=expected_km, needed_km=needed_km)
    full_km = expected_km * 100 / level
    if needed_km > full_km:
        return Outlook(
            is_enough=False,
            expected_range_km=expected_km,
            needed_km=needed_km,
            short_by_km=needed_km - full_km,
        )
    to_percent = float(ceil(needed_km * 100 / full_km))
    return Outlook(
        is_enough=False,
        expected_range_km=expected_km,
        needed_km=needed_km,
        charge=_charge(level, to_percent, capacity_kwh, charging_power_kw),
    )


def _charge(level: float, to_percent: float, capacity_kwh: float, power_kw: float) -> Charge:
    energy_kwh = capacity_kwh * (to_percent - level) / 100
    hours = energy_kwh / (power_kw * CHARGING_EFFICIENCY)
    minutes = ceil(hours * 60 / 5) * 5  # nobody plans by the minute
    return Charge(to_percent=to_percent, energy_kwh=energy_kwh, lasts=timedelta(minutes=minutes))


def _weather(now_c: float | None, trip_c: float | None) -> float:
    if now_c is None or trip_c is None:
        return 1.0
    return range_share(trip_c) / range_share(now_c)


def range_share(temperature_c: float) -> float:
    """Return the share of the mild weather range that is left at ``temperature_c``."""
    points = RANGE_BY_TEMPERATURE
    if temperature_c <= points[0][0]:
        return points[0][1]
    for (low_c, low), (high_c, high) in pairwise(points):
        if temperature_c <= high_c:
            return low + (high - low) * (temperature_c - low_c) / (high_c - low_c)
    return points[-1][1]


def capacity_of(model: Model) -> float:
    """Return the usable capacity in kWh; for an unknown model that of the smaller battery."""
    return USABLE_KWH.get(model, min(USABLE_KWH.values()))


def round_trip_km(great_circle_m: float) -> float:
    """Return the kilometres of the way there and back, by road, rounded to ten."""
    return max(10.0, round(2 * great_circle_m / 1000 * ROAD_FACTOR, -1))
