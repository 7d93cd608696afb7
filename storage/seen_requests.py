"""Requests that were answered already: nobody may play one again, also after a restart."""

from datetime import datetime

from sqlalchemy import Executable, bindparam

from storage.door_tables import seen_requests
from storage.prepared import InsertInto, Prepared
from storage.transaction import Transaction


@Prepared
def _remember(insert: InsertInto) -> Executable:
    added = insert(seen_requests).values(
        request_digest=bindparam("digest"), seen_at=bindparam("now")
    )
    return added.on_conflict_do_nothing()


async def is_first(tx: Transaction, request_id: str, now: datetime) -> bool:
    """Remember a request; False if it was remembered before."""
    digest = await tx.digest("request", request_id)
    return bool(await tx.change(_remember, digest=digest, now=now))
