"""A car over time: reports, orders, trips and charging sessions."""

import random
from dataclasses import replace

from simulator.cloud.fleet import PLACES, built_fleet
from simulator.cloud.garage import SimulatedCar
from simulator.cloud.physics.car import Car
from simulator.cloud.physics.driving import departed, street_way

AT = 1_760_000_000.0
START, GOAL = PLACES["home"], PLACES["work"]


def parked_one() -> SimulatedCar:
    """Return Anna's #1 with an empty diary."""
    return SimulatedCar(state=built_fleet(AT)[0], rng=random.Random(1))


def unlocked(car: Car) -> Car:
    """Return the car unlocked."""
    return replace(car, body=replace(car.body, locked=False))


def plugged(car: Car) -> Car:
    """Return the car on a wall box."""
    return replace(car, charge=replace(car.charge, cable="ac", is_charging=True))


def test_order_is_carried_out_after_its_delay_and_reported():
    car = parked_one()
    car.order(unlocked, (5, 20))

    car.advance(AT + 4.9)
    too_early = (car.state.body.locked, car.frame.car.body.locked)
    car.advance(AT + 20.1)

    assert too_early == (True, True)
    assert (car.state.body.locked, car.frame.car.body.locked) == (False, False)
    assert AT + 5 <= car.frame.updated_ms / 1000 <= AT + 20.1


def test_frames_never_repeat_a_time():
    car = parked_one()
    seen = []
    for _ in range(5):
        car.report()
        seen.append(car.frame.updated_ms)

    assert seen == sorted(set(seen))


def test_reports_are_frequent_while_something_goes_on():
    idle, active = parked_one(), parked_one()
    active.change(plugged)

    def reports(car: SimulatedCar, seconds: int) -> int:
        times = set()
        for second in range(seconds):
            car.advance(AT + second)
            times.add(car.frame.updated_ms)
        return len(times)

    assert 3 <= reports(idle, 900) <= 5
    assert 60 <= reports(active, 900) <= 90


def test_jump_over_hours_gives_the_same_car_as_small_steps():
    jump, steps = parked_one(), parked_one()
    for car in (jump, steps):
        car.change(plugged)

    jump.advance(AT + 7200)
    for minute in range(1, 121):
        steps.advance(AT + minute * 60)

    assert abs(jump.state.charge.soc - steps.state.charge.soc) < 0.05
    assert abs(jump.state.climate.cabin - steps.state.climate.cabin) < 0.05


def test_drive_becomes_a_trip_with_points():
    car = parked_one()
    car.change(lambda now: departed(now, street_way(START, GOAL), 50.0))

    car.advance(AT + 3600)

    (trip,) = car.diary.trips
    assert (trip.points[0], trip.points[-1]) == (START, GOAL)
    assert trip.started_at == AT
    assert abs(trip.km - 50 * (trip.ended_at - AT) / 3600) < 0.2
    assert 40 < len(trip.points) < 70
    assert 0.5 < trip.energy < 2.5


def test_no_trip_is_written_while_recording_is_off():
    car = parked_one()
    car.change(lambda now: replace(now, link=replace(now.link, journal=False)))
    car.change(lambda now: departed(now, street_way(START, GOAL), 50.0))

    car.advance(AT + 3600)

    assert not car.diary.trips


def test_charging_session_ends_at_the_limit_or_when_unplugged():
    full, pulled = parked_one(), parked_one()
    for car in (full, pulled):
        car.change(plugged)

    full.advance(AT + 4 * 3600)
    pulled.advance(AT + 1800)
    pulled.change(lambda now: replace(now, charge=replace(now.charge, cable="", is_charging=False)))

    (done,), (broken,) = full.diary.charges, pulled.diary.charges
    assert (done.kind, done.start_soc, done.end_soc) == ("AC", 62.0, 80.0)
    assert abs(done.energy - 62 * 0.18) < 0.01
    assert (broken.ended_at, broken.end_soc < 80) == (AT + 1800, True)


def test_sleeping_car_reports_nothing():
    car = parked_one()
    car.change(lambda now: replace(now, link=replace(now.link, online=False)))
    frozen = car.frame

    car.change(unlocked)
    car.advance(AT + 7200)

    assert car.frame is frozen
