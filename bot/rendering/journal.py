"""Trips and charges of the past: sums in words, the rest in tables."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from bot.blocks import Block, Heading, Section, Table
from bot.localisation import Wording
from bot.rendering.blocks import columns, laid, said, table
from bot.rendering.view import lines
from smartcloud.models import ChargeRecord, Trip
from storage.records import Price

_Key = TypeVar("_Key")

DAYS_AS_DAYS = 10  # a longer time is shown by week
MOST_SLOTS = 12  # days or weeks; more of them make a caption too long


def trips_text(
    trips: Sequence[Trip], shown: Sequence[Trip], wording: Wording, *, is_dated: bool
) -> str:
    """Return the sum of all, then those of this page, a row each."""
    if not trips:
        return wording.say("trips-none")
    rows = [
        (
            wording.day_and_time(trip.started_at),
            _told(wording.distance, trip.distance_km),
            wording.duration(trip.duration) if trip.duration else "",
            _told(wording.energy, trip.energy_kwh),
        )
        for trip in shown
    ]
    titles = columns(wording, "when", "distance#", "time#", "energy#")
    total = distance_text(trips, wording, is_dated=is_dated)
    return laid([said(total), table(titles, rows, wording)])


def trip_text(trip: Trip, wording: Wording) -> str:
    """Return one trip: when, how far, and what it used."""
    title = wording.say(
        "trip-title", at=trip.started_at, distance=wording.distance(trip.distance_km)
    )
    if trip.energy_kwh is None or trip.consumption_kwh_per_100km is None:
        return title
    mean, way = mean_use(trip.consumption_kwh_per_100km, wording)
    energy = wording.energy(trip.energy_kwh)
    return lines([title, wording.say("trip-used", energy=energy, mean=mean, way=way)])


def mean_use(kwh_per_100km: float, wording: Wording) -> tuple[str, str]:
    """Return a mean use of energy, and the way that it is for in the reader's units."""
    way = wording.hundred_km()
    return wording.energy(kwh_per_100km * way / 100), wording.distance(way)


def cost_line(price: Price | None, trips: Sequence[Trip], wording: Wording) -> str:
    """Return what the energy cost at the price that was told; without one, how to tell it."""
    if price is None:
        return wording.say("cost-unknown")
    return wording.say(
        "cost-line",
        cost=_cost(trips, price, wording),
        price=wording.money(price.per_kwh, price.currency),
    )


def distance_text(trips: Sequence[Trip], wording: Wording, *, is_dated: bool) -> str:
    """Return how far the trips went together, and in what time if nobody named one."""
    if not trips:
        return wording.say("trips-none")
    told = wording.say("trips-sum", distance=_way(trips, wording), count=len(trips))
    return told if is_dated else f"{told} · {wording.say('trips-lately')}"


def energy_text(trips: Sequence[Trip], wording: Wording, *, is_dated: bool) -> str:
    """Return the energy of the trips whose consumption is known, and the mean over their way."""
    if not trips:
        return wording.say("trips-none")
    known = [(trip.energy_kwh, trip.distance_km) for trip in trips]
    pairs = [(energy, way) for energy, way in known if energy is not None and way]
    if not pairs:
        return wording.say("energy-unknown")
    used, way = sum(it for it, _ in pairs), sum(it for _, it in pairs)
    mean, hundred = mean_use(used * 100 / way, wording)
    answer = wording.say("energy-sum", energy=wording.energy(used), mean=mean, way=hundred)
    return lines([answer, distance_text(trips, wording, is_dated=is_dated)])


def energy_answer(
    trips: Sequence[Trip],
    drivers: Mapping[str, str],
    price: Price | None,
    wording: Wording,
    *,
    is_dated: bool,
) -> str:
    """Return the sum and its cost, then the same by day or week, and by person where one is known.

    ``drivers`` has a name by trip id; trips of nobody known are a row of their own.
    """
    nobody = wording.label("driver-unknown")
    in_time = _grouped(trips, lambda it: slot_of(it.started_at, trips[-1], wording))
    is_weekly = _is_long(trips[-1], wording)
    slots = [
        (_slot_name(day, wording, is_weekly=is_weekly), some)
        for day, some in sorted(in_time.items(), reverse=True)
    ]
    by_person = _grouped(trips, lambda it: drivers.get(it.trip_id, nobody))
    people = sorted(by_person.items(), key=lambda it: -sum(one.distance_km or 0 for one in it[1]))
    blocks: list[Block] = [
        said(energy_text(trips, wording, is_dated=is_dated), cost_line(price, trips, wording))
    ]
    if len(slots) > 1:
        title = wording.say("section-weeks" if is_weekly else "section-days")
        shown = _use_table("when", slots, price, wording)
        blocks.append(Section(title=title, blocks=(shown,), is_open=True))
    if drivers:
        shown = _use_table("who", people, price, wording)
        blocks.append(Section(title=wording.say("section-people"), blocks=(shown,), is_open=True))
    return laid(blocks)


def slot_of(at: datetime, oldest: Trip, wording: Wording) -> date:
    """Return the day of a trip, or the Monday of its week if the trips go back far."""
    day = at.astimezone(wording.zone).date()
    return day - timedelta(days=day.weekday()) if _is_long(oldest, wording) else day


def noon(day: date, wording: Wording) -> datetime:
    """Return the middle of a day, which is that day in every language's calendar."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=wording.zone)


def charges_text(records: Sequence[ChargeRecord], wording: Wording, *, is_dated: bool) -> str:
    """Return the charging sessions of a page, a row each: the newest, or those of a period."""
    if not records:
        return wording.say("charges-none-then" if is_dated else "charges-none")
    rows = [
        (
            wording.day_and_time(record.started_at) if record.started_at else "",
            f"{wording.percent(record.start_percent)} → {wording.percent(record.end_percent)}",
            _told(wording.energy, record.energy_kwh),
            wording.duration(record.duration) if record.duration else "",
        )
        for record in records
    ]
    title = wording.say("charges-title-then" if is_dated else "charges-title")
    titles = columns(wording, "when", "level#", "energy#", "time#")
    return laid([Heading(text=title), table(titles, rows, wording)])


def _use_table(
    name: str, groups: Sequence[tuple[str, Sequence[Trip]]], price: Price | None, wording: Wording
) -> Table:
    """Return a row a group: how far, what it used, and what that cost."""
    rows = [
        (
            label,
            _way(some, wording),
            _told(wording.energy, _energy(some)),
            _cost(some, price, wording) if price and _energy(some) is not None else "",
        )
        for label, some in groups
    ]
    return table(
        columns(wording, name, "distance#", "energy#", "cost#"), rows, wording, most=MOST_SLOTS
    )


def _grouped(trips: Sequence[Trip], key: Callable[[Trip], _Key]) -> dict[_Key, list[Trip]]:
    groups: dict[_Key, list[Trip]] = {}
    for trip in trips:
        groups.setdefault(key(trip), []).append(trip)
    return groups


def _slot_name(day: date, wording: Wording, *, is_weekly: bool) -> str:
    first = wording.day(noon(day, wording))
    if not is_weekly:
        return f"{wording.weekday(noon(day, wording))} {first}"
    return f"{first} – {wording.day(noon(day + timedelta(days=6), wording))}"


def _is_long(oldest: Trip, wording: Wording) -> bool:
    return wording.now - oldest.started_at > timedelta(days=DAYS_AS_DAYS)


def _way(trips: Sequence[Trip], wording: Wording) -> str:
    return wording.distance(sum(trip.distance_km or 0.0 for trip in trips))


def _energy(trips: Sequence[Trip]) -> float | None:
    """Return the energy of those trips that tell it; ``None`` if none does."""
    known = [trip.energy_kwh for trip in trips if trip.energy_kwh is not None]
    return sum(known) if known else None


def _cost(trips: Sequence[Trip], price: Price, wording: Wording) -> str:
    return wording.money((_energy(trips) or 0.0) * price.per_kwh, price.currency)


def _told(tell: Callable[[float], str], value: float | None) -> str:
    """Return a value in words, nothing for one that is not known."""
    return "" if value is None else tell(value)
