"""Requests that were answered already: nobody may play one again, also after a restart."""

from datetime import datetime

from storage.door_tables import seen_requests
from storage.transaction import Transaction


async def is_first(tx: Transaction, request_id: str, now: datetime) -> bool:
    """Remember a request; False if it was remembered before."""
    digest = await tx.digest("request", request_id)
    added = await tx.connection.execute(
        tx.insert(seen_requests).values(request_digest=digest, seen_at=now).on_conflict_do_nothing()
    )
    return bool(added.rowcount)
