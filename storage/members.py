"""Who belongs to the family of a car, with rights until when."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select

from family.models import BookingState, Member, MemberState, Role
from family.permissions import Refusal, guest_of, may
from storage.cars import cars_of, select_cars
from storage.prepared import prepared
from storage.records import Car
from storage.tables import bookings, cars, data_keys, members
from storage.transaction import Transaction


async def save_member(tx: Transaction, member: Member) -> None:
    """Store a membership; it replaces an earlier one. A guest's times stay those of the booking."""
    fresh = {
        "role": int(member.role),
        "state": member.state.value,
        "expires_at": member.expires_at,
        "booking_id": member.booking_id,
    }
    await tx.connection.execute(
        tx.insert(members)
        .values(person_id=member.person_id, car_id=member.car_id, **fresh)
        .on_conflict_do_update(index_elements=["person_id", "car_id"], set_=fresh)
    )


async def get_member(tx: Transaction, person_id: int, car_id: int) -> Member | None:
    """Return a membership in whatever state it is."""
    found = await _get(tx, members.c.person_id == person_id, members.c.car_id == car_id)
    return found[0] if found else None


async def get_members(tx: Transaction, car_id: int) -> tuple[Member, ...]:
    """Return all memberships of a car, the highest role first."""
    return await _get(tx, members.c.car_id == car_id)


async def get_owners(tx: Transaction, car_id: int) -> tuple[int, ...]:
    """Return the persons who own the car and are active."""
    owners = await _get(
        tx,
        members.c.car_id == car_id,
        members.c.role == int(Role.OWNER),
        members.c.state == MemberState.ACTIVE.value,
    )
    return tuple(owner.person_id for owner in owners)


async def get_cars_of(
    tx: Transaction, person_id: int, *, now: datetime
) -> tuple[tuple[Car, Member], ...]:
    """Return the cars that a person may use at ``now``, with the membership that says so."""
    rows = await tx.fetch(_CARS_OF, person=person_id)
    for row in rows:
        tx.learn_data_key(row.chat_id, row.key_id, row.wrapped)
    found = [(row, member_of(row)) for row in rows]
    usable = [(row, member) for row, member in found if may(member, Role.GUEST, now).allowed]
    cars_found = await cars_of(tx, [row for row, _ in usable])
    return tuple(zip(cars_found, (member for _, member in usable), strict=True))


async def get_coming(tx: Transaction, person_id: int, *, now: datetime) -> tuple[Member, ...]:
    """Return the memberships of a guest that begin later, the next one first."""
    found = await _get(tx, members.c.person_id == person_id)
    coming = [it for it in found if may(it, Role.GUEST, now).reason is Refusal.TOO_EARLY]
    return tuple(sorted(coming, key=lambda it: it.begins_at or now))


async def get_guests_of(tx: Transaction, booking_id: int) -> tuple[Member, ...]:
    """Return the guests whose rights hang on a booking."""
    return await _get(tx, members.c.booking_id == booking_id)


# The booking on which a guest's rights hang; joined to the membership.
BOOKED = (bookings.c.state.label("held"), bookings.c.starts_at, bookings.c.ends_at)


def _select_cars_of() -> Select[Any]:
    """Return the query for a person's cars with what ``member_of`` reads; built once."""
    mine = [column for column in members.c if column is not members.c.car_id]
    return (
        select_cars()
        .add_columns(*mine, *BOOKED, data_keys.c.key_id, data_keys.c.wrapped)
        .join(members, members.c.car_id == cars.c.car_id)
        .outerjoin(data_keys, data_keys.c.chat_id == cars.c.chat_id)
        .outerjoin(bookings, bookings.c.booking_id == members.c.booking_id)
        .where(members.c.person_id == bindparam("person"))
    )


_CARS_OF = prepared(_select_cars_of())


async def _get(tx: Transaction, *conditions: ColumnElement[bool]) -> tuple[Member, ...]:
    query = (
        select(members, *BOOKED)
        .outerjoin(bookings, bookings.c.booking_id == members.c.booking_id)
        .where(*conditions)
        .order_by(members.c.role.desc(), members.c.person_id)
    )
    return tuple(member_of(row) for row in await tx.connection.execute(query))


def member_of(row: Any) -> Member:
    """Return the membership of a row with the columns of ``members`` and ``BOOKED``."""
    member = Member(
        person_id=row.person_id,
        car_id=row.car_id,
        role=Role(row.role),
        state=MemberState(row.state),
        expires_at=row.expires_at,
        booking_id=row.booking_id,
    )
    if row.booking_id is None:
        return member
    booking = None if row.held is None else (BookingState(row.held), row.starts_at, row.ends_at)
    return guest_of(member, *(booking or (None, None, None)))
