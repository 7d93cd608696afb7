"""What everybody drove in a month, used and owes: words, a picture and a table."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from bot.actions.costs import price_of
from bot.actions.drivers import ask_drivers, drivers_by_trip, names_of
from bot.actions.exchange import Exchange
from bot.actions.journal import span
from bot.actions.models import Slots
from bot.actions.pictures import draw_split
from bot.actions.reports import report
from bot.buttons import SPLIT
from bot.rendering.split import split_table, split_text
from bot.replies import Button, Document, Reply
from family.handover import shares
from smartcloud import CloudAccount
from smartcloud.models import Trip
from storage.records import Car, StoredButton

CSV, ASK = "csv", "ask"  # what a button below the answer does
USUAL = "this_month"

Render = Callable[[Sequence[Trip]], Awaitable[Reply]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Driven:
    """Trips, and who drove them."""

    trips: Sequence[Trip]
    drivers: dict[str, int | None]
    names: dict[int, str]


async def show(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Show the split of a period, this month unless another one is named."""
    period = str(slots.get("period") or USUAL)
    return await _of_trips(exchange, period, lambda trips: _answer(exchange, period, trips))


async def tap(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Hand out the table, or ask who drove what nobody is known for."""
    period, fresh = str(button.payload["period"]), replace(exchange, edits=False)
    if button.payload["step"] == CSV:
        return await _of_trips(fresh, period, lambda trips: _table(fresh, period, trips))
    found: list[Trip] = []

    async def keep(trips: Sequence[Trip]) -> Reply:
        driven = await _driven(fresh, trips)
        found.extend(it for it in trips if driven.drivers.get(it.trip_id) is None)
        return fresh.say("driver-ask-none" if not found else "driver-ask-title")

    replies = await _of_trips(fresh, period, keep)
    return (*replies, *await ask_drivers(fresh, found))


async def _of_trips(exchange: Exchange, period: str, render: Render) -> tuple[Reply, ...]:
    start, end = span(exchange, {"period": period})

    def ask(account: CloudAccount, car: Car) -> Awaitable[Sequence[Trip]]:
        return account.trips.get_trips(car.vehicle, start, end)

    return await report(exchange, "trips", ask, render, is_private=True)


async def _answer(exchange: Exchange, period: str, trips: Sequence[Trip]) -> Reply:
    car, wording = exchange.car, exchange.wording
    if car is None or not trips:
        return exchange.say("trips-none")
    driven = await _driven(exchange, trips)
    found = shares(trips, driven.drivers)
    unknown = sum(driver is None for driver in driven.drivers.values())
    steps = [(CSV, wording.label("button-split-csv"))]
    if unknown:
        steps.append((ASK, wording.label("button-split-ask", count=unknown)))
    return Reply(
        text=split_text(found, driven.names, await price_of(exchange), wording),
        picture=await draw_split(found, driven.names, car.name, wording),
        buttons=tuple((_button(exchange, step, period, text),) for step, text in steps),
        edit=exchange.edits,
    )


async def _table(exchange: Exchange, period: str, trips: Sequence[Trip]) -> Reply:
    driven = await _driven(exchange, trips)
    price = await price_of(exchange)
    content = split_table(trips, driven.drivers, driven.names, price, exchange.wording)
    name = f"trips-{period.replace('_', '-')}.csv"
    return Reply(text="", document=Document(name=name, content=content))


async def _driven(exchange: Exchange, trips: Sequence[Trip]) -> _Driven:
    if exchange.car is None:
        return _Driven(trips=trips, drivers={}, names={})
    async with exchange.parts.database.reading() as tx:
        drivers = await drivers_by_trip(tx, exchange.car.car_id, trips)
        names = await names_of(tx, list(drivers.values()))
    return _Driven(trips=trips, drivers=drivers, names=names)


def _button(exchange: Exchange, step: str, period: str, text: str) -> Button:
    return Button(
        text=text,
        action=SPLIT,
        payload={
            "step": step,
            "period": period,
            "car_id": exchange.car.car_id if exchange.car else 0,
        },
        once=False,
    )
