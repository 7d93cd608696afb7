"""Updates of Telegram: stored before they are acknowledged, handled at least once."""

from datetime import datetime

from sqlalchemy import func, or_, select, update

from storage.records import StoredUpdate
from storage.tables import inbox
from storage.transaction import BOT, Transaction


async def add(
    tx: Transaction,
    update_id: int,
    body: bytes,
    now: datetime,
    *,
    lease: str | None = None,
    lease_until: datetime | None = None,
) -> bool:
    """Store an update, claimed at once if there is a ``lease``; False if it was stored before."""
    sealed = await tx.seal(inbox.c.body, BOT, body, update_id)
    result = await tx.connection.execute(
        tx.insert(inbox)
        .values(
            update_id=update_id,
            body=sealed,
            received_at=now,
            lease=lease,
            leased_until=lease_until,
        )
        .on_conflict_do_nothing()
    )
    return result.rowcount == 1


async def take(
    tx: Transaction, *, limit: int, lease: str, now: datetime, lease_until: datetime
) -> tuple[StoredUpdate, ...]:
    """Claim updates that nobody handles, in order; rows that ``lease`` has are renewed."""
    free = or_(inbox.c.leased_until.is_(None), inbox.c.leased_until <= now, inbox.c.lease == lease)
    chosen = (
        select(inbox.c.update_id)
        .where(inbox.c.body.is_not(None), free)
        .order_by(inbox.c.update_id)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .cte("chosen")
    )
    rows = await tx.connection.execute(
        update(inbox)
        .where(inbox.c.update_id.in_(select(chosen.c.update_id)))
        .values(lease=lease, leased_until=lease_until)
        .returning(inbox.c.update_id, inbox.c.body)
    )
    return tuple(
        [
            StoredUpdate(
                update_id=row.update_id,
                body=await tx.unseal(inbox.c.body, BOT, row.body, bytes, row.update_id),
            )
            for row in sorted(rows, key=lambda row: row.update_id)
        ]
    )


async def done(tx: Transaction, *update_ids: int) -> None:
    """Erase the bodies of handled updates; their numbers stay, so a repetition is known."""
    await tx.connection.execute(
        update(inbox)
        .where(inbox.c.update_id.in_(update_ids))
        .values(body=None, lease=None, leased_until=None)
    )


async def last_update_id(tx: Transaction) -> int | None:
    """Return the highest number that was ever stored."""
    last: int | None = await tx.connection.scalar(select(func.max(inbox.c.update_id)))
    return last
