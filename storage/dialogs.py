"""Open questions to a person in a chat, and what the person wanted last."""

from datetime import datetime
from typing import Any

from sqlalchemy import Executable, bindparam, delete, select

from storage.prepared import InsertInto, Prepared, prepared
from storage.records import Dialog, Turn
from storage.tables import dialogs, turns
from storage.transaction import Transaction

# Built once: every message asks these.
_OPEN_DIALOG = prepared(
    select(dialogs).where(
        dialogs.c.chat_id == bindparam("chat"),
        dialogs.c.person_id == bindparam("person"),
        dialogs.c.expires_at > bindparam("now"),
    )
)
_LAST_TURN = prepared(
    select(turns.c.turn).where(
        turns.c.chat_id == bindparam("chat"), turns.c.person_id == bindparam("person")
    )
)


@Prepared
def _keep_turn(insert: InsertInto) -> Executable:
    added = insert(turns).values(
        chat_id=bindparam("chat"),
        person_id=bindparam("person"),
        turn=bindparam("what"),
        at=bindparam("when"),
    )
    fresh = {"turn": added.excluded.turn, "at": added.excluded.at}
    return added.on_conflict_do_update(index_elements=["chat_id", "person_id"], set_=fresh)


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
    row = await tx.fetch_one(_OPEN_DIALOG, chat=chat_id, person=person_id, now=now)
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


async def end_kind(tx: Transaction, chat_id: int, person_id: int, kind: str) -> None:
    """Forget the dialog if it is of this kind."""
    await tx.connection.execute(
        delete(dialogs).where(
            dialogs.c.chat_id == chat_id,
            dialogs.c.person_id == person_id,
            dialogs.c.kind == kind,
        )
    )


async def remember_turn(tx: Transaction, turn: Turn) -> None:
    """Keep the last understood intent of a person in a chat."""
    sealed = await tx.seal(turns.c.turn, turn.chat_id, turn, turn.person_id)
    await tx.change(_keep_turn, chat=turn.chat_id, person=turn.person_id, what=sealed, when=turn.at)


async def get_turn(tx: Transaction, chat_id: int, person_id: int) -> Turn | None:
    """Return it, however old it is."""
    row = await tx.fetch_one(_LAST_TURN, chat=chat_id, person=person_id)
    sealed = None if row is None else row.turn
    return await tx.unseal_optional(turns.c.turn, chat_id, sealed, Turn, person_id)
