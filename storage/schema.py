"""Which revision a database has, and bringing it to the newest one."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

import migrations
from storage import engines
from storage.exceptions import SchemaTooNewError, SchemaTooOldError
from storage.failures import explained


def head_revision() -> str:
    """Return the newest revision that this program knows."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    if head is None:
        raise SchemaTooOldError("This installation has no migrations; install it again.")
    return head


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


async def migrate(url: str, revision: str = "head") -> None:
    """Bring a database to the newest revision, or up or down to ``revision``; all or nothing.

    An SQLite file is made if there is none. Raises ``SchemaTooNewError`` for a database of a
    newer program.
    """
    parsed = engines.parse_url(url)
    path = engines.file_of(parsed)
    if path is not None:
        with explained():
            engines.protect_file(path)
    engine = engines.writer_engine(parsed, foreign_keys=False)  # a rebuilt table deletes nothing
    try:
        with explained():
            async with engine.begin() as connection:
                await connection.run_sync(_migrate, revision)
    finally:
        await engine.dispose()


async def check_revision(connection: AsyncConnection) -> None:
    """Raise ``SchemaTooOldError`` or ``SchemaTooNewError`` unless the revision is the newest."""
    revision = await connection.run_sync(_revision)
    if revision == head_revision():
        return
    _refuse_newer(revision)
    raise SchemaTooOldError("The database is older than this program. Run: smartbot migrate")


def _migrate(connection: Connection, revision: str) -> None:
    current = _revision(connection)
    _refuse_newer(current)
    config = _config()
    config.attributes["connection"] = connection
    script = ScriptDirectory.from_config(config)
    target = script.as_revision_number(revision)
    known = [entry.revision for entry in script.walk_revisions()]  # newest first
    goes_down = current is not None and (
        revision == "base" or (target in known and known.index(target) > known.index(current))
    )
    (command.downgrade if goes_down else command.upgrade)(config, revision)


def _refuse_newer(revision: str | None) -> None:
    known = {entry.revision for entry in ScriptDirectory.from_config(_config()).walk_revisions()}
    if revision is not None and revision not in known:
        raise SchemaTooNewError(
            "The database was made by a newer version of this program. Update the program."
        )


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    return config
