"""Messages that are owed to chats: pending, sending under a lease, then sent or dead."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Row, exists, func, select, update

from alerts.milestones import reached
from alerts.models import Change, Delivery, DeliveryState, SendResult, Urgency
from storage import owed
from storage.alert_settings import EVERY_RULE, settings_of
from storage.owed import URGENCIES
from storage.people import language_of_chat, pause_chat, timezone_of_chat
from storage.records import SentMessage
from storage.tables import alert_settings, chats, mutes, outbox, people
from storage.transaction import Transaction

_PENDING, _SENDING = DeliveryState.PENDING.value, DeliveryState.SENDING.value
_opening = outbox.alias("opening")
_ending = outbox.alias("ending")


def identity_of(kind: str, car_id: int | None, key: str, episode: str, change: Change) -> str:
    """Return what a chat is told once."""
    return msgspec.json.encode((kind, car_id, key, episode, change.value)).decode()


async def add(
    tx: Transaction,
    *,
    chat_id: int,
    car_id: int | None,
    kind: str,
    key: str,
    identity: str,
    change: Change,
    urgency: Urgency,
    at: datetime,
    owed_since: datetime,
    details: Mapping[str, str | float],
    opening_id: int | None = None,
    edits: int | None = None,
) -> bool:
    """Owe a chat a message; False if its ``identity`` is owed or told already."""
    result = await tx.connection.execute(
        tx.insert(outbox)
        .values(
            chat_id=chat_id,
            car_id=car_id,
            kind=kind,
            key=key,
            identity=identity,
            change=change.value,
            urgency=URGENCIES.index(urgency),
            at=at,
            details=await tx.seal(outbox.c.details, chat_id, dict(details), identity),
            owed_since=owed_since,
            state=_PENDING,
            due_at=owed_since,
            attempt=0,
            is_repeat=False,
            opening_id=opening_id,
            edits=edits,
        )
        .on_conflict_do_nothing()
    )
    return result.rowcount == 1


async def supersede(tx: Transaction, opening_id: int) -> None:
    """Drop what was still to be told of an episode: something newer is told instead."""
    await tx.connection.execute(
        update(outbox)
        .where(
            outbox.c.opening_id == opening_id,
            outbox.c.change == Change.UPDATED.value,
            outbox.c.state.in_((_PENDING, _SENDING)),
        )
        .values(state=DeliveryState.DEAD.value, lease=None, reason="superseded")
    )


async def find(
    tx: Transaction, kind: str, key: str, *conditions: ColumnElement[bool]
) -> Sequence[Any]:
    """Return id, chat and message of deliveries, oldest first."""
    rows = await tx.connection.execute(
        select(outbox.c.delivery_id, outbox.c.chat_id, outbox.c.message_id)
        .where(outbox.c.kind == kind, outbox.c.key == key, *conditions)
        .order_by(outbox.c.delivery_id)
    )
    return rows.all()


async def get_deliveries_of(tx: Transaction, kind: str, key: str) -> tuple[SentMessage, ...]:
    """Return where something was told, or is about to be."""
    rows = await find(tx, kind, key, outbox.c.change == Change.OPENED.value)
    return tuple(
        SentMessage(delivery_id=row.delivery_id, chat_id=row.chat_id, message_id=row.message_id)
        for row in rows
    )


async def take_pending(
    tx: Transaction,
    now: datetime,
    *,
    limit: int,
    lease: str,
    lease_now: datetime,
    lease_until: datetime,
) -> tuple[Delivery, ...]:
    """Claim what is due, the urgent first; see ``alerts.ports.AlertStore``."""
    claimed = await owed.claim(
        tx, now, limit=limit, lease=lease, lease_now=lease_now, lease_until=lease_until
    )
    return await _load(tx, claimed)


async def record_sent(tx: Transaction, results: Iterable[SendResult]) -> None:
    """Store what became of claimed rows; a result of another lease is dropped."""
    for result in results:
        delivery = result.delivery
        values: dict[str, Any] = {
            "state": result.state.value,
            "lease": None,
            "leased_until": None,
            "reason": result.reason,
        }
        if result.message_id is not None:
            values["message_id"] = result.message_id
        if result.retry_at is not None:
            values["due_at"] = result.retry_at
        await tx.connection.execute(
            update(outbox)
            .where(
                outbox.c.delivery_id == delivery.delivery_id,
                outbox.c.state == _SENDING,
                outbox.c.lease == delivery.lease,
            )
            .values(values)
        )
        if result.chat_gone:
            await pause_chat(tx, delivery.chat_id, result.reason or "chat_gone")
    reached("delivery.noting")


def _is_over() -> ColumnElement[bool]:
    """Whether the end of the row's episode is owed as well."""
    return exists().where(
        _ending.c.opening_id == outbox.c.delivery_id,
        _ending.c.change == Change.CLOSED.value,
    )


async def _load(tx: Transaction, delivery_ids: Sequence[int]) -> tuple[Delivery, ...]:
    if not delivery_ids:
        return ()
    muted_until = (
        select(func.max(mutes.c.until))
        .where(
            mutes.c.chat_id == outbox.c.chat_id,
            mutes.c.car_id == outbox.c.car_id,
            mutes.c.rule.in_((EVERY_RULE, outbox.c.kind)),
        )
        .scalar_subquery()
    )
    rows = (
        await tx.connection.execute(
            select(
                outbox,
                chats.c.is_group,
                language_of_chat().label("language"),
                timezone_of_chat().label("timezone"),
                alert_settings.c.settings,
                muted_until.label("muted_until"),
                _is_over().label("is_over"),
                func.coalesce(outbox.c.edits, _opening.c.message_id).label("message_to_edit"),
            )
            .join(chats, chats.c.chat_id == outbox.c.chat_id)
            .outerjoin(people, people.c.person_id == outbox.c.chat_id)
            .outerjoin(alert_settings, alert_settings.c.chat_id == outbox.c.chat_id)
            .outerjoin(_opening, _opening.c.delivery_id == outbox.c.opening_id)
            .where(outbox.c.delivery_id.in_(delivery_ids))
            .order_by(outbox.c.urgency, outbox.c.due_at, outbox.c.delivery_id)
        )
    ).all()
    await tx.load_data_keys(row.chat_id for row in rows)
    return tuple([await _delivery_of(tx, row) for row in rows])


async def _delivery_of(tx: Transaction, row: Row[Any]) -> Delivery:
    return Delivery(
        delivery_id=row.delivery_id,
        chat_id=row.chat_id,
        car_id=row.car_id,
        kind=row.kind,
        change=Change(row.change),
        urgency=URGENCIES[row.urgency],
        at=row.at,
        details=await tx.unseal(
            outbox.c.details, row.chat_id, row.details, dict[str, str | float], row.identity
        ),
        language=row.language,
        timezone=row.timezone,
        is_group=row.is_group,
        attempt=row.attempt,
        is_repeat=row.is_repeat,
        edits=row.message_to_edit,
        lease=row.lease,
        due_since=row.due_at if row.reason == "quiet" else row.owed_since,
        settings=settings_of(row.settings),
        muted_until=row.muted_until,
        owed_since=row.owed_since,
        is_over=row.is_over,
    )
