"""Who belongs to the family of a car, and invitations into it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, or_, select, update

from family.models import Member, MemberState, Role
from storage.cars import load_cars, select_cars
from storage.records import Car
from storage.tables import cars, invitations, members
from storage.transaction import Transaction


async def save_member(tx: Transaction, member: Member) -> None:
    """Store a membership; it replaces an earlier one."""
    fresh = {
        "role": int(member.role),
        "state": member.state.value,
        "expires_at": member.expires_at,
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
    found = await _get(
        tx,
        members.c.person_id == person_id,
        members.c.state == MemberState.ACTIVE.value,
        or_(members.c.expires_at.is_(None), members.c.expires_at > now),
    )
    by_car = {member.car_id: member for member in found}
    usable = await load_cars(tx, select_cars().where(cars.c.car_id.in_(list(by_car))))
    return tuple((car, by_car[car.car_id]) for car in usable)


async def add_invitation(
    tx: Transaction,
    *,
    token_hash: str,
    car_id: int,
    role: Role,
    expires_at: datetime,
    created_by: int,
) -> None:
    """Store an invitation; only the hash of its token is kept."""
    await tx.connection.execute(
        tx.insert(invitations).values(
            token_hash=token_hash,
            car_id=car_id,
            role=int(role),
            expires_at=expires_at,
            created_by=created_by,
        )
    )


async def take_invitation(
    tx: Transaction, token_hash: str, person_id: int, now: datetime
) -> Member | None:
    """Make the first person who comes an active member; ``None`` for all others.

    Who is an active member with a higher role already keeps it.
    """
    row = (
        await tx.connection.execute(
            update(invitations)
            .where(
                invitations.c.token_hash == token_hash,
                invitations.c.taken_by.is_(None),
                invitations.c.expires_at > now,
            )
            .values(taken_by=person_id, taken_at=now)
            .returning(invitations.c.car_id, invitations.c.role)
        )
    ).one_or_none()
    if row is None:
        return None
    known = await get_member(tx, person_id, row.car_id)
    if known is not None and known.state is MemberState.ACTIVE and known.role >= row.role:
        return known
    member = Member(person_id=person_id, car_id=row.car_id, role=Role(row.role))
    await save_member(tx, member)
    return member


async def _get(tx: Transaction, *conditions: ColumnElement[bool]) -> tuple[Member, ...]:
    query = select(members).where(*conditions).order_by(members.c.role.desc(), members.c.person_id)
    return tuple(_member_of(row) for row in await tx.connection.execute(query))


def _member_of(row: Row[Any]) -> Member:
    return Member(
        person_id=row.person_id,
        car_id=row.car_id,
        role=Role(row.role),
        state=MemberState(row.state),
        expires_at=row.expires_at,
    )
