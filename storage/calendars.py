"""Foreign calendars of a car: their sealed addresses, and the busy times that they said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from family.models import Booking, BookingState
from family.slots import Slot
from storage.family_tables import busy_times, imported_calendars
from storage.transaction import Transaction

NOBODY = -1  # no person has a negative id


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedCalendar:
    """A calendar that somebody else publishes, read again and again."""

    calendar_id: int
    car_id: int
    person_id: int  # who gave the address
    address: str
    next_at: datetime
    read_at: datetime | None  # when it answered last
    failures: int  # since then

    def __repr__(self) -> str:
        """Say no address: who knows it reads the calendar."""
        return f"ImportedCalendar({self.calendar_id})"


async def add(
    tx: Transaction, *, car_id: int, person_id: int, address: str, now: datetime
) -> ImportedCalendar:
    """Keep an address for a car; the same address once more changes nothing but its owner."""
    digest = await tx.digest("calendar", f"{car_id}|{address}")
    fresh = {
        "person_id": person_id,
        "address": await tx.seal(imported_calendars.c.address, person_id, address, digest),
        "next_at": now,
    }
    row = (
        await tx.connection.execute(
            tx.insert(imported_calendars)
            .values(car_id=car_id, address_digest=digest, failures=0, **fresh)
            .on_conflict_do_update(index_elements=["car_id", "address_digest"], set_=fresh)
            .returning(imported_calendars)
        )
    ).one()
    return await _calendar_of(tx, row)


async def list_of(tx: Transaction, car_id: int) -> tuple[ImportedCalendar, ...]:
    """Return the calendars of a car, the oldest first."""
    rows = await tx.connection.execute(
        select(imported_calendars)
        .where(imported_calendars.c.car_id == car_id)
        .order_by(imported_calendars.c.calendar_id)
    )
    return tuple([await _calendar_of(tx, row) for row in rows.all()])


async def take_due(
    tx: Transaction, now: datetime, until: datetime, limit: int
) -> tuple[ImportedCalendar, ...]:
    """Claim calendars that are due by moving them to ``until``; another worker finds others."""
    due = (
        select(imported_calendars.c.calendar_id)
        .where(imported_calendars.c.next_at <= now)
        .order_by(imported_calendars.c.next_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    rows = await tx.connection.execute(
        update(imported_calendars)
        .where(imported_calendars.c.calendar_id.in_(due))
        .values(next_at=until)
        .returning(imported_calendars)
    )
    return tuple([await _calendar_of(tx, row) for row in rows.all()])


async def save_busy(
    tx: Transaction, calendar_id: int, spans: Sequence[Slot], *, now: datetime, next_at: datetime
) -> None:
    """Replace the busy times of a calendar by what it says now."""
    await tx.connection.execute(delete(busy_times).where(busy_times.c.calendar_id == calendar_id))
    if spans:
        await tx.connection.execute(
            tx.insert(busy_times),
            [
                {"calendar_id": calendar_id, "starts_at": it.starts_at, "ends_at": it.ends_at}
                for it in spans
            ],
        )
    await tx.connection.execute(
        update(imported_calendars)
        .where(imported_calendars.c.calendar_id == calendar_id)
        .values(read_at=now, next_at=next_at, failures=0)
    )


async def note_failure(tx: Transaction, calendar_id: int, next_at: datetime) -> None:
    """Remember that a calendar did not answer; what it said last stays."""
    await tx.connection.execute(
        update(imported_calendars)
        .where(imported_calendars.c.calendar_id == calendar_id)
        .values(next_at=next_at, failures=imported_calendars.c.failures + 1)
    )


async def remove(tx: Transaction, calendar_id: int, car_id: int) -> bool:
    """Forget a calendar and its busy times; False if the car has no such calendar."""
    result = await tx.connection.execute(
        delete(imported_calendars).where(
            imported_calendars.c.calendar_id == calendar_id, imported_calendars.c.car_id == car_id
        )
    )
    return result.rowcount == 1


async def busy_between(
    tx: Transaction, car_id: int, starts_at: datetime, ends_at: datetime
) -> tuple[Slot, ...]:
    """Return when the calendars of a car say that it is busy, in order."""
    rows = await tx.connection.execute(
        select(busy_times.c.starts_at, busy_times.c.ends_at)
        .join(imported_calendars, imported_calendars.c.calendar_id == busy_times.c.calendar_id)
        .where(
            imported_calendars.c.car_id == car_id,
            busy_times.c.starts_at < ends_at,
            busy_times.c.ends_at > starts_at,
        )
        .order_by(busy_times.c.starts_at)
    )
    return tuple(Slot(row.starts_at, row.ends_at) for row in rows)


async def held_between(
    tx: Transaction, car_id: int, starts_at: datetime, ends_at: datetime
) -> tuple[Booking, ...]:
    """Return the same times as bookings of nobody, which hold the car and are not stored."""
    return tuple(
        Booking(
            booking_id=0,
            car_id=car_id,
            person_id=NOBODY,
            starts_at=slot.starts_at,
            ends_at=slot.ends_at,
            state=BookingState.APPROVED,
        )
        for slot in await busy_between(tx, car_id, starts_at, ends_at)
    )


async def _calendar_of(tx: Transaction, row: Row[Any]) -> ImportedCalendar:
    return ImportedCalendar(
        calendar_id=row.calendar_id,
        car_id=row.car_id,
        person_id=row.person_id,
        address=await tx.unseal(
            imported_calendars.c.address, row.person_id, row.address, str, row.address_digest
        ),
        next_at=row.next_at,
        read_at=row.read_at,
        failures=row.failures,
    )
