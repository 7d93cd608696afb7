"""Letting time pass for a whole car."""

import math
from dataclasses import replace

from simulator.cloud.physics.car import Car, Health
from simulator.cloud.physics.charging import charged
from simulator.cloud.physics.climate import conditioned
from simulator.cloud.physics.driving import driven
from simulator.cloud.physics.plans import followed, seconds_to_edge
from simulator.cloud.physics.weather import temperature_c

ACTIVE_STEP_S = 12.0
IDLE_STEP_S = 300.0
SINK_12V_PERCENT_PER_DAY = 0.8
FILL_12V_PERCENT_PER_HOUR = 12.0
VAMPIRE_PERCENT_PER_DAY = 0.15  # traction battery while parked
TYRE_WARMING_S = 900.0
TYRE_DRIVING_ABOVE_OUTSIDE_C = 18.0


def step_s(car: Car) -> float:
    """Return how long a step may be without skipping over something that a car would report."""
    step = ACTIVE_STEP_S if car.is_active else IDLE_STEP_S
    edge = seconds_to_edge(car)
    return step if edge is None else min(step, edge)


def aged(car: Car, seconds: float) -> Health:
    """Return tyres and 12-volt battery after some seconds."""
    warm = TYRE_DRIVING_ABOVE_OUTSIDE_C if car.is_driving else 0.0
    goal = car.climate.outside + warm
    temperature = goal + (car.health.tyre_temperature - goal) * math.exp(-seconds / TYRE_WARMING_S)
    filling = car.is_driving or car.charge.is_charging
    rate = FILL_12V_PERCENT_PER_HOUR / 3600 if filling else -SINK_12V_PERCENT_PER_DAY / 86400
    level = min(100.0, max(0.0, car.health.battery_12v + rate * seconds))
    return replace(car.health, tyre_temperature=temperature, battery_12v=level)


def weathered(car: Car) -> Car:
    """Return the car in the weather of its place and hour, unless it was set by hand."""
    if car.climate.outside_fixed:
        return car
    outside = temperature_c(car.motion.latitude, car.motion.longitude, car.at)
    return replace(car, climate=replace(car.climate, outside=outside))


def passed(car: Car, seconds: float) -> Car:
    """Return the car some seconds later; at most ``step_s`` at a time gives true curves."""
    was = car
    car = weathered(car)
    health = aged(car, seconds)
    car = driven(charged(conditioned(car, seconds), seconds), seconds)
    charge = car.charge
    if not car.is_active and not charge.cable:
        lost = VAMPIRE_PERCENT_PER_DAY * seconds / 86400
        charge = replace(charge, soc=max(0.0, charge.soc - lost))
    return followed(was, replace(car, health=health, charge=charge, at=car.at + seconds))
