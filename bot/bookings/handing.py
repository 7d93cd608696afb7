"""Keeps how a car was taken and given back, and what its card says; part of a booking's move."""

from collections.abc import Mapping

from bot.bookings.news import Teller
from family.bookings import Verb
from family.energy import capacity_of
from family.handover import Handover, Usage, usage
from family.models import Booking, BookingState
from smartcloud.models import VehicleStatus
from storage import bookings, handovers

Card = Mapping[str, str | float]


async def note(teller: Teller, moved: Booking, verb: Verb) -> Card:
    """Store what a move means for the car's hands; return the facts of its card, if it has one."""
    tx, status = teller.tx, teller.car.status
    match verb:
        case Verb.START:
            handover = Handover(
                booking_id=moved.booking_id,
                car_id=moved.car_id,
                person_id=moved.person_id,
                started_at=teller.now,
            )
            await handovers.take(tx, handover, status=status)
            return await card_of(teller, moved)
        case Verb.HAND_OVER:
            await handovers.give_back(tx, moved.booking_id, teller.now, status=status)
            return await card_of(teller, moved)
        case Verb.UNDO if moved.state is BookingState.ACTIVE:
            await handovers.reopen(tx, moved.booking_id)
    return {}


async def card_of(teller: Teller, moved: Booking) -> Card:
    """Return the facts of the card of a booking that begins or has ended."""
    done = await handovers.get(teller.tx, moved.booking_id)
    if done is None:
        return {}
    if done.ended_at is None:
        return _state(done.taken)
    used = usage(done, capacity_of(teller.car.vehicle.model))
    return {**_state(done.returned), **_used(used), **await _next(teller, moved)}


def _state(status: VehicleStatus | None) -> Card:
    """Return what the card says of the car; what it did not tell is left out."""
    if status is None:
        return {}
    access, charging = status.access, status.charging
    facts = {
        "car_said_at": status.updated_at.isoformat() if status.updated_at else None,
        "level": status.battery.state_of_charge_percent,
        "range_km": status.battery.range_km,
        "plugged": None if charging.is_plugged is None else float(charging.is_plugged),
        "lock": access.lock_state.value,
        "odometer_km": status.maintenance.odometer_km,
        "latitude": status.position.latitude if status.position else None,
        "longitude": status.position.longitude if status.position else None,
    }
    opened = [f"door-{name}" for name in access.doors.open_names]
    opened += [f"window-{name}" for name in access.windows.open_names]
    lids = {"trunk": access.is_trunk_open, "hood": access.is_hood_open}
    opened += [name for name, is_open in lids.items() if is_open]
    is_known = access.doors.all_closed is not None and access.windows.all_closed is not None
    told = {name: value for name, value in facts.items() if value is not None}
    return {**told, "open": ",".join(opened), "is_all_known": float(is_known)}


def _used(used: Usage) -> Card:
    found = {
        "used_km": used.distance_km,
        "used_kwh": used.energy_kwh,
        "charged_percent": used.charged_percent,
    }
    return {name: value for name, value in found.items() if value is not None}


async def _next(teller: Teller, moved: Booking) -> Card:
    """Return who has the car next, if somebody has."""
    coming = [
        booking
        for booking in await bookings.list_open(teller.tx, moved.car_id)
        if booking.state is BookingState.APPROVED and booking.starts_at > teller.now
    ]
    if not coming:
        return {}
    first = min(coming, key=lambda booking: booking.starts_at)
    name = await teller.name_of(first.person_id)
    return {"next_person": name, "next_at": first.starts_at.isoformat()}
