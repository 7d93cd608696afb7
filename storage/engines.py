"""Engines: for SQLite one writer connection and read-only readers, for PostgreSQL one pool."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import URL, make_url
from sqlalchemy.dialects.sqlite.aiosqlite import dialect as sqlite_dialect
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.exceptions import DatabaseUnavailableError
from storage.sqlite_file import BUSY_TIMEOUT_S, SqliteEngine

READERS = 4

POSTGRES: dict[str, Any] = {
    "pool_size": 5,  # a process of ours; a small server allows 20 to 100 in all
    "max_overflow": 5,
    "pool_timeout": 10.0,  # seconds; then the caller hears that the database is busy
    "pool_recycle": 1800,  # before a router between us and the server forgets the connection
    "pool_pre_ping": True,  # one that was cut while it rested is replaced unnoticed
    "connect_args": {"timeout": 10.0, "command_timeout": 30.0},
}

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+asyncpg",
    "postgres": "postgresql+asyncpg",
}


def parse_url(text: str) -> URL:
    """Return the URL with the asynchronous driver; raise ``DatabaseUnavailableError``.

    Any driver of PostgreSQL stands for ours, and libpq's ``sslmode`` is understood: hosts hand out
    such addresses.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise DatabaseUnavailableError("DATABASE_URL is not a database URL.") from None
    driver = _DRIVERS.get(url.drivername.partition("+")[0])
    if driver is None:
        raise DatabaseUnavailableError(
            f"DATABASE_URL names {url.drivername}; use sqlite+aiosqlite or postgresql+asyncpg."
        )
    if "sslmode" in url.query:
        mode = url.query["sslmode"]
        url = url.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
    return url.set(drivername=driver)


def is_sqlite(url: URL) -> bool:
    """Return whether the database is a local file."""
    return url.get_backend_name() == "sqlite"


def file_of(url: URL) -> Path | None:
    """Return the SQLite file, or ``None`` for a database without one that we look after."""
    if not is_sqlite(url) or not url.database or url.database.startswith((":memory:", "file:")):
        return None
    return Path(url.database)


def protect_file(path: Path) -> None:
    """Make the file, if need be, and let only its owner read it; so with its -wal and -shm."""
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDONLY | os.O_CREAT, 0o600))
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)


def writer_engine(
    url: URL, *, foreign_keys: bool = True, busy_timeout_s: float = BUSY_TIMEOUT_S
) -> AsyncEngine | SqliteEngine:
    """Return the engine that writes; SQLite's transactions take the lock when they begin.

    ``busy_timeout_s``: how long they wait for it.
    """
    if not is_sqlite(url):
        return _create(url, **POSTGRES)
    pragmas: dict[str, str | int] = {
        "journal_mode": "WAL",
        "synchronous": "FULL",  # a commit survives a power cut: owed messages and commands
        "foreign_keys": "ON" if foreign_keys else "OFF",
        "secure_delete": "ON",  # what is deleted is gone from the file too
        "busy_timeout": 0,  # a lock is waited for by the event loop
    }
    return SqliteEngine(
        _file(url),
        begin="BEGIN IMMEDIATE",
        pragmas=pragmas,
        kept=1,
        writes=True,
        busy_timeout_s=busy_timeout_s,
    )


def reader_engine(url: URL) -> AsyncEngine | SqliteEngine:
    """Return the engine for reading only; SQLite's readers never wait for the writer."""
    if not is_sqlite(url):
        return reading_only(_create(url, **POSTGRES))
    pragmas: dict[str, str | int] = {"query_only": "ON"}
    return SqliteEngine(
        _file(url),
        begin="BEGIN",
        pragmas=pragmas,
        kept=READERS,
        writes=False,
        busy_timeout_s=BUSY_TIMEOUT_S,
    )


def reading_only(engine: AsyncEngine) -> AsyncEngine:
    """Return PostgreSQL's engine, on the same connections, for one consistent state to read."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _file(url: URL) -> tuple[str, bool]:
    """Return the file as SQLite's module wants it, and whether it is a URI."""
    (database,), options = sqlite_dialect().create_connect_args(url)
    return str(database), bool(options.get("uri"))


def _create(url: URL, **options: Any) -> AsyncEngine:
    """``hide_parameters``: values must not get into error texts and so into logs."""
    try:
        return create_async_engine(url, hide_parameters=True, **options)
    except ModuleNotFoundError as error:
        raise DatabaseUnavailableError(
            f"DATABASE_URL needs {error.name}, which is not installed. Install it with: "
            "pip install 'smart-companion[postgres]'"
        ) from None
