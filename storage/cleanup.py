"""Deletes what nobody needs any more; run once a day."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from alerts.history import KEPT
from alerts.models import DeliveryState
from storage import door_tables, tables
from storage.commands import OPEN
from storage.transaction import Transaction

KEPT_BUTTONS = timedelta(days=7)  # after they expired: an old one gets a fitting answer
KEPT_TURNS = timedelta(days=1)
KEPT_UPDATES = timedelta(days=7)  # Telegram repeats for a day
KEPT_CALLS = timedelta(days=1)
KEPT_HISTORY = timedelta(days=90)  # journal of commands, told alerts, counted requests


async def delete_expired(tx: Transaction, now: datetime) -> int:
    """Delete old rows and return how many; nothing that is owed, open or unhandled."""
    old = now - KEPT_HISTORY
    settled = (DeliveryState.SENT.value, DeliveryState.DEAD.value)
    newest_update = select(func.max(tables.inbox.c.update_id)).scalar_subquery()
    statements = (
        delete(tables.buttons).where(tables.buttons.c.expires_at < now - KEPT_BUTTONS),
        delete(tables.dialogs).where(tables.dialogs.c.expires_at < now),
        delete(tables.turns).where(tables.turns.c.at < now - KEPT_TURNS),
        delete(tables.invitations).where(tables.invitations.c.expires_at < now),
        delete(tables.frames).where(tables.frames.c.at < now - KEPT),
        delete(tables.reminders).where(tables.reminders.c.at < now - KEPT_TURNS),
        delete(door_tables.pairing_codes).where(door_tables.pairing_codes.c.expires_at < now),
        delete(door_tables.calls).where(door_tables.calls.c.created_at < now - KEPT_CALLS),
        delete(door_tables.seen_requests).where(
            door_tables.seen_requests.c.seen_at < now - KEPT_CALLS
        ),
        delete(door_tables.budgets).where(door_tables.budgets.c.since < now - KEPT_TURNS * 2),
        delete(door_tables.grants).where(door_tables.grants.c.revoked_at < old),
        delete(tables.mutes).where(tables.mutes.c.until < now),
        delete(tables.login_pauses).where(tables.login_pauses.c.quiet_until < now - KEPT_TURNS),
        delete(tables.cloud_pauses).where(tables.cloud_pauses.c.quiet_until < now - KEPT_TURNS),
        delete(tables.inbox).where(
            tables.inbox.c.body.is_(None),
            tables.inbox.c.received_at < now - KEPT_UPDATES,
            tables.inbox.c.update_id != newest_update,
        ),
        delete(tables.outbox).where(
            tables.outbox.c.owed_since < old, tables.outbox.c.state.in_(settled)
        ),
        delete(tables.episodes).where(tables.episodes.c.closed_at < old),
        delete(tables.commands).where(
            tables.commands.c.created_at < old,
            tables.commands.c.state.not_in([state.value for state in OPEN]),
        ),
        delete(tables.request_counts).where(tables.request_counts.c.day < old.date()),
    )
    number = 0
    for statement in statements:
        number += await tx.change_many(statement)
    return number
