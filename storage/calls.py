"""First answers to calls with an idempotency key: the same call again gets the same answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from storage.door_tables import calls
from storage.transaction import Transaction

KEPT = timedelta(days=1)
UNDER_WAY = timedelta(minutes=2)  # afterwards whoever answered it is gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call that was made before; ``answer`` is None while it is still answered."""

    is_same: bool  # as the present one
    status: int | None
    answer: str | None


async def begin(
    tx: Transaction, grant_id: int, person_id: int, key: str, request: str, now: datetime
) -> Call | None:
    """Return ``None`` to the first who makes this call, and what is known to all others."""
    digest, requested = await tx.digest("call", key), await tx.digest("call-body", request)
    mine = (calls.c.grant_id == grant_id, calls.c.key_digest == digest)
    await tx.connection.execute(delete(calls).where(*mine, calls.c.created_at < now - KEPT))
    await tx.connection.execute(
        delete(calls).where(*mine, calls.c.status.is_(None), calls.c.created_at < now - UNDER_WAY)
    )
    added = await tx.connection.execute(
        tx.insert(calls)
        .values(
            grant_id=grant_id,
            key_digest=digest,
            person_id=person_id,
            request_digest=requested,
            created_at=now,
        )
        .on_conflict_do_nothing()
    )
    if added.rowcount:
        return None
    row = (await tx.connection.execute(select(calls).where(*mine))).one()
    answer = await tx.unseal_optional(
        calls.c.answer, row.person_id, row.answer, str, row.grant_id, row.key_digest
    )
    return Call(is_same=row.request_digest == requested, status=row.status, answer=answer)


async def finish(
    tx: Transaction, grant_id: int, person_id: int, key: str, status: int, answer: str
) -> None:
    """Keep the answer."""
    digest = await tx.digest("call", key)
    sealed = await tx.seal(calls.c.answer, person_id, answer, grant_id, digest)
    await tx.connection.execute(
        update(calls)
        .where(calls.c.grant_id == grant_id, calls.c.key_digest == digest)
        .values(status=status, answer=sealed)
    )


async def abandon(tx: Transaction, grant_id: int, key: str) -> None:
    """Forget a call that could not be answered: it may be made again."""
    digest = await tx.digest("call", key)
    await tx.connection.execute(
        delete(calls).where(
            calls.c.grant_id == grant_id, calls.c.key_digest == digest, calls.c.status.is_(None)
        )
    )
