"""Which owed messages may leave now: a look that costs little, and the claim of those."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Update,
    and_,
    bindparam,
    case,
    exists,
    or_,
    select,
    text,
    true,
    update,
)

from alerts.delivery import ASKS
from alerts.models import LISTED_WITHIN, Change, DeliveryState, Urgency
from storage.tables import chats, outbox
from storage.transaction import Transaction

URGENCIES = (Urgency.SECURITY, Urgency.NOTICE, Urgency.INFO)  # by rank, the first goes first

MOST_AT_ONCE = 500
"""Rows that one claim takes besides those it was asked for."""

_PENDING, _SENDING = DeliveryState.PENDING.value, DeliveryState.SENDING.value
_IS_OPEN = text("outbox.state IN ('pending', 'sending')")  # in the words of the index
_opening = outbox.alias("opening")


async def is_any_due(tx: Transaction, now: datetime, *, lease: str, lease_now: datetime) -> bool:
    """Return whether ``claim`` would find something; reads only the few open rows."""
    moment = {**_moment(now, lease, lease_now), "limit": 1}
    return await tx.connection.scalar(_CHOICE, moment) is not None


async def claim(
    tx: Transaction,
    now: datetime,
    *,
    limit: int,
    lease: str,
    lease_now: datetime,
    lease_until: datetime,
) -> list[int]:
    """Claim what is due, the urgent first, and return the ids.

    A chat that is told something is told all that it is owed, so that one message can list it.
    """
    moment = {**_moment(now, lease, lease_now), "lease_until": lease_until}
    claimed = (await tx.connection.execute(_CLAIM, {**moment, "limit": limit})).all()
    if claimed:
        chat_ids = sorted({row.chat_id for row in claimed})
        rest = {**moment, "limit": MOST_AT_ONCE, "chat_ids": chat_ids, "listed_now": lease_now}
        claimed = [*claimed, *(await tx.connection.execute(_CLAIM_REST, rest)).all()]
    return [row.delivery_id for row in claimed]


def _moment(now: datetime, lease: str, lease_now: datetime) -> dict[str, Any]:
    """Return the parameters of ``_choice``."""
    return {
        "now": now,
        "this_lease": lease,
        "lease_now": lease_now,
        "listed_now": lease_now - LISTED_WITHIN,
    }


def _waits_for_opening() -> ColumnElement[bool]:
    """The end of an episode edits the message of its beginning, so that has to stand first."""
    return exists().where(
        _opening.c.delivery_id == outbox.c.opening_id,
        _opening.c.state.in_((_PENDING, _SENDING)),
    )


def _choice() -> Select[Any]:
    """Return the query for rows to send, or to send again because their sender is gone.

    What is for information and may have been told waits ``LISTED_WITHIN`` for another message of
    its chat, in which it can be listed.
    """
    is_listed = and_(
        outbox.c.urgency > URGENCIES.index(Urgency.SECURITY),
        outbox.c.kind.not_in(ASKS),
        outbox.c.change == Change.OPENED.value,
    )
    is_due = or_(
        and_(outbox.c.state == _PENDING, outbox.c.due_at <= bindparam("now")),
        and_(
            outbox.c.state == _SENDING,
            or_(
                outbox.c.lease == bindparam("this_lease"),  # its commit was not heard of
                outbox.c.leased_until <= bindparam("listed_now"),
                and_(~is_listed, outbox.c.leased_until <= bindparam("lease_now")),
            ),
        ),
    )
    return (
        select(outbox.c.delivery_id)
        .join(chats, chats.c.chat_id == outbox.c.chat_id)
        .where(_IS_OPEN, is_due, chats.c.paused_reason.is_(None), ~_waits_for_opening())
        .limit(bindparam("limit"))
    )


def _claim(choice: Select[Any]) -> Update:
    """Return the statement that claims; rows that another sender looks at are skipped."""
    chosen = (
        choice.order_by(outbox.c.urgency, outbox.c.due_at, outbox.c.delivery_id)
        .with_for_update(of=outbox, skip_locked=True)
        .cte("chosen")
    )
    is_orphan = and_(outbox.c.state == _SENDING, outbox.c.lease != bindparam("this_lease"))
    return (
        update(outbox)
        .where(outbox.c.delivery_id.in_(select(chosen.c.delivery_id)))
        .values(
            state=_SENDING,
            lease=bindparam("this_lease"),
            leased_until=bindparam("lease_until"),
            attempt=outbox.c.attempt + 1,
            is_repeat=case((is_orphan, true()), else_=outbox.c.is_repeat),
        )
        .returning(outbox.c.delivery_id, outbox.c.chat_id)
    )


_CHOICE = _choice()
_CLAIM = _claim(_choice())
_CLAIM_REST = _claim(
    _choice().where(
        outbox.c.chat_id.in_(bindparam("chat_ids", expanding=True)),
        or_(outbox.c.lease.is_(None), outbox.c.lease != bindparam("this_lease")),
    )
)
