"""What people have planned with cars: bookings around now, and what to remind them of."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from alerts.agenda import AHEAD, BEHIND
from alerts.models import NOTHING_PLANNED, Agenda
from family.models import Booking
from family.slots import HOLDING
from storage import bookings, reminders
from storage.tables import bookings as booking_rows
from storage.tables import people
from storage.transaction import Transaction


async def list_for_cars(
    tx: Transaction, car_ids: Sequence[int], now: datetime
) -> dict[int, Agenda]:
    """Return the agenda of each car that has one; two statements, and one for names."""
    booked = await _bookings(tx, car_ids, now)
    reminded = await reminders.list_for_cars(tx, car_ids)
    names = await _names(tx, {it.person_id for of_car in booked.values() for it in of_car})
    return {
        car_id: Agenda(
            bookings=tuple(booked.get(car_id, ())),
            names=names,
            reminders=reminded.get(car_id, ()),
        )
        for car_id in booked.keys() | reminded.keys()
    }


async def of_car(tx: Transaction, car_id: int, now: datetime) -> Agenda:
    """Return the agenda of one car."""
    return (await list_for_cars(tx, (car_id,), now)).get(car_id, NOTHING_PLANNED)


async def _bookings(
    tx: Transaction, car_ids: Sequence[int], now: datetime
) -> dict[int, list[Booking]]:
    found: dict[int, list[Booking]] = {}
    for booking in await bookings.select_where(
        tx,
        booking_rows.c.car_id.in_(car_ids),
        booking_rows.c.state.in_(sorted(state.value for state in HOLDING)),
        booking_rows.c.ends_at > now - BEHIND,
        booking_rows.c.starts_at < now + AHEAD,
    ):
        found.setdefault(booking.car_id, []).append(booking)
    return found


async def _names(tx: Transaction, person_ids: set[int]) -> dict[int, str]:
    if not person_ids:
        return {}
    rows = (
        await tx.connection.execute(select(people).where(people.c.person_id.in_(person_ids)))
    ).all()
    await tx.load_data_keys(row.person_id for row in rows)
    return {
        row.person_id: await tx.unseal(people.c.name, row.person_id, row.name, str) for row in rows
    }
