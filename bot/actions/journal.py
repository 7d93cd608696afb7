"""What the car has driven, used and charged, from the cloud's journals."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, time, timedelta

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.actions.reports import report
from bot.rendering.journal import charges_text, distance_text, energy_text, trips_text
from bot.replies import Reply
from smartcloud import CloudAccount
from smartcloud.models import Trip
from storage.records import Car

Render = Callable[[Sequence[Trip]], str]


async def show_trips(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """List the trips of a period; never in a group."""
    return await _of_trips(exchange, slots, lambda it: trips_text(it, exchange.wording))


async def show_energy(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Sum up what the trips of a period used."""
    return await _of_trips(exchange, slots, lambda it: energy_text(it, exchange.wording))


async def show_distance(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Sum up how far the trips of a period went."""
    return await _of_trips(exchange, slots, lambda it: distance_text(it, exchange.wording))


async def show_charges(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """List the newest charging sessions."""
    return await report(
        exchange,
        "charge_records",
        lambda account, car: account.charging.get_records(car.vehicle),
        lambda records: charges_text(records, exchange.wording),
        is_private=True,
    )


async def _of_trips(exchange: Exchange, slots: Slots, render: Render) -> tuple[Reply, ...]:
    local = exchange.now.astimezone(exchange.wording.zone)
    start, end = span_of(str(slots.get("period", "")), local)

    def ask(account: CloudAccount, car: Car) -> Awaitable[Sequence[Trip]]:
        return account.trips.get_trips(car.vehicle, start, end)

    return await report(exchange, "trips", ask, render, is_private=True)


def span_of(period: str, now: datetime) -> tuple[datetime, datetime]:
    """Return the instants of a named period in the zone of ``now``; else the last seven days."""
    today = datetime.combine(now.date(), time(), now.tzinfo)
    monday, first = today - timedelta(days=today.weekday()), today.replace(day=1)
    match period:
        case "today":
            return today, now
        case "yesterday":
            return today - timedelta(days=1), today
        case "this_week":
            return monday, now
        case "last_week":
            return monday - timedelta(days=7), monday
        case "this_month":
            return first, now
        case "last_month":
            return (first - timedelta(days=1)).replace(day=1), first
        case "this_year":
            return first.replace(month=1), now
        case "last_year":
            return first.replace(year=first.year - 1, month=1), first.replace(month=1)
    return now - timedelta(days=7), now
