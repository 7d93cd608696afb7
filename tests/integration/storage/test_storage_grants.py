"""Revocable secrets: found by their holder alone, and dead with what they rest on."""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from family.models import Member, MemberState, Role
from storage import grants, members, people
from storage.database import Database
from tests.integration.storage.storage_builders import NOW, Family

READ = frozenset({"read"})


async def make(database: Database, family: Family, **more: object) -> tuple[grants.Grant, str]:
    async with database.transaction() as tx:
        return await grants.add(
            tx,
            kind="token",
            person_id=family.ben,
            scopes=READ,
            label="Ben's watch",
            now=NOW,
            **more,  # type: ignore[arg-type]
        )


async def find(database: Database, secret: str, kind: str = "token") -> grants.Grant | None:
    async with database.reading() as tx:
        return await grants.find(tx, kind, secret, NOW)


async def test_grant_is_found_by_its_secret(database: Database, family: Family) -> None:
    grant, secret = await make(database, family)

    assert await find(database, secret) == grant
    assert (grant.person_id, grant.scopes, grant.label) == (family.ben, READ, "Ben's watch")
    assert len(secret) == 43


async def test_other_secrets_and_kinds_find_nothing(database: Database, family: Family) -> None:
    _, secret = await make(database, family)

    assert await find(database, secret[:-1]) is None
    assert await find(database, secret.swapcase()) is None
    assert await find(database, secret, "calendar") is None
    assert await find(database, grants.secret_hash(secret)) is None


async def test_use_is_remembered(database: Database, family: Family) -> None:
    grant, secret = await make(database, family)
    async with database.transaction() as tx:
        await grants.note_use(tx, grant.grant_id, NOW + timedelta(hours=1))

    assert await find(database, secret) == replace(grant, last_used_at=NOW + timedelta(hours=1))


async def test_only_its_person_revokes_it_and_once(database: Database, family: Family) -> None:
    grant, secret = await make(database, family)
    async with database.transaction() as tx:
        by_anna = await grants.revoke(tx, grant.grant_id, family.anna, NOW)
        by_ben = await grants.revoke(tx, grant.grant_id, family.ben, NOW)
        again = await grants.revoke(tx, grant.grant_id, family.ben, NOW)
        left = await grants.list_of(tx, family.ben, "token")

    assert (by_anna, by_ben, again, left) == (None, replace(grant, revoked_at=NOW), None, ())
    assert await find(database, secret) is None


@pytest.mark.parametrize(
    "change",
    [{"state": MemberState.REVOKED}, {"expires_at": NOW - timedelta(seconds=1)}],
    ids=["removed", "expired"],
)
async def test_grant_of_a_car_is_dead_without_the_membership(
    database: Database, family: Family, change: dict[str, object]
) -> None:
    _, secret = await make(database, family, car_id=family.car_id)
    assert await find(database, secret) is not None

    member = Member(person_id=family.ben, car_id=family.car_id, role=Role.DRIVER)
    async with database.transaction() as tx:
        await members.save_member(tx, replace(member, **change))  # type: ignore[arg-type]

    assert await find(database, secret) is None


async def test_grant_of_a_car_does_not_come_back_with_the_membership(
    database: Database, family: Family
) -> None:
    _, secret = await make(database, family, car_id=family.car_id)
    async with database.transaction() as tx:
        await grants.revoke_for_car(tx, family.ben, family.car_id, NOW)

    assert await find(database, secret) is None


async def test_forgotten_person_leaves_none(database: Database, family: Family) -> None:
    _, secret = await make(database, family)
    async with database.transaction() as tx:
        await people.forget_chat(tx, family.ben)

    assert await find(database, secret) is None


async def test_neither_secret_nor_label_stands_in_the_file(
    database: Database, family: Family, path: Path
) -> None:
    _, secret = await make(database, family)
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT * FROM grants").fetchall()
    connection.close()

    assert len(rows) == 1
    assert secret not in str(rows)
    assert "watch" not in str(rows)
