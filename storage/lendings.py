"""Bookings that have a sharing on Smart's platform, and how far the platform has followed them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from family.models import Booking
from storage import bookings as stored_bookings
from storage.family_tables import lendings, smart_accounts
from storage.tables import bookings, cars
from storage.transaction import Transaction

BATCH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Lending:
    """A booking whose newest version the platform does not know yet."""

    booking: Booking
    failures: int


async def link(tx: Transaction, booking: Booking, sharing_id: str, now: datetime) -> None:
    """Tie a booking to its sharing; what it says now is what the platform says, too."""
    await tx.connection.execute(
        update(bookings)
        .where(bookings.c.booking_id == booking.booking_id)
        .values(sharing_id=sharing_id)
    )
    fresh = {"followed_version": booking.version, "failures": 0, "next_at": now}
    await tx.connection.execute(
        tx.insert(lendings)
        .values(booking_id=booking.booking_id, **fresh)
        .on_conflict_do_update(index_elements=["booking_id"], set_=fresh)
    )


async def list_due(tx: Transaction, now: datetime) -> tuple[Lending, ...]:
    """Return the bookings that moved since the platform heard of them, and whose time it is."""
    rows = await tx.connection.execute(
        select(lendings.c.booking_id, lendings.c.failures)
        .join(bookings, bookings.c.booking_id == lendings.c.booking_id)
        .where(bookings.c.version > lendings.c.followed_version, lendings.c.next_at <= now)
        .order_by(lendings.c.next_at)
        .limit(BATCH)
    )
    found = []
    for row in rows.all():
        booking = await stored_bookings.get(tx, row.booking_id)
        if booking is not None:
            found.append(Lending(booking=booking, failures=row.failures))
    return tuple(found)


async def claim(tx: Transaction, booking_id: int, now: datetime, until: datetime) -> bool:
    """Take a lending until then; False if somebody else has it."""
    result = await tx.connection.execute(
        update(lendings)
        .where(lendings.c.booking_id == booking_id, lendings.c.next_at <= now)
        .values(next_at=until)
    )
    return result.rowcount == 1


async def followed(tx: Transaction, booking: Booking, now: datetime) -> None:
    """Note that the platform says what this version of the booking says."""
    await tx.connection.execute(
        update(lendings)
        .where(lendings.c.booking_id == booking.booking_id)
        .values(followed_version=booking.version, failures=0, next_at=now)
    )


async def not_followed(tx: Transaction, booking_id: int, next_at: datetime) -> None:
    """Note that the platform did not answer, and when to try again."""
    await tx.connection.execute(
        update(lendings)
        .where(lendings.c.booking_id == booking_id)
        .values(failures=lendings.c.failures + 1, next_at=next_at)
    )


async def list_linked(tx: Transaction, car_id: int, since: datetime) -> tuple[Booking, ...]:
    """Return the bookings of a car that have a sharing and end after ``since``."""
    return await stored_bookings.select_where(
        tx,
        bookings.c.car_id == car_id,
        bookings.c.sharing_id.is_not(None),
        bookings.c.ends_at > since,
    )


async def has_unfollowed(tx: Transaction, car_id: int) -> bool:
    """Return whether the platform still has to hear of a move: then a difference is no news."""
    query = (
        select(func.count())
        .select_from(lendings)
        .join(bookings, bookings.c.booking_id == lendings.c.booking_id)
        .where(bookings.c.car_id == car_id, bookings.c.version > lendings.c.followed_version)
    )
    return bool((await tx.connection.execute(query)).scalar_one())


async def save_account(tx: Transaction, car_id: int, person_id: int, address: str) -> None:
    """Keep the Smart account of somebody who may borrow the car."""
    owner = await _owner(tx, car_id)
    column = smart_accounts.c.address
    fresh = {"address": await tx.seal(column, owner, address, car_id, person_id)}
    await tx.connection.execute(
        tx.insert(smart_accounts)
        .values(car_id=car_id, person_id=person_id, **fresh)
        .on_conflict_do_update(index_elements=["car_id", "person_id"], set_=fresh)
    )


async def get_account(tx: Transaction, car_id: int, person_id: int) -> str | None:
    """Return the Smart account of a person, if the owner has told it."""
    row = (
        await tx.connection.execute(
            select(smart_accounts.c.address).where(
                smart_accounts.c.car_id == car_id, smart_accounts.c.person_id == person_id
            )
        )
    ).one_or_none()
    if row is None:
        return None
    owner = await _owner(tx, car_id)
    return await tx.unseal(smart_accounts.c.address, owner, row.address, str, car_id, person_id)


async def forget_account(tx: Transaction, car_id: int, person_id: int) -> None:
    """Forget an address that the platform does not know."""
    await tx.connection.execute(
        smart_accounts.delete().where(
            smart_accounts.c.car_id == car_id, smart_accounts.c.person_id == person_id
        )
    )


async def _owner(tx: Transaction, car_id: int) -> int:
    query = select(cars.c.chat_id).where(cars.c.car_id == car_id)
    return int((await tx.connection.execute(query)).scalar_one())
