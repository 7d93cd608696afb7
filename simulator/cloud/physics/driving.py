"""Driving along a way: position, odometer, heading and what it costs."""

import math
from dataclasses import replace

from simulator.cloud.physics.car import Car, Motion, Point, four

EARTH_KM = 6371.0088
KM_PER_DEGREE = EARTH_KM * math.pi / 180
MIN_LEG_KM = 0.02


def distance_km(a: Point, b: Point) -> float:
    """Return the distance of two points along the sphere."""
    lat_a, lat_b = math.radians(a[0]), math.radians(b[0])
    d_lat, d_lon = lat_b - lat_a, math.radians(b[1] - a[1])
    h = math.sin(d_lat / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(d_lon / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


def heading_deg(a: Point, b: Point) -> float:
    """Return the direction from one point to a near one, 0 is north and 90 east."""
    east = (b[1] - a[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return math.degrees(math.atan2(east, b[0] - a[0])) % 360


def street_way(start: Point, end: Point) -> tuple[Point, ...]:
    """Return a way with two turns, as streets in a grid would have it, without its start."""
    middle = (start[0] + end[0]) / 2
    way: list[Point] = []
    for corner in ((middle, start[1]), (middle, end[1])):
        if distance_km(way[-1] if way else start, corner) >= MIN_LEG_KM:
            way.append(corner)
    return (*way, end) if not way or way[-1] != end else tuple(way)


def consumption_kwh_per_100km(car: Car) -> float:
    """Return what driving costs now: rolling, air resistance, cold and the cabin."""
    speed = max(car.motion.speed, 15.0)
    drive = car.model.base_consumption * (0.86 + (speed / 100) ** 2 * 0.55)
    cold = 1 + max(0.0, 15 - car.climate.outside) * 0.008
    cabin = 0.05 * abs(21 - car.climate.outside) / speed * 100
    return drive * cold + cabin


def departed(car: Car, way: tuple[Point, ...], kmh: float) -> Car:
    """Return the car as a person drives off: unplugged, closed and moving."""
    first = way[0] if way else None
    here = (car.motion.latitude, car.motion.longitude)
    motion = replace(
        car.motion,
        speed=kmh,
        route=way,
        heading=heading_deg(here, first) if first else car.motion.heading,
    )
    body = replace(car.body, locked=False, doors=four(value=False), trunk=False, hood=False)
    charge = replace(car.charge, cable="", is_charging=False, by_plan=False, lid_open=False)
    climate = replace(car.climate, active=False, defrost=False)
    return replace(car, motion=motion, body=body, charge=charge, climate=climate)


def driven(car: Car, seconds: float) -> Car:
    """Return the car after some seconds on its way; without a way it follows its heading."""
    if not car.is_driving:
        return car
    ahead = car.motion.speed * seconds / 3600
    motion = moved(car.motion, ahead)
    done = motion.odometer - car.motion.odometer
    used = consumption_kwh_per_100km(car) * done / 100 / car.model.capacity_kwh * 100
    soc = car.charge.soc - used
    at = car.at + seconds
    if soc <= 0:
        motion = replace(motion, speed=0.0, route=(), parked_since=at)
        return replace(car, motion=motion, charge=replace(car.charge, soc=0.0))
    car = replace(car, motion=motion, charge=replace(car.charge, soc=soc))
    return arrived(car, at) if car.motion.speed == 0 else car


def moved(motion: Motion, km: float) -> Motion:
    """Return the motion after some kilometres; speed 0 means that the way has ended."""
    if not motion.route:
        return straight_on(motion, km)
    here: Point = (motion.latitude, motion.longitude)
    route, left, heading = motion.route, km, motion.heading
    while route:
        leg = distance_km(here, route[0])
        heading = heading_deg(here, route[0]) if leg > 1e-9 else heading
        if leg > left:
            share = left / leg
            lat = here[0] + (route[0][0] - here[0]) * share
            here, left = (lat, here[1] + (route[0][1] - here[1]) * share), 0.0
            break
        here, route, left = route[0], route[1:], left - leg
    return replace(
        motion,
        latitude=here[0],
        longitude=here[1],
        heading=heading,
        odometer=motion.odometer + km - left,
        route=route,
        speed=motion.speed if route else 0.0,
    )


def straight_on(motion: Motion, km: float) -> Motion:
    """Return the motion after driving along the heading."""
    angle = math.radians(motion.heading)
    lat = motion.latitude + km * math.cos(angle) / KM_PER_DEGREE
    shrink = max(0.01, math.cos(math.radians(motion.latitude)))
    lon = motion.longitude + km * math.sin(angle) / KM_PER_DEGREE / shrink
    lat = min(89.0, max(-89.0, lat))
    lon = (lon + 180) % 360 - 180
    return replace(motion, latitude=lat, longitude=lon, odometer=motion.odometer + km)


def arrived(car: Car, at: float) -> Car:
    """Return the car as its driver leaves it: parked and locked by hand."""
    motion = replace(car.motion, speed=0.0, route=(), parked_since=at)
    return replace(car, motion=motion, body=replace(car.body, locked=True))
