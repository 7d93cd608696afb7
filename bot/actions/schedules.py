"""Charging and pre-conditioning at a time of day, which the car's cloud then keeps."""

from datetime import datetime, time, timedelta

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.actions.reports import report
from bot.replies import Reply

COMFORT_C = 21.0  # the same default as warming up at once


async def schedule_charging(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Store the daily window for charging; the cloud keeps it, the car is not moved now."""
    starts_at = _time(exchange, slots, "time_start")
    ends_at = _time(exchange, slots, "time_end")
    if starts_at is None or ends_at is None:
        return (exchange.say("schedule-when"),)
    said = exchange.wording.say(
        "schedule-charging-stored", start=f"{starts_at:%H:%M}", end=f"{ends_at:%H:%M}"
    )
    return await report(
        exchange,
        "schedule",
        lambda account, car: account.charging.set_schedule(car.vehicle, starts_at, ends_at),
        lambda _: said,
    )


async def schedule_climate(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Plan a pre-conditioning at a time of day."""
    starts_at = _time(exchange, slots, "time")
    if starts_at is None:
        return (exchange.say("schedule-when"),)
    said = exchange.wording.say(
        "schedule-climate-stored",
        at=f"{starts_at:%H:%M}",
        temperature=exchange.wording.temperature(COMFORT_C),
    )
    return await report(
        exchange,
        "schedule",
        lambda account, car: account.charging.set_climate_schedule(
            car.vehicle, starts_at, COMFORT_C
        ),
        lambda _: said,
    )


def _time(exchange: Exchange, slots: Slots, name: str) -> time | None:
    """Return a time of day; ``None`` also for a day that the cloud's plan cannot name."""
    said = str(slots.get(name, ""))
    try:
        if "T" not in said:
            return time.fromisoformat(said)
        moment = datetime.fromisoformat(said)
    except ValueError:
        return None
    zone = exchange.wording.zone
    local = moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
    is_next = timedelta() <= local - exchange.now < timedelta(days=1)
    return local.time() if is_next else None
