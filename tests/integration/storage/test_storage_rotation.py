"""Master keys that change, at every moment of the change."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from storage import (
    buttons,
    cars,
)
from storage.database import Database
from storage.keys import Keyring
from storage.rotation import check_keys, rotate
from tests.integration.storage.storage_builders import (
    NOW,
    Family,
    vehicle,
)
from tests.integration.storage.storage_planting import plant


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
) -> None:
    ring = keyring
    for row in range(1, 6):
        ring = joined(Keyring.parse(Keyring.generate_key()), ring)
        kill_at(row)
        if row <= 4:
            with pytest.raises(KilledError):
                await rotate(database, ring, batch=1)
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
