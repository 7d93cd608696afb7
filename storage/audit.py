"""The question that has to have the answer "none": what was noticed and never told?"""

from datetime import datetime, timedelta

from sqlalchemy import func, select

from alerts.models import DeliveryState
from storage.tables import chats, outbox
from storage.transaction import Transaction

OVERDUE = timedelta(hours=1)
"""Retries and leases are minutes; what was due for longer is stuck."""


async def overdue_deliveries(tx: Transaction, now: datetime) -> int:
    """Return how many messages are neither sent nor dead though they were due an hour ago.

    Chats that cannot be reached (blocked, kicked) are left out; theirs waits for them.
    """
    query = (
        select(func.count())
        .select_from(outbox)
        .join(chats, chats.c.chat_id == outbox.c.chat_id)
        .where(
            outbox.c.state.in_((DeliveryState.PENDING.value, DeliveryState.SENDING.value)),
            outbox.c.due_at < now - OVERDUE,
            chats.c.paused_reason.is_(None),
        )
    )
    return int((await tx.connection.execute(query)).scalar_one())
