"""Why a car is asked when it is asked, in words; pure."""

from collections.abc import Sequence
from datetime import timedelta

from alerts.models import Geofence
from alerts.schedule import (
    JUST_PARKED_LASTS,
    SHARING_AT_NIGHT,
    SHARING_BY_DAY,
    Outlook,
    is_day,
    next_poll_at,
)
from bot.localisation import Wording
from bot.rendering.view import lines
from smartcloud.models import ChargingState
from storage.records import Car


def pace(
    car: Car,
    fences: Sequence[Geofence],
    number: int,
    wording: Wording,
    *,
    needs_login: bool,
) -> str:
    """Return requests of today, the next poll with its reason, and the longest delay."""
    head = wording.say("budget-today", car=car.name, number=number)
    if needs_login:
        return lines([head, wording.say("budget-stopped")])
    reason = wording.say(f"budget-why-{reason_of(car, fences, wording)}")
    when = wording.say("budget-now") if car.next_poll_at <= wording.now else None
    told = when or wording.say("budget-next", at=car.next_poll_at)
    rows = [head, f"{told} {reason}"]
    if (delay := delay_of(car, fences, wording)) is not None:
        rows.append(wording.say("budget-delay", length=delay))
    if not car.vehicle.is_shared:
        is_light = is_day(wording.now, wording.timezone)
        length = SHARING_BY_DAY if is_light else SHARING_AT_NIGHT
        rows.append(wording.say("budget-sharing", length=length))
    return lines(rows)


def reason_of(car: Car, fences: Sequence[Geofence], wording: Wording) -> str:
    """Return the name of what decides about the pace right now."""
    status = car.status
    if car.failures:
        return "failed"
    if status is None:
        return "first"
    if status.drive.is_running:
        return "driving"
    if status.charging.state is ChargingState.CHARGING:
        return "charging"
    if status.climate.is_active:
        return "climate"
    parked_since = status.drive.parked_since
    if parked_since is not None and wording.now - parked_since < JUST_PARKED_LASTS:
        return "just-parked"
    if not is_day(wording.now, wording.timezone):
        return "night"
    return "fence" if fences else "day"


def delay_of(car: Car, fences: Sequence[Geofence], wording: Wording) -> timedelta | None:
    """Return how late an alert can be at the present pace; ``None`` if that is not known."""
    if car.status is None or car.failures:
        return None
    outlook = Outlook(
        status=car.status,
        charge_limit=car.charge_limit,
        geofences=tuple(fences),
        timezone=wording.timezone,
    )
    return next_poll_at(outlook, wording.now) - wording.now
