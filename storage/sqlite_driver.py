"""SQLite's own module behind SQLAlchemy's asynchronous dialect, with few changes of thread.

The dialect was written for aiosqlite, which changes to its thread and back for every step: four
times a statement, and each change costs more than the statement. Here reading happens in place,
since in WAL mode a reader waits for nobody, and writing changes threads once a statement; a
transaction begins with its first statement.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def connect(
    database: str, pragmas: Mapping[str, str | int], *, is_uri: bool, in_place: bool
) -> "Connection":
    """Return a connection; ``in_place`` runs statements where they are asked for."""
    pool = None if in_place else ThreadPoolExecutor(1, thread_name_prefix="sqlite")
    try:
        raw = sqlite3.connect(
            database,
            isolation_level=None,  # the driver must not begin by itself
            check_same_thread=False,
            uri=is_uri,
        )
    except BaseException:
        if pool is not None:
            pool.shutdown(wait=False)
        raise
    connection = Connection(raw, pool)
    try:
        for name, value in pragmas.items():
            raw.execute(f"PRAGMA {name} = {value}")
    except BaseException:
        connection.stop()
        raise
    return connection


class Connection:
    """What the dialect needs of aiosqlite's connection."""

    def __init__(self, raw: sqlite3.Connection, pool: ThreadPoolExecutor | None) -> None:
        """Without a ``pool`` of one thread everything happens in place."""
        self._conn = raw
        self._pool = pool
        self._connection: sqlite3.Connection | None = raw  # the dialect asks whether it is open
        self._owed = ""  # the BEGIN of a transaction without a statement yet
        self._is_begun = False

    def begin(self, statement: str) -> None:
        """Begin a transaction together with its first statement: one change of thread for both."""
        self._owed = statement

    def cursor(self) -> "Cursor":
        """Return a new cursor."""
        return Cursor(self, self._conn.cursor())

    async def create_function(self, *arguments: Any, **options: Any) -> None:
        """Add a function to SQL; the dialect adds REGEXP."""
        self._conn.create_function(*arguments, **options)

    async def commit(self) -> None:
        """Make it last."""
        await self._end(self._conn.commit)

    async def rollback(self) -> None:
        """Undo it."""
        await self._end(self._conn.rollback)

    async def _end(self, step: Callable[[], None]) -> None:
        """End a transaction; one that was never begun, or has ended, needs no change of thread."""
        self._owed = ""
        if self._is_begun:
            await self.run(step)
            self._is_begun = False  # not before: a step that was cancelled may still be under way

    async def close(self) -> None:
        """Close, after what still runs."""
        if self._connection is None:
            return
        self._connection = None
        await self.run(self._conn.close)
        if self._pool is not None:
            self._pool.shutdown(wait=False)

    def stop(self) -> None:
        """Close without waiting: there is no event loop any more."""
        self._connection = None
        if self._pool is None:
            self._conn.close()
        else:
            self._pool.submit(self._conn.close)
            self._pool.shutdown(wait=False)

    async def execute(self, step: Callable[[], T]) -> T:
        """Do a step inside of the transaction."""
        if not self._owed:
            return await self.run(step)
        begin, self._owed, self._is_begun = self._owed, "", True

        def first() -> T:
            self._conn.execute(begin)
            return step()

        return await self.run(first)

    async def run(self, step: Callable[[], T]) -> T:
        """Do a step that may have to wait for the disk or for another writer."""
        if self._pool is None:
            return step()
        return await asyncio.get_running_loop().run_in_executor(self._pool, step)


class Cursor:
    """What the dialect needs of aiosqlite's cursor; rows are fetched with their statement."""

    def __init__(self, connection: Connection, raw: sqlite3.Cursor) -> None:
        """Made by ``Connection.cursor``."""
        self._connection = connection
        self._raw = raw
        self._rows: list[Any] = []

    async def __aenter__(self) -> "Cursor":
        """Return itself; there is nothing to wait for."""
        return self

    @property
    def description(self) -> Any:
        """Columns of the result."""
        return self._raw.description

    @property
    def rowcount(self) -> int:
        """Rows that were changed."""
        return self._raw.rowcount

    @property
    def lastrowid(self) -> int | None:
        """Id of the last row that was inserted."""
        return self._raw.lastrowid

    @property
    def arraysize(self) -> int:
        """Rows of a ``fetchmany``."""
        return self._raw.arraysize

    @arraysize.setter
    def arraysize(self, value: int) -> None:
        self._raw.arraysize = value

    async def execute(self, statement: str, parameters: Any = ()) -> "Cursor":
        """Run a statement and fetch its rows."""

        def step() -> list[Any]:
            self._raw.execute(statement, parameters)
            return self._raw.fetchall() if self._raw.description else []

        self._rows = await self._connection.execute(step)
        return self

    async def executemany(self, statement: str, parameters: Iterable[Any]) -> "Cursor":
        """Run a statement for many values."""
        await self._connection.execute(lambda: self._raw.executemany(statement, parameters))
        return self

    async def fetchone(self) -> Any:
        """Return the next row, or ``None``."""
        return next(iter(await self.fetchmany(1)), None)

    async def fetchmany(self, size: int | None = None) -> list[Any]:
        """Return the next rows."""
        count = self.arraysize if size is None else size
        rows, self._rows = self._rows[:count], self._rows[count:]
        return rows

    async def fetchall(self) -> list[Any]:
        """Return the rows."""
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Free the statement."""
        self._raw.close()
