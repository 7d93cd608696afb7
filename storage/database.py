"""The database: opened and checked once, then transactions for reading and for writing."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TypeVar

import structlog
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
from storage.sqlite_file import BUSY_TIMEOUT_S, SqliteConnection, SqliteEngine
from storage.tables import login_pauses
from storage.transaction import BOT, Transaction

__all__ = ["Database", "Transaction"]

_WRITER_LOCK = 0x5A17  # PostgreSQL: any number that every process uses
_PAUSES_S = (0.05, 0.2, 1.0, 3.0)  # between attempts of a transaction that was broken off
CALM_S = 60.0  # until it is said to work again: on a disk that is nearly full it goes to and fro

T = TypeVar("T")

log = structlog.get_logger(__name__)


class Database:
    """An open database.

    Writing transactions run one after the other, also over processes, but for those that ask to
    run side by side; SQLite knows only one writer anyway.
    """

    def __init__(
        self, url: URL, keyring: Keyring, *, busy_timeout_s: float = BUSY_TIMEOUT_S
    ) -> None:
        """Use ``open``, which also looks whether the database may be used."""
        self.keyring = keyring
        self._writer = engines.writer_engine(url, busy_timeout_s=busy_timeout_s)
        self._reader = (
            engines.reader_engine(url)
            if isinstance(self._writer, SqliteEngine)
            else engines.reading_only(self._writer)
        )
        self._turn = asyncio.Lock()
        self.works = True  # False from a failure until ``heal`` has written something
        self._failed_at = 0.0  # of the monotonic clock
        self._is_told = False  # that it fails
        self._data_keys: dict[int, bytes] = {}  # the bot's own, which every update needs

    @classmethod
    async def open(
        cls, url: str, keyring: Keyring, *, busy_timeout_s: float = BUSY_TIMEOUT_S
    ) -> "Database":
        """Open a migrated database.

        A transaction waits ``busy_timeout_s`` for the lock of SQLite's file, counted from when it
        is asked for: however many wait, each hears in time that another program holds it.

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
        database = cls(parsed, keyring, busy_timeout_s=busy_timeout_s)
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
        except DatabaseError as error:
            self._notice(error)
            raise

    def _notice(self, error: DatabaseError) -> None:
        """Say once why the database does not work: all who use it meet the same."""
        self.works, self._failed_at = False, time.monotonic()
        if not self._is_told:
            self._is_told = True
            log.error("database_failing", reason=str(error))

    async def heal(self, *, calm_s: float = CALM_S) -> None:
        """After a failure, write something, which alone tells that it works again.

        To be called now and then: a transaction that changes nothing succeeds on a full disk,
        too. Raises a ``DatabaseError`` while it does not work.
        """
        if not self.works:
            async with self.transaction() as tx:
                key = {"region": "", "email_digest": ""}
                await tx.connection.execute(tx.insert(login_pauses).values(**key, window_s=0))
                await tx.connection.execute(login_pauses.delete().filter_by(**key))
            self.works = True
        if self._is_told and time.monotonic() >= self._failed_at + calm_s:
            self._is_told = False
            log.info("database_works_again")

    @asynccontextmanager
    async def _writing(self, *, alone: bool, lasts: bool) -> AsyncIterator[Transaction]:
        with explained():
            if isinstance(self._writer, SqliteEngine):
                deadline = self._writer.deadline()
                async with (
                    self._turn,
                    self._writer.begin(lasts=lasts, deadline=deadline) as connection,
                ):
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
        self,
        work: Callable[[Transaction], Awaitable[T]],
        *,
        reads_only: bool = False,
        lasts: bool = True,
    ) -> T:
        """Do ``work`` in a transaction side by side with others, again if it was broken off.

        A lost connection, a deadlock, a fail-over or a busy file undoes a transaction, or hides
        that it was committed: ``work`` has to lead to the same when it is done twice. What
        ``reads_only`` waits for no writer.
        """

        async def attempt() -> T:
            opened = self.reading() if reads_only else self.transaction(alone=False, lasts=lasts)
            async with opened as tx:
                return await work(tx)

        for pause_s in _PAUSES_S:
            try:
                return await attempt()
            except DatabaseUnavailableError:
                await asyncio.sleep(pause_s)
        return await attempt()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Read one consistent state without waiting for writers."""
        try:
            with explained():
                async with self._reader.connect() as connection:
                    yield Transaction(connection, self.keyring, self._data_keys)
        except DatabaseError as error:
            self._notice(error)
            raise

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
