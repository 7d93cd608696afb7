"""Changes to the physical car from outside, field by field (pure)."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from simulator.cloud.physics.car import ACCESSORIES, PLACES, Car, Four, Point
from simulator.cloud.physics.driving import departed, street_way
from simulator.cloud.physics.plans import is_in_window
from simulator.cloud.physics.tyres import filled, pressures

T = TypeVar("T")
DC_ABOVE_KW = 22.0
HIGHEST_VOLTS = 16.0  # a 12-volt figure above is meant in percent
EMPTY_12V_VOLTS, FULL_12V_VOLTS = 10.8, 12.8
DEFAULT_KW = {"ac": 11.0, "dc": 150.0}
CONDITIONING_S = 1800.0


class BadChangeError(Exception):
    """A field is unknown or its value impossible; the text says which and why."""


def number(name: str, value: object, low: float, high: float) -> float:
    """Return a number within its limits."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadChangeError(f"{name} must be a number")
    if not low <= value <= high:
        raise BadChangeError(f"{name} must be between {low:g} and {high:g}")
    return float(value)


def truth(name: str, value: object) -> bool:
    """Return a truth value."""
    if not isinstance(value, bool):
        raise BadChangeError(f"{name} must be true or false")
    return value


def four_changed(
    name: str, value: object, present: Four[T], read: Callable[[str, object], T]
) -> Four[T]:
    """Return four values after a partial change, or all four set alike by one plain value."""
    if not isinstance(value, dict):
        return Four(**dict.fromkeys(PLACES, read(name, value)))
    if unknown := value.keys() - set(PLACES):
        raise BadChangeError(
            f"unknown place in {name}: {', '.join(map(str, unknown))}; known: {', '.join(PLACES)}"
        )
    return replace(present, **{place: read(f"{name}.{place}", v) for place, v in value.items()})


def window(name: str, value: object) -> int:
    """Return a window's position in percent open; true is fully open."""
    if isinstance(value, bool):
        return 100 if value else 0
    return int(number(name, value, 0, 100))


def pressure(name: str, value: object) -> float:
    """Return a tyre pressure in kPa."""
    return number(name, value, 0, 500)


def seat_level(name: str, value: object) -> int:
    """Return a level of 0 to 3."""
    return int(number(name, value, 0, 3))


def with_doors(car: Car, value: object) -> Car:
    """Open or close doors; an open door is also unlocked."""
    doors = four_changed("doors", value, car.body.doors, truth)
    opened = any(getattr(doors, place) for place in PLACES)
    locked = car.body.locked and not opened
    return replace(car, body=replace(car.body, doors=doors, locked=locked))


def with_locked(car: Car, value: object) -> Car:
    """Lock or unlock everything by key."""
    locked = truth("locked", value)
    return replace(car, body=replace(car.body, locked=locked, trunk_locked=locked))


def with_plugged(car: Car, value: object) -> Car:
    """Plug a cable in, whereupon charging starts unless a plan lets it wait, or pull it."""
    charge = car.charge
    if not truth("plugged", value):
        charge = replace(charge, cable="", is_charging=False, by_plan=False, lid_open=False)
    elif not charge.cable:
        starts = charge.soc < charge.limit and is_in_window(car)
        cable = "dc" if charge.charger_kw > DC_ABOVE_KW else "ac"
        planned = starts and car.plans.window is not None
        charge = replace(charge, cable=cable, is_charging=starts, by_plan=planned, lid_open=True)
    return replace(car, charge=charge)


def with_charger(car: Car, value: object) -> Car:
    """Choose the kind of charger, with its usual power."""
    if value not in ("ac", "dc"):
        raise BadChangeError('charger must be "ac" or "dc"')
    cable = str(value) if car.charge.cable else ""
    return replace(car, charge=replace(car.charge, cable=cable, charger_kw=DEFAULT_KW[str(value)]))


def with_charger_kw(car: Car, value: object) -> Car:
    """Set the charger's power; above 22 kW it is a DC charger."""
    power = number("charger_kw", value, 0, 400)
    kind = "dc" if power > DC_ABOVE_KW else "ac"
    cable = kind if car.charge.cable else ""
    return replace(car, charge=replace(car.charge, charger_kw=power, cable=cable))


def with_charging(car: Car, value: object) -> Car:
    """Start or stop charging; starting plugs a cable in if there is none."""
    if not truth("charging", value):
        return replace(car, charge=replace(car.charge, is_charging=False, by_plan=False))
    car = car if car.charge.cable else with_plugged(car, value=True)
    return replace(car, charge=replace(car.charge, is_charging=True, by_plan=False))


def with_limit(car: Car, value: object) -> Car:
    """Set the charge limit in percent."""
    limit = number("charge_limit", value, 1, 100)
    return replace(car, charge=replace(car.charge, limit=limit, limit_set_at=car.at))


def with_speed(car: Car, value: object) -> Car:
    """Let the car move along its heading, or stop it where it is."""
    speed = number("speed", value, 0, 250)
    if speed and not car.is_driving:
        return departed(car, (), speed)
    if not speed and car.is_driving:
        motion = replace(car.motion, speed=0.0, route=(), parked_since=car.at)
        return replace(car, motion=motion)
    return replace(car, motion=replace(car.motion, speed=speed))


def with_driving(car: Car, value: object) -> Car:
    """Start or end driving at a usual speed."""
    return with_speed(car, 50 if truth("driving", value) else 0)


def with_battery_12v(car: Car, value: object) -> Car:
    """Set the 12-volt battery in volts at rest, or in percent if the number is above 16."""
    level = number("battery12v", value, 0, 100)
    if level <= HIGHEST_VOLTS:
        level = (level - EMPTY_12V_VOLTS) / (FULL_12V_VOLTS - EMPTY_12V_VOLTS) * 100
    health = replace(car.health, battery_12v=min(100.0, max(0.0, level)))
    return replace(car, health=health)


def with_fault_codes(car: Car, value: object) -> Car:
    """Set the trouble codes that are active."""
    if not isinstance(value, list) or not all(isinstance(code, str) and code for code in value):
        raise BadChangeError("fault_codes must be a list of texts")
    return replace(car, health=replace(car.health, fault_codes=tuple(value)))


def with_climate(car: Car, value: object) -> Car:
    """Switch pre-conditioning on for its usual time, or off."""
    active = truth("climate", value)
    ends_at = car.at + CONDITIONING_S
    return replace(car, climate=replace(car.climate, active=active, ends_at=ends_at))


def with_defrost(car: Car, value: object) -> Car:
    """Switch the heated windscreen on for its usual time, or off."""
    ends_at = car.at + CONDITIONING_S / 2
    defrost = truth("defrost", value)
    return replace(car, climate=replace(car.climate, defrost=defrost, defrost_ends_at=ends_at))


def with_seat_heating(car: Car, value: object) -> Car:
    """Set the levels of the heated seats."""
    seats = four_changed("seat_heating", value, car.climate.seat_heating, seat_level)
    ends_at = car.at + CONDITIONING_S / 2
    return replace(car, climate=replace(car.climate, seat_heating=seats, comfort_ends_at=ends_at))


def with_windows(car: Car, value: object) -> Car:
    """Move windows."""
    windows = four_changed("windows", value, car.body.windows, window)
    return replace(car, body=replace(car.body, windows=windows))


def with_tyres(car: Car, value: object) -> Car:
    """Set tyre pressures in kPa."""
    tyres = four_changed("tyres", value, pressures(car), pressure)
    return replace(car, health=filled(car.health, tyres))


def with_tyre_temperature(car: Car, value: object) -> Car:
    """Warm or cool the tyres; their pressure follows."""
    temperature = number("tyre_temperature_c", value, -50, 150)
    return replace(car, health=replace(car.health, tyre_temperature=temperature))


def with_outside(car: Car, value: object) -> Car:
    """Set the outside temperature for good, or give it back to the weather with null."""
    if value is None:
        return replace(car, climate=replace(car.climate, outside_fixed=False))
    outside = number("outside_temperature_c", value, -50, 60)
    return replace(car, climate=replace(car.climate, outside=outside, outside_fixed=True))


def with_fitted(car: Car, value: object) -> Car:
    """Fit accessories that most cars have not."""
    if not isinstance(value, list) or not set(map(str, value)) <= set(ACCESSORIES):
        raise BadChangeError(f"fitted must be a list of {', '.join(ACCESSORIES)}")
    return replace(car, extras=replace(car.extras, fitted=frozenset(map(str, value))))


def with_name(car: Car, value: object) -> Car:
    """Give the car another name."""
    if not isinstance(value, str) or not value:
        raise BadChangeError("name must be a text")
    return replace(car, name=value)


Setter = Callable[[Car, object], Car]


def numeric(part: str, field: str, name: str, low: float, high: float) -> Setter:
    """Return a setter for a plain number in a part of the car."""

    def setter(car: Car, value: object) -> Car:
        changed_part = replace(getattr(car, part), **{field: number(name, value, low, high)})
        return replace(car, **{part: changed_part})

    return setter


def boolean(part: str, field: str, name: str) -> Setter:
    """Return a setter for a plain truth value in a part of the car."""

    def setter(car: Car, value: object) -> Car:
        changed_part = replace(getattr(car, part), **{field: truth(name, value)})
        return replace(car, **{part: changed_part})

    return setter


# Applied in this order, whatever the order of the request: a charger is chosen before it is plugged
# in, and charging that is named explicitly wins over what plugging in would have started.
SETTERS: dict[str, Setter] = {
    "name": with_name,
    "soc": numeric("charge", "soc", "soc", 0, 100),
    "charge_limit": with_limit,
    "charger": with_charger,
    "charger_kw": with_charger_kw,
    "plugged": with_plugged,
    "charging": with_charging,
    "charge_lid": boolean("charge", "lid_open", "charge_lid"),
    "latitude": numeric("motion", "latitude", "latitude", -90, 90),
    "longitude": numeric("motion", "longitude", "longitude", -180, 180),
    "heading": numeric("motion", "heading", "heading", 0, 360),
    "odometer_km": numeric("motion", "odometer", "odometer_km", 0, 1e6),
    "driving": with_driving,
    "speed": with_speed,
    "locked": with_locked,
    "trunk_locked": boolean("body", "trunk_locked", "trunk_locked"),
    "doors": with_doors,
    "windows": with_windows,
    "trunk": boolean("body", "trunk", "trunk"),
    "hood": boolean("body", "hood", "hood"),
    "sunshade": boolean("body", "sunshade_open", "sunshade"),
    "target_temperature_c": numeric("climate", "target", "target_temperature_c", 16, 30),
    "interior_temperature_c": numeric("climate", "cabin", "interior_temperature_c", -50, 90),
    "outside_temperature_c": with_outside,
    "climate": with_climate,
    "defrost": with_defrost,
    "seat_heating": with_seat_heating,
    "steering_wheel_heating": boolean("climate", "steering_heating", "steering_wheel_heating"),
    "tyre_temperature_c": with_tyre_temperature,
    "tyres": with_tyres,
    "fitted": with_fitted,
    "battery12v": with_battery_12v,
    "battery12v_percent": numeric("health", "battery_12v", "battery12v_percent", 0, 100),
    "fault_codes": with_fault_codes,
    "online": boolean("link", "online", "online"),
    "location_sharing": boolean("link", "location_sharing", "location_sharing"),
    "journal": boolean("link", "journal", "journal"),
}


def changed(car: Car, changes: dict[str, object]) -> Car:
    """Return the car after all changes; raise ``BadChangeError`` before any takes effect."""
    if unknown := changes.keys() - SETTERS.keys():
        raise BadChangeError(
            f"unknown field: {', '.join(sorted(unknown))}; known: {', '.join(SETTERS)}"
        )
    for name, setter in SETTERS.items():
        if name in changes:
            car = setter(car, changes[name])
    return car


def point(name: str, value: object) -> Point:
    """Return a place given as [latitude, longitude]."""
    if not isinstance(value, list) or len(value) != 2:
        raise BadChangeError(f"{name} must be [latitude, longitude]")
    return number(f"{name}[0]", value[0], -90, 90), number(f"{name}[1]", value[1], -180, 180)


def drive_plan(body: dict[str, object], car: Car) -> Callable[[Car], Car]:
    """Return the departure that ``{"to": [lat, lon], "kmh": 50}`` describes."""
    if unknown := body.keys() - {"to", "kmh"}:
        raise BadChangeError(f"unknown field: {', '.join(sorted(unknown))}; known: to, kmh")
    goal = point("to", body.get("to"))
    kmh = number("kmh", body.get("kmh", 50), 1, 250)
    way = street_way((car.motion.latitude, car.motion.longitude), goal)

    def departure(now: Car) -> Car:
        return departed(now, way, kmh)

    return departure
