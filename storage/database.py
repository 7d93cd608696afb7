"""The database: opened and checked once, then transactions for reading and for writing."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TypeVar

from sqlalchemy import URL, text

from storage import engines
from storage.exceptions import (
    DatabaseDamagedError,
    DatabaseError,
    DatabaseUnavailableError,
    DecryptionError,
    KeyMismatchError,
    SchemaTooOldError,
)
from storage.failures import explained, naming
from storage.keys import Keyring
from storage.schema import check_revision
from storage.sqlite_file import SqliteConnection, SqliteEngine
from storage.transaction import BOT, Transaction

__all__ = ["Database", "Transaction"]

_WRITER_LOCK = 0x5A17  # PostgreSQL: any number that every process uses
_PAUSES_S = (0.05, 0.2, 1.0, 3.0)  # between attempts of a transaction that was broken off

T = TypeVar("T")


class Database:
    """An open database.

    Writing transactions run one after the other, also over processes, but for those that ask to
    run side by side; SQLite knows only one writer anyway.
    """

    def __init__(self, url: URL, keyring: Keyring) -> None:
        """Use ``open``, which also looks whether the database may be used."""
        self.keyring = keyring
        self._writer = engines.writer_engine(url)
        self._reader = (
            engines.reader_engine(url)
            if isinstance(self._writer, SqliteEngine)
            else engines.reading_only(self._writer)
        )
        self._turn = asyncio.Lock()
        self.is_writable = True  # as far as the last attempt tells: the disk may be full
        self._data_keys: dict[int, bytes] = {}  # the bot's own, which every update needs

    @classmethod
    async def open(cls, url: str, keyring: Keyring) -> "Database":
        """Open a migrated database.

        Raises a ``DatabaseError`` that says what to do: the schema is older or newer than this
        program, the file is damaged or read-only, the keys do not fit.
        """
        parsed = engines.parse_url(url)
        path = engines.file_of(parsed)
        if path is not None:
            if not path.exists():
                raise SchemaTooOldError(
                    f"{path}: there is no database yet. Make it with: smartbot migrate"
                )
            with naming(path), explained():
                engines.protect_file(path)
        database = cls(parsed, keyring)
        try:
            with naming(path):
                await database._check()
        except BaseException:
            await database.close()
            raise
        return database

    @asynccontextmanager
    async def transaction(
        self, *, alone: bool = True, lasts: bool = True
    ) -> AsyncIterator[Transaction]:
        """Read and write; committed at the end, undone by any exception.

        ``alone``: what was read still holds when it is written, because nobody else writes. What
        is safe by locked rows, conditional updates and unique keys does without.

        ``lasts``: the commit waits for the disk and survives a power cut, not only the end of the
        process. What nobody was promised (a handle, the last wish) does without.
        """
        try:
            async with self._writing(alone=alone, lasts=lasts) as tx:
                yield tx
        except DatabaseError:
            self.is_writable = False
            raise
        self.is_writable = True

    @asynccontextmanager
    async def _writing(self, *, alone: bool, lasts: bool) -> AsyncIterator[Transaction]:
        with explained():
            if isinstance(self._writer, SqliteEngine):
                async with self._turn, self._writer.begin(lasts=lasts) as connection:
                    yield Transaction(connection, self.keyring, self._data_keys)
                return
            async with AsyncExitStack() as stack:
                if alone:
                    await stack.enter_async_context(self._turn)
                begun = await stack.enter_async_context(self._writer.begin())
                if alone:
                    await begun.execute(text(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})"))
                if not lasts:
                    await begun.execute(text("SET LOCAL synchronous_commit TO off"))
                yield Transaction(begun, self.keyring, self._data_keys)

    async def run(
        self, work: Callable[[Transaction], Awaitable[T]], *, reads_only: bool = False
    ) -> T:
        """Do ``work`` in a transaction side by side with others, again if it was broken off.

        A lost connection, a deadlock, a fail-over or a busy file undoes a transaction, or hides
        that it was committed: ``work`` has to lead to the same when it is done twice. What
        ``reads_only`` waits for no writer.
        """
        for pause_s in _PAUSES_S:
            try:
                return await self._attempt(work, reads_only=reads_only)
            except DatabaseUnavailableError:
                await asyncio.sleep(pause_s)
        return await self._attempt(work, reads_only=reads_only)

    async def _attempt(self, work: Callable[[Transaction], Awaitable[T]], *, reads_only: bool) -> T:
        async with self.reading() if reads_only else self.transaction(alone=False) as tx:
            return await work(tx)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Read one consistent state without waiting for writers."""
        with explained():
            async with self._reader.connect() as connection:
                yield Transaction(connection, self.keyring, self._data_keys)

    async def close(self) -> None:
        """Close all connections."""
        for engine in {self._reader, self._writer}:
            await engine.dispose()

    async def _check(self) -> None:
        if isinstance(self._writer, SqliteEngine):
            await _check_pages(self._writer)
        async with self.transaction() as tx:
            await check_revision(tx.connection)
            await tx.create_data_key(BOT)
            try:
                self._data_keys[BOT] = await tx.data_key(BOT)
            except DecryptionError:
                raise KeyMismatchError(
                    "The keys in SESSION_KEYS (or SESSION_KEY_FILE) do not open this database. "
                    "Use the keys it was made with."
                ) from None


async def _check_pages(engine: SqliteEngine) -> None:
    with explained():
        async with engine.connect() as connection:
            verdict = await _integrity(connection)
    if verdict != "ok":
        raise DatabaseDamagedError("The database file is damaged. Restore the last backup.")


async def _integrity(connection: SqliteConnection) -> str:
    return str(await connection.scalar(text("PRAGMA integrity_check(1)")))
