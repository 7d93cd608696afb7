"""Charging and pre-conditioning at a time of day, which the car's cloud then keeps."""

from datetime import datetime, time, timedelta

from bot.actions.exchange import Exchange
from bot.actions.goals import CLIMATE, moment_of, remember_goal
from bot.actions.models import Slots
from bot.actions.reports import report
from bot.rendering.view import lines
from bot.replies import Reply
from intents.models import Intent

COMFORT_C = 21.0  # the same default as warming up at once
LOW_PERCENT = 20.0  # below it the car may refuse to heat without a cable


async def schedule_charging(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Store the daily window for charging; the cloud keeps it, the car is not moved now."""
    starts_at = _time(exchange, slots, "time_start")
    ends_at = _time(exchange, slots, "time_end")
    if starts_at is None or ends_at is None:
        wish = Intent(name="schedule_charging")
        return (exchange.ask("schedule-window", wish, ("time_start", "time_end")),)
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
        return (exchange.ask("schedule-when", Intent(name="climate_schedule"), ("time",)),)
    due_at = moment_of(exchange, str(slots.get("time", "")))
    said = exchange.wording.say(
        "schedule-climate-stored",
        at=due_at or f"{starts_at:%H:%M}",
        temperature=exchange.wording.temperature(COMFORT_C),
    )

    async def stored(_: None) -> Reply:
        if due_at is None or exchange.car is None:
            return Reply(text=said, edit=exchange.edits)
        cancel = await remember_goal(exchange, exchange.car.car_id, CLIMATE, COMFORT_C, due_at)
        text = lines([said, _battery_doubt(exchange), exchange.wording.say("goal-told")])
        return Reply(text=text, buttons=((cancel,),), edit=exchange.edits)

    return await report(
        exchange,
        "schedule",
        lambda account, car: account.charging.set_climate_schedule(
            car.vehicle, starts_at, COMFORT_C
        ),
        stored,
    )


def _battery_doubt(exchange: Exchange) -> str:
    """Say that a battery this low may keep the car from warming up by itself."""
    car = exchange.parts.garage.newest(exchange.car) if exchange.car else None
    status = car.status if car else None
    level = status.battery.state_of_charge_percent if status else None
    if status is None or level is None or level >= LOW_PERCENT or status.charging.is_plugged:
        return ""
    return exchange.wording.say("goal-climate-low", level=exchange.wording.percent(level))


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
