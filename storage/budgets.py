"""How often something may be tried in a while; counted in the database, for all processes."""

from datetime import datetime, timedelta

from sqlalchemy import Executable, bindparam, case, or_, select

from storage.door_tables import budgets
from storage.prepared import InsertInto, Prepared, prepared
from storage.transaction import Transaction

_FULL_AT = prepared(select(budgets.c.since).where(budgets.c.name == bindparam("bucket")))


@Prepared
def _fill(insert: InsertInto) -> Executable:
    added = insert(budgets).values(
        name=bindparam("bucket"), used=bindparam("one"), since=bindparam("full_at")
    )
    return added.on_conflict_do_update(
        index_elements=["name"], set_={"since": added.excluded.since}
    )


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


async def full_at(tx: Transaction, bucket: str) -> datetime | None:
    """Return when a bucket that was drawn from is full again; ``None`` for a new one."""
    row = await tx.fetch_one(_FULL_AT, bucket=bucket)
    return None if row is None else row.since


async def fill_until(tx: Transaction, bucket: str, when: datetime) -> None:
    """Remember when a bucket is full again."""
    await tx.change(_fill, bucket=bucket, one=1, full_at=when)
