"""How fast a car charges, when it stops, and how long that will take."""

from dataclasses import replace

from simulator.cloud.physics.car import Car
from simulator.cloud.physics.climate import electric_load_kw
from simulator.cloud.physics.models import AC_TAPER, DC_TAPER, PACK_VOLTS, interpolated

AC_EFFICIENCY = 0.91
DC_EFFICIENCY = 0.96
AC_VOLTS = 398.0  # line to line, as recordings of three-phase charging show
COLD_BELOW_C, COLD_DC_FACTOR = 5.0, 0.75
FORECAST_STEP = 2.0  # percent
FORECAST_MAX_H = 33.0  # the car has no room for longer times
STOPS_WITHIN = 1e-6  # percent


def charger_power_kw(car: Car) -> float:
    """Return the power that the charger delivers now, 0 if it does not charge."""
    charge = car.charge
    if not charge.is_charging or not charge.cable:
        return 0.0
    if charge.cable == "ac":
        limit = min(charge.charger_kw, car.model.ac_kw)
        return limit * interpolated(AC_TAPER, charge.soc)
    peak = car.model.dc_kw * interpolated(DC_TAPER, charge.soc)
    if car.climate.outside < COLD_BELOW_C:
        peak *= COLD_DC_FACTOR
    return min(charge.charger_kw, peak)


def battery_power_kw(car: Car) -> float:
    """Return the power that reaches the battery; what runs in the cabin is taken from it first."""
    efficiency = AC_EFFICIENCY if car.charge.cable == "ac" else DC_EFFICIENCY
    power = charger_power_kw(car) * efficiency
    return max(0.0, power - electric_load_kw(car.climate)) if power else 0.0


def pack_volts(car: Car) -> float:
    """Return the voltage of the traction battery."""
    return interpolated(PACK_VOLTS, car.charge.soc) * car.model.pack_volts_factor


def charged(car: Car, seconds: float) -> Car:
    """Return the car after charging for some seconds; it stops at its limit."""
    charge = car.charge
    if not charge.is_charging:
        return car
    if not charge.cable or charge.soc >= charge.limit - STOPS_WITHIN:
        return replace(car, charge=replace(charge, is_charging=False))
    gained = battery_power_kw(car) * seconds / 3600 / car.model.capacity_kwh * 100
    soc = charge.soc + gained
    if soc >= charge.limit:
        full = replace(charge, soc=charge.limit, is_charging=False, by_plan=False)
        return replace(car, charge=full)
    return replace(car, charge=replace(charge, soc=soc))


def minutes_to_limit(car: Car) -> int | None:
    """Return the minutes until the charge limit, or None while nothing charges."""
    if battery_power_kw(car) <= 0:
        return None
    hours = 0.0
    while car.charge.soc < car.charge.limit - STOPS_WITHIN:
        power = battery_power_kw(car)
        if power <= 0 or hours > FORECAST_MAX_H:
            return None
        step = min(FORECAST_STEP, car.charge.limit - car.charge.soc)
        hours += step / 100 * car.model.capacity_kwh / power
        car = replace(car, charge=replace(car.charge, soc=car.charge.soc + step))
    return round(hours * 60)
