"""What a thief of the file finds, what a swapped value does, and keys that change."""

import base64
import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, select, update
from sqlalchemy.engine import Engine

from alerts.models import Change, EpisodeChange, PollOutcome, Urgency
from smartcloud.models import ChargeLimit, Position, Region, VehicleStatus
from storage import (
    accounts,
    buttons,
    cars,
    commands,
    dialogs,
    episodes,
    geofences,
    inbox,
    people,
    tables,
)
from storage.database import Database
from storage.exceptions import DecryptionError
from storage.keys import Keyring
from storage.records import Dialog, Turn
from storage.rotation import check_keys, rotate
from tests.integration.storage.storage_builders import (
    NOW,
    VIN,
    Family,
    add_chat,
    tokens,
    vehicle,
)

TOKEN = "eyJ-planted-session-token-0123456789"
EMAIL = "planted.person@example.com"
LATITUDE, LONGITUDE = 48.123457, 11.654322
PLANTED = (TOKEN, EMAIL, VIN, "Plantedname", "Planted Chat", str(LATITUDE), str(LONGITUDE))


async def plant(database: Database, family: Family) -> str:
    """Store the planted values wherever something private may be stored."""
    status = VehicleStatus(
        vin=VIN,
        updated_at=NOW,
        fetched_at=NOW,
        position=Position(latitude=LATITUDE, longitude=LONGITUDE),
    )
    async with database.transaction() as tx:
        await people.save_person(
            tx, person_id=family.anna, first_name="Plantedname", language_code="en", now=NOW
        )
        await people.save_chat(
            tx,
            chat_id=family.anna,
            is_group=False,
            title="Planted Chat",
            language_code="en",
            now=NOW,
        )
        await accounts.save_tokens(tx, family.account_id, tokens(TOKEN))
        digest = tx.keyring.digest("email", EMAIL)
        await accounts.save_quiet(tx, Region.EU, digest, NOW, 120)
        await cars.save_snapshot(tx, family.car_id, status, ChargeLimit(percent=80))
        await cars.rename_car(tx, family.car_id, "Plantedname")
        await geofences.add(tx, family.car_id, "Plantedname", LATITUDE, LONGITUDE, 200)
        button = await buttons.add(
            tx,
            chat_id=family.anna,
            action="say",
            payload={"email": EMAIL, "latitude": LATITUDE},
            person_id=None,
            now=NOW,
            lives=timedelta(minutes=1),
            once=True,
        )
        await buttons.save_result(tx, button, f"It stands at {LATITUDE}")
        await commands.add(
            tx,
            car_id=family.car_id,
            chat_id=family.anna,
            person_id=family.anna,
            command="send_to_car",
            arguments={"latitude": LATITUDE, "longitude": LONGITUDE},
            baseline_at=None,
            now=NOW,
            key="press-1",
        )
        await dialogs.start(
            tx,
            Dialog(
                chat_id=family.anna,
                person_id=family.anna,
                kind="login",
                data={"email": EMAIL},
                expires_at=NOW + timedelta(minutes=10),
            ),
        )
        await dialogs.remember_turn(
            tx,
            Turn(
                chat_id=family.anna,
                person_id=family.anna,
                intent_name="geofence_create",
                slots={"name": "Plantedname"},
                at=NOW,
            ),
        )
        await inbox.add(tx, 1, f'{{"text": "{EMAIL}"}}'.encode(), NOW)
    store = episodes.AlertStoreSql(database)
    (car,) = await store.take_due_cars(
        NOW, limit=1, lease="a", lease_until=NOW + timedelta(minutes=2)
    )
    change = EpisodeChange(
        rule="geofence_exit",
        key="1",
        episode="1764000000",
        change=Change.OPENED,
        urgency=Urgency.SECURITY,
        at=NOW,
        details={"fence": "Plantedname", "latitude": LATITUDE, "longitude": LONGITUDE},
    )
    await store.record([PollOutcome(car=car, polled_at=NOW, next_poll_at=NOW, changes=(change,))])
    return button


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


async def test_group_that_becomes_a_supergroup_keeps_everything(
    database: Database, family: Family
) -> None:
    supergroup = -1001234567890
    async with database.transaction() as tx:
        button = await buttons.add(
            tx,
            chat_id=family.group,
            action="old",
            payload={"n": 1},
            person_id=None,
            now=NOW,
            lives=timedelta(days=1),
            once=True,
        )
        await people.migrate_chat(tx, family.group, supergroup)

    async with database.reading() as tx:
        assert await people.get_chat(tx, family.group) is None
        moved = await people.get_chat(tx, supergroup)
        assert moved is not None
        assert moved.title == "Our car"
        stored = await buttons.get(tx, button)
        assert stored is not None
        assert (stored.chat_id, stored.payload) == (supergroup, {"n": 1})
        audience = await cars.get_audience(tx, family.car_id)
        assert {chat.chat_id for chat in audience} == {family.anna, supergroup}
    assert (await check_keys(database)).is_sound


async def test_supergroup_that_spoke_before_the_move_was_known(
    database: Database, family: Family
) -> None:
    """A message in the supergroup may come before the message that tells of the move."""
    supergroup = -1001234567890
    async with database.transaction() as tx:
        await add_chat(tx, supergroup, "Our car, too early")
        button = await buttons.add(
            tx,
            chat_id=supergroup,
            action="new",
            payload={"n": 2},
            person_id=None,
            now=NOW,
            lives=timedelta(days=1),
            once=True,
        )
        await people.migrate_chat(tx, family.group, supergroup)
        await people.migrate_chat(tx, family.group, supergroup)  # the second message of the two

    async with database.reading() as tx:
        moved = await people.get_chat(tx, supergroup)
        stored = await buttons.get(tx, button)
    assert moved is not None
    assert moved.title == "Our car"
    assert stored is not None
    assert stored.payload == {"n": 2}
    assert (await check_keys(database)).is_sound


async def test_rotation_moves_every_key_and_the_old_one_can_go(
    database: Database, family: Family, url: str, keyring: Keyring
) -> None:
    token = await plant(database, family)
    newer = Keyring.parse(Keyring.generate_key())
    both = joined(newer, keyring)

    assert await rotate(database, both) == 4  # the bot, Anna, Ben, the group
    assert await rotate(database, both) == 0
    await database.close()

    rotated = await Database.open(url, newer)
    try:
        check = await check_keys(rotated)
        assert check.is_sound
        assert (check.waiting, check.data_keys) == (0, 4)
        async with rotated.reading() as tx:
            assert (await buttons.get(tx, token)) is not None
        async with rotated.transaction() as tx:
            (car,) = await cars.save_vehicles(tx, family.account_id, [vehicle()], NOW)
        assert car.car_id == family.car_id, "a car is known again after a rotation"
    finally:
        await rotated.close()


def joined(newer: Keyring, older: Keyring) -> Keyring:
    return Keyring([*newer._keys.values(), *older._keys.values()])


class KilledError(Exception):
    """Stands for the end of the process."""


@pytest.fixture
def kill_at() -> Iterator[Callable[[int], None]]:
    """Make the n-th UPDATE fail."""
    left = 0

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        nonlocal left
        if statement.startswith("UPDATE data_keys"):
            left -= 1
            if left == 0:
                raise KilledError

    def start(at: int) -> None:
        nonlocal left
        left = at

    event.listen(Engine, "before_cursor_execute", count)
    yield start
    event.remove(Engine, "before_cursor_execute", count)


async def test_rotation_killed_at_every_row_loses_nothing(
    database: Database,
    family: Family,
    keyring: Keyring,
    kill_at: Callable[[int], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("storage.rotation.BATCH", 2)
    ring = keyring
    for row in range(1, 6):
        ring = joined(Keyring.parse(Keyring.generate_key()), ring)
        kill_at(row)
        if row <= 4:
            with pytest.raises(KilledError):
                await rotate(database, ring)
        database.keyring = ring
        assert (await check_keys(database)).is_sound
        kill_at(0)
        await rotate(database, ring)
        assert (await check_keys(database)).waiting == 0


async def test_key_removed_too_early_is_counted_not_shown(
    database: Database, family: Family
) -> None:
    database.keyring = Keyring.parse(Keyring.generate_key())

    check = await check_keys(database)

    assert check.lost_data_keys == check.data_keys == 4
    assert check.lost_values == check.values > 0
    assert not check.is_sound


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
