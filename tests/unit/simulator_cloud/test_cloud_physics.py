"""Cars obey time: charging, driving, cabin, batteries."""

from dataclasses import replace

import pytest

from simulator.cloud.fleet import PLACES, built_fleet
from simulator.cloud.physics.car import Car
from simulator.cloud.physics.charging import charger_power_kw, minutes_to_limit
from simulator.cloud.physics.driving import departed, distance_km, street_way
from simulator.cloud.physics.passing import passed, step_s

AT = 1_760_000_000.0
ONE, FIVE, THREE, SYDNEY = built_fleet(AT)


def after(car: Car, seconds: float) -> Car:
    """Let time pass in the steps that a car allows."""
    while seconds > 1e-9:
        step = min(seconds, step_s(car))
        car, seconds = passed(car, step), seconds - step
    return car


def charging(car: Car, **changes) -> Car:
    """Return the car on a charger."""
    usual = {"cable": "ac", "is_charging": True}
    return replace(car, charge=replace(car.charge, **{**usual, **changes}))


def test_wall_box_charges_at_its_power_and_stops_at_the_limit():
    car = charging(ONE, soc=40.0, limit=80.0, charger_kw=11.0)
    expected = 62 * 0.4 / (11 * 0.91) * 60

    forecast = minutes_to_limit(car)
    half = after(car, forecast * 30)
    done = after(car, forecast * 60 + 120)

    assert forecast == pytest.approx(expected, abs=2)
    assert half.charge.soc == pytest.approx(60, abs=0.5)
    assert (done.charge.soc, done.charge.is_charging, done.charge.cable) == (80.0, False, "ac")


@pytest.mark.parametrize(
    ("car", "charger_kw", "cable", "minutes"),
    [(ONE, 22.0, "ac", (125, 145)), (ONE, 150.0, "dc", (22, 36)), (FIVE, 400.0, "dc", (12, 22))],
    ids=["one at 22 kW", "one at 150 kW", "five at 400 kW"],
)
def test_time_from_10_to_80_percent_is_plausible(car, charger_kw, cable, minutes):
    car = charging(car, soc=10.0, limit=80.0, charger_kw=charger_kw, cable=cable)

    assert minutes[0] <= minutes_to_limit(car) <= minutes[1]


def test_dc_power_falls_with_the_charge_and_in_the_cold():
    powers = [
        charger_power_kw(charging(ONE, soc=soc, charger_kw=300.0, cable="dc", limit=100.0))
        for soc in (20, 60, 80, 95)
    ]
    frost = replace(ONE, climate=replace(ONE.climate, outside=-10.0))

    assert powers == sorted(powers, reverse=True)
    assert powers[0] == 150
    assert charger_power_kw(charging(frost, soc=20, charger_kw=300.0, cable="dc")) < powers[0]


def test_limit_below_the_charge_stops_at_once():
    assert after(charging(ONE, soc=62.0, limit=60.0), 12).charge.is_charging is False


def test_drive_follows_its_way_and_ends_there():
    start, goal = PLACES["home"], PLACES["work"]
    way = street_way(start, goal)
    length = sum(distance_km(a, b) for a, b in zip((start, *way), way, strict=False))
    car = departed(ONE, way, 60.0)

    half = after(car, length / 2 / 60 * 3600)
    there = after(car, length / 60 * 3600 + 1)

    assert half.is_driving
    assert half.motion.odometer - car.motion.odometer == pytest.approx(length / 2)
    assert (there.motion.latitude, there.motion.longitude) == pytest.approx(goal)
    assert there.motion.odometer - car.motion.odometer == pytest.approx(length)
    assert (there.motion.speed, there.body.locked) == (0.0, True)
    assert there.motion.parked_since > AT


@pytest.mark.parametrize(
    ("kmh", "outside", "kwh"),
    [(50, 20.0, (10, 15)), (120, 20.0, (18, 24)), (50, -10.0, (15, 23))],
)
def test_consumption_grows_with_speed_and_cold(kmh, outside, kwh):
    car = replace(
        ONE, climate=replace(ONE.climate, outside=outside), charge=replace(ONE.charge, soc=90)
    )

    driven = after(departed(car, (), kmh), 3600)

    used = (90 - driven.charge.soc) / 100 * 62 / kmh * 100
    assert kwh[0] < used < kwh[1]


def test_empty_battery_stops_the_car():
    car = departed(replace(ONE, charge=replace(ONE.charge, soc=0.2)), (), 100.0)

    stranded = after(car, 3600)

    assert (stranded.charge.soc, stranded.is_driving) == (0.0, False)


def test_way_goes_round_corners_and_past_no_point_twice():
    assert street_way((48.0, 11.0), (48.1, 11.2)) == ((48.05, 11.0), (48.05, 11.2), (48.1, 11.2))
    assert street_way((48.0, 11.0), (48.1, 11.0)) == ((48.05, 11.0), (48.1, 11.0))
    assert street_way((48.0, 11.0), (48.0, 11.0)) == ((48.0, 11.0),)


def preconditioned(car: Car) -> Car:
    """Return the car while it warms up."""
    climate = replace(car.climate, active=True, target=22.0, ends_at=car.at + 1800)
    return replace(car, climate=climate)


def test_cabin_warms_costs_energy_and_ends_by_itself():
    warm, ended = after(preconditioned(ONE), 1200), after(preconditioned(ONE), 1812)

    assert warm.climate.cabin == pytest.approx(22, abs=0.5)
    assert 0.5 < ONE.charge.soc - warm.charge.soc < 3
    assert (warm.climate.active, ended.climate.active) == (True, False)
    assert after(ended, 7200).climate.cabin < 8


def test_grid_pays_for_the_cabin_while_plugged_in():
    plugged = replace(ONE, charge=replace(ONE.charge, cable="ac"))

    assert after(preconditioned(plugged), 1200).charge.soc == ONE.charge.soc


def test_12_volt_battery_sinks_while_parked_and_fills_while_driving():
    parked = after(ONE, 3 * 86_400)
    driven = after(departed(parked, (), 50.0), 3600)

    assert ONE.health.battery_12v - parked.health.battery_12v == pytest.approx(2.4)
    assert driven.health.battery_12v > parked.health.battery_12v
    assert driven.health.tyre_temperature > parked.health.tyre_temperature + 10
