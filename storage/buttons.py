"""What inline buttons do: a random handle in the chat, everything else here."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Executable, bindparam, not_, or_, select, update

from storage.prepared import InsertInto, Prepared, prepared
from storage.records import StoredButton
from storage.tables import buttons
from storage.transaction import Transaction

TOKEN_BYTES = 16

# Built once: every message asks these.
_ONE = prepared(select(buttons).where(buttons.c.token == bindparam("handle")))
_BIND = prepared(
    update(buttons)
    .where(buttons.c.token == bindparam("handle"))
    .values(message_id=bindparam("message"))
)
_NEW = (
    "token",
    "chat_id",
    "action",
    "payload",
    "person_id",
    "once",
    "group_name",
    "created_at",
    "expires_at",
)


@Prepared
def _add(insert: InsertInto) -> Executable:
    return insert(buttons).values({name: bindparam(f"new_{name}") for name in _NEW})


async def add(
    tx: Transaction,
    *,
    chat_id: int,
    action: str,
    payload: Mapping[str, Any],
    person_id: int | None,
    now: datetime,
    lives: timedelta,
    once: bool,
    group: str | None = None,
) -> str:
    """Store a button and return its token; buttons of one ``group`` can be expired together."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    await tx.change(
        _add,
        new_token=token,
        new_chat_id=chat_id,
        new_action=action,
        new_payload=await tx.seal(buttons.c.payload, chat_id, dict(payload), token),
        new_person_id=person_id,
        new_once=once,
        new_group_name=group,
        new_created_at=now,
        new_expires_at=now + lives,
    )
    return token


async def bind(tx: Transaction, tokens: Iterable[str], message_id: int) -> None:
    """Tell in which message the buttons stand."""
    for token in tokens:
        await tx.change(_BIND, handle=token, message=message_id)


async def get(tx: Transaction, token: str) -> StoredButton | None:
    """Return a button, also one that was used or has expired."""
    row = await tx.fetch_one(_ONE, handle=token)
    return None if row is None else await _button_of(tx, row)


async def use(tx: Transaction, token: str, *, person_id: int, now: datetime) -> StoredButton | None:
    """Press it: of several taps on a one-use button only the first gets it.

    ``None`` also for an unknown or expired button, and for one that is another person's.
    """
    row = (
        await tx.connection.execute(
            update(buttons)
            .where(buttons.c.token == token, _is_usable(person_id, now))
            .values(used_at=now, used_by=person_id)
            .returning(buttons)
        )
    ).one_or_none()
    return None if row is None else await _button_of(tx, row)


async def save_result(tx: Transaction, token: str, text: str) -> None:
    """Keep what the first tap was told, for the second."""
    chat_id = (
        await tx.connection.execute(select(buttons.c.chat_id).where(buttons.c.token == token))
    ).scalar_one_or_none()
    if chat_id is not None:
        sealed = await tx.seal(buttons.c.result, chat_id, text, token)
        await tx.connection.execute(
            update(buttons).where(buttons.c.token == token).values(result=sealed)
        )


async def expire_group(tx: Transaction, group: str) -> None:
    """Make the unused buttons of a group useless: the question has been answered elsewhere."""
    await tx.connection.execute(
        update(buttons)
        .where(buttons.c.group_name == group, buttons.c.used_at.is_(None))
        .values(expires_at=buttons.c.created_at)
    )


def _is_usable(person_id: int, now: datetime) -> ColumnElement[bool]:
    return (
        (buttons.c.expires_at > now)
        & or_(buttons.c.used_at.is_(None), not_(buttons.c.once))
        & or_(buttons.c.person_id.is_(None), buttons.c.person_id == person_id)
    )


async def _button_of(tx: Transaction, row: Any) -> StoredButton:
    return StoredButton(
        token=row.token,
        chat_id=row.chat_id,
        message_id=row.message_id,
        action=row.action,
        payload=await tx.unseal(
            buttons.c.payload, row.chat_id, row.payload, dict[str, Any], row.token
        ),
        person_id=row.person_id,
        expires_at=row.expires_at,
        used_at=row.used_at,
        used_by=row.used_by,
        result=await tx.unseal_optional(buttons.c.result, row.chat_id, row.result, str, row.token),
        once=row.once,
    )
