"""What the car has driven, used and charged, from the cloud's journals."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from bot.actions.costs import drivers_of, price_of
from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.actions.paging import on_page, page_buttons, page_of
from bot.actions.periods import span_of
from bot.actions.pictures import draw_charges, draw_energy, draw_trip
from bot.actions.reports import report
from bot.actions.trips import track_of, trip_button
from bot.rendering.journal import (
    charges_text,
    distance_text,
    energy_answer,
    energy_text,
    trips_text,
)
from bot.replies import Reply
from smartcloud import CloudAccount
from smartcloud.models import ChargeRecord, Position, Trip
from storage.records import Car

MOST_TRIP_BUTTONS = 4
_NEWEST = {None, "", "last", "all"}  # "my last charges" are no stretch of time

Render = Callable[[Sequence[Trip]], str | Awaitable[Reply]]
Journal = tuple[Sequence[Trip], Sequence[Position]]


async def show_trips(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """List the trips of a period with the way of the newest; for the asker alone."""
    start, end = span(exchange, slots)

    async def ask(account: CloudAccount, car: Car) -> Journal:
        trips = await account.trips.get_trips(car.vehicle, start, end)
        shown = on_page(trips, page_of(slots, len(trips)))
        return trips, await track_of(account, car, shown[0]) if shown else ()

    return await report(
        exchange, "trips", ask, lambda it: _trips(exchange, slots, *it), is_private=True
    )


async def _trips(
    exchange: Exchange, slots: Slots, trips: Sequence[Trip], track: Sequence[Position]
) -> Reply:
    page, wording = page_of(slots, len(trips)), exchange.wording
    shown = on_page(trips, page)
    rows = [(trip_button(exchange, one),) for one in shown[1 : 1 + MOST_TRIP_BUTTONS]]
    if track:
        rows.insert(0, (trip_button(exchange, shown[0], as_file=True),))
    return Reply(
        text=trips_text(trips, shown, wording, is_dated=_is_dated(slots)),
        buttons=(*rows, *page_buttons(exchange, "trips", slots, page, len(trips))),
        picture=await draw_trip(shown[0], track, wording) if track else None,
        edit=exchange.edits,
    )


async def show_energy(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Sum up what the trips of a period used, by day and driver, and what that cost."""

    async def render(trips: Sequence[Trip]) -> Reply:
        car, wording = exchange.car, exchange.wording
        is_dated = _is_dated(slots)
        if car is None or not any(it.energy_kwh for it in trips):
            text = energy_text(trips, wording, is_dated=is_dated)
            return Reply(text=text, edit=exchange.edits)
        drivers, price = await drivers_of(exchange, trips), await price_of(exchange)
        return Reply(
            text=energy_answer(trips, drivers, price, wording, is_dated=is_dated),
            picture=await draw_energy(trips, drivers, car.name, wording),
            edit=exchange.edits,
        )

    return await _of_trips(exchange, slots, render)


async def show_distance(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Sum up how far the trips of a period went."""
    is_dated = _is_dated(slots)
    return await _of_trips(
        exchange, slots, lambda it: distance_text(it, exchange.wording, is_dated=is_dated)
    )


async def show_charges(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """List the newest charging sessions, or those of a period."""
    start, end = span(exchange, slots) if _is_dated(slots) else (None, None)

    async def ask(account: CloudAccount, car: Car) -> Sequence[ChargeRecord]:
        if start is None or end is None:
            return await account.charging.get_records(car.vehicle)
        return await account.charging.get_records_between(car.vehicle, start, end)

    return await report(
        exchange,
        "charge_records",
        ask,
        lambda records: _charges(exchange, slots, records),
        is_private=True,
    )


async def _charges(exchange: Exchange, slots: Slots, records: Sequence[ChargeRecord]) -> Reply:
    page, wording = page_of(slots, len(records)), exchange.wording
    picture = None
    if exchange.car is not None and any(record.energy_kwh for record in records):
        picture = await draw_charges(records, exchange.car.name, wording)
    return Reply(
        text=charges_text(on_page(records, page), wording, is_dated=_is_dated(slots)),
        buttons=page_buttons(exchange, "charging_history", slots, page, len(records)),
        picture=picture,
        edit=exchange.edits,
    )


def _is_dated(slots: Slots) -> bool:
    return slots.get("period") not in _NEWEST


async def _of_trips(exchange: Exchange, slots: Slots, render: Render) -> tuple[Reply, ...]:
    start, end = span(exchange, slots)

    def ask(account: CloudAccount, car: Car) -> Awaitable[Sequence[Trip]]:
        return account.trips.get_trips(car.vehicle, start, end)

    return await report(exchange, "trips", ask, render, is_private=True)


def span(exchange: Exchange, slots: Slots) -> tuple[datetime, datetime]:
    """Return the instants of the period that somebody named, by their clock."""
    local = exchange.now.astimezone(exchange.wording.zone)
    return span_of(str(slots.get("period", "")), local)
