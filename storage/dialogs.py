"""Open questions to a person in a chat, and what the person wanted last."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from storage.records import Dialog, Turn
from storage.tables import dialogs, turns
from storage.transaction import Transaction

# Built once: every message asks these.
_OPEN_DIALOG = select(dialogs).where(
    dialogs.c.chat_id == bindparam("chat"),
    dialogs.c.person_id == bindparam("person"),
    dialogs.c.expires_at > bindparam("now"),
)
_LAST_TURN = select(turns.c.turn).where(
    turns.c.chat_id == bindparam("chat"), turns.c.person_id == bindparam("person")
)


async def start(tx: Transaction, dialog: Dialog) -> None:
    """Begin or continue; a person has one dialog in a chat."""
    data = await tx.seal(dialogs.c.data, dialog.chat_id, dict(dialog.data), dialog.person_id)
    fresh = {"kind": dialog.kind, "data": data, "expires_at": dialog.expires_at}
    await tx.connection.execute(
        tx.insert(dialogs)
        .values(chat_id=dialog.chat_id, person_id=dialog.person_id, **fresh)
        .on_conflict_do_update(index_elements=["chat_id", "person_id"], set_=fresh)
    )


async def get(tx: Transaction, chat_id: int, person_id: int, now: datetime) -> Dialog | None:
    """Return the open dialog, unless it has expired."""
    row = (
        await tx.connection.execute(
            _OPEN_DIALOG, {"chat": chat_id, "person": person_id, "now": now}
        )
    ).one_or_none()
    if row is None:
        return None
    return Dialog(
        chat_id=chat_id,
        person_id=person_id,
        kind=row.kind,
        data=await tx.unseal(dialogs.c.data, chat_id, row.data, dict[str, Any], person_id),
        expires_at=row.expires_at,
    )


async def end(tx: Transaction, chat_id: int, person_id: int) -> None:
    """Forget the dialog and what was said in it."""
    await tx.connection.execute(
        delete(dialogs).where(dialogs.c.chat_id == chat_id, dialogs.c.person_id == person_id)
    )


async def remember_turn(tx: Transaction, turn: Turn) -> None:
    """Keep the last understood intent of a person in a chat."""
    fresh = {"turn": await tx.seal(turns.c.turn, turn.chat_id, turn, turn.person_id), "at": turn.at}
    await tx.connection.execute(
        tx.insert(turns)
        .values(chat_id=turn.chat_id, person_id=turn.person_id, **fresh)
        .on_conflict_do_update(index_elements=["chat_id", "person_id"], set_=fresh)
    )


async def get_turn(tx: Transaction, chat_id: int, person_id: int) -> Turn | None:
    """Return it, however old it is."""
    sealed = (
        await tx.connection.execute(_LAST_TURN, {"chat": chat_id, "person": person_id})
    ).scalar_one_or_none()
    return await tx.unseal_optional(turns.c.turn, chat_id, sealed, Turn, person_id)
