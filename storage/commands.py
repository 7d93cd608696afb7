"""The journal of commands sent to cars: one press makes one command, and it leaves once."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, select, update

from smartcloud.models import CommandState
from storage.records import CommandEntry
from storage.tables import commands
from storage.transaction import Transaction

OPEN = (CommandState.SENDING, CommandState.ACCEPTED)
"""States in which a command still waits for something."""

FINAL = (CommandState.CONFIRMED, CommandState.REJECTED)
"""States that nothing follows; unconfirmed and lost ones may still be seen to work."""

BUSY_FOR = timedelta(minutes=2)
"""An open command that is older blocks its car no more; the bot looks for 90 s."""


async def add(
    tx: Transaction,
    *,
    car_id: int,
    chat_id: int,
    person_id: int,
    command: str,
    arguments: Mapping[str, Any],
    baseline_at: datetime | None,
    now: datetime,
    key: str,
) -> CommandEntry | None:
    """Write down a command that is to be sent; ``None`` if this ``key`` has one already."""
    row = (
        await tx.connection.execute(
            tx.insert(commands)
            .values(
                key=key,
                car_id=car_id,
                chat_id=chat_id,
                person_id=person_id,
                command=command,
                arguments=await tx.seal(commands.c.arguments, chat_id, dict(arguments), key),
                state=CommandState.SENDING.value,
                created_at=now,
                baseline_at=baseline_at,
            )
            .on_conflict_do_nothing(index_elements=["key"])
            .returning(commands)
        )
    ).one_or_none()
    return None if row is None else await _entry_of(tx, row)


async def begin(tx: Transaction, command_id: int, now: datetime) -> bool:
    """Return True once: only who gets it may send the command to the car."""
    result = await tx.connection.execute(
        update(commands)
        .where(
            commands.c.command_id == command_id,
            commands.c.sent_at.is_(None),
            commands.c.state == CommandState.SENDING.value,
        )
        .values(sent_at=now)
    )
    return result.rowcount == 1


async def advance(
    tx: Transaction, command_id: int, state: CommandState, reason: str | None = None
) -> bool:
    """Store what became of it; False if it had ended before."""
    result = await tx.connection.execute(
        update(commands)
        .where(
            commands.c.command_id == command_id,
            commands.c.state.not_in([final.value for final in FINAL]),
        )
        .values(state=state.value, reason=reason)
    )
    return result.rowcount == 1


async def set_message(tx: Transaction, command_id: int, message_id: int) -> None:
    """Tell which message shows how it goes."""
    await tx.connection.execute(
        update(commands).where(commands.c.command_id == command_id).values(message_id=message_id)
    )


async def get(tx: Transaction, command_id: int) -> CommandEntry | None:
    """Return one entry."""
    found = await _get(tx, commands.c.command_id == command_id)
    return found[0] if found else None


async def open_commands(tx: Transaction) -> tuple[CommandEntry, ...]:
    """Return all that wait, oldest first; after a restart somebody has to look after them."""
    return await _get(tx, _is_open())


async def busy_command(tx: Transaction, car_id: int, now: datetime) -> CommandEntry | None:
    """Return the newest command that a car is busy with: it takes one at a time."""
    found = await _get(
        tx, commands.c.car_id == car_id, _is_open(), commands.c.created_at > now - BUSY_FOR
    )
    return found[-1] if found else None


def _is_open() -> ColumnElement[bool]:
    return commands.c.state.in_([state.value for state in OPEN])


async def _get(tx: Transaction, *conditions: ColumnElement[bool]) -> tuple[CommandEntry, ...]:
    query = select(commands).where(*conditions).order_by(commands.c.command_id)
    rows = (await tx.connection.execute(query)).all()
    await tx.load_data_keys(row.chat_id for row in rows)
    return tuple([await _entry_of(tx, row) for row in rows])


async def _entry_of(tx: Transaction, row: Row[Any]) -> CommandEntry:
    return CommandEntry(
        command_id=row.command_id,
        car_id=row.car_id,
        chat_id=row.chat_id,
        person_id=row.person_id,
        command=row.command,
        arguments=await tx.unseal(
            commands.c.arguments, row.chat_id, row.arguments, dict[str, Any], row.key
        ),
        state=CommandState(row.state),
        created_at=row.created_at,
        sent_at=row.sent_at,
        baseline_at=row.baseline_at,
        message_id=row.message_id,
        reason=row.reason,
    )
