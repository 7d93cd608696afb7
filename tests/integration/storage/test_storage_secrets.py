"""What a thief of the file finds, what a swapped value does, and keys that change."""

import base64
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from smartcloud.models import ChargeLimit, Position, Region
from storage import (
    accounts,
    buttons,
    cars,
    dialogs,
    geofences,
    inbox,
    people,
    tables,
)
from storage.database import Database
from storage.exceptions import DecryptionError
from storage.rotation import check_keys
from tests.integration.storage.storage_builders import (
    NOW,
    Family,
    add_chat,
    tokens,
    vehicle,
)
from tests.integration.storage.storage_planting import (
    EMAIL,
    LATITUDE,
    LONGITUDE,
    PLANTED,
    TOKEN,
    plant,
)


def disguises(text: str) -> Iterator[bytes]:
    """The text as it may stand in a file; base64 depends on what stands before it."""
    raw = text.encode()
    yield raw
    yield raw.hex().encode()
    yield text.encode("utf-16-le")
    for before in range(3):
        middle = base64.b64encode(b"\0" * before + raw)[before and 4 : -4]
        yield middle
        yield middle.translate(bytes.maketrans(b"+/", b"-_"))


async def test_nothing_private_is_readable_in_the_files(
    database: Database, family: Family, path: Path
) -> None:
    await plant(database, family)

    content = read_all(path)

    assert b"smart.db" not in content
    assert b"geofence_exit" in content, "the scan must be able to find what is stored in clear"
    for text in PLANTED:
        for disguise in disguises(text):
            assert disguise not in content, text


def read_all(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob("smart.db*")))


async def test_everything_planted_comes_back(database: Database, family: Family) -> None:
    token = await plant(database, family)

    async with database.reading() as tx:
        account = await accounts.get_account(tx, family.account_id)
        car = await cars.get_car(tx, family.car_id)
        (fence,) = await geofences.list_for(tx, family.car_id)
        button = await buttons.get(tx, token)
        dialog = await dialogs.get(tx, family.anna, family.anna, NOW)
        turn = await dialogs.get_turn(tx, family.anna, family.anna)

    assert account is not None
    assert account.tokens == tokens(TOKEN)
    assert car is not None
    assert car.status is not None
    assert car.status.position == Position(latitude=LATITUDE, longitude=LONGITUDE)
    assert (car.name, car.vehicle, car.charge_limit) == (
        "Plantedname",
        vehicle(),
        ChargeLimit(percent=80),
    )
    assert (fence.name, fence.latitude) == ("Plantedname", LATITUDE)
    assert button is not None
    assert button.payload == {"email": EMAIL, "latitude": LATITUDE}
    assert button.result == f"It stands at {LATITUDE}"
    assert dialog is not None
    assert dialog.data == {"email": EMAIL}
    assert turn is not None
    assert turn.slots == {"name": "Plantedname"}


async def add_second_account(database: Database, family: Family) -> int:
    """Ben logs in too; his car is another one."""
    async with database.transaction() as tx:
        account = await accounts.save_account(
            tx, chat_id=family.ben, region=Region.EU, tokens=tokens("token-of-ben"), now=NOW
        )
        (car,) = await cars.save_vehicles(
            tx, account.account_id, [vehicle("HESXR1C40PS000002")], NOW
        )
        await cars.rename_car(tx, car.car_id, "Ben's")
        await cars.rename_car(tx, family.car_id, "Anna's")
    return account.account_id


async def test_tokens_copied_into_another_row_do_not_open(
    database: Database, family: Family
) -> None:
    of_ben = await add_second_account(database, family)
    table = tables.accounts
    async with database.transaction() as tx:
        stolen = await tx.connection.scalar(
            select(table.c.tokens).where(table.c.account_id == family.account_id)
        )
        await tx.connection.execute(
            update(table).where(table.c.account_id == of_ben).values(tokens=stolen)
        )

    async with database.reading() as tx:
        with pytest.raises(DecryptionError):
            await accounts.get_account(tx, of_ben)
        assert (await accounts.get_account(tx, family.account_id)) is not None
    assert (await check_keys(database)).lost_values == 1


async def test_a_value_copied_into_another_column_of_its_row_does_not_open(
    database: Database, family: Family
) -> None:
    async with database.transaction() as tx:
        await tx.connection.execute(update(tables.cars).values(name=tables.cars.c.vehicle))

    async with database.reading() as tx:
        with pytest.raises(DecryptionError):
            await cars.get_car(tx, family.car_id)


async def test_a_data_key_copied_to_another_chat_does_not_open(
    database: Database, family: Family
) -> None:
    keys = tables.data_keys
    async with database.transaction() as tx:
        wrapped = await tx.connection.scalar(
            select(keys.c.wrapped).where(keys.c.chat_id == family.anna)
        )
        await tx.connection.execute(
            update(keys).where(keys.c.chat_id == family.ben).values(wrapped=wrapped)
        )

    async with database.reading() as tx:
        with pytest.raises(DecryptionError):
            await people.get_chat(tx, family.ben)


async def test_forgotten_chat_leaves_no_row_and_no_key(
    database: Database, family: Family, path: Path
) -> None:
    await plant(database, family)

    async with database.transaction() as tx:
        await people.forget_chat(tx, family.anna)

    async with database.reading() as tx:
        for table in tables.metadata.sorted_tables:
            for name in ("chat_id", "person_id"):
                if name in table.c:
                    rows = await tx.connection.execute(
                        select(table).where(table.c[name] == family.anna)
                    )
                    assert rows.all() == [], table.name
        assert await cars.get_car(tx, family.car_id) is None
        assert await people.get_chat(tx, family.ben) is not None


async def test_forgotten_chat_may_come_back(database: Database, family: Family) -> None:
    async with database.transaction() as tx:
        await people.forget_chat(tx, family.anna)
        await add_chat(tx, family.anna, "Anna again")

        chat = await people.get_chat(tx, family.anna)

    assert chat is not None
    assert chat.title == "Anna again"


async def test_handled_update_is_erased(database: Database, path: Path) -> None:
    async with database.transaction() as tx:
        assert await inbox.add(tx, 5, b"private", NOW)
        await inbox.done(tx, 5)

        assert not await inbox.add(tx, 5, b"private", NOW)

    connection = sqlite3.connect(path)
    assert connection.execute("SELECT body FROM inbox").fetchall() == [(None,)]
    connection.close()


def test_planted_values_would_be_found(tmp_path: Path) -> None:
    """The scan itself: each disguise is seen when it is there."""
    for text in PLANTED:
        for shift in range(3):
            encoded = base64.b64encode(b"x" * shift + text.encode() + b"yz")
            assert any(re.search(re.escape(found), encoded) for found in disguises(text))
