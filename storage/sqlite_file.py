"""SQLite in place: SQLAlchemy's own driver, used where a statement is asked for.

A statement costs less than one change of thread, so nothing but what may wait for the disk gets a
thread: a commit that has to survive a power cut, and work that is known to be long. A lock of
another process is waited for by the event loop.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Executable, NullPool, create_engine
from sqlalchemy.engine import Dialect, Engine, ScalarResult
from sqlalchemy.exc import DBAPIError

from storage.prepared import Prepared

T = TypeVar("T")

BUSY_TIMEOUT_S = 10.0  # how long a transaction waits for the lock, from when it is asked for
_PAUSES_S = (0.001, 0.002, 0.005, 0.01, 0.015, 0.02, 0.025)  # as SQLite itself waits; then the last
_DURABLE = "PRAGMA synchronous = FULL", "PRAGMA wal_autocheckpoint = 1000"
_LIGHT = "PRAGMA synchronous = NORMAL", "PRAGMA wal_autocheckpoint = 0"  # never waits for the disk


class SqliteConnection:
    """What a transaction works with; has the methods of SQLAlchemy's ``AsyncConnection``."""

    def __init__(self, connection: Connection, pool: ThreadPoolExecutor | None) -> None:
        """Without a ``pool`` of one thread everything happens in place."""
        self.sync_connection = connection
        self._pool = pool
        self._mode: tuple[str, ...] = _DURABLE

    @property
    def dialect(self) -> Dialect:
        """SQLAlchemy's own."""
        return self.sync_connection.dialect

    @property
    def raw(self) -> sqlite3.Connection:
        """The connection of the driver."""
        raw = self.sync_connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - made below
        return raw

    def choose(self, mode: tuple[str, ...]) -> None:
        """Say, between transactions, what their commits wait for."""
        if mode is not self._mode:
            for pragma in mode:
                self.raw.execute(pragma)
            self._mode = mode

    def make_room(self) -> None:
        """Move what the -wal file holds into the database, so that its space is written again.

        That lets small changes through on a full disk; SQLite does it only after a commit.
        """
        with suppress(sqlite3.Error):
            self.raw.execute("PRAGMA wal_checkpoint(PASSIVE)")

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:
        """Run a statement at once."""
        return self.sync_connection.execute(statement, parameters)

    async def scalar(self, statement: Executable, parameters: Any = None) -> Any:
        """Return the first column of the first row."""
        return self.sync_connection.scalar(statement, parameters)

    async def scalars(self, statement: Executable, parameters: Any = None) -> ScalarResult[Any]:
        """Return the first column of all rows."""
        return self.sync_connection.scalars(statement, parameters)

    async def stream(self, statement: Executable) -> AsyncIterator[Any]:
        """Return the rows one after the other."""
        return _one_by_one(self.sync_connection.execute(statement))

    def run_prepared(
        self, prepared: Prepared, parameters: Mapping[str, Any]
    ) -> tuple[Sequence[Any], int]:
        """Return the rows of a statement, and how many it has changed."""
        return prepared.on_sqlite(self.dialect).run(self.raw, parameters)

    async def run_sync(self, work: Callable[[Connection], T]) -> T:
        """Do work that may be long beside the event loop."""
        return await self.aside(lambda: work(self.sync_connection))

    async def aside(self, step: Callable[[], T]) -> T:
        """Do a step on the thread; whoever is cancelled meanwhile still waits for its end."""
        if self._pool is None:
            return step()
        work = asyncio.get_running_loop().run_in_executor(self._pool, step)
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            while not work.done():  # nobody else may use the connection before
                with suppress(asyncio.CancelledError):
                    await asyncio.wait([work])
            raise


class SqliteEngine:
    """Connections to one file, opened when they are first needed."""

    def __init__(
        self,
        arguments: tuple[str, bool],
        *,
        begin: str,
        pragmas: Mapping[str, str | int],
        kept: int,
        writes: bool,
        busy_timeout_s: float,
    ) -> None:
        """``arguments``: file, and whether it is a URI; ``kept``: connections that stay open."""
        self._begin = begin
        self._busy_timeout_s = busy_timeout_s
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="sqlite") if writes else None
        self._kept = kept
        self._free: list[SqliteConnection] = []
        self.sync_engine = _engine(arguments, pragmas, busy_timeout_s)

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[SqliteConnection]:
        """Give a connection in a transaction that is undone at the end."""
        async with self._connection() as connection:
            await self._start(connection, self.deadline())
            transaction = connection.sync_connection.begin()
            try:
                yield connection
            finally:
                transaction.rollback()

    def deadline(self) -> float:
        """Return until when whoever asks now waits for the lock (time of the event loop)."""
        return asyncio.get_running_loop().time() + self._busy_timeout_s

    @asynccontextmanager
    async def begin(
        self, *, lasts: bool = True, deadline: float | None = None
    ) -> AsyncIterator[SqliteConnection]:
        """Give a connection in a transaction; unless it ``lasts``, a power cut may undo it."""
        async with self._connection() as connection:
            connection.choose(_DURABLE if lasts else _LIGHT)
            await self._start(connection, deadline or self.deadline())
            transaction = connection.sync_connection.begin()
            try:
                yield connection
                if lasts:
                    await connection.aside(connection.raw.commit)
                transaction.commit()
            except BaseException as error:
                transaction.rollback()
                if _is_out_of_room(error):
                    await connection.aside(connection.make_room)
                raise

    async def dispose(self) -> None:
        """Close all connections that are not in use."""
        while self._free:
            connection = self._free.pop()
            await connection.aside(connection.sync_connection.close)
        if self._pool is not None:
            self._pool.shutdown(wait=False)
        self.sync_engine.dispose()

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[SqliteConnection]:
        if self._free:
            connection = self._free.pop()
        else:
            connection = SqliteConnection(self.sync_engine.connect(), self._pool)
        try:
            yield connection
        finally:
            if len(self._free) < self._kept:
                self._free.append(connection)
            else:
                connection.sync_connection.close()

    async def _start(self, connection: SqliteConnection, deadline: float) -> None:
        """Begin; another process may hold the lock, and is waited for as SQLite would do."""
        pauses = iter(_PAUSES_S)
        while True:
            try:
                connection.raw.execute(self._begin)
            except sqlite3.OperationalError as error:
                is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
                if not is_busy or asyncio.get_running_loop().time() > deadline:
                    raise
            else:
                return
            await asyncio.sleep(next(pauses, _PAUSES_S[-1]))


def _is_out_of_room(error: BaseException) -> bool:
    """Return whether the disk took no more; a limit or a quota is an error of writing."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", 0)
    return code & 0xFF == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_WRITE


def _engine(
    arguments: tuple[str, bool], pragmas: Mapping[str, str | int], busy_timeout_s: float
) -> Engine:
    database, is_uri = arguments

    def connect() -> sqlite3.Connection:
        raw = sqlite3.connect(
            database,
            timeout=busy_timeout_s,
            isolation_level=None,  # the driver must not begin by itself
            check_same_thread=False,
            uri=is_uri,
        )
        try:
            for name, value in pragmas.items():
                raw.execute(f"PRAGMA {name} = {value}")
        except BaseException:
            raw.close()
            raise
        return raw

    return create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)


async def _one_by_one(rows: CursorResult[Any]) -> AsyncIterator[Any]:
    for row in rows:
        yield row
