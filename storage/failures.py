"""From errors of the database drivers to ours, with sentences for people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

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
    sqlite3.SQLITE_IOERR: DatabaseUnavailableError("The disk of the database has failed."),
}


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
    except OSError as error:
        raise DatabaseUnavailableError(
            "The database cannot be reached. Check DATABASE_URL and that it runs."
        ) from error


def _cause(error: DBAPIError | sqlite3.Error) -> DatabaseError | None:
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    if code is not None:
        known = _SQLITE.get(code & 0xFF)  # the low byte is the primary code
        return known and type(known)(*known.args)
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return DatabaseUnavailableError("The connection to the database was lost.")
    return None
