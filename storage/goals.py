"""Goals that were promised: told once when they are due."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from storage.answer_tables import goals
from storage.records import Goal
from storage.transaction import Transaction


async def add(
    tx: Transaction,
    *,
    chat_id: int,
    car_id: int,
    person_id: int,
    kind: str,
    target: float,
    due_at: datetime,
    waits_since: datetime | None = None,
) -> int:
    """Store a goal and return its id; this person's open one of the kind is given up for it.

    What was promised to somebody else stays.
    """
    await tx.connection.execute(
        update(goals)
        .where(
            goals.c.car_id == car_id,
            goals.c.person_id == person_id,
            goals.c.kind == kind,
            goals.c.told_at.is_(None),
        )
        .values(told_at=due_at)
    )
    values = {
        "chat_id": chat_id,
        "car_id": car_id,
        "person_id": person_id,
        "kind": kind,
        "target": target,
        "due_at": due_at,
        "waits_since": waits_since,
    }
    added = await tx.connection.execute(
        tx.insert(goals).values(**values).returning(goals.c.goal_id)
    )
    return int(added.scalar_one())


async def list_due(tx: Transaction, now: datetime, *, limit: int = 50) -> tuple[Goal, ...]:
    """Return open goals whose time has come, the oldest first."""
    rows = await tx.connection.execute(
        select(goals)
        .where(goals.c.told_at.is_(None), goals.c.due_at <= now)
        .order_by(goals.c.due_at)
        .limit(limit)
    )
    return tuple(_goal_of(row) for row in rows)


async def list_waiting(tx: Transaction, now: datetime, *, limit: int = 50) -> tuple[Goal, ...]:
    """Return open goals that still wait for a cable, the most urgent first."""
    rows = await tx.connection.execute(
        select(goals)
        .where(goals.c.told_at.is_(None), goals.c.due_at > now, goals.c.waits_since.is_not(None))
        .order_by(goals.c.due_at)
        .limit(limit)
    )
    return tuple(_goal_of(row) for row in rows)


async def newest_open(
    tx: Transaction, chat_id: int, *, person_id: int | None = None, goal_id: int | None = None
) -> Goal | None:
    """Return the open goal of a chat that was set last: of one person, or this one."""
    mine = () if person_id is None else (goals.c.person_id == person_id,)
    this = () if goal_id is None else (goals.c.goal_id == goal_id,)
    rows = await tx.connection.execute(
        select(goals)
        .where(goals.c.told_at.is_(None), goals.c.chat_id == chat_id, *mine, *this)
        .order_by(goals.c.goal_id.desc())
        .limit(1)
    )
    row = rows.first()
    return None if row is None else _goal_of(row)


async def list_open(tx: Transaction, chat_id: int, *, limit: int = 8) -> tuple[Goal, ...]:
    """Return the open goals of a chat, the next one first."""
    rows = await tx.connection.execute(
        select(goals)
        .where(goals.c.told_at.is_(None), goals.c.chat_id == chat_id)
        .order_by(goals.c.due_at)
        .limit(limit)
    )
    return tuple(_goal_of(row) for row in rows)


async def end_waiting(tx: Transaction, goal_id: int) -> bool:
    """Let a goal wait no more; False if it did not wait: only who gets True may begin."""
    done = await tx.connection.execute(
        update(goals)
        .where(goals.c.goal_id == goal_id, goals.c.waits_since.is_not(None))
        .values(waits_since=None)
    )
    return bool(done.rowcount == 1)


async def end_waiting_of(tx: Transaction, car_id: int) -> None:
    """Let no goal of a car begin by itself: somebody said stop."""
    await tx.connection.execute(
        update(goals).where(goals.c.car_id == car_id).values(waits_since=None)
    )


async def tell(tx: Transaction, goal_id: int, now: datetime) -> bool:
    """Close a goal; False if somebody else did."""
    done = await tx.connection.execute(
        update(goals)
        .where(goals.c.goal_id == goal_id, goals.c.told_at.is_(None))
        .values(told_at=now)
    )
    return bool(done.rowcount == 1)


def _goal_of(row: Row[Any]) -> Goal:
    return Goal(
        goal_id=row.goal_id,
        chat_id=row.chat_id,
        car_id=row.car_id,
        person_id=row.person_id,
        kind=row.kind,
        target=row.target,
        due_at=row.due_at,
        waits_since=row.waits_since,
    )
