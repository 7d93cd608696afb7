"""Cars obey time: charging, driving, cabin, batteries."""

from dataclasses import replace

import pytest

from simulator.cloud.changes import changed
from simulator.cloud.fleet import PLACES, built_fleet
from simulator.cloud.physics.car import Car, Plans, Warm, Window
from simulator.cloud.physics.charging import charger_power_kw, minutes_to_limit
from simulator.cloud.physics.driving import departed, distance_km, street_way
from simulator.cloud.physics.passing import passed, step_s
from simulator.cloud.physics.tyres import pressures
from simulator.cloud.physics.weather import temperature_c

AT = 1_760_000_000.0
ONE, FIVE, THREE, SYDNEY = built_fleet(AT)


def cold(car: Car, outside: float = 6.0) -> Car:
    """Return the car as it has stood in the cold, which lasts."""
    climate = replace(car.climate, outside=outside, cabin=outside + 3.5, outside_fixed=True)
    return replace(car, climate=climate)


ONE = cold(ONE)


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
    car = replace(cold(ONE, outside), charge=replace(ONE.charge, soc=90))

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


@pytest.mark.parametrize(
    ("latitude", "longitude", "warm", "chilly"),
    [(48.1, 11.6, 200, 20), (-33.9, 151.2, 20, 200)],
    ids=["Munich", "Sydney"],
)
def test_weather_has_seasons_on_both_sides_of_the_equator(latitude, longitude, warm, chilly):
    def noon_of(day: int) -> float:
        return temperature_c(latitude, longitude, day * 86_400 + 12 * 3600)

    assert noon_of(warm) - noon_of(chilly) > 8


def test_outside_follows_the_hour_unless_it_was_set():
    free = replace(ONE, climate=replace(ONE.climate, outside_fixed=False))

    by_hour = [after(free, hour * 3600).climate.outside for hour in (6, 18)]

    assert by_hour[0] - by_hour[1] > 4  # afternoon against the night
    assert after(ONE, 12 * 3600).climate.outside == 6.0


def test_parked_tyres_follow_the_temperature_a_little():
    warm, frost = after(cold(ONE, 30), 7200), after(cold(ONE, -10), 7200)

    assert pressures(warm).driver - pressures(frost).driver == pytest.approx(20, abs=0.5)


def planned(car: Car, start: str, end: str, **more) -> Car:
    """Return the car with a charging window of local time."""
    minutes = [int(text[:2]) * 60 + int(text[3:]) for text in (start, end)]
    window = Window(start=minutes[0], end=minutes[1], **more)
    return replace(car, plans=Plans(window=window))


def test_charging_waits_for_its_window_and_pauses_after_it():
    car = changed(planned(ONE, "23:00", "00:30"), {"charge_limit": 100, "plugged": True})

    waiting, charging, paused = [after(car, hours * 3600) for hours in (12, 12.5, 14)]
    next_day = after(car, 36.5 * 3600)

    assert [c.charge.is_charging for c in (car, waiting, charging, paused)] == [
        *(False, False),
        *(True, False),
    ]
    assert waiting.charge.soc == 62
    gained = paused.charge.soc - waiting.charge.soc
    assert gained == pytest.approx(11 * 0.91 * 1.5 / 62 * 100, abs=0.1)
    assert next_day.charge.soc > paused.charge.soc
    assert changed(car, {"charging": True}).charge.is_charging


def test_plan_of_one_night_is_used_up():
    car = changed(planned(ONE, "23:00", "23:30", once=True, target=70.0), {"plugged": True})

    done = after(car, 14 * 3600)

    assert done.plans.window is None
    assert done.charge.limit == 70
    assert after(done, 24 * 3600).charge.soc == done.charge.soc


def test_climate_starts_at_its_local_time_every_day():
    car = replace(ONE, plans=Plans(warm=Warm(minute=12 * 60, target=23.0)))  # in 67 minutes

    running = [after(car, hours * 3600).climate.active for hours in (1, 1.2, 2, 25, 25.2)]

    assert running == [False, True, False, False, True]
    assert after(car, 1.5 * 3600).climate.target == 23


def test_departure_is_prepared_once():
    car = replace(ONE, plans=Plans(departure=ONE.at + 7200))

    running = [after(car, seconds).climate.active for seconds in (5900, 6100, 7300, 92_500)]

    assert running == [False, True, False, False]
