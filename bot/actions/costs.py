"""Who used the energy, and what it cost: only what is known is said."""

import re
from collections.abc import Mapping, Sequence

from bot.actions.drivers import drivers_by_trip, names_of
from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.replies import Reply
from smartcloud.models import Region, Trip
from storage import prices
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
    """Return the names of those who drove, by trip; a trip of nobody known is left out."""
    if exchange.car is None:
        return {}
    async with exchange.parts.database.reading() as tx:
        drivers = await drivers_by_trip(tx, exchange.car.car_id, trips)
        names = await names_of(tx, list(drivers.values()))
    return {
        trip_id: names[person_id]
        for trip_id, person_id in drivers.items()
        if person_id is not None and person_id in names
    }


def _money(exchange: Exchange, known: Price) -> str:
    return exchange.wording.money(known.per_kwh, known.currency)
