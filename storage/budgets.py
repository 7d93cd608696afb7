"""How often something may be tried in a while; counted in the database, for all processes."""

from datetime import datetime, timedelta

from sqlalchemy import case, or_

from storage.door_tables import budgets
from storage.transaction import Transaction


async def take(tx: Transaction, name: str, most: int, window: timedelta, now: datetime) -> bool:
    """Use one of ``most`` tries in a window up; False if none is left."""
    is_old = budgets.c.since <= now - window
    taken = await tx.connection.execute(
        tx.insert(budgets)
        .values(name=name, used=1, since=now)
        .on_conflict_do_update(
            index_elements=["name"],
            set_={
                "used": case((is_old, 1), else_=budgets.c.used + 1),
                "since": case((is_old, now), else_=budgets.c.since),
            },
            where=or_(is_old, budgets.c.used < most),
        )
    )
    return bool(taken.rowcount)
