"""Opening, locking and failing: a real file, and two databases on it like two processes."""

import asyncio
import sqlite3
import threading
from importlib.util import find_spec
from pathlib import Path

import pytest
import structlog
from sqlalchemy import bindparam, select, text, update
from sqlalchemy.exc import StatementError
from structlog.testing import capture_logs

from storage import keys, people
from storage.database import Database
from storage.exceptions import (
    DatabaseDamagedError,
    DatabaseReadOnlyError,
    DatabaseUnavailableError,
    KeyMismatchError,
    SchemaTooNewError,
    SchemaTooOldError,
)
from storage.keys import Keyring
from storage.prepared import prepared
from storage.sqlite_file import SqliteConnection
from storage.tables import login_pauses
from storage.tables import people as people_table
from tests.integration.storage.storage_builders import NOW, Family, add_chat


async def add_one(database: Database) -> None:
    async with database.transaction() as tx:
        number = await tx.connection.scalar(select(login_pauses.c.window_s))
        await asyncio.sleep(0)
        await tx.connection.execute(update(login_pauses).values(window_s=number + 1))


async def test_concurrent_read_modify_write_loses_nothing(
    database: Database, other: Database
) -> None:
    async with database.transaction() as tx:
        await tx.connection.execute(
            tx.insert(login_pauses).values(region="EU", email_digest="x", window_s=0)
        )

    await asyncio.gather(*(add_one(db) for _ in range(80) for db in (database, other)))

    async with database.reading() as tx:
        assert await tx.connection.scalar(select(login_pauses.c.window_s)) == 160


async def test_readers_do_not_wait_for_the_writer_and_see_what_is_committed(
    database: Database,
) -> None:
    async with database.transaction() as writing:
        await add_chat(writing, -7, "half written")
        async with database.reading() as tx:
            assert await people.get_chat(tx, -7) is None

    async with database.reading() as tx:
        assert (await people.get_chat(tx, -7)) is not None


async def test_an_exception_undoes_the_whole_transaction(database: Database) -> None:
    async def fail() -> None:
        async with database.transaction() as tx:
            await add_chat(tx, 7, "Mia")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()

    async with database.reading() as tx:
        assert await people.get_chat(tx, 7) is None
        assert await people.get_person(tx, 7) is None


async def test_a_cancelled_transaction_leaves_nothing_and_blocks_nobody(
    database: Database,
) -> None:
    async def never_ends() -> None:
        async with database.transaction() as tx:
            await add_chat(tx, 7, "Mia")
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ends())
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    async with database.transaction() as tx:
        assert await people.get_chat(tx, 7) is None


async def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(DatabaseReadOnlyError):
        async with database.reading() as tx:
            await tx.create_data_key(7)


async def test_database_files_are_for_their_owner_only(database: Database, path: Path) -> None:
    async with database.transaction() as tx:
        await add_chat(tx, 7, "Mia")

    modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.glob("smart.db*")}
    assert modes == {"smart.db": 0o600, "smart.db-wal": 0o600, "smart.db-shm": 0o600}


async def test_a_value_never_gets_into_an_error_text(database: Database, family: Family) -> None:
    with pytest.raises(Exception, match="login_pauses") as caught:
        async with database.transaction() as tx:
            await tx.connection.execute(
                tx.insert(login_pauses).values(region=None, email_digest="anna@example.com")
            )

    assert "anna@example.com" not in str(caught.value)


async def test_missing_database(tmp_path: Path, keyring: Keyring) -> None:
    path = tmp_path / "none.db"

    with pytest.raises(SchemaTooOldError, match="smartbot migrate"):
        await Database.open(f"sqlite:///{path}", keyring)

    assert await asyncio.to_thread(path.exists) is False


async def test_empty_database(tmp_path: Path, keyring: Keyring) -> None:
    (tmp_path / "smart.db").touch()

    with pytest.raises(SchemaTooOldError, match="smartbot migrate"):
        await Database.open(f"sqlite:///{tmp_path / 'smart.db'}", keyring)


async def test_newer_database(path: Path, url: str, keyring: Keyring) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '2031_01_01_fly'")
    connection.close()

    with pytest.raises(SchemaTooNewError, match="Update the program"):
        await Database.open(url, keyring)


async def test_other_key(database: Database, url: str) -> None:
    with pytest.raises(KeyMismatchError, match="SESSION_KEYS"):
        await Database.open(url, Keyring.parse(Keyring.generate_key()))


def overwrite_all(content: bytes) -> bytes:
    return b"These are not the pages you are looking for. " * (len(content) // 45)


def overwrite_some(content: bytes) -> bytes:
    return content[: 4096 * 3] + b"\xff" * 64 + content[4096 * 3 + 64 :]


def truncate(content: bytes) -> bytes:
    return content[: 4096 * 5]


@pytest.fixture(params=[overwrite_all, overwrite_some, truncate])
def damaged_url(request: pytest.FixtureRequest, path: Path, url: str) -> str:
    path.write_bytes(request.param(path.read_bytes()))
    return url


async def test_damaged_file(damaged_url: str, keyring: Keyring) -> None:
    with pytest.raises(DatabaseDamagedError, match="last backup"):
        await Database.open(damaged_url, keyring)


async def _fill(database: Database) -> None:
    async with database.transaction() as tx:
        for number in range(2, 3000):
            await add_chat(tx, number, "x" * 200)


@pytest.mark.usefixtures("path")
async def test_full_disk_is_noticed_until_there_is_space_again(database: Database) -> None:
    async with database.transaction() as tx:
        await tx.connection.execute(text("PRAGMA max_page_count = 1"))  # as many as there are
        await tx.create_data_key(1)
    with pytest.raises(DatabaseUnavailableError, match="disk of the database is full"):
        await _fill(database)
    async with database.transaction() as tx:  # changes nothing, and tells nothing
        await tx.connection.execute(text("PRAGMA max_page_count = 1000000"))
    was_failing = not database.works
    await database.heal()

    assert (was_failing, database.works) == (True, True)
    async with database.transaction() as tx:
        await add_chat(tx, 2, "space again")
    async with database.reading() as tx:
        assert await people.get_chat(tx, 2) is not None
        assert await people.get_chat(tx, 3) is None


async def test_read_only_database(path: Path, keyring: Keyring) -> None:
    with pytest.raises(DatabaseReadOnlyError, match="can only be read"):
        await Database.open(f"sqlite:///file:{path}?mode=ro&uri=true", keyring)


async def test_folder_instead_of_file(tmp_path: Path, keyring: Keyring) -> None:
    with pytest.raises(DatabaseUnavailableError):
        await Database.open(f"sqlite:///{tmp_path}", keyring)


async def test_locked_database_is_waited_for(database: Database, path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")

    async def write() -> None:
        async with database.transaction() as tx:
            await tx.create_data_key(7)

    task = asyncio.create_task(write())
    await asyncio.sleep(0.1)
    assert not task.done()
    connection.execute("COMMIT")
    connection.close()
    await task


async def test_all_who_wait_for_a_locked_database_hear_in_time_that_it_is(
    path: Path, url: str, keyring: Keyring
) -> None:
    """Not one after the other: the last of many would wait for minutes."""
    database = await Database.open(url, keyring, busy_timeout_s=0.3)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")

    async def write(number: int) -> None:
        async with database.transaction() as tx:
            await add_chat(tx, number, "Mia")

    async with asyncio.timeout(10):  # 200 times 0.3 s
        ended = await asyncio.gather(*map(write, range(200)), return_exceptions=True)
    connection.execute("COMMIT")
    connection.close()
    await write(7)

    assert {type(error) for error in ended} == {DatabaseUnavailableError}
    async with database.reading() as tx:
        assert await people.get_chat(tx, 7) is not None
    await database.close()


async def test_a_failing_database_is_told_once_and_once_when_it_has_worked_for_a_while(
    path: Path, url: str, keyring: Keyring
) -> None:
    structlog.reset_defaults()  # another test may have chosen to hear of errors only
    database = await Database.open(url, keyring, busy_timeout_s=0.0)
    connection = sqlite3.connect(path, isolation_level=None)
    with capture_logs() as told:
        for _ in range(3):
            connection.execute("BEGIN IMMEDIATE")
            for _ in range(2):
                with pytest.raises(DatabaseUnavailableError):
                    await database.heal() if not database.works else await _fill(database)
            connection.execute("COMMIT")
            await database.heal()
        silent = [line["event"] for line in told]
        await database.heal(calm_s=0.0)
        await database.heal(calm_s=0.0)
    connection.close()
    await database.close()

    assert silent == ["database_failing"]
    assert told[0]["reason"] == "The database is locked by another program for too long."
    assert [line["event"] for line in told[1:]] == ["database_works_again"]


async def test_cancelled_while_its_first_statement_waits_for_the_lock_it_blocks_nobody(
    database: Database, path: Path
) -> None:
    """The BEGIN is under way on its thread and succeeds after everybody has left it."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")

    async def write() -> None:
        async with database.transaction() as tx:
            await add_chat(tx, 7, "Mia")

    task = asyncio.create_task(write())
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.sleep(0.05)
    connection.execute("COMMIT")
    with pytest.raises(asyncio.CancelledError):
        await task

    async with database.transaction() as tx:
        assert await people.get_chat(tx, 7) is None
    connection.execute("BEGIN IMMEDIATE")  # the lock is free
    connection.close()


async def test_what_need_not_last_is_committed_for_everybody_and_the_next_commit_lasts_again(
    database: Database, other: Database, path: Path
) -> None:
    def wait_for() -> tuple[int, int]:
        raw = database._writer._free[0].raw  # type: ignore[union-attr]
        ask = [raw.execute(f"PRAGMA {name}") for name in ("synchronous", "wal_autocheckpoint")]
        return tuple(row.fetchone()[0] for row in ask)  # type: ignore[return-value]

    async with database.transaction(lasts=False) as tx:
        await add_chat(tx, 7, "Mia")
    light = wait_for()
    async with other.reading() as tx:
        assert (await people.get_chat(tx, 7)) is not None
    async with database.transaction() as tx:
        await add_chat(tx, 8, "Ben")

    assert (light, wait_for()) == ((1, 0), (2, 1000))  # NORMAL, FULL


async def test_a_prepared_statement_needs_all_of_its_values(database: Database) -> None:
    statement = prepared(select(people_table).where(people_table.c.person_id == bindparam("id")))

    with pytest.raises((KeyError, StatementError)):
        async with database.reading() as tx:
            await tx.fetch(statement)


async def test_a_forgotten_chat_leaves_no_key_in_memory(database: Database) -> None:
    async with database.transaction() as tx:
        await add_chat(tx, 7, "Mia")
        await people.get_chat(tx, 7)
        await people.forget_chat(tx, 7)

    assert keys._cipher.cache_info().currsize == 0


async def test_cancelled_twice_while_the_disk_is_slow_it_waits_and_leaves_the_file_free(
    database: Database, path: Path
) -> None:
    disk = threading.Event()

    async def write() -> None:
        async with database.transaction() as tx:
            await add_chat(tx, 7, "Mia")
            assert isinstance(tx.connection, SqliteConnection)
            await tx.connection.aside(disk.wait)

    task = asyncio.create_task(write())
    for _ in range(2):
        await asyncio.sleep(0.05)
        task.cancel()
    await asyncio.sleep(0.05)
    assert not task.done()
    disk.set()
    with pytest.raises(asyncio.CancelledError):
        await task

    async with database.transaction() as tx:
        assert await people.get_chat(tx, 7) is None


async def test_unreachable_postgresql(keyring: Keyring) -> None:
    """Without its driver, or with it and no server, the sentence says what to do."""
    says = r"DATABASE_URL" if find_spec("asyncpg") else r"pip install 'smart-companion\[postgres\]'"
    with pytest.raises(DatabaseUnavailableError, match=says):
        await Database.open("postgresql://u:p@127.0.0.1:9/none", keyring)


async def test_person_saved_again_keeps_what_they_chose(database: Database) -> None:
    async with database.transaction() as tx:
        await add_chat(tx, 7, "Mia")
        await people.set_person_preferences(tx, 7, language="fr", timezone="Europe/Paris")
        person = await people.save_person(
            tx, person_id=7, first_name="Mia M.", language_code="it", now=NOW
        )

    assert (person.first_name, person.language, person.timezone) == (
        "Mia M.",
        "fr",
        "Europe/Paris",
    )
