"""One transaction: its connection, and the data keys of the chats that it touches."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from sqlalchemy import Column, Executable, Table, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import keys, tables
from storage.exceptions import DecryptionError
from storage.keys import Keyring, WrappedKey
from storage.prepared import Prepared, insert_of, prepared
from storage.sqlite_file import SqliteConnection

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T")

_DATA_KEYS = select(tables.data_keys).where(
    tables.data_keys.c.chat_id.in_(bindparam("chats", expanding=True))
)
_DATA_KEY = prepared(
    select(tables.data_keys).where(tables.data_keys.c.chat_id == bindparam("chat"))
)

BOT = 0
"""Owner of the data key for what belongs to no chat: no chat of Telegram has this id."""


class Transaction:
    """What every function of this package works with; made by ``Database``."""

    def __init__(
        self,
        connection: AsyncConnection | SqliteConnection,
        keyring: Keyring,
        known: Mapping[int, bytes],
    ) -> None:
        """``known`` data keys by chat; others are unwrapped when first needed, until the end."""
        self.connection = connection
        self.keyring = keyring
        self._data_keys = dict(known)

    def insert(self, table: Table) -> "sqlite.Insert | postgresql.Insert":
        """Return the INSERT of this database; both kinds know ``on_conflict_do_...``."""
        return insert_of(self.connection.dialect.name)(table)

    async def fetch(self, statement: Prepared, **parameters: Any) -> Sequence[Any]:
        """Run a prepared statement and return its rows."""
        if isinstance(self.connection, SqliteConnection):
            return self.connection.run_prepared(statement, parameters)[0]
        made = statement.statement(self.connection.dialect.name)
        return (await self.connection.execute(made, parameters)).all()

    async def fetch_one(self, statement: Prepared, **parameters: Any) -> Any:
        """Return the only row, or ``None``; the statement asks by a key."""
        rows = await self.fetch(statement, **parameters)
        return rows[0] if rows else None

    async def change(self, statement: Prepared, **parameters: Any) -> int:
        """Run a prepared statement and return how many rows it has changed."""
        if isinstance(self.connection, SqliteConnection):
            return self.connection.run_prepared(statement, parameters)[1]
        made = statement.statement(self.connection.dialect.name)
        return (await self.connection.execute(made, parameters)).rowcount

    async def change_many(self, statement: Executable) -> int:
        """Run what may touch very many rows, beside the event loop; return how many."""
        if isinstance(self.connection, SqliteConnection):
            direct = self.connection.sync_connection
            return await self.connection.aside(lambda: direct.execute(statement).rowcount)
        return (await self.connection.execute(statement)).rowcount

    async def create_data_key(self, chat_id: int) -> None:
        """Give the chat a data key if it has none."""
        wrapped = self.keyring.wrap(keys.new_data_key(), data_key_context(chat_id))
        await self.connection.execute(
            self.insert(tables.data_keys)
            .values(chat_id=chat_id, key_id=wrapped.key_id, wrapped=wrapped.sealed)
            .on_conflict_do_nothing()
        )

    async def load_data_keys(self, chat_ids: Iterable[int]) -> None:
        """Fetch the data keys of many chats with one statement; a missing one stays missing."""
        missing = [chat_id for chat_id in set(chat_ids) if chat_id not in self._data_keys]
        if len(missing) == 1:
            found = await self.fetch(_DATA_KEY, chat=missing[0])
        elif missing:
            found = (await self.connection.execute(_DATA_KEYS, {"chats": missing})).all()
        else:
            return
        for row in found:
            self.learn_data_key(row.chat_id, row.key_id, row.wrapped)

    def learn_data_key(self, chat_id: int, key_id: str | None, wrapped: bytes | None) -> None:
        """Unwrap a data key that came with another statement of this transaction, if it did."""
        if key_id is not None and wrapped is not None and chat_id not in self._data_keys:
            self._data_keys[chat_id] = self.keyring.unwrap(
                WrappedKey(key_id, wrapped), data_key_context(chat_id)
            )

    async def data_key(self, chat_id: int) -> bytes:
        """Return the chat's data key, or raise ``DecryptionError``."""
        if chat_id not in self._data_keys:
            await self.load_data_keys((chat_id,))
        key = self._data_keys.get(chat_id)
        if key is None:
            raise DecryptionError("The data key of this chat does not exist (any more).")
        return key

    def forget_data_key(self, chat_id: int) -> None:
        """Drop the data key from memory, after it was destroyed or moved."""
        self._data_keys.pop(chat_id, None)
        keys.forget_ciphers()

    async def seal(
        self, column: Column[Any], chat_id: int, value: object, *identity: object
    ) -> bytes:
        """Encrypt ``value`` as JSON for one column of one row of a chat.

        ``identity`` names the row among the chat's rows; see ``storage/sealed.py``.
        """
        return await self.seal_bytes(column, chat_id, msgspec.json.encode(value), *identity)

    async def seal_bytes(
        self, column: Column[Any], chat_id: int, plaintext: bytes, *identity: object
    ) -> bytes:
        """Encrypt what is not JSON, or is packed."""
        data_key = await self.data_key(chat_id)
        return keys.seal(data_key, column_context(column, *identity), plaintext)

    async def unseal(
        self,
        column: Column[Any],
        chat_id: int,
        sealed: bytes,
        as_type: type[T],
        *identity: object,
    ) -> T:
        """Decrypt what ``seal`` made for the same place, or raise ``DecryptionError``."""
        plaintext = await self.unseal_bytes(column, chat_id, sealed, *identity)
        return msgspec.json.decode(plaintext, type=as_type)

    async def unseal_bytes(
        self, column: Column[Any], chat_id: int, sealed: bytes, *identity: object
    ) -> bytes:
        """Decrypt what ``seal_bytes`` made for the same place, or raise ``DecryptionError``."""
        data_key = await self.data_key(chat_id)
        return keys.open_sealed(data_key, column_context(column, *identity), sealed)

    async def unseal_optional(
        self,
        column: Column[Any],
        chat_id: int,
        sealed: bytes | None,
        as_type: type[T],
        *identity: object,
    ) -> T | None:
        """Decrypt; nothing stays nothing."""
        if sealed is None:
            return None
        return await self.unseal(column, chat_id, sealed, as_type, *identity)

    async def digest(self, purpose: str, text: str) -> str:
        """Return a keyed hash for looking up what is stored sealed; outlives key rotations."""
        return keys.digest(await self.data_key(BOT), purpose, text)


def data_key_context(chat_id: int) -> str:
    """Return what a wrapped data key is bound to."""
    return f"data_keys.wrapped|{chat_id}"


def column_context(column: Column[Any], *identity: object) -> str:
    """Return what a sealed value is bound to, besides its chat.

    The chat is not named: its own key binds the value to it, and its id may change.
    """
    return "|".join((f"{column.table.name}.{column.name}", *map(str, identity)))
