"""From errors of the database drivers to ours, with sentences for people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from storage.exceptions import (
    DatabaseDamagedError,
    DatabaseError,
    DatabaseReadOnlyError,
    DatabaseUnavailableError,
)

_SQLITE: dict[int, DatabaseError] = {
    sqlite3.SQLITE_NOTADB: DatabaseDamagedError(
        "The database file is damaged: it is not an SQLite database. Restore the last backup."
    ),
    sqlite3.SQLITE_CORRUPT: DatabaseDamagedError(
        "The database file is damaged. Restore the last backup."
    ),
    sqlite3.SQLITE_READONLY: DatabaseReadOnlyError(
        "The database file can only be read. Check its owner, its folder and the disk."
    ),
    sqlite3.SQLITE_CANTOPEN: DatabaseUnavailableError(
        "The database file cannot be opened. Check DATABASE_URL and the rights of the folder."
    ),
    sqlite3.SQLITE_PERM: DatabaseUnavailableError("The database file may not be opened."),
    sqlite3.SQLITE_BUSY: DatabaseUnavailableError(
        "The database is locked by another program for too long."
    ),
    sqlite3.SQLITE_LOCKED: DatabaseUnavailableError("The database is locked."),
    sqlite3.SQLITE_FULL: DatabaseUnavailableError("The disk of the database is full."),
    sqlite3.SQLITE_IOERR_WRITE: DatabaseUnavailableError(
        "The disk of the database takes no more: it has failed, or a quota is used up."
    ),
    sqlite3.SQLITE_IOERR: DatabaseUnavailableError("The disk of the database has failed."),
}

_POSTGRESQL: tuple[tuple[str, DatabaseError], ...] = (
    # By the beginning of SQLSTATE (PostgreSQL, appendix A); the first that fits.
    (
        "25006",
        DatabaseReadOnlyError("The database can only be read. Is DATABASE_URL that of a replica?"),
    ),
    ("28", DatabaseUnavailableError("The database refuses the user or password of DATABASE_URL.")),
    ("3D000", DatabaseUnavailableError("DATABASE_URL names a database that does not exist.")),
    ("40", DatabaseUnavailableError("The database broke a transaction off.")),
    ("53100", DatabaseUnavailableError("The disk of the database is full.")),
    ("53", DatabaseUnavailableError("The database has no connection or memory left.")),
    ("57P", DatabaseUnavailableError("The database is being stopped or started.")),
    ("55P03", DatabaseUnavailableError("The database is locked.")),
    ("57014", DatabaseUnavailableError("The database took too long.")),
    ("08", DatabaseUnavailableError("The connection to the database was lost.")),
    ("XX001", DatabaseDamagedError("The database is damaged. Restore the last backup.")),
    ("XX002", DatabaseDamagedError("The database is damaged. Restore the last backup.")),
)


@contextmanager
def explained() -> Iterator[None]:
    """Turn what is wrong with the database itself into a ``DatabaseError``.

    A violated constraint and a wrong statement are bugs and stay what they are.
    """
    try:
        yield
    except IntegrityError:
        raise
    except (DBAPIError, sqlite3.Error) as error:
        cause = _cause(error)
        if cause is None:
            raise
        raise cause from error
    except PoolTimeoutError as error:
        raise DatabaseUnavailableError("All connections to the database are in use.") from error
    except OSError as error:
        raise DatabaseUnavailableError(
            "The database cannot be reached. Check DATABASE_URL and that it runs."
        ) from error


@contextmanager
def naming(path: Path | None) -> Iterator[None]:
    """Say of which file it is that something is wrong."""
    try:
        yield
    except DatabaseError as error:
        if path is None or str(path) in str(error):
            raise
        raise type(error)(f"{path}: {error}") from error


def _cause(error: DBAPIError | sqlite3.Error) -> DatabaseError | None:
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    if code is not None:
        known = _SQLITE.get(code) or _SQLITE.get(code & 0xFF)  # the low byte is the primary code
        return known and type(known)(*known.args)
    if known_state := _of_state(original):
        return known_state
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return DatabaseUnavailableError("The connection to the database was lost.")
    return None


def _of_state(original: BaseException | None) -> DatabaseError | None:
    state = str(getattr(original, "sqlstate", None) or "")
    known = next((error for start, error in _POSTGRESQL if state.startswith(start)), None)
    return known and type(known)(*known.args)
