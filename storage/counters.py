"""How many requests an account made to the cloud in a day."""

from datetime import date

from sqlalchemy import func, select

from storage.tables import request_counts
from storage.transaction import Transaction


async def count_request(
    tx: Transaction, account_id: int, day: date, kind: str, number: int
) -> None:
    """Add ``number`` requests of a kind ("status", "command")."""
    counted = tx.insert(request_counts).values(
        account_id=account_id, day=day, kind=kind, number=number
    )
    await tx.connection.execute(
        counted.on_conflict_do_update(
            index_elements=["account_id", "day", "kind"],
            set_={"number": request_counts.c.number + counted.excluded.number},
        )
    )


async def requests_today(tx: Transaction, account_id: int, day: date) -> int:
    """Return the requests of all kinds."""
    query = select(func.coalesce(func.sum(request_counts.c.number), 0)).where(
        request_counts.c.account_id == account_id, request_counts.c.day == day
    )
    return int((await tx.connection.execute(query)).scalar_one())
