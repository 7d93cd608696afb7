"""Which columns are sealed and by what each value is bound; checks and moves them all."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, and_, delete, literal, select, update

from storage import door_tables, family_tables, keys, tables
from storage.transaction import BOT, Transaction, column_context, data_key_context


@dataclass(frozen=True, slots=True)
class Sealed:
    """One sealed column: ``owner`` has the chat whose key it needs, ``identity`` names the row."""

    column: Column[Any]
    owner: ColumnElement[int]
    identity: tuple[Column[Any], ...] = ()

    def select(self) -> Select[Any]:
        """Return the query for owner, value and identity of every row with a value."""
        return select(self.owner, self.column, *self.identity).where(self.column.is_not(None))


def _car(name: str) -> Sealed:
    columns = tables.cars.c
    return Sealed(columns[name], columns.chat_id, (columns.region, columns.vin_digest))


def _of_chat(column: Column[Any], *identity: str) -> Sealed:
    columns = column.table.c
    return Sealed(column, columns.chat_id, tuple(columns[name] for name in identity))


def _chat_of_car(table: Table) -> ColumnElement[int]:
    """Return the chat of the car that a row without a chat of its own belongs to."""
    return (
        select(tables.cars.c.chat_id)
        .where(tables.cars.c.car_id == table.c.car_id)
        .correlate(table)
        .scalar_subquery()
    )


SEALED = (
    Sealed(tables.people.c.name, tables.people.c.person_id),
    Sealed(tables.pins.c.digest, tables.pins.c.person_id),
    Sealed(door_tables.voice_pins.c.digest, door_tables.voice_pins.c.person_id),
    Sealed(
        door_tables.grants.c.label,
        door_tables.grants.c.person_id,
        (door_tables.grants.c.secret_hash,),
    ),
    Sealed(
        door_tables.calls.c.answer,
        door_tables.calls.c.person_id,
        (door_tables.calls.c.grant_id, door_tables.calls.c.key_digest),
    ),
    Sealed(
        family_tables.imported_calendars.c.address,
        family_tables.imported_calendars.c.person_id,
        (family_tables.imported_calendars.c.address_digest,),
    ),
    Sealed(
        family_tables.smart_accounts.c.address,
        _chat_of_car(family_tables.smart_accounts),
        (family_tables.smart_accounts.c.car_id, family_tables.smart_accounts.c.person_id),
    ),
    *(
        Sealed(
            family_tables.handovers.c[name],
            _chat_of_car(family_tables.handovers),
            (family_tables.handovers.c.booking_id,),
        )
        for name in ("taken", "returned")
    ),
    Sealed(tables.inbox.c.body, literal(BOT), (tables.inbox.c.update_id,)),
    _of_chat(tables.chats.c.title),
    _of_chat(tables.accounts.c.tokens, "region"),
    *map(_car, ("vehicle", "name", "status", "charge_limit", "rule_states")),
    _of_chat(tables.geofences.c.place, "car_id", "name_digest"),
    _of_chat(tables.frames.c.frame, "car_id", "at"),
    Sealed(
        tables.bookings.c.details, _chat_of_car(tables.bookings), (tables.bookings.c.booking_id,)
    ),
    Sealed(
        tables.invitations.c.label,
        _chat_of_car(tables.invitations),
        (tables.invitations.c.token_hash,),
    ),
    _of_chat(tables.outbox.c.details, "identity"),
    _of_chat(tables.buttons.c.payload, "token"),
    _of_chat(tables.buttons.c.result, "token"),
    _of_chat(tables.commands.c.arguments, "key"),
    _of_chat(tables.dialogs.c.data, "person_id"),
    _of_chat(tables.turns.c.turn, "person_id"),
)

# Everything else of a chat exists once (settings, a dialog per person): the old group's stays.
_MANY_PER_CHAT = (tables.buttons, tables.outbox, tables.commands)


async def merge_chat(tx: Transaction, chat_id: int, *, into: int) -> None:
    """Move what is kept of ``chat_id`` to ``into``, sealed anew, and delete the rest of it."""
    stored = tables.chats.c.chat_id == chat_id
    if (await tx.connection.execute(select(tables.chats).where(stored))).first() is None:
        return
    for entry in SEALED:
        if entry.column.table in _MANY_PER_CHAT:
            await _reseal(tx, entry, chat_id, into)
    for table in _MANY_PER_CHAT:
        await tx.connection.execute(
            update(table).where(table.c.chat_id == chat_id).values(chat_id=into)
        )
    await tx.connection.execute(delete(tables.chats).where(stored))
    await tx.connection.execute(
        delete(tables.data_keys).where(tables.data_keys.c.chat_id == chat_id)
    )
    tx.forget_data_key(chat_id)


async def move_data_key(tx: Transaction, old_id: int, new_id: int) -> None:
    """Wrap a chat's data key for its new id."""
    wrapped = tx.keyring.wrap(await tx.data_key(old_id), data_key_context(new_id))
    await tx.connection.execute(
        update(tables.data_keys)
        .where(tables.data_keys.c.chat_id == old_id)
        .values(chat_id=new_id, key_id=wrapped.key_id, wrapped=wrapped.sealed)
    )
    tx.forget_data_key(old_id)


async def _reseal(tx: Transaction, entry: Sealed, chat_id: int, into: int) -> None:
    old_key, new_key = await tx.data_key(chat_id), await tx.data_key(into)
    rows = await tx.connection.execute(entry.select().where(entry.owner == chat_id))
    for found in rows.all():
        _, value, *identity = tuple(found)
        context = column_context(entry.column, *identity)
        plaintext = keys.open_sealed(old_key, context, value)
        row = and_(*(c == v for c, v in zip(entry.identity, identity, strict=True)))
        await tx.connection.execute(
            update(entry.column.table)
            .where(entry.owner == chat_id, row)
            .values({entry.column: keys.seal(new_key, context, plaintext)})
        )
