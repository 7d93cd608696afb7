"""A migrated database, on SQLite and on PostgreSQL, and a family in it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from alerts.ports import AlertStore
from storage.database import Database
from storage.episodes import AlertStoreSql
from storage.keys import Keyring
from storage.schema import migrate
from tests.integration.storage.storage_builders import Family, save_family
from tests.postgres import Postgres, running_postgres


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run on both databases what is not about SQLite's file."""
    if "kind" in metafunc.fixturenames and not hasattr(metafunc.module, "kind"):
        kinds = ["sqlite"] if "path" in metafunc.fixturenames else ["sqlite", "postgresql"]
        metafunc.parametrize("kind", kinds)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Start the server when a test first needs it."""
    with running_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate once; a test gets a copy."""
    path = tmp_path_factory.mktemp("migrated") / "smart.db"
    asyncio.run(migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture
def path(migrated: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "smart.db"
    copy.write_bytes(migrated.read_bytes())
    return copy


@pytest.fixture
def url(kind: str, request: pytest.FixtureRequest) -> str:
    """The address of a migrated database of this kind."""
    if kind == "sqlite":
        return f"sqlite+aiosqlite:///{request.getfixturevalue('path')}"
    postgres: Postgres = request.getfixturevalue("postgres")
    return asyncio.run(postgres.cleared())


@pytest.fixture
def keyring() -> Keyring:
    return Keyring.parse(Keyring.generate_key())


@pytest.fixture
async def database(url: str, keyring: Keyring) -> AsyncIterator[Database]:
    database = await Database.open(url, keyring)
    yield database
    await database.close()


@pytest.fixture
async def other(database: Database, url: str, keyring: Keyring) -> AsyncIterator[Database]:
    """A second process on the same file."""
    other = await Database.open(url, keyring)
    yield other
    await other.close()


@pytest.fixture
async def family(database: Database) -> Family:
    return await save_family(database)


@pytest.fixture
def store(database: Database) -> AlertStore:
    return AlertStoreSql(database)
