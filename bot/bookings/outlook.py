"""Will the charge do for a booking: the answer in words, and the buttons that help."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alerts.facts.place import distance_m
from bot.actions.exchange import Exchange
from bot.buttons import DISTANCE, intent_button
from bot.localisation import Wording
from bot.replies import Button
from family.energy import WALL_BOX_KW, Charge, Outlook, capacity_of, outlook, round_trip_km
from family.models import Booking, Role
from family.permissions import may
from intents.models import Intent
from smartcloud.exceptions import SmartCloudError
from smartcloud.models import Position
from storage import geofences
from storage.records import Car

RECENT = timedelta(minutes=10)  # old enough to cost no request, new enough to plan with
USUAL_KM = (50, 100, 200, 400)
LIMIT_STEP = 5  # percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to say about the charge, and what a tap can do about it."""

    text: str = ""
    buttons: tuple[Button, ...] = ()


async def advise(exchange: Exchange, booking: Booking) -> Advice:
    """Check a booking against level, range, weather and charging time.

    Without a distance there is nothing to check; a place whose way nobody knows is asked about.
    """
    wording = exchange.wording
    if booking.distance_km is None:
        if booking.destination is None:
            return Advice()
        return Advice(
            text=wording.say("booking-how-far", place=booking.destination),
            buttons=tuple(_distance_button(exchange, booking, km) for km in USUAL_KM),
        )
    car = await _look(exchange, booking.car_id)
    if car is None or car.status is None:
        return Advice(text=wording.say("booking-energy-unknown"))
    status = car.status
    found = outlook(
        status.battery,
        booking.distance_km,
        capacity_kwh=capacity_of(car.vehicle.model),
        charging_power_kw=status.charging.power_kw or WALL_BOX_KW,
        now_c=status.climate.exterior_temperature_c,
        trip_c=await _weather(exchange, car),
    )
    return _advice(exchange, booking, car, found)


async def known_distance(exchange: Exchange, car_id: int, place: str) -> float | None:
    """Return the way there and back in km to a place that the family has named; else ``None``."""
    async with exchange.parts.database.reading() as tx:
        fences = await geofences.list_for(tx, car_id)
    named = next((it for it in fences if it.name.casefold() == place.strip().casefold()), None)
    car = await _look(exchange, car_id)
    position = car.status.position if car and car.status else None
    if named is None or position is None:
        return None
    return round_trip_km(distance_m(position, named))


def _advice(exchange: Exchange, booking: Booking, car: Car, found: Outlook) -> Advice:
    wording, status = exchange.wording, car.status
    distance = wording.distance(booking.distance_km)
    if found.is_enough is None or status is None:
        return Advice(text=wording.say("booking-energy-unknown"))
    level = wording.percent(status.battery.state_of_charge_percent)
    if found.is_enough:
        reach = wording.distance(found.expected_range_km)
        return Advice(
            text=wording.say("booking-energy-enough", level=level, distance=distance, range=reach)
        )
    if found.charge is None:
        short = wording.distance(found.short_by_km)
        return Advice(text=wording.say("booking-energy-too-far", distance=distance, short=short))
    lasts = found.charge.lasts
    has_time = booking.starts_at - exchange.now >= lasts
    key = "booking-energy-short" if has_time else "booking-energy-no-time"
    text = wording.say(key, level=level, distance=distance, duration=lasts, start=booking.starts_at)
    if not may(exchange.member_of(booking.car_id), Role.DRIVER, exchange.now).allowed:
        return Advice(text=text)
    return Advice(text=text, buttons=_helps(booking, car, found.charge, has_time, wording))


def _helps(
    booking: Booking, car: Car, charge: Charge, has_time: bool, wording: Wording
) -> tuple[Button, ...]:
    """Return the buttons that charge in time, up to a level that is high enough."""
    buttons: list[Button] = []
    if has_time:
        starts_at, ends_at = charging_window(booking.starts_at, charge.lasts, wording)
        plan = Intent(
            name="schedule_charging", slots={"time_start": starts_at, "time_end": ends_at}
        )
        label = wording.label("button-charge-from", start=starts_at, end=ends_at)
        buttons.append(
            replace(intent_button(wording, "button-start-charging", plan, car.car_id), text=label)
        )
    else:
        buttons.append(
            intent_button(wording, "button-start-charging", "start_charging", car.car_id)
        )
    limit = car.charge_limit.percent if car.charge_limit else None
    if limit is not None and limit < charge.to_percent:
        wanted = min(100, -(-int(charge.to_percent) // LIMIT_STEP) * LIMIT_STEP)
        raise_it = Intent(name="set_charge_limit", slots={"percent": wanted})
        label = wording.label("button-raise-limit", limit=wording.percent(wanted))
        button = intent_button(wording, "button-start-charging", raise_it, car.car_id)
        buttons.append(replace(button, text=label))
    return tuple(buttons)


def charging_window(before: datetime, lasts: timedelta, wording: Wording) -> tuple[str, str]:
    """Return the times of day between which the car has to charge, where the person lives."""
    ends_at = before.astimezone(wording.zone)
    starts_at = (before - lasts).astimezone(wording.zone)
    return f"{starts_at:%H:%M}", f"{ends_at:%H:%M}"


def _distance_button(exchange: Exchange, booking: Booking, km: int) -> Button:
    return Button(
        text=exchange.wording.distance(km),
        action=DISTANCE,
        payload={"booking_id": booking.booking_id, "car_id": booking.car_id, "km": km},
        person_id=exchange.person.person_id,
    )


async def _look(exchange: Exchange, car_id: int) -> Car | None:
    look = await exchange.parts.garage.look(car_id, within=RECENT)
    return look.car if look else None


async def _weather(exchange: Exchange, car: Car) -> float | None:
    """Return the temperature around the car; ``None`` where the cloud does not tell."""
    position = car.status.position if car.status else None
    if position is None:
        return None
    try:
        found = await exchange.parts.garage.ask(
            car, "weather", lambda account: account.places.get_weather(_rounded(position))
        )
    except SmartCloudError:  # the range of the day is then taken as it is
        return None
    return found.temperature_c


def _rounded(position: Position) -> Position:
    """Return the place to some kilometres: the weather is no nearer."""
    return replace(
        position, latitude=round(position.latitude, 2), longitude=round(position.longitude, 2)
    )
