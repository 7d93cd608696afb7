"""Guessing a pairing code: how often anybody may try."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from storage import budgets, pins, seen_requests, speakers
from storage.database import Database
from storage.keys import Keyring
from storage.schema import migrate
from storage.speakers import Pairing
from tests.integration.storage.storage_builders import ANNA, BEN, NOW, save_family


@pytest.fixture
async def pair_of_processes(tmp_path) -> AsyncIterator[tuple[Database, Database]]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'doors.db'}"
    await migrate(url)
    keyring = Keyring.parse(Keyring.generate_key())
    one, other = await Database.open(url, keyring), await Database.open(url, keyring)
    await save_family(one)
    yield one, other
    await one.close()
    await other.close()


async def make(database: Database, person: int) -> str:
    async with database.transaction() as tx:
        return await speakers.make_code(tx, person, NOW)


async def pair(database: Database, speaker: str, code: str, at=NOW) -> Pairing:
    async with database.transaction() as tx:
        return (await speakers.pair(tx, speaker, code, at))[0]


def wrong(code: str, number: int) -> str:
    return f"{(int(code) + number + 1) % 10**6:06d}"


async def test_code_is_dead_after_five_wrong_guesses_by_whomever(pair_of_processes) -> None:
    one, other = pair_of_processes
    code = await make(one, ANNA)
    for number in range(5):
        database = (one, other)[number % 2]
        assert await pair(database, f"guesser-{number}", wrong(code, number)) is Pairing.WRONG

    assert await pair(one, "anna", code) is Pairing.WRONG


async def test_right_code_after_four_wrong_ones_links(pair_of_processes) -> None:
    one, _ = pair_of_processes
    code = await make(one, ANNA)
    for number in range(4):
        await pair(one, "anna", wrong(code, number))

    assert await pair(one, "anna", code) is Pairing.DONE
    async with one.reading() as tx:
        assert await speakers.person_of(tx, "anna") == ANNA


async def test_new_code_replaces_the_old_one_and_each_is_its_persons(pair_of_processes) -> None:
    one, _ = pair_of_processes
    old, bens = await make(one, ANNA), await make(one, BEN)
    new = await make(one, ANNA)

    if old not in {new, bens}:
        assert await pair(one, "anna", old) is Pairing.WRONG
    assert await pair(one, "ben", bens) is Pairing.DONE
    async with one.reading() as tx:
        assert await speakers.person_of(tx, "ben") == BEN


async def test_account_has_ten_tries_a_day(pair_of_processes) -> None:
    one, other = pair_of_processes
    for number in range(10):
        assert await pair((one, other)[number % 2], "guesser", "000000") is Pairing.WRONG
    code = await make(one, ANNA)

    assert await pair(one, "guesser", code) is Pairing.TOO_MANY
    assert await pair(one, "guesser", code, NOW + timedelta(minutes=9)) is Pairing.TOO_MANY
    tomorrow = NOW + timedelta(days=1)
    assert await pair(other, "guesser", "000000", tomorrow) is Pairing.WRONG


async def test_all_accounts_together_have_a_budget(pair_of_processes) -> None:
    one, _ = pair_of_processes
    for number in range(100):
        assert await pair(one, f"guesser-{number}", "000000") is Pairing.WRONG

    assert await pair(one, "anna", await make(one, ANNA)) is Pairing.TOO_MANY


async def test_code_is_not_readable_in_the_database(pair_of_processes) -> None:
    one, _ = pair_of_processes
    code = await make(one, ANNA)
    async with one.reading() as tx:
        from sqlalchemy import select

        from storage.door_tables import pairing_codes

        row = (await tx.connection.execute(select(pairing_codes))).one()

    assert code not in str(tuple(row))


async def test_budget_is_shared_and_starts_again(pair_of_processes) -> None:
    one, other = pair_of_processes
    hour = timedelta(hours=1)

    async def take(database: Database, at) -> bool:
        async with database.transaction() as tx:
            return await budgets.take(tx, "any", 2, hour, at)

    assert [await take(one, NOW), await take(other, NOW), await take(one, NOW)] == [
        True,
        True,
        False,
    ]
    assert await take(other, NOW + hour)


async def test_request_is_seen_by_the_other_process_too(pair_of_processes) -> None:
    one, other = pair_of_processes
    seen = []
    for database in (one, other, one):
        async with database.transaction() as tx:
            seen.append(await seen_requests.is_first(tx, "request-1", NOW))

    assert seen == [True, False, False]


async def test_voice_pin_locks_for_both_processes_and_is_not_the_chats(pair_of_processes) -> None:
    one, other = pair_of_processes
    async with one.transaction() as tx:
        await pins.save(tx, ANNA, "voice-digest", pins.VOICE)
        await pins.save(tx, ANNA, "chat-digest")
    for database in (one, other, one):
        async with database.transaction() as tx:
            assert await pins.take_try(tx, ANNA, pins.VOICE) is not None
    async with other.transaction() as tx:
        assert await pins.take_try(tx, ANNA, pins.VOICE) is None
        chat = await pins.get(tx, ANNA)

    assert chat is not None
    assert (chat.digest, chat.tries_left) == ("chat-digest", 3)
