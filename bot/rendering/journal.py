"""Trips and charges of the past in words."""

from collections.abc import Sequence

from bot.localisation import Wording
from bot.rendering.view import lines
from smartcloud.models import ChargeRecord, Trip
from storage.records import Price


def trips_text(
    trips: Sequence[Trip], shown: Sequence[Trip], wording: Wording, *, is_dated: bool
) -> str:
    """Return the sum of all, then those of this page, a line each."""
    if not trips:
        return wording.say("trips-none")
    rows = [
        wording.say("trips-line", at=trip.started_at, distance=wording.distance(trip.distance_km))
        for trip in shown
    ]
    return lines([distance_text(trips, wording, is_dated=is_dated), *rows])


def trip_text(trip: Trip, wording: Wording) -> str:
    """Return one trip: when, how far, and what it used."""
    title = wording.say(
        "trip-title", at=trip.started_at, distance=wording.distance(trip.distance_km)
    )
    if trip.energy_kwh is None:
        return title
    mean = wording.energy(trip.consumption_kwh_per_100km)
    return lines(
        [title, wording.say("trip-used", energy=wording.energy(trip.energy_kwh), mean=mean)]
    )


def cost_line(price: Price | None, trips: Sequence[Trip], wording: Wording) -> str:
    """Return what the energy cost at the price that was told; without one, how to tell it."""
    if price is None:
        return wording.say("cost-unknown")
    used = sum(it.energy_kwh for it in trips if it.energy_kwh is not None)
    return wording.say(
        "cost-line",
        cost=wording.money(used * price.per_kwh, price.currency),
        price=wording.money(price.per_kwh, price.currency),
    )


def distance_text(trips: Sequence[Trip], wording: Wording, *, is_dated: bool) -> str:
    """Return how far the trips went together, and in what time if nobody named one."""
    if not trips:
        return wording.say("trips-none")
    distance = sum(trip.distance_km or 0.0 for trip in trips)
    told = wording.say("trips-sum", distance=wording.distance(distance), count=len(trips))
    return told if is_dated else f"{told} · {wording.say('trips-lately')}"


def energy_text(trips: Sequence[Trip], wording: Wording, *, is_dated: bool) -> str:
    """Return the energy of the trips whose consumption is known, and the mean over their way."""
    if not trips:
        return wording.say("trips-none")
    known = [(trip.energy_kwh, trip.distance_km) for trip in trips]
    pairs = [(energy, way) for energy, way in known if energy is not None and way]
    if not pairs:
        return wording.say("energy-unknown")
    energy, way = sum(it for it, _ in pairs), sum(it for _, it in pairs)
    answer = wording.say(
        "energy-sum", energy=wording.energy(energy), mean=wording.energy(energy * 100 / way)
    )
    return lines([answer, distance_text(trips, wording, is_dated=is_dated)])


def charges_text(records: Sequence[ChargeRecord], wording: Wording, *, is_dated: bool) -> str:
    """Return the charging sessions of a page, a line each: the newest, or those of a period."""
    if not records:
        return wording.say("charges-none-then" if is_dated else "charges-none")
    rows = [
        wording.say(
            "charges-line",
            at=record.started_at,
            start=wording.percent(record.start_percent),
            end=wording.percent(record.end_percent),
            energy=wording.energy(record.energy_kwh),
        )
        for record in records
    ]
    title = wording.say("charges-title-then" if is_dated else "charges-title")
    return lines([title, *rows])
