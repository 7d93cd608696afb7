"""Who used the energy, and what it cost: only what is known is said."""

import re
from collections.abc import Mapping, Sequence

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.replies import Reply
from family.models import Booking, BookingState
from smartcloud.models import Region, Trip
from storage import bookings, people, prices
from storage.records import Price

DEAREST = 10.0  # per kWh, in any currency of the regions; beyond it somebody meant cents
CURRENCIES: Mapping[str, str] = {
    # By what people write; the default is the region's own.
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "£": "GBP",
    "$": "AUD",
    "₪": "ILS",
}
ISO = frozenset(
    {"EUR", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "AUD", "NZD", "SGD"}
    | {"MYR", "ILS", "USD", "THB", "ZAR", "MXN"}
)
TAKEN = frozenset({BookingState.APPROVED, BookingState.ACTIVE, BookingState.HANDED_OVER})
_PRICE = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\d\s.,/]{1,5})?")


async def price(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Keep what a kilowatt hour costs at home, or tell what is kept."""
    car, said = exchange.car, str(slots.get("name", "")).strip()
    if car is None:
        return (exchange.say("no-car"),)
    if not said:
        known = await price_of(exchange)
        if known is None:
            return (exchange.say("price-none"),)
        return (exchange.say("price-now", price=_money(exchange, known)),)
    wanted = read_price(said, "EUR" if car.vehicle.region is Region.EU else "AUD")
    if wanted is None:
        return (exchange.say("price-invalid"),)
    async with exchange.parts.database.transaction() as tx:
        await prices.save(tx, car.car_id, wanted)
    return (exchange.say("price-stored", price=_money(exchange, wanted)),)


def read_price(said: str, default: str) -> Price | None:
    """Return a price as people write it ("0,35", "0.35 GBP", "€ 0.30"); None if it is none."""
    found = _PRICE.search(said)
    if found is None:
        return None
    amount = float(found.group(1).replace(",", "."))
    unit = (found.group(2) or said[: found.start()]).strip().casefold()
    currency = CURRENCIES.get(unit, unit.upper()) if unit else default
    if not 0 < amount <= DEAREST or currency not in ISO:
        return None
    return Price(per_kwh=amount, currency=currency)


async def price_of(exchange: Exchange) -> Price | None:
    """Return what a kilowatt hour costs, if somebody told it."""
    if exchange.car is None:
        return None
    async with exchange.parts.database.reading() as tx:
        return await prices.get(tx, exchange.car.car_id)


async def drivers_of(exchange: Exchange, trips: Sequence[Trip]) -> dict[str, str]:
    """Return the names of those who had booked the car when a trip began, by trip."""
    if exchange.car is None or not trips:
        return {}
    start, end = min(it.started_at for it in trips), max(it.started_at for it in trips)
    async with exchange.parts.database.reading() as tx:
        taken = [
            it
            for it in await bookings.list_for(tx, exchange.car.car_id, start, end)
            if it.state in TAKEN
        ]
        names = {
            person_id: person.first_name
            for person_id in {it.person_id for it in taken}
            if (person := await people.get_person(tx, person_id)) is not None
        }
    by_trip = {it.trip_id: _booking_at(taken, it) for it in trips}
    return {
        trip_id: names[booking.person_id]
        for trip_id, booking in by_trip.items()
        if booking is not None and booking.person_id in names
    }


def _booking_at(taken: Sequence[Booking], trip: Trip) -> Booking | None:
    at = trip.started_at
    return next((it for it in taken if it.starts_at <= at < it.ends_at), None)


def _money(exchange: Exchange, known: Price) -> str:
    return exchange.wording.money(known.per_kwh, known.currency)
