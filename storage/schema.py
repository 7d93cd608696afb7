"""Which revision a database has, and bringing it to the newest one.

Alembic is loaded only where an older database has to be changed: it needs a tenth of the memory.
"""

import re
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

import migrations
from storage import engines
from storage.exceptions import SchemaTooNewError, SchemaTooOldError
from storage.failures import explained, naming
from storage.sqlite_file import SqliteConnection
from storage.tables import declare_for_postgresql, metadata

_VERSION_TABLE = "alembic_version"
_BEFORE = re.compile(r'^down_revision = "(\w+)"$', re.MULTILINE)


def known_revisions() -> tuple[str, ...]:
    """Return the revisions that this program knows, oldest first: each file names the one before.

    The files are read and not run: that would load Alembic.
    """
    folder = Path(migrations.__file__).parent / "versions"
    after = {_named_before(file): file.stem for file in folder.glob("*.py")}
    line, last = [], after.get(None)
    while last is not None:
        line.append(last)
        last = after.get(last)
    return tuple(line)


def head_revision() -> str:
    """Return the newest revision that this program knows."""
    known = known_revisions()
    if not known:
        raise SchemaTooOldError("This installation has no migrations; install it again.")
    return known[-1]


async def current_revision(url: str) -> str | None:
    """Return the revision of a database; ``None`` if it has no tables of ours."""
    parsed = engines.parse_url(url)
    path = engines.file_of(parsed)
    if path is not None and not path.exists():
        return None
    engine = engines.reader_engine(parsed)
    try:
        with explained():
            async with engine.connect() as connection:
                return await connection.run_sync(_revision)
    finally:
        await engine.dispose()


async def migrate(url: str) -> None:
    """Bring a database to the newest revision, all or nothing; a new one gets the declared tables.

    An SQLite file is made if there is none. Raises ``SchemaTooNewError`` for a database of a
    newer program.
    """
    parsed = engines.parse_url(url)
    path = engines.file_of(parsed)
    if path is not None:
        with naming(path), explained():
            engines.protect_file(path)
    engine = engines.writer_engine(parsed, foreign_keys=False)  # a rebuilt table deletes nothing
    try:
        with naming(path), explained():
            async with engine.begin() as connection:
                await connection.run_sync(_migrate)
    finally:
        await engine.dispose()


async def check_revision(connection: AsyncConnection | SqliteConnection) -> None:
    """Raise ``SchemaTooOldError`` or ``SchemaTooNewError`` unless the revision is the newest."""
    revision = await connection.run_sync(_revision)
    if revision == head_revision():
        return
    _refuse_newer(revision)
    raise SchemaTooOldError("The database is older than this program. Run: smartbot migrate")


def _migrate(connection: Connection) -> None:
    revision = _revision(connection)
    _refuse_newer(revision)
    if revision == head_revision():
        return
    if revision is None and set(inspect(connection).get_table_names()) <= {_VERSION_TABLE}:
        _create(connection)
        return
    from migrations.runner import upgrade  # loads Alembic

    upgrade(connection)


def _create(connection: Connection) -> None:
    """Make all tables at once; the tests prove that the migrations lead to the same."""
    if connection.dialect.name == "postgresql":
        declare_for_postgresql()
    metadata.create_all(connection, checkfirst=False)
    connection.execute(
        text(
            f"CREATE TABLE IF NOT EXISTS {_VERSION_TABLE} (version_num VARCHAR(32) NOT NULL, "
            f"CONSTRAINT {_VERSION_TABLE}_pkc PRIMARY KEY (version_num))"
        )
    )
    stamp = text(f"INSERT INTO {_VERSION_TABLE} VALUES (:revision)")  # noqa: S608 - our own name
    connection.execute(stamp, {"revision": head_revision()})


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_VERSION_TABLE):
        return None
    found: str | None = connection.scalar(text(f"SELECT version_num FROM {_VERSION_TABLE}"))  # noqa: S608 - our own name
    return found


def _refuse_newer(revision: str | None) -> None:
    if revision is not None and revision not in known_revisions():
        raise SchemaTooNewError(
            "The database was made by a newer version of this program. Update the program."
        )


def _named_before(file: Path) -> str | None:
    """Return the revision before a migration's own; ``None`` for the first."""
    found = _BEFORE.search(file.read_text("utf-8"))
    return found.group(1) if found else None
