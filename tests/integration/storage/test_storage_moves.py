"""A group that becomes a supergroup."""

from datetime import timedelta

from storage import (
    audiences,
    buttons,
    people,
)
from storage.database import Database
from storage.rotation import check_keys
from tests.integration.storage.storage_builders import (
    NOW,
    Family,
    add_chat,
)


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
        audience = await audiences.get_audience(tx, family.car_id, NOW)
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
