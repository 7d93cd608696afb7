"""Bookings of cars; two that hold the car at the same time are never stored."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Row, select, update

from family.bookings import Verb
from family.models import Booking, BookingState
from family.permissions import COMES_EARLY
from family.slots import HOLDING, OPEN, refuse_overlap
from storage.tables import booking_moves, bookings, cars
from storage.transaction import Transaction

ASKED = "ask"
"""What stands in the journal for a booking's beginning, which is not a move."""


class _Details(msgspec.Struct, frozen=True, omit_defaults=True):
    destination: str | None = None
    distance_km: float | None = None
    note: str | None = None


async def add(tx: Transaction, booking: Booking) -> Booking:
    """Store a new booking and return it with its id.

    Raises ``family.slots.BookingError`` with free times if the car is held then, unless it is one
    that waits for that (urgent, or on the waiting list).
    """
    if booking.state not in {BookingState.URGENT, BookingState.WAITING}:
        await _refuse_overlap(tx, booking)
    values = {**_values(booking), "version": booking.version}
    booking_id = (
        await tx.connection.execute(
            tx.insert(bookings).values(values).returning(bookings.c.booking_id)
        )
    ).scalar_one()
    stored = replace(booking, booking_id=booking_id)
    await _save_details(tx, stored)
    await _keep_move(tx, stored, ASKED, stored.person_id)
    return stored


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


async def select_where(tx: Transaction, *conditions: ColumnElement[bool]) -> tuple[Booking, ...]:
    """Return the bookings that fulfil all conditions, by start."""
    return await _get(tx, *conditions)


async def list_of_person(
    tx: Transaction, person_id: int, starts_at: datetime, ends_at: datetime
) -> tuple[Booking, ...]:
    """Return all bookings of a person that touch the interval, whatever car and state."""
    return await _get(
        tx,
        bookings.c.person_id == person_id,
        bookings.c.starts_at < ends_at,
        bookings.c.ends_at > starts_at,
    )


async def list_requested(tx: Transaction, car_id: int) -> tuple[Booking, ...]:
    """Return what waits for an owner's answer."""
    return await _get(
        tx, bookings.c.car_id == car_id, bookings.c.state == BookingState.REQUESTED.value
    )


async def list_open_of(tx: Transaction, person_id: int) -> tuple[Booking, ...]:
    """Return a person's bookings that are not settled for good, running ones among them."""
    return await _get(tx, bookings.c.person_id == person_id, _is_in(OPEN))


async def list_open(tx: Transaction, car_id: int) -> tuple[Booking, ...]:
    """Return all bookings of a car that are not settled for good."""
    return await _get(tx, bookings.c.car_id == car_id, _is_in(OPEN))


async def list_series(tx: Transaction, series_id: int) -> tuple[Booking, ...]:
    """Return the bookings that repeat one, itself included, whatever their state."""
    return await _get(tx, bookings.c.series_id == series_id)


async def list_due(tx: Transaction, now: datetime, *, limit: int) -> tuple[Booking, ...]:
    """Return what the clock has to move at ``now``, of any car: begun or over, earliest first."""
    begun = (bookings.c.state == BookingState.APPROVED.value) & (bookings.c.starts_at <= now)
    over = _is_in(OPEN - {BookingState.ACTIVE}) & (bookings.c.ends_at <= now)
    return await _get(tx, begun | over, limit=limit)


async def list_held_by(tx: Transaction, person_id: int, now: datetime) -> tuple[Booking, ...]:
    """Return the bookings by which a person has a car, or is about to take it."""
    return await _get(
        tx,
        bookings.c.person_id == person_id,
        _is_in(HOLDING),
        bookings.c.starts_at <= now + COMES_EARLY,
        (bookings.c.ends_at > now) | (bookings.c.state == BookingState.ACTIVE.value),
    )


async def cars_waited_for(tx: Transaction) -> tuple[int, ...]:
    """Return the cars for which somebody is on the waiting list or asked others to give way."""
    waits = _is_in(frozenset({BookingState.WAITING, BookingState.URGENT}))
    rows = await tx.connection.execute(select(bookings.c.car_id).where(waits).distinct())
    return tuple(rows.scalars())


async def find_sharing(tx: Transaction, car_id: int, sharing_id: str) -> Booking | None:
    """Return the booking that belongs to a sharing on Smart's platform."""
    found = await _get(tx, bookings.c.car_id == car_id, bookings.c.sharing_id == sharing_id)
    return found[0] if found else None


async def move(
    tx: Transaction, booking: Booking, expected_version: int, *, verb: Verb, by: int | None
) -> bool:
    """Store a moved booking; False if somebody moved it since ``expected_version``.

    ``by`` is the person who made the move, ``None`` the clock. Raises
    ``family.slots.BookingError`` if it would hold the car while another one does.
    """
    if booking.state in HOLDING:
        await _refuse_overlap(tx, booking)
    fresh = {**_values(booking), "version": expected_version + 1}
    result = await tx.connection.execute(
        update(bookings)
        .where(bookings.c.booking_id == booking.booking_id, bookings.c.version == expected_version)
        .values(fresh)
    )
    if result.rowcount != 1:
        return False
    await _keep_move(tx, replace(booking, version=expected_version + 1), verb, by)
    return True


async def describe(tx: Transaction, booking: Booking) -> None:
    """Store destination, distance, note, series and sharing, which are no moves."""
    await tx.connection.execute(
        update(bookings)
        .where(bookings.c.booking_id == booking.booking_id)
        .values(series_id=booking.series_id, sharing_id=booking.sharing_id)
    )
    await _save_details(tx, booking)


async def last_move(tx: Transaction, booking: Booking) -> tuple[Booking, int | None] | None:
    """Return what the booking was before its last move, and who made that; ``None`` if none."""
    rows = (
        await tx.connection.execute(
            select(booking_moves)
            .where(
                booking_moves.c.booking_id == booking.booking_id,
                booking_moves.c.version.in_([booking.version - 1, booking.version]),
            )
            .order_by(booking_moves.c.version)
        )
    ).all()
    if len(rows) != 2:
        return None
    was, last = rows
    before = replace(
        booking,
        state=BookingState(was.state),
        starts_at=was.starts_at,
        ends_at=was.ends_at,
        decided_by=was.decided_by,
        decided_at=was.decided_at,
        version=was.version,
    )
    return before, last.person_id


async def hand_on(tx: Transaction, booking_id: int, person_id: int) -> None:
    """Make a booking that was made for somebody theirs."""
    await tx.connection.execute(
        update(bookings).where(bookings.c.booking_id == booking_id).values(person_id=person_id)
    )


async def _refuse_overlap(tx: Transaction, booking: Booking) -> None:
    """Look at everything of the car from then on: the free times around are offered."""
    others = await _get(
        tx,
        bookings.c.car_id == booking.car_id,
        bookings.c.booking_id != booking.booking_id,
        _is_in(HOLDING),
    )
    refuse_overlap(others, booking.starts_at, booking.ends_at)


def _is_in(states: frozenset[BookingState]) -> ColumnElement[bool]:
    return bookings.c.state.in_(sorted(state.value for state in states))


async def _keep_move(tx: Transaction, booking: Booking, verb: str, by: int | None) -> None:
    await tx.connection.execute(
        tx.insert(booking_moves).values(
            booking_id=booking.booking_id,
            version=booking.version,
            verb=str(verb),
            person_id=by,
            at=booking.changed_at or booking.starts_at,
            state=booking.state.value,
            starts_at=booking.starts_at,
            ends_at=booking.ends_at,
            decided_by=booking.decided_by,
            decided_at=booking.decided_at,
        )
    )


async def _save_details(tx: Transaction, booking: Booking) -> None:
    details = _Details(booking.destination, booking.distance_km, booking.note)
    sealed = None
    if details != _Details():
        sealed = await tx.seal(
            bookings.c.details, await _owner(tx, booking.car_id), details, booking.booking_id
        )
    await tx.connection.execute(
        update(bookings).where(bookings.c.booking_id == booking.booking_id).values(details=sealed)
    )


async def _owner(tx: Transaction, car_id: int) -> int:
    """Return the chat whose data key seals what is private about a car."""
    query = select(cars.c.chat_id).where(cars.c.car_id == car_id)
    return int((await tx.connection.execute(query)).scalar_one())


async def _get(
    tx: Transaction, *conditions: ColumnElement[bool], limit: int | None = None
) -> tuple[Booking, ...]:
    query = (
        select(bookings, cars.c.chat_id)
        .join(cars, cars.c.car_id == bookings.c.car_id)
        .where(*conditions)
        .order_by(bookings.c.starts_at, bookings.c.booking_id)
        .limit(limit)
    )
    rows: Sequence[Row[Any]] = (await tx.connection.execute(query)).all()
    await tx.load_data_keys(row.chat_id for row in rows if row.details is not None)
    return tuple([await _booking_of(tx, row) for row in rows])


async def _booking_of(tx: Transaction, row: Row[Any]) -> Booking:
    values = dict(row._mapping)
    chat_id, sealed = values.pop("chat_id"), values.pop("details")
    details = await tx.unseal_optional(
        bookings.c.details, chat_id, sealed, _Details, row.booking_id
    )
    private = msgspec.structs.asdict(details or _Details())
    return Booking(**{**values, **private, "state": BookingState(row.state)})


def _values(booking: Booking) -> dict[str, Any]:
    return {
        "car_id": booking.car_id,
        "person_id": booking.person_id,
        "starts_at": booking.starts_at,
        "ends_at": booking.ends_at,
        "state": booking.state.value,
        "decided_by": booking.decided_by,
        "decided_at": booking.decided_at,
        "changed_at": booking.changed_at,
        "is_whole_day": booking.is_whole_day,
        "is_urgent": booking.is_urgent,
        "series_id": booking.series_id,
        "sharing_id": booking.sharing_id,
        "proposed_by": booking.proposed_by,
        "proposed_starts_at": booking.proposed_starts_at,
        "proposed_ends_at": booking.proposed_ends_at,
    }
