"""Journal, track points, distances and rankings."""

from typing import Any

from smartcloud.models import Position, Ranking, RankingEntry, TotalDistance, Trip
from smartcloud.parsing.converters import text, time_of_ms, whole
from smartcloud.parsing.reading import (
    Reader,
    arcsecond_position,
    entries,
    inside,
    kilometres,
    within,
)


def _place(raw: Any) -> int | None:
    return whole(raw, 1, 10_000_000)


def _first_point(raw: Any) -> Position | None:
    points = entries(raw)
    return arcsecond_position(inside(points[0], "position")) if points else None


def _last_point(raw: Any) -> Position | None:
    points = entries(raw)
    return arcsecond_position(inside(points[-1], "position")) if len(points) > 1 else None


_trip = Reader(
    Trip,
    needs=("trip_id", "started_at"),
    trip_id=("tripId", text),
    started_at=("startTime", time_of_ms),
    ended_at=("endTime", time_of_ms),
    distance_km=("traveledDistance", within(0, 5000)),
    start_odometer_km=("startOdometer", kilometres),
    end_odometer_km=("endOdometer", kilometres),
    average_speed_kmh=("avgSpeed", within(0, 400)),
    consumption_kwh_per_100km=("electricConsumption", within(-200, 1000)),
    regenerated_kwh=("regeneratedEnergy", within(0, 500)),
    start=("trackpoints", _first_point),
    end=("trackpoints", _last_point),
    start_address=("tripStartAddr", text),
    end_address=("tripEndAddr", text),
    remark=("tripRemark", text),
    label=("tripLabel", text),
)
_total = Reader(
    TotalDistance,
    distance_km=("totalDistance", kilometres),
    label=("label", text),
    updated_at=("updateTime", time_of_ms),
)
_entry = Reader(
    RankingEntry,
    needs=("place",),
    place=("ranking", _place),
    value=("value", kilometres),
    name=("nickName", text),
)
_ranking = Reader(
    Ranking,
    place=("myRanking", _place),
    value=("myValue", kilometres),
    participants=("totalParticipants", _place),
    best=("list", _entry.all),
)


def parse_trips(raw: Any) -> tuple[Trip, ...]:
    """Return the trips of one page, newest first."""
    return _trip.all(raw)


def parse_total(raw: Any) -> int | None:
    """Return how many entries all pages have together; the cloud spells it ``totleSize``."""
    return whole(inside(raw, "pagination", "totleSize"), 0, 10_000_000)


def parse_track(raw: Any) -> tuple[Position, ...]:
    """Return the points of a trip in the order of driving; the cloud sends the newest first."""
    points = (
        arcsecond_position(inside(entry, "basicVehicleStatus", "position"))
        for entry in reversed(entries(raw))
    )
    return tuple(point for point in points if point is not None)


def parse_total_distance(raw: Any) -> TotalDistance:
    """Return the odometer of the trip service."""
    return _total.known(raw)


def parse_ranking(raw: Any) -> Ranking:
    """Return how a car compares with others."""
    return _ranking.known(raw)
