"""Revocable secrets of people: a bearer token, the address of a calendar. Only hashes are kept.

A grant lets its holder do what its scopes say, for the person, and never more than the person may
do at that moment. One that is tied to a car is worth nothing once the person has left the car.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import bindparam, exists, func, or_, select, update

from family.models import MemberState
from storage.door_tables import grants
from storage.prepared import prepared
from storage.tables import members
from storage.transaction import Transaction

SECRET_BYTES = 32  # 256 bits: nobody guesses it, so its hash needs no salt

_LIVING = prepared(
    select(grants).where(
        grants.c.secret_hash == bindparam("secret"),
        grants.c.kind == bindparam("kind"),
        grants.c.revoked_at.is_(None),
        or_(
            grants.c.car_id.is_(None),
            exists().where(
                members.c.person_id == grants.c.person_id,
                members.c.car_id == grants.c.car_id,
                members.c.state == MemberState.ACTIVE.value,
                or_(members.c.expires_at.is_(None), members.c.expires_at > bindparam("now")),
            ),
        ),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What a secret opens; the secret itself is known to its holder alone."""

    grant_id: int
    kind: str
    person_id: int
    car_id: int | None
    scopes: frozenset[str]
    label: str  # as the person called it
    created_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


async def add(
    tx: Transaction,
    *,
    kind: str,
    person_id: int,
    car_id: int | None = None,
    scopes: frozenset[str] = frozenset(),
    label: str = "",
    now: datetime,
) -> tuple[Grant, str]:
    """Make a grant; return it with its secret (43 characters), which cannot be read again."""
    secret = token_urlsafe(SECRET_BYTES)
    digest = secret_hash(secret)
    row = (
        await tx.connection.execute(
            tx.insert(grants)
            .values(
                kind=kind,
                secret_hash=digest,
                person_id=person_id,
                car_id=car_id,
                scopes=" ".join(sorted(scopes)),
                label=await tx.seal(grants.c.label, person_id, label, digest),
                created_at=now,
            )
            .returning(grants)
        )
    ).one()
    return await _grant_of(tx, row), secret


async def find(tx: Transaction, kind: str, secret: str, now: datetime) -> Grant | None:
    """Return the living grant of a secret; ``None`` alike for unknown, revoked and outlived."""
    row = await tx.fetch_one(_LIVING, kind=kind, secret=secret_hash(secret), now=now)
    return None if row is None else await _grant_of(tx, row)


async def list_of(tx: Transaction, person_id: int, kind: str) -> tuple[Grant, ...]:
    """Return the grants of a person that are not revoked, oldest first."""
    rows = await tx.connection.execute(
        select(grants)
        .where(
            grants.c.person_id == person_id, grants.c.kind == kind, grants.c.revoked_at.is_(None)
        )
        .order_by(grants.c.grant_id)
    )
    return tuple([await _grant_of(tx, row) for row in rows.all()])


async def count_of(tx: Transaction, person_id: int, kind: str) -> int:
    """Return how many grants of a kind a person has."""
    query = select(func.count()).where(
        grants.c.person_id == person_id, grants.c.kind == kind, grants.c.revoked_at.is_(None)
    )
    return int((await tx.connection.execute(query)).scalar_one())


async def count_made(tx: Transaction, person_id: int, kind: str) -> int:
    """Return how many grants of a kind a person ever made, as far as is remembered."""
    query = select(func.count()).where(grants.c.person_id == person_id, grants.c.kind == kind)
    return int((await tx.connection.execute(query)).scalar_one())


async def note_use(tx: Transaction, grant_id: int, now: datetime) -> None:
    """Remember when a grant was used last."""
    await tx.connection.execute(
        update(grants).where(grants.c.grant_id == grant_id).values(last_used_at=now)
    )


async def revoke(tx: Transaction, grant_id: int, person_id: int, now: datetime) -> Grant | None:
    """End one grant of a person at once; ``None`` if there is no such living one."""
    row = (
        await tx.connection.execute(
            update(grants)
            .where(
                grants.c.grant_id == grant_id,
                grants.c.person_id == person_id,
                grants.c.revoked_at.is_(None),
            )
            .values(revoked_at=now)
            .returning(grants)
        )
    ).one_or_none()
    return None if row is None else await _grant_of(tx, row)


async def revoke_for_car(tx: Transaction, person_id: int, car_id: int, now: datetime) -> None:
    """End what a person holds for a car; a later membership does not bring it back."""
    await tx.connection.execute(
        update(grants)
        .where(
            grants.c.person_id == person_id,
            grants.c.car_id == car_id,
            grants.c.revoked_at.is_(None),
        )
        .values(revoked_at=now)
    )


def secret_hash(secret: str) -> str:
    """Return what is kept of a secret."""
    return sha256(secret.encode()).hexdigest()


async def _grant_of(tx: Transaction, row: Any) -> Grant:
    return Grant(
        grant_id=row.grant_id,
        kind=row.kind,
        person_id=row.person_id,
        car_id=row.car_id,
        scopes=frozenset(row.scopes.split()),
        label=await tx.unseal(grants.c.label, row.person_id, row.label, str, row.secret_hash),
        created_at=row.created_at,
        last_used_at=row.last_used_at,
        revoked_at=row.revoked_at,
    )
