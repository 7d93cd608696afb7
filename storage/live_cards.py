"""The pinned card of a chat: which message it is, and when it is looked at again."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from storage.answer_tables import live_cards
from storage.records import LiveCard
from storage.transaction import Transaction


async def put(tx: Transaction, chat_id: int, car_id: int, now: datetime) -> LiveCard | None:
    """Have a chat show a car from now on; return the card that it had before."""
    before = await get(tx, chat_id)
    fresh = {"car_id": car_id, "message_id": None, "digest": "", "next_at": now}
    await tx.connection.execute(
        tx.insert(live_cards)
        .values(chat_id=chat_id, **fresh)
        .on_conflict_do_update(index_elements=["chat_id"], set_=fresh)
    )
    return before


async def get(tx: Transaction, chat_id: int) -> LiveCard | None:
    """Return the card of a chat."""
    rows = await tx.connection.execute(select(live_cards).where(live_cards.c.chat_id == chat_id))
    row = rows.one_or_none()
    return None if row is None else LiveCard(**row._mapping)


async def remove(tx: Transaction, chat_id: int) -> None:
    """Have no card any more."""
    await tx.connection.execute(delete(live_cards).where(live_cards.c.chat_id == chat_id))


async def take_due(
    tx: Transaction, now: datetime, every: timedelta, *, limit: int = 50
) -> tuple[LiveCard, ...]:
    """Return cards that are to be looked at, and push them away: one worker takes each."""
    rows = await tx.connection.execute(
        select(live_cards)
        .where(live_cards.c.next_at <= now)
        .order_by(live_cards.c.next_at)
        .limit(limit)
    )
    taken = []
    for row in rows.all():
        done = await tx.connection.execute(
            update(live_cards)
            .where(live_cards.c.chat_id == row.chat_id, live_cards.c.next_at == row.next_at)
            .values(next_at=now + every)
        )
        if done.rowcount == 1:
            taken.append(LiveCard(**row._mapping))
    return tuple(taken)


async def show(tx: Transaction, chat_id: int, message_id: int, digest: str) -> None:
    """Keep which message is the card and what it shows."""
    await tx.connection.execute(
        update(live_cards)
        .where(live_cards.c.chat_id == chat_id)
        .values(message_id=message_id, digest=digest)
    )
