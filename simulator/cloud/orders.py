"""What each remote service does to a car (pure); what a car does not know, it ignores."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from simulator.cloud.physics.car import PLACES, Car, four

Params = Sequence[tuple[str, str]]

# The unit of the scheduled duration is not documented; ten seconds make its usual 180 half an hour.
SECONDS_PER_DURATION_UNIT = 10.0
COMFORT_S = 900.0
VENTILATION_PERCENT = 15
MIN_TEMPERATURE_C, MAX_TEMPERATURE_C = 16.0, 30.0
SEATS = {"11": "driver", "19": "passenger", "21": "rear_left", "29": "rear_right"}
RCE_SEATS = {"front-left": "driver", "front-right": "passenger"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A command as the car receives it."""

    service: str
    start: bool
    params: Params
    duration: float = 0.0

    def first(self, key: str) -> str:
        """Return the first value of a key, or the empty text."""
        return next((value for name, value in self.params if name == key), "")


def lock(car: Car, order: Order) -> Car:
    """RDL_2: lock everything, or only the trunk."""
    if order.first("target") == "trunk":
        return replace(car, body=replace(car.body, trunk_locked=True))
    if order.first("door") == "all":
        return replace(car, body=replace(car.body, locked=True, trunk_locked=True))
    return car


def unlock(car: Car, order: Order) -> Car:
    """RDU_2: unlock everything, or release the trunk's latch."""
    if order.first("target") == "trunk":
        return replace(car, body=replace(car.body, trunk_locked=False))
    if order.first("door") == "all":
        return replace(car, body=replace(car.body, locked=False, trunk_locked=False))
    return car


def climate(car: Car, order: Order) -> Car:
    """RCE_2: pre-conditioning, defrost, and seats of the #1 and #3."""
    conditioner = order.first("rce.conditioner")
    now = car.climate
    ends_at = car.at + order.duration * SECONDS_PER_DURATION_UNIT
    if conditioner == "1":
        target = temperature(order.first("rce.temp"))
        now = replace(now, active=order.start, ends_at=ends_at, target=target or now.target)
    elif conditioner == "2":
        now = replace(now, defrost=order.start, defrost_ends_at=ends_at)
    car = replace(car, climate=now)
    return car if car.model.uses_v2 else rce_seats(car, order)


def temperature(text: str) -> float | None:
    """Return a target within the limits, or None."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if MIN_TEMPERATURE_C <= value <= MAX_TEMPERATURE_C else None


def rce_seats(car: Car, order: Order) -> Car:
    """Set each named seat to the level that follows it, or the steering wheel."""
    waiting: list[str] = []
    for key, value in order.params:
        if key == "rce.heat":
            waiting.append(value)
        elif key == "rce.level" and waiting:
            for place in waiting:
                car = heated(car, place, level(value) if order.start else 0)
            waiting = waiting if not order.start else []
    return car


def level(text: str) -> int:
    """Return a level of 0 to 3; anything else is 0."""
    return min(3, int(text)) if text.isdecimal() else 0


def heated(car: Car, place: str, strength: int) -> Car:
    """Return the car with one seat or the wheel heated."""
    now = replace(car.climate, comfort_ends_at=car.at + COMFORT_S)
    if place == "steering_wheel":
        return replace(car, climate=replace(now, steering_heating=strength > 0))
    if seat := RCE_SEATS.get(place, place if place in PLACES else ""):
        now = replace(now, seat_heating=replace(now.seat_heating, **{seat: strength}))
        return replace(car, climate=now)
    return car


def comfort(car: Car, order: Order) -> Car:
    """ZAF: one comfort function of the #5 a request; only the first named one counts."""
    if not car.model.uses_v2 or order.first("operation") != "4":
        return car
    key = next((name for name, _ in order.params if name != "operation"), "")
    on = order.first(key) == "true"
    strength = level(order.first(f"{key}.level") or "1") if on else 0
    if key == "DF":
        ends_at = car.at + COMFORT_S
        return replace(car, climate=replace(car.climate, defrost=on, defrost_ends_at=ends_at))
    if key == "SW":
        return heated(car, "steering_wheel", strength)
    kind, _, number = key.partition(".")
    seat = SEATS.get(number)
    if seat and kind == "SH":
        return heated(ventilated(car, seat, 0) if on else car, seat, strength)
    if seat and kind == "SV" and number in ("11", "19"):
        return ventilated(heated(car, seat, 0) if on else car, seat, strength)
    return car


def ventilated(car: Car, seat: str, strength: int) -> Car:
    """Return the car with one seat ventilated."""
    seats = replace(car.climate.seat_ventilation, **{seat: strength})
    now = replace(car.climate, seat_ventilation=seats, comfort_ends_at=car.at + COMFORT_S)
    return replace(car, climate=now)


def charging(car: Car, order: Order) -> Car:
    """Start and stop charging, set the charge limit."""
    charge = car.charge
    match order.first("operation"):
        case "1" if charge.cable and charge.soc < charge.limit:
            charge = replace(charge, is_charging=True, by_plan=False)
        case "0":
            charge = replace(charge, is_charging=False, by_plan=False)
        case "4" if order.first("soc").isdigit():
            limit = int(order.first("soc")) / 10
            charge = replace(charge, limit=limit, limit_set_at=car.at)
    return replace(car, charge=charge)


def windows(car: Car, order: Order) -> Car:
    """RWS_2: ventilation position, windows, sunshade."""
    match order.first("target"):
        case "ventilate":
            position = VENTILATION_PERCENT if order.start else 0
            return replace(car, body=replace(car.body, windows=four(position)))
        case "window":
            position = 100 if order.start else 0
            return replace(car, body=replace(car.body, windows=four(position)))
        case "sunshade":
            return replace(car, body=replace(car.body, sunshade_open=order.start))
    return car


def lid(car: Car, order: Order) -> Car:
    """RDO and RDC: the charging lid of the #5."""
    if not car.model.has_lid_motor or order.first("target") != "front-charge-lid":
        return car
    return replace(car, charge=replace(car.charge, lid_open=order.service == "RDO"))


def signal(car: Car, order: Order) -> Car:
    """RHL: horn and lights, which no status tells."""
    what = order.first("rhl")
    body = replace(
        car.body,
        honks=car.body.honks + what.startswith("horn"),
        flashes=car.body.flashes + what.endswith("light-flash"),
    )
    return replace(car, body=body)


# Only guessed by one public client: service -> accessory, field and the key that says on or off.
ACCESSORY_ORDERS = {
    "UFR": ("fridge", "fridge_on", "ufr.status"),
    "RFD_2": ("fragrance", "fragrance_on", "rfd.status"),
    "VTM": ("theft_watch", "theft_watch", "vtm.enabled"),
    "RPC": ("locker", "locker_locked", "rpc.lock"),
}


def accessory(car: Car, order: Order) -> Car:
    """Switch an accessory, if the car has it."""
    name, field, key = ACCESSORY_ORDERS[order.service]
    if name not in car.extras.fitted:
        return car
    switched: dict[str, Any] = {field: order.first(key) == "1"}
    return replace(car, extras=replace(car.extras, **switched))


def nothing(car: Car, _: Order) -> Car:
    """Only report."""
    return car


SERVICES: dict[str, Callable[[Car, Order], Car]] = {
    "RDL_2": lock,
    "RDU_2": unlock,
    "RCE_2": climate,
    "rce_2": climate,
    "ZAF": comfort,
    "rcs": charging,
    "RCS": charging,
    "RWS_2": windows,
    "RDO": lid,
    "RDC": lid,
    "RHL": signal,
    "PAI": nothing,
    **dict.fromkeys(ACCESSORY_ORDERS, accessory),
}


def carried_out(car: Car, order: Order) -> Car:
    """Return the car after an order; a service it does not know changes nothing."""
    return SERVICES.get(order.service, nothing)(car, order)
