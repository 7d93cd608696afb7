"""Engines: for SQLite one writer connection and read-only readers, for PostgreSQL one pool."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import URL, event, make_url
from sqlalchemy.dialects.sqlite.aiosqlite import dialect as sqlite_dialect
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import sqlite_driver
from storage.exceptions import DatabaseUnavailableError

BUSY_TIMEOUT_MS = 10_000
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


def writer_engine(url: URL, *, foreign_keys: bool = True) -> AsyncEngine:
    """Return the engine that writes; SQLite's transactions take the lock when they begin."""
    if not is_sqlite(url):
        return _create(url, **POSTGRES)
    pragmas: dict[str, str | int] = {
        "busy_timeout": BUSY_TIMEOUT_MS,
        "journal_mode": "WAL",
        "synchronous": "FULL",  # a commit survives a power cut: owed messages and commands
        "foreign_keys": "ON" if foreign_keys else "OFF",
        "secure_delete": "ON",  # what is deleted is gone from the file too
    }
    return _sqlite_engine(url, "BEGIN IMMEDIATE", pragmas, pool_size=1, in_place=False)


def reader_engine(url: URL) -> AsyncEngine:
    """Return the engine for reading only; SQLite's readers never wait for the writer."""
    if not is_sqlite(url):
        return reading_only(_create(url, **POSTGRES))
    pragmas: dict[str, str | int] = {"busy_timeout": BUSY_TIMEOUT_MS, "query_only": "ON"}
    return _sqlite_engine(url, "BEGIN", pragmas, pool_size=READERS, in_place=True)


def reading_only(engine: AsyncEngine) -> AsyncEngine:
    """Return PostgreSQL's engine, on the same connections, for one consistent state to read."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _sqlite_engine(
    url: URL, begin: str, pragmas: Mapping[str, str | int], *, pool_size: int, in_place: bool
) -> AsyncEngine:
    (database,), options = sqlite_dialect().create_connect_args(url)
    is_uri = bool(options.get("uri"))

    async def open_connection(*_: Any, **__: Any) -> sqlite_driver.Connection:
        return sqlite_driver.connect(database, pragmas, is_uri=is_uri, in_place=in_place)

    engine = _create(url, pool_size=pool_size, max_overflow=0, async_creator=open_connection)

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Any) -> None:
        driver: sqlite_driver.Connection = connection.connection.driver_connection
        driver.begin(begin)

    return engine


def _create(url: URL, **options: Any) -> AsyncEngine:
    """``hide_parameters``: values must not get into error texts and so into logs."""
    try:
        return create_async_engine(url, hide_parameters=True, **options)
    except ModuleNotFoundError as error:
        raise DatabaseUnavailableError(
            f"DATABASE_URL needs {error.name}, which is not installed. Install it with: "
            "pip install 'smart-companion[postgres]'"
        ) from None
