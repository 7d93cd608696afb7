"""Cabin temperature, heating power and when pre-conditioning ends."""

import math
from dataclasses import replace

from simulator.cloud.physics.car import Car, Climate, four

WARMING_S = 300.0  # time constant while the system works
DRIFTING_S = 2400.0  # time constant towards the outside
IDLE_LOAD_KW = 0.25
KW_PER_DEGREE = 0.12
MAX_LOAD_KW = 5.0


def electric_load_kw(climate: Climate) -> float:
    """Return the electric power that heating, cooling and heated glass take."""
    load = 0.6 if climate.defrost else 0.0
    if climate.active:
        away = abs(climate.target - climate.cabin) + abs(climate.target - climate.outside) * 0.4
        load += min(MAX_LOAD_KW, IDLE_LOAD_KW + KW_PER_DEGREE * away)
    return load


def conditioned(car: Car, seconds: float) -> Car:
    """Return the car after its cabin has warmed or cooled for some seconds.

    The power comes from the grid while the car charges (see ``charging``), else from the battery.
    """
    climate = car.climate
    goal, constant = (
        (climate.target, WARMING_S)
        if climate.active or car.is_driving
        else (climate.outside, DRIFTING_S)
    )
    cabin = goal + (climate.cabin - goal) * math.exp(-seconds / constant)
    climate = ended(replace(climate, cabin=cabin), car.at + seconds)
    charge = car.charge
    load = electric_load_kw(car.climate)
    if load and not charge.cable and not car.is_driving:
        used = load * seconds / 3600 / car.model.capacity_kwh * 100
        charge = replace(charge, soc=max(0.0, charge.soc - used))
    return replace(car, climate=climate, charge=charge)


def ended(climate: Climate, at: float) -> Climate:
    """Switch off what has run for its time."""
    if climate.active and at >= climate.ends_at:
        climate = replace(climate, active=False)
    if climate.defrost and at >= climate.defrost_ends_at:
        climate = replace(climate, defrost=False)
    if climate.comfort_ends_at and at >= climate.comfort_ends_at:
        climate = replace(
            climate,
            seat_heating=four(0),
            seat_ventilation=four(0),
            steering_heating=False,
            comfort_ends_at=0.0,
        )
    return climate
