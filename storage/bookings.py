"""Bookings of cars; two that hold the car at the same time are never stored."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select, update

from family.bookings import HOLDING, refuse_overlap
from family.models import Booking, BookingState
from storage.tables import bookings
from storage.transaction import Transaction


async def add(tx: Transaction, booking: Booking) -> Booking:
    """Store a new booking and return it with its id.

    Raises ``family.bookings.BookingError`` with free times if the car is held then.
    """
    await _refuse_overlap(tx, booking)
    values = {**_values(booking), "version": booking.version}
    booking_id = (
        await tx.connection.execute(
            tx.insert(bookings).values(values).returning(bookings.c.booking_id)
        )
    ).scalar_one()
    return replace(booking, booking_id=booking_id)


async def get(tx: Transaction, booking_id: int) -> Booking | None:
    """Return one booking."""
    found = await _get(tx, bookings.c.booking_id == booking_id)
    return found[0] if found else None


async def list_for(
    tx: Transaction, car_id: int, starts_at: datetime, ends_at: datetime
) -> tuple[Booking, ...]:
    """Return all bookings of a car that touch the interval, whatever their state."""
    return await _get(
        tx,
        bookings.c.car_id == car_id,
        bookings.c.starts_at < ends_at,
        bookings.c.ends_at > starts_at,
    )


async def list_requested(tx: Transaction, car_id: int) -> tuple[Booking, ...]:
    """Return what waits for an owner's answer."""
    return await _get(
        tx, bookings.c.car_id == car_id, bookings.c.state == BookingState.REQUESTED.value
    )


async def list_open_of(tx: Transaction, person_id: int) -> tuple[Booking, ...]:
    """Return a person's bookings that are asked for, approved or running."""
    open_states = {BookingState.REQUESTED, *HOLDING}
    return await _get(
        tx,
        bookings.c.person_id == person_id,
        bookings.c.state.in_(sorted(state.value for state in open_states)),
    )


async def move(tx: Transaction, booking: Booking, expected_version: int) -> bool:
    """Store a moved booking; False if somebody moved it since ``expected_version``.

    Raises ``family.bookings.BookingError`` if it would hold the car while another one does.
    """
    known = await get(tx, booking.booking_id)
    if known is None or known.version != expected_version:
        return False
    if booking.state in HOLDING:
        await _refuse_overlap(tx, booking)
    await tx.connection.execute(
        update(bookings)
        .where(bookings.c.booking_id == booking.booking_id)
        .values(**_values(booking), version=expected_version + 1)
    )
    return True


async def _refuse_overlap(tx: Transaction, booking: Booking) -> None:
    """Look at everything of the car from then on: the free times around are offered."""
    others = await _get(
        tx,
        bookings.c.car_id == booking.car_id,
        bookings.c.booking_id != booking.booking_id,
        bookings.c.state.in_(sorted(state.value for state in HOLDING)),
    )
    refuse_overlap(others, booking.starts_at, booking.ends_at)


async def _get(tx: Transaction, *conditions: ColumnElement[bool]) -> tuple[Booking, ...]:
    query = select(bookings).where(*conditions).order_by(bookings.c.starts_at)
    return tuple(_booking_of(row) for row in await tx.connection.execute(query))


def _booking_of(row: Row[Any]) -> Booking:
    return Booking(**{**row._mapping, "state": BookingState(row.state)})


def _values(booking: Booking) -> dict[str, Any]:
    return {
        "car_id": booking.car_id,
        "person_id": booking.person_id,
        "starts_at": booking.starts_at,
        "ends_at": booking.ends_at,
        "state": booking.state.value,
        "decided_by": booking.decided_by,
        "decided_at": booking.decided_at,
    }
