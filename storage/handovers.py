"""How cars were taken and given back, and who drove a trip when it was not who had booked."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, or_, select, update

from family.handover import Handover
from smartcloud.models import VehicleStatus
from storage.family_tables import handovers, trip_drivers
from storage.tables import cars
from storage.transaction import Transaction


async def take(tx: Transaction, handover: Handover, *, status: VehicleStatus | None) -> None:
    """Keep that somebody has the car, and what it said then; a second time changes nothing."""
    taken = await _sealed(tx, handovers.c.taken, handover.car_id, handover.booking_id, status)
    await tx.connection.execute(
        tx.insert(handovers)
        .values(
            booking_id=handover.booking_id,
            car_id=handover.car_id,
            person_id=handover.person_id,
            started_at=handover.started_at,
            taken=taken,
        )
        .on_conflict_do_nothing()
    )


async def give_back(
    tx: Transaction, booking_id: int, now: datetime, *, status: VehicleStatus | None
) -> Handover | None:
    """Keep that the car is back, and what it says now; ``None`` if nobody had taken it."""
    known = await get(tx, booking_id)
    if known is None:
        return None
    returned = await _sealed(tx, handovers.c.returned, known.car_id, booking_id, status)
    await tx.connection.execute(
        update(handovers)
        .where(handovers.c.booking_id == booking_id)
        .values(ended_at=now, returned=returned)
    )
    return await get(tx, booking_id)


async def reopen(tx: Transaction, booking_id: int) -> None:
    """Forget that the car was given back: that was a mistake."""
    await tx.connection.execute(
        update(handovers)
        .where(handovers.c.booking_id == booking_id)
        .values(ended_at=None, returned=None)
    )


async def get(tx: Transaction, booking_id: int) -> Handover | None:
    """Return the handover of a booking."""
    found = await _get(tx, handovers.c.booking_id == booking_id)
    return found[0] if found else None


async def list_between(
    tx: Transaction, car_id: int, starts_at: datetime, ends_at: datetime
) -> tuple[Handover, ...]:
    """Return who had a car at some moment of the interval, oldest first."""
    return await _get(
        tx,
        handovers.c.car_id == car_id,
        handovers.c.started_at < ends_at,
        or_(handovers.c.ended_at.is_(None), handovers.c.ended_at > starts_at),
    )


async def save_driver(tx: Transaction, car_id: int, started_at: datetime, person_id: int) -> None:
    """Keep who drove the trip that began then; the last word counts."""
    fresh = {"person_id": person_id}
    await tx.connection.execute(
        tx.insert(trip_drivers)
        .values(car_id=car_id, started_at=started_at, **fresh)
        .on_conflict_do_update(index_elements=["car_id", "started_at"], set_=fresh)
    )


async def drivers_between(
    tx: Transaction, car_id: int, starts_at: datetime, ends_at: datetime
) -> dict[datetime, int]:
    """Return what people said of who drove, by the beginning of the trip."""
    rows = await tx.connection.execute(
        select(trip_drivers).where(
            trip_drivers.c.car_id == car_id,
            trip_drivers.c.started_at >= starts_at,
            trip_drivers.c.started_at < ends_at,
        )
    )
    return {row.started_at: row.person_id for row in rows}


async def _sealed(
    tx: Transaction, column: Any, car_id: int, booking_id: int, status: VehicleStatus | None
) -> bytes | None:
    if status is None:
        return None
    owner = select(cars.c.chat_id).where(cars.c.car_id == car_id)
    chat_id = (await tx.connection.execute(owner)).scalar_one()
    return await tx.seal(column, chat_id, status, booking_id)


async def _get(tx: Transaction, *conditions: ColumnElement[bool]) -> tuple[Handover, ...]:
    rows = await tx.connection.execute(
        select(handovers, cars.c.chat_id)
        .join(cars, cars.c.car_id == handovers.c.car_id)
        .where(*conditions)
        .order_by(handovers.c.started_at)
    )
    return tuple([await _handover_of(tx, row) for row in rows.all()])


async def _handover_of(tx: Transaction, row: Row[Any]) -> Handover:
    async def opened(column: Any, sealed: bytes | None) -> VehicleStatus | None:
        return await tx.unseal_optional(column, row.chat_id, sealed, VehicleStatus, row.booking_id)

    return Handover(
        booking_id=row.booking_id,
        car_id=row.car_id,
        person_id=row.person_id,
        started_at=row.started_at,
        ended_at=row.ended_at,
        taken=await opened(handovers.c.taken, row.taken),
        returned=await opened(handovers.c.returned, row.returned),
    )
