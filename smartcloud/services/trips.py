"""Trips: journal, track, distances, rankings."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from smartcloud.models import Position, Ranking, TotalDistance, Trip, Vehicle
from smartcloud.parsing.reading import entries
from smartcloud.parsing.trips import (
    parse_ranking,
    parse_total,
    parse_total_distance,
    parse_track,
    parse_trips,
)
from smartcloud.services.asking import Asker, milliseconds

TRIP_SERVICE = "travelLogBusiCode"
PAGE_SIZE = 50
MAX_PAGES = 20
PAUSE_S = 2.0
"""Between pages; a heavy user's advice."""


class Trips:
    """What a car has driven."""

    def __init__(self, account: Asker) -> None:
        self._account = account
        self._granted: set[tuple[str, str]] = set()  # VIN and session token of a grant

    async def get_trips(
        self, vehicle: Vehicle, start: datetime, end: datetime, *, pause_s: float = PAUSE_S
    ) -> tuple[Trip, ...]:
        """Return the trips that began between two instants, newest first.

        Empty also where the car records no trips, see ``StateFlags.is_journal_on``.
        """
        return await self._all_pages("trip_journal", vehicle, start, end, pause_s)

    async def get_long_term_trips(
        self, vehicle: Vehicle, start: datetime, end: datetime, *, pause_s: float = PAUSE_S
    ) -> tuple[Trip, ...]:
        """Return trips of the long-term journal (PROPOSED: the journal's shape)."""
        return await self._all_pages("trip_journal_long_term", vehicle, start, end, pause_s)

    async def get_track(self, vehicle: Vehicle, trip: Trip) -> tuple[Position, ...]:
        """Return the points of a trip in the order of driving; at most 500, without times."""
        params = {
            "startTime": milliseconds(trip.started_at),
            "endTime": milliseconds(trip.ended_at or trip.started_at),
        }
        return parse_track(await self._account.call("trip_track", params=params, vehicle=vehicle))

    async def get_total_distance(self, vehicle: Vehicle) -> TotalDistance:
        """Return the odometer of the trip service."""
        return parse_total_distance(await self._account.call("total_distance", vehicle=vehicle))

    async def get_ranking(
        self, vehicle: Vehicle, kind: Literal["distance", "energy", "fuel"], place: Position
    ) -> Ranking:
        """Return how a car compares with others of its model around a place."""
        params = {"latitude": str(place.latitude), "longitude": str(place.longitude)}
        name = f"{kind}_ranking"
        return parse_ranking(await self._account.call(name, params=params, vehicle=vehicle))

    async def mark(self, vehicle: Vehicle, trip_ids: Sequence[str]) -> None:
        """Mark trips (PROPOSED body)."""
        body = {"tripIds": [_number(trip_id) for trip_id in trip_ids], "marked": True}
        await self._account.call("mark_trip", body=body, vehicle=vehicle)

    async def delete(self, vehicle: Vehicle, trip_ids: Sequence[str]) -> None:
        """Delete trips for good (PROPOSED body)."""
        body = {"tripIds": [_number(trip_id) for trip_id in trip_ids]}
        await self._account.call("delete_trips", body=body, vehicle=vehicle)

    async def _all_pages(
        self, name: str, vehicle: Vehicle, start: datetime, end: datetime, pause_s: float
    ) -> tuple[Trip, ...]:
        found: dict[str, Trip] = {}
        seen = 0
        for page in range(1, MAX_PAGES + 1):
            if page > 1:
                await asyncio.sleep(pause_s)
            raw = await self._page(name, vehicle, start, end, page)
            found |= {trip.trip_id: trip for trip in parse_trips(raw)}
            size, total = len(entries(raw)), parse_total(raw)
            seen += size
            if size < PAGE_SIZE or (total is not None and seen >= total):
                break
        return tuple(sorted(found.values(), key=lambda trip: trip.started_at, reverse=True))

    async def _page(
        self, name: str, vehicle: Vehicle, start: datetime, end: datetime, page: int
    ) -> Any:
        """Return a page; "no data" on the first may mean that this session has no grant yet."""
        params = {
            "startTime": milliseconds(start),
            "endTime": milliseconds(end),
            "pageIndex": str(page),
            "pageSize": str(PAGE_SIZE),
        }
        raw = await self._account.call(name, params=params, vehicle=vehicle)
        if raw is None and page == 1 and await self._grant(vehicle):
            raw = await self._account.call(name, params=params, vehicle=vehicle)
        return raw

    async def _grant(self, vehicle: Vehicle) -> bool:
        """Ask for the grant once per car and session; it replaces the session's token."""
        key = (vehicle.vin, self._account.tokens.session_token)
        if key in self._granted:
            return False
        body = {"serviceCode": TRIP_SERVICE, "authStatus": 1, "vin": vehicle.vin}
        await self._account.call("grant_service", body=body, vehicle=vehicle)
        self._granted = {kept for kept in self._granted if kept[0] != vehicle.vin}
        self._granted |= {key, (vehicle.vin, self._account.tokens.session_token)}
        return True


def _number(trip_id: str) -> int | str:
    return int(trip_id) if trip_id.isdecimal() else trip_id
