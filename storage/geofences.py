"""Circles on the ground; their names and places are sealed."""

from collections.abc import Iterable
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy import bindparam, select

from alerts.models import Geofence
from storage.prepared import prepared
from storage.tables import cars, geofences
from storage.transaction import Transaction

_OF_CAR = prepared(
    select(geofences)
    .where(geofences.c.car_id == bindparam("car"))
    .order_by(geofences.c.geofence_id)
)
_OF_CARS = (
    select(geofences)
    .where(geofences.c.car_id.in_(bindparam("cars", expanding=True)))
    .order_by(geofences.c.geofence_id)
)


class _Place(msgspec.Struct, frozen=True):
    name: str
    latitude: float
    longitude: float
    radius_m: float


async def add(
    tx: Transaction, car_id: int, name: str, latitude: float, longitude: float, radius_m: float
) -> Geofence:
    """Store a fence; it replaces one of the same name (upper and lower case are the same)."""
    chat_id = (
        await tx.connection.execute(select(cars.c.chat_id).where(cars.c.car_id == car_id))
    ).scalar_one()
    digest = await _digest(tx, car_id, name)
    place = _Place(name, latitude, longitude, radius_m)
    fresh = {"place": await tx.seal(geofences.c.place, chat_id, place, car_id, digest)}
    geofence_id = (
        await tx.connection.execute(
            tx.insert(geofences)
            .values(car_id=car_id, chat_id=chat_id, name_digest=digest, **fresh)
            .on_conflict_do_update(index_elements=["car_id", "name_digest"], set_=fresh)
            .returning(geofences.c.geofence_id)
        )
    ).scalar_one()
    return _geofence(geofence_id, car_id, place)


async def list_for(tx: Transaction, car_id: int) -> tuple[Geofence, ...]:
    """Return the fences of a car, oldest first."""
    return tuple([await _geofence_of(tx, row) for row in await tx.fetch(_OF_CAR, car=car_id)])


async def list_for_cars(tx: Transaction, car_ids: Iterable[int]) -> dict[int, tuple[Geofence, ...]]:
    """Return the fences of several cars with one statement."""
    rows = await tx.connection.execute(_OF_CARS, {"cars": list(car_ids)})
    fences: dict[int, tuple[Geofence, ...]] = {}
    for row in rows:
        fences[row.car_id] = (*fences.get(row.car_id, ()), await _geofence_of(tx, row))
    return fences


async def delete(tx: Transaction, car_id: int, name: str) -> bool:
    """Delete a fence by its name; False if there is none."""
    digest = await _digest(tx, car_id, name)
    result = await tx.connection.execute(
        sa.delete(geofences).where(geofences.c.car_id == car_id, geofences.c.name_digest == digest)
    )
    return result.rowcount == 1


async def _digest(tx: Transaction, car_id: int, name: str) -> str:
    return await tx.digest("geofence", f"{car_id}|{name.strip().casefold()}")


async def _geofence_of(tx: Transaction, row: Any) -> Geofence:
    place = await tx.unseal(
        geofences.c.place, row.chat_id, row.place, _Place, row.car_id, row.name_digest
    )
    return _geofence(row.geofence_id, row.car_id, place)


def _geofence(geofence_id: int, car_id: int, place: _Place) -> Geofence:
    return Geofence(
        geofence_id=geofence_id,
        car_id=car_id,
        name=place.name,
        latitude=place.latitude,
        longitude=place.longitude,
        radius_m=place.radius_m,
    )
