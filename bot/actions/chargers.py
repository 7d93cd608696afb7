"""Charging stations around the car: what is free, how strong, what it costs, and the way there."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.actions.destinations import destination_button
from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.actions.reports import report
from bot.blocks import Heading
from bot.localisation import Wording
from bot.rendering.blocks import columns, laid, table
from bot.rendering.overview import distance_m
from bot.replies import Reply, Venue
from smartcloud import CloudAccount
from smartcloud.exceptions import SmartCloudError
from smartcloud.models import Area, Destination, PointState, Position, Price, Station
from storage.records import Car

HALF_WIDTH_DEGREES = 0.05  # some 5 km to the north and south
MOST_STATIONS = 5
MOST_VENUES = 3  # as messages of their own; a chat takes three at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """A station as it is now: ``free`` is ``None`` if nobody knows."""

    station: Station
    distance_m: float
    free: int | None = None
    price: Price | None = None

    @property
    def power_kw(self) -> float | None:
        """The strongest plug."""
        known = [it.power_kw for it in self.station.points if it.power_kw is not None]
        return max(known, default=None)


async def show_chargers(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """List what is near, then the nearest as places that can be sent to the car."""
    car = exchange.parts.garage.newest(exchange.car) if exchange.car else None
    position = car.status.position if car and car.status else None
    if position is None:
        return (exchange.say("place-unknown"),)
    found: list[Nearby] = []

    async def ask(account: CloudAccount, _: Car) -> None:
        found.extend(await look_around(account, position, exchange.wording.language))

    replies = await report(
        exchange,
        "stations",
        ask,
        lambda _: chargers_text(found, exchange.wording),
        is_private=True,
    )
    venues = tuple(_venue(exchange, it) for it in found[:MOST_VENUES])
    return (*replies, *exchange.aside(tuple(it for it in venues if it is not None)))


async def look_around(account: CloudAccount, position: Position, language: str) -> list[Nearby]:
    """Return the nearest stations; prices and what is free are left out where they fail."""
    near = await account.stations.search(_around(position))
    pools = [place.pool_id for place in near.places]
    stations = await account.stations.get_details(pools, language) if pools else ()
    shown = sorted(
        (Nearby(station=it, distance_m=_away(it, position)) for it in stations),
        key=lambda it: it.distance_m,
    )[:MOST_STATIONS]
    points = [point.point_id for it in shown for point in it.station.points]
    states = await account.stations.get_availability(points) if points else ()
    known = {it.point_id: it.state for it in states}
    prices = await _prices(account, shown)
    return [
        Nearby(
            station=it.station,
            distance_m=it.distance_m,
            free=_free(it.station, known),
            price=next(
                (prices[p.point_id] for p in it.station.points if p.point_id in prices), None
            ),
        )
        for it in shown
    ]


def chargers_text(found: list[Nearby], wording: Wording) -> str:
    """Return a row per station, the nearest first."""
    if not found:
        return wording.say("chargers-none")
    rows = [
        (
            it.station.operator or it.station.address or wording.label("charger-unnamed"),
            *_facts(it, wording),
        )
        for it in found
    ]
    titles = columns(wording, "place", "distance#", "power#", "free#", "price#")
    return laid([Heading(text=wording.say("chargers-title")), table(titles, rows, wording)])


def _facts(it: Nearby, wording: Wording) -> tuple[str, str, str, str]:
    """Return distance, power, free plugs and price; what is not known is empty."""
    free = price = ""
    if it.free is not None:
        free = wording.label("chargers-free", free=it.free, count=len(it.station.points))
    if it.price is not None and it.price.per_kwh is not None and it.price.currency:
        money = wording.money(it.price.per_kwh, it.price.currency)
        price = wording.label("chargers-price", price=money)
    power = "" if it.power_kw is None else wording.power(it.power_kw)
    return wording.metres(round(it.distance_m, -1)), power, free, price


def _venue(exchange: Exchange, it: Nearby) -> Reply | None:
    station = it.station
    if station.latitude is None or station.longitude is None:
        return None
    wording = exchange.wording
    name = station.operator or wording.label("charger-unnamed")
    place = Destination(
        latitude=station.latitude,
        longitude=station.longitude,
        name=name,
        address=station.address or "",
    )
    venue = Venue(
        latitude=station.latitude,
        longitude=station.longitude,
        title=name,
        address=" · ".join(filter(None, [station.address, *_facts(it, wording)])),
    )
    return Reply(text="", venue=venue, buttons=((destination_button(exchange, place),),))


async def _prices(account: CloudAccount, shown: list[Nearby]) -> Mapping[str, Price]:
    """Return prices by point, none where the price list is not to be had."""
    points = [
        (point.point_id, bool(point.is_dc), point.power_kw or 0.0)
        for it in shown
        for point in it.station.points[:1]
    ]
    try:
        tariffs = await account.stations.get_tariffs() if points else ()
        valid = next((it for it in tariffs if it.is_expired is not True), None)
        if valid is None:
            return {}
        prices = await account.stations.get_prices(valid.tariff_id, points)
    except SmartCloudError:
        return {}
    return {it.point_id: it for it in prices}


def _free(station: Station, known: Mapping[str, PointState]) -> int | None:
    states = [known[it.point_id] for it in station.points if it.point_id in known]
    told = [state for state in states if state is not PointState.UNKNOWN]
    return sum(state is PointState.AVAILABLE for state in told) if told else None


def _away(station: Station, position: Position) -> float:
    if station.latitude is None or station.longitude is None:
        return float("inf")
    return distance_m(position, station.latitude, station.longitude)


def _around(position: Position) -> Area:
    return Area(
        north=position.latitude + HALF_WIDTH_DEGREES,
        south=position.latitude - HALF_WIDTH_DEGREES,
        west=position.longitude - HALF_WIDTH_DEGREES,
        east=position.longitude + HALF_WIDTH_DEGREES,
    )
