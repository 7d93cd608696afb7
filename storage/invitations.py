"""Invitations into the family of a car: one-time links of which only the hash is kept."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select, update

from family.models import Member, Role
from family.permissions import may
from storage import bookings as stored_bookings
from storage import members
from storage.records import Invitation
from storage.tables import cars, invitations
from storage.transaction import Transaction


async def add(tx: Transaction, invitation: Invitation) -> None:
    """Store an invitation; its label (for whom it is) is sealed."""
    label = None
    if invitation.label:
        owner = (
            await tx.connection.execute(
                select(cars.c.chat_id).where(cars.c.car_id == invitation.car_id)
            )
        ).scalar_one()
        label = await tx.seal(invitations.c.label, owner, invitation.label, invitation.token_hash)
    await tx.connection.execute(
        tx.insert(invitations).values(
            token_hash=invitation.token_hash,
            car_id=invitation.car_id,
            role=int(invitation.role),
            expires_at=invitation.expires_at,
            created_by=invitation.created_by,
            booking_id=invitation.booking_id,
            label=label,
        )
    )


async def list_open(tx: Transaction, car_id: int, now: datetime) -> tuple[Invitation, ...]:
    """Return the invitations to a car that can still be taken, the oldest first."""
    return await _get(
        tx,
        invitations.c.car_id == car_id,
        invitations.c.taken_by.is_(None),
        invitations.c.expires_at > now,
    )


async def withdraw(tx: Transaction, car_id: int, token_hash: str) -> bool:
    """Make a link useless; False if it was taken already or there is none."""
    result = await tx.connection.execute(
        delete(invitations).where(
            invitations.c.car_id == car_id,
            invitations.c.token_hash == token_hash,
            invitations.c.taken_by.is_(None),
        )
    )
    return result.rowcount == 1


async def withdraw_all_of(tx: Transaction, car_id: int, person_id: int) -> int:
    """Make the links useless that a person made and nobody took; return how many there were."""
    result = await tx.connection.execute(
        delete(invitations).where(
            invitations.c.car_id == car_id,
            invitations.c.created_by == person_id,
            invitations.c.taken_by.is_(None),
        )
    )
    return result.rowcount


async def take(
    tx: Transaction, token_hash: str, person_id: int, *, now: datetime, at: datetime
) -> Member | None:
    """Make the first person who comes an active member; ``None`` for all others.

    The link lives by people's time ``now``, rights by the world's time ``at``. Who invited has to
    be an owner still. Who is an active member with a higher role already keeps it. A guest gets
    the booking that the invitation was made for.
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
            .returning(invitations)
        )
    ).one_or_none()
    if row is None:
        return None
    host = await members.get_member(tx, row.created_by, row.car_id)
    if not may(host, Role.OWNER, at).allowed:
        return None
    known = await members.get_member(tx, person_id, row.car_id)
    if known is not None and may(known, Role(row.role), at).allowed and row.booking_id is None:
        return known
    if row.booking_id is not None:
        await stored_bookings.hand_on(tx, row.booking_id, person_id)
        if known is not None and may(known, Role.YOUNG_DRIVER, at).allowed:
            return known
    member = Member(
        person_id=person_id, car_id=row.car_id, role=Role(row.role), booking_id=row.booking_id
    )
    await members.save_member(tx, member)
    return await members.get_member(tx, person_id, row.car_id)


async def _get(tx: Transaction, *conditions: ColumnElement[bool]) -> tuple[Invitation, ...]:
    rows = await tx.connection.execute(
        select(invitations, cars.c.chat_id)
        .join(cars, cars.c.car_id == invitations.c.car_id)
        .where(*conditions)
        .order_by(invitations.c.expires_at, invitations.c.token_hash)
    )
    return tuple([await _invitation_of(tx, row) for row in rows.all()])


async def _invitation_of(tx: Transaction, row: Row[Any]) -> Invitation:
    label = await tx.unseal_optional(
        invitations.c.label, row.chat_id, row.label, str, row.token_hash
    )
    return Invitation(
        token_hash=row.token_hash,
        car_id=row.car_id,
        role=Role(row.role),
        expires_at=row.expires_at,
        created_by=row.created_by,
        booking_id=row.booking_id,
        label=label or "",
    )
