"""Trips and charges of the past in words."""

from collections.abc import Sequence

from bot.localisation import Html, Wording
from bot.rendering.view import lines
from smartcloud.models import ChargeRecord, Trip

MOST_LINES = 10


def trips_text(trips: Sequence[Trip], wording: Wording) -> str:
    """Return the sum, then the newest trips, a line each."""
    if not trips:
        return wording.say("trips-none")
    rows = [
        wording.say("trips-line", at=trip.started_at, distance=wording.distance(trip.distance_km))
        for trip in trips[:MOST_LINES]
    ]
    return lines([distance_text(trips, wording), *rows, *_rest(len(trips), wording)])


def distance_text(trips: Sequence[Trip], wording: Wording) -> str:
    """Return how far the trips went together."""
    if not trips:
        return wording.say("trips-none")
    distance = sum(trip.distance_km or 0.0 for trip in trips)
    return wording.say("trips-sum", distance=wording.distance(distance), count=len(trips))


def energy_text(trips: Sequence[Trip], wording: Wording) -> str:
    """Return the energy of the trips whose consumption is known, and the mean over their way."""
    if not trips:
        return wording.say("trips-none")
    known = [(trip.energy_kwh, trip.distance_km) for trip in trips]
    pairs = [(energy, way) for energy, way in known if energy is not None and way]
    if not pairs:
        return wording.say("energy-unknown")
    energy, way = sum(it for it, _ in pairs), sum(it for _, it in pairs)
    answer = wording.say("energy-sum", energy=f"{energy:.1f}", mean=f"{energy * 100 / way:.1f}")
    return lines([answer, distance_text(trips, wording)])


def charges_text(records: Sequence[ChargeRecord], wording: Wording) -> str:
    """Return the newest charging sessions, a line each."""
    if not records:
        return wording.say("charges-none")
    rows = [
        wording.say(
            "charges-line",
            at=record.started_at,
            start=wording.percent(record.start_percent),
            end=wording.percent(record.end_percent),
            energy=None if record.energy_kwh is None else f"{record.energy_kwh:.1f}",
        )
        for record in records[:MOST_LINES]
    ]
    return lines([wording.say("charges-title"), *rows, *_rest(len(records), wording)])


def _rest(count: int, wording: Wording) -> tuple[Html, ...]:
    return (wording.say("more-lines", count=count - MOST_LINES),) if count > MOST_LINES else ()
