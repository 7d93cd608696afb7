"""Two weeks of trips and charging that lie behind a car when the simulation begins."""

import random
from dataclasses import replace
from itertools import pairwise

from simulator.cloud.diary import Diary, Trip, place_of
from simulator.cloud.fleet import PLACES
from simulator.cloud.physics.car import Car, Point
from simulator.cloud.physics.driving import distance_km, street_way

DAYS = 13
DAY_S = 86_400.0
POINT_EVERY_KM = 0.15
AC_KW = 11.0
# The other end of a car's usual trips.
USUAL_GOAL = {
    "HESXR1C40PS000001": "work",
    "HESYA4C40SG000005": "home",
    "HESCA4C41PS000003": "charger",
    "HESCB4C43RS000009": "sydney_beach",
}


def dense(way: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return a way with points as often as a car would note them."""
    points = [way[0]]
    for a, b in pairwise(way):
        count = max(1, round(distance_km(a, b) / POINT_EVERY_KM))
        for step in range(1, count + 1):
            share = step / count
            points.append((a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share))
    return tuple(points)


def past_diary(car: Car, rng: random.Random) -> Diary:
    """Return a diary that ends where the car stands and at its odometer."""
    diary = Diary()
    if not car.link.journal:
        return diary
    here, there = place_of(car), PLACES[USUAL_GOAL[car.vin]]
    trips: list[Trip] = []
    charged_days: list[float] = []
    end_odometer, midnight = car.motion.odometer, car.at - car.at % DAY_S
    for day in range(1, DAYS):
        for hour, start, goal in ((17.0, there, here), (7.2, here, there)):
            began = midnight - day * DAY_S + (hour + rng.uniform(-0.3, 0.3)) * 3600
            trip = past_trip(
                car, dense((start, *street_way(start, goal))), began, end_odometer, rng
            )
            end_odometer = trip.start_odometer
            trips.append(trip)
        if day % 3 == 0:
            charged_days.append(midnight - day * DAY_S + 19 * 3600)
    diary.trips.extend(reversed(trips))
    for began in reversed(charged_days):
        add_charge(diary, car, began, rng)
    return diary


def past_trip(
    car: Car, points: tuple[Point, ...], began: float, end_odometer: float, rng: random.Random
) -> Trip:
    """Return a trip along points that ends at an odometer."""
    km = sum(distance_km(a, b) for a, b in pairwise(points))
    speed, per_100 = rng.uniform(26, 41), car.model.base_consumption * rng.uniform(1.05, 1.4)
    return Trip(
        started_at=began,
        ended_at=began + km / speed * 3600,
        start_odometer=end_odometer - km,
        end_odometer=end_odometer,
        energy=km * per_100 / 100,
        points=points,
    )


def add_charge(diary: Diary, car: Car, began: float, rng: random.Random) -> None:
    """Note an evening at the wall box."""
    start_soc = rng.uniform(35, 55)
    energy = (car.charge.limit - start_soc) / 100 * car.model.capacity_kwh
    started = replace(car, at=began, charge=replace(car.charge, soc=start_soc))
    ended = replace(
        car,
        at=began + energy / AC_KW * 3600,
        charge=replace(car.charge, soc=car.charge.limit),
    )
    diary.add_charge(started, ended, "AC", energy)
