"""Migrations: they lead to the declared tables, back, and never half way."""

import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import Engine

import migrations
from migrations.runner import downgrade, upgrade
from storage import engines
from storage.exceptions import SchemaTooNewError
from storage.schema import current_revision, head_revision, known_revisions, migrate
from storage.tables import metadata

VERSIONS = sorted((Path(migrations.__file__).parent / "versions").glob("*.py"))


def names_in(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    names = {name for (name,) in rows}
    connection.close()
    return names


async def run(path: Path, work: Callable[[Connection], None]) -> None:
    """Do what ``storage.schema.migrate`` does around a migration."""
    url = engines.parse_url(f"sqlite:///{path}")
    engine = engines.writer_engine(url, foreign_keys=False)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(work)
    finally:
        await engine.dispose()


@pytest.fixture
async def upgraded(tmp_path: Path) -> Path:
    """A database that went through every revision."""
    path = tmp_path / "upgraded.db"
    await run(path, upgrade)
    return path


def test_upgraded_database_equals_the_declared_tables(upgraded: Path) -> None:
    with create_engine(f"sqlite:///{upgraded}").connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_upgraded_database_is_like_a_new_one_to_the_letter(upgraded: Path, path: Path) -> None:
    """Alembic does not compare WHERE clauses, cascades and counted ids; SQLite's text does."""

    def texts(file: Path) -> set[str]:
        connection = sqlite3.connect(file)
        rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        found = {" ".join(sql.replace('"', "").split()) for (sql,) in rows}
        connection.close()
        return found

    def constraints(text: str) -> list[str]:
        return sorted(part.strip(" )") for part in text.replace("(", ",", 1).split(","))

    assert sorted(map(constraints, texts(upgraded))) == sorted(map(constraints, texts(path)))


@pytest.mark.parametrize("starts_new", [True, False], ids=["made", "upgraded"])
async def test_down_and_up_again(path: Path, upgraded: Path, starts_new: bool) -> None:
    path = path if starts_new else upgraded
    url, before = f"sqlite:///{path}", names_in(path)

    await run(path, lambda connection: downgrade(connection, "base"))
    assert names_in(path) == {"alembic_version"}
    assert await current_revision(url) is None

    await migrate(url)
    assert names_in(path) == before
    assert await current_revision(url) == head_revision()


async def test_older_database_is_upgraded(tmp_path: Path) -> None:
    """A table of ours and no revision: not a new database, so the migrations have to run."""
    path = tmp_path / "older.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE something (id INTEGER PRIMARY KEY)")
    connection.close()

    await migrate(f"sqlite:///{path}")

    assert await current_revision(f"sqlite:///{path}") == head_revision()
    assert {"something", "cars"} <= names_in(path)


async def test_migrating_twice_changes_nothing(url: str, path: Path) -> None:
    before = names_in(path)

    await migrate(url)

    assert names_in(path) == before


async def test_missing_file_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "data" / "smart.db"

    assert await current_revision(f"sqlite:///{path}") is None
    await migrate(f"sqlite:///{path}")

    assert path.stat().st_mode & 0o777 == 0o600


async def test_newer_database_is_not_touched(url: str, path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '2031_01_01_fly'")
    connection.commit()
    connection.close()

    with pytest.raises(SchemaTooNewError):
        await migrate(url)

    assert await current_revision(url) == "2031_01_01_fly"


class KilledError(Exception):
    """Stands for the end of the process."""


async def make(path: Path) -> None:
    await migrate(f"sqlite:///{path}")


async def climb(path: Path) -> None:
    await run(path, upgrade)


@pytest.mark.parametrize("bring_up", [make, climb])
async def test_killed_at_any_statement_nothing_is_half_done(
    tmp_path: Path, bring_up: Callable[[Path], Awaitable[None]]
) -> None:
    at, seen = 0, 0

    def count(_connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        nonlocal seen
        if statement.lstrip().upper().startswith(("CREATE", "INSERT", "UPDATE")):
            seen += 1
            if seen == at:
                raise KilledError

    event.listen(Engine, "before_cursor_execute", count)
    try:
        url = f"sqlite:///{tmp_path / 'smart.db'}"
        while True:
            at, seen = at + 1, 0
            try:
                await bring_up(tmp_path / "smart.db")
                break
            except KilledError:
                assert names_in(tmp_path / "smart.db") == set()
    finally:
        event.remove(Engine, "before_cursor_execute", count)

    assert at > len(metadata.tables)
    assert await current_revision(url) == head_revision()


def test_versions_are_named_by_date_and_verb_and_form_one_line() -> None:
    scripts = list(ScriptDirectory(str(Path(migrations.__file__).parent)).walk_revisions())

    assert sorted(script.revision for script in scripts) == [path.stem for path in VERSIONS]
    assert len([script for script in scripts if script.down_revision is None]) == 1
    assert [script.revision for script in reversed(scripts)] == list(known_revisions())
