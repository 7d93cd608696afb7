"""A migrated SQLite file, and a family in it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from alerts.ports import AlertStore
from storage.database import Database
from storage.episodes import AlertStoreSql
from storage.keys import Keyring
from storage.schema import migrate
from tests.integration.storage.storage_builders import Family, save_family


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
def url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


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
