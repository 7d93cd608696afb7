"""What a chat wants to be told again, and when."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select

from alerts.models import Reminder
from storage.tables import reminders
from storage.transaction import Transaction


async def set_at(tx: Transaction, chat_id: int, car_id: int, rule: str, at: datetime) -> None:
    """Tell this chat again at ``at``; it replaces what was set before for the rule."""
    fresh = {"at": at}
    await tx.connection.execute(
        tx.insert(reminders)
        .values(chat_id=chat_id, car_id=car_id, rule=rule, **fresh)
        .on_conflict_do_update(index_elements=["chat_id", "car_id", "rule"], set_=fresh)
    )


async def drop(tx: Transaction, chat_id: int, car_id: int, rule: str) -> None:
    """Remind no more."""
    row = (reminders.c.chat_id == chat_id, reminders.c.car_id == car_id, reminders.c.rule == rule)
    await tx.connection.execute(delete(reminders).where(*row))


async def list_for_cars(tx: Transaction, car_ids: Iterable[int]) -> dict[int, tuple[Reminder, ...]]:
    """Return the reminders of several cars with one statement."""
    rows = await tx.connection.execute(
        select(reminders).where(reminders.c.car_id.in_(list(car_ids))).order_by(reminders.c.at)
    )
    found: dict[int, tuple[Reminder, ...]] = {}
    for row in rows:
        reminder = Reminder(chat_id=row.chat_id, rule=row.rule, at=row.at)
        found[row.car_id] = (*found.get(row.car_id, ()), reminder)
    return found
