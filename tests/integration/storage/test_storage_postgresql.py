"""What only a database server can do: cut connections, break transactions off, refuse to serve."""

import asyncio
from collections import Counter

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from alerts.models import PollOutcome
from migrations.runner import downgrade, upgrade
from storage import engines, tables
from storage.database import Database
from storage.episodes import AlertStoreSql
from storage.exceptions import DatabaseUnavailableError
from storage.keys import Keyring
from storage.schema import current_revision, head_revision, migrate
from storage.tables import metadata
from storage.transaction import Transaction
from tests.integration.storage.alert_store_builders import (
    MINUTE,
    fill,
    opened,
    sent,
    take,
    take_cars,
)
from tests.integration.storage.storage_builders import NOW
from tests.postgres import Postgres

CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
OTHERS = "AND pid <> pg_backend_pid()"


@pytest.fixture
def kind() -> str:
    return "postgresql"


async def indexes(url: str) -> set[str]:
    engine = engines.writer_engine(engines.parse_url(url))
    async with engine.connect() as connection:
        rows = await connection.execute(
            text("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'")
        )
        found = set(rows.scalars())
    await engine.dispose()
    return found


async def test_migrations_lead_to_the_declared_tables_and_indexes(
    postgres: Postgres, url: str
) -> None:
    upgraded = postgres.url(await postgres.empty())
    engine = engines.writer_engine(engines.parse_url(upgraded))
    differences: list[object] = []

    def compare(connection: Connection) -> None:
        upgrade(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences.extend(compare_metadata(context, metadata))

    async with engine.begin() as connection:
        await connection.run_sync(compare)
    assert differences == []
    assert await indexes(upgraded) == await indexes(url)

    async with engine.begin() as connection:
        await connection.run_sync(lambda it: downgrade(it, "base"))
    await engine.dispose()
    assert await current_revision(upgraded) is None
    await migrate(upgraded)
    assert await current_revision(upgraded) == head_revision()


async def test_transaction_cut_off_before_its_end_is_done_again(
    database: Database, other: Database
) -> None:
    attempts = 0

    async def work(tx: Transaction) -> None:
        nonlocal attempts
        attempts += 1
        await tx.create_data_key(7)
        if attempts < 3:
            async with other.transaction(alone=False) as killer:
                await killer.connection.execute(text(CUT + OTHERS))
        await tx.connection.execute(text("SELECT 1"))

    await database.run(work)

    assert attempts == 3
    async with database.reading() as tx:
        assert len((await tx.connection.execute(tables.data_keys.select())).all()) == 2


async def test_connections_cut_while_they_rest_are_replaced_unnoticed(
    database: Database, other: Database
) -> None:
    async with database.transaction():
        pass
    async with other.transaction(alone=False) as killer:
        await killer.connection.execute(text(CUT + OTHERS))

    async with database.transaction() as tx:
        await tx.create_data_key(7)
    async with database.reading() as tx:
        await tx.data_key(7)


async def test_workers_lose_and_repeat_nothing_while_connections_are_cut(
    database: Database, other: Database, url: str, keyring: Keyring
) -> None:
    ids = await fill(database, 30)
    recorded: Counter[int] = Counter()
    told: Counter[int] = Counter()

    async def work(of: Database) -> None:
        store = AlertStoreSql(of)
        while watched := await take_cars(store, limit=4):
            recorded.update(car.car_id for car in watched)
            await store.record(
                [
                    PollOutcome(
                        car=car, polled_at=NOW, next_poll_at=NOW + MINUTE, changes=(opened(),)
                    )
                    for car in watched
                ]
            )
            while deliveries := await take(store, limit=3):
                told.update(d.chat_id for d in deliveries if not d.is_repeat)
                await store.record_sent([sent(d) for d in deliveries])

    async def cut() -> None:
        for _ in range(25):
            async with killer.transaction(alone=False) as tx:
                await tx.connection.execute(text(CUT + OTHERS))
            await asyncio.sleep(0.02)

    killer = await Database.open(url, keyring)
    cutting = asyncio.create_task(cut())
    await asyncio.gather(*(work(of) for of in (database, other) for _ in range(2)))
    await cutting
    await killer.close()

    assert recorded == dict.fromkeys(ids, 1)
    assert told == dict.fromkeys(range(1, 31), 1)


async def test_unknown_database_is_explained(postgres: Postgres, keyring: Keyring) -> None:
    with pytest.raises(DatabaseUnavailableError, match="does not exist"):
        await Database.open(postgres.url("nowhere"), keyring)


async def test_stopped_server_is_explained(keyring: Keyring) -> None:
    with pytest.raises(DatabaseUnavailableError, match="cannot be reached"):
        await Database.open("postgresql+asyncpg://postgres@127.0.0.1:9/x", keyring)
