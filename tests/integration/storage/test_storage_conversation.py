"""Buttons, commands, dialogs, the inbox, counters and the daily cleaning."""

import asyncio
from datetime import date, timedelta

from sqlalchemy import func, select

from smartcloud.models import CommandState
from storage import buttons, cleanup, commands, counters, dialogs, inbox, tables
from storage.database import Database, Transaction
from storage.records import CommandEntry, Dialog, StoredUpdate, Turn
from tests.integration.storage.storage_builders import NOW, Family

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


async def add_button(
    database: Database,
    family: Family,
    *,
    person_id: int | None = None,
    once: bool = True,
    group: str | None = None,
) -> str:
    async with database.transaction() as tx:
        return await buttons.add(
            tx,
            chat_id=family.group,
            action="unlock",
            payload={"car_id": family.car_id, "level": 2.5, "sure": True},
            person_id=person_id,
            now=NOW,
            lives=MINUTE,
            once=once,
            group=group,
        )


async def press(
    database: Database, token: str, person_id: int = 1001, after: timedelta = timedelta(0)
) -> bool:
    async with database.transaction() as tx:
        return await buttons.use(tx, token, person_id=person_id, now=NOW + after) is not None


async def test_only_the_first_of_many_taps_gets_the_button(
    database: Database, other: Database, family: Family
) -> None:
    token = await add_button(database, family)

    taps = await asyncio.gather(*(press(of, token) for of in [database, other] * 10))

    assert sum(taps) == 1


async def test_button_tells_everything_before_and_after_its_use(
    database: Database, family: Family
) -> None:
    token = await add_button(database, family, person_id=family.anna)
    async with database.transaction() as tx:
        await buttons.bind(tx, [token, "unknown"], 12)
        await buttons.use(tx, token, person_id=family.anna, now=NOW)
        await buttons.save_result(tx, token, "Unlocked.")
        await buttons.save_result(tx, "unknown", "nothing")

        stored = await buttons.get(tx, token)
        assert await buttons.get(tx, "unknown") is None

    assert stored is not None
    assert (stored.message_id, stored.used_at, stored.used_by, stored.result) == (
        12,
        NOW,
        family.anna,
        "Unlocked.",
    )
    assert stored.payload == {"car_id": family.car_id, "level": 2.5, "sure": True}
    assert len(token) == 22, "128 bits"


async def test_button_of_another_person_stays_unused(database: Database, family: Family) -> None:
    token = await add_button(database, family, person_id=family.anna)

    assert not await press(database, token, family.ben)
    assert await press(database, token, family.anna)


async def test_button_expires(database: Database, family: Family) -> None:
    token = await add_button(database, family)

    assert not await press(database, token, after=MINUTE)
    assert await press(database, token, after=MINUTE - timedelta(microseconds=1))


async def test_button_for_many_uses(database: Database, family: Family) -> None:
    token = await add_button(database, family, once=False)

    assert [await press(database, token) for _ in range(3)] == [True, True, True]


async def test_answered_question_expires_its_other_buttons(
    database: Database, family: Family
) -> None:
    yes, no = [await add_button(database, family, group="q1") for _ in range(2)]
    elsewhere = await add_button(database, family, group="q2")
    await press(database, yes)

    async with database.transaction() as tx:
        await buttons.expire_group(tx, "q1")

    assert not await press(database, no)
    assert await press(database, elsewhere)


async def add_command(
    database: Database, family: Family, key: str = "press-1"
) -> CommandEntry | None:
    async with database.transaction() as tx:
        return await commands.add(
            tx,
            car_id=family.car_id,
            chat_id=family.anna,
            person_id=family.anna,
            command="climate_on",
            arguments={"temperature": 21.5},
            baseline_at=NOW - MINUTE,
            now=NOW,
            key=key,
        )


async def test_one_press_makes_one_command(
    database: Database, other: Database, family: Family
) -> None:
    made = await asyncio.gather(*(add_command(of, family) for of in [database, other] * 5))

    (entry,) = [entry for entry in made if entry is not None]
    assert (entry.state, entry.sent_at, entry.arguments, entry.baseline_at) == (
        CommandState.SENDING,
        None,
        {"temperature": 21.5},
        NOW - MINUTE,
    )


async def test_command_begins_once(database: Database, other: Database, family: Family) -> None:
    entry = await add_command(database, family)
    assert entry is not None

    async def begin(of: Database) -> bool:
        async with of.transaction() as tx:
            return await commands.begin(tx, entry.command_id, NOW)

    begun = await asyncio.gather(*(begin(of) for of in [database, other] * 5))

    assert sum(begun) == 1


async def test_life_of_a_command(database: Database, family: Family) -> None:
    entry = await add_command(database, family)
    assert entry is not None
    async with database.transaction() as tx:
        assert await commands.busy_command(tx, family.car_id, NOW) == entry
        assert await commands.open_commands(tx) == (entry,)
        assert await commands.busy_command(tx, family.car_id, NOW + commands.BUSY_FOR) is None
        await commands.begin(tx, entry.command_id, NOW)
        await commands.set_message(tx, entry.command_id, 5)
        for state in (CommandState.ACCEPTED, CommandState.UNCONFIRMED, CommandState.CONFIRMED):
            assert await commands.advance(tx, entry.command_id, state)
        assert not await commands.advance(tx, entry.command_id, CommandState.LOST, "too late")

        stored = await commands.get(tx, entry.command_id)
        assert await commands.open_commands(tx) == ()
        assert await commands.busy_command(tx, family.car_id, NOW) is None
        assert await commands.get(tx, 99) is None

    assert stored is not None
    assert (stored.state, stored.message_id, stored.sent_at, stored.reason) == (
        CommandState.CONFIRMED,
        5,
        NOW,
        None,
    )


async def test_refused_command_keeps_its_reason_and_never_begins(
    database: Database, family: Family
) -> None:
    entry = await add_command(database, family)
    assert entry is not None
    async with database.transaction() as tx:
        await commands.advance(tx, entry.command_id, CommandState.REJECTED, "8070")

        assert not await commands.begin(tx, entry.command_id, NOW)
        stored = await commands.get(tx, entry.command_id)

    assert stored is not None
    assert stored.reason == "8070"


async def test_dialog_is_replaced_expires_and_ends(database: Database, family: Family) -> None:
    def dialog(kind: str) -> Dialog:
        return Dialog(
            chat_id=family.anna,
            person_id=family.anna,
            kind=kind,
            data={"step": kind},
            expires_at=NOW + MINUTE,
        )

    async with database.transaction() as tx:
        await dialogs.start(tx, dialog("region"))
        await dialogs.start(tx, dialog("email"))

        assert await dialogs.get(tx, family.anna, family.anna, NOW) == dialog("email")
        assert await dialogs.get(tx, family.anna, family.anna, NOW + MINUTE) is None
        assert await dialogs.get(tx, family.anna, family.ben, NOW) is None
        await dialogs.end(tx, family.anna, family.anna)
        assert await dialogs.get(tx, family.anna, family.anna, NOW) is None


async def test_last_turn_is_remembered_by_chat_and_person(
    database: Database, family: Family
) -> None:
    def turn(intent: str) -> Turn:
        return Turn(
            chat_id=family.group,
            person_id=family.ben,
            intent_name=intent,
            slots={"temperature": 21.5, "mode": "flash", "on": True},
            at=NOW,
        )

    async with database.transaction() as tx:
        await dialogs.remember_turn(tx, turn("climate_on"))
        await dialogs.remember_turn(tx, turn("lock"))

        assert await dialogs.get_turn(tx, family.group, family.ben) == turn("lock")
        assert await dialogs.get_turn(tx, family.group, family.anna) is None


async def take(tx: Transaction, lease: str, after: timedelta = timedelta(0)) -> list[StoredUpdate]:
    now = NOW + after
    return list(await inbox.take(tx, limit=10, lease=lease, now=now, lease_until=now + MINUTE))


async def test_updates_are_stored_once_and_taken_in_order(database: Database) -> None:
    async with database.transaction() as tx:
        assert await inbox.last_update_id(tx) is None
        added = [await inbox.add(tx, number, b"%d" % number, NOW) for number in (9, 7, 9, 8)]
        rows = await take(tx, "a")

    assert added == [True, True, False, True]
    assert rows == [StoredUpdate(update_id=number, body=b"%d" % number) for number in (7, 8, 9)]


async def test_unhandled_updates_come_again_after_the_lease(database: Database) -> None:
    async with database.transaction() as tx:
        for number in (1, 2):
            await inbox.add(tx, number, b"{}", NOW)
        await take(tx, "killed")
        await inbox.done(tx, 1)

        assert await take(tx, "next") == []
        assert len(await take(tx, "killed")) == 1, "its own claim is renewed"
        assert await take(tx, "next", MINUTE) == [StoredUpdate(update_id=2, body=b"{}")]
        assert await inbox.last_update_id(tx) == 2


async def test_requests_are_counted_by_day(database: Database, family: Family) -> None:
    today, yesterday = date(2026, 11, 24), date(2026, 11, 23)
    async with database.transaction() as tx:
        for day, kind, number in (
            (today, "status", 2),
            (today, "status", 3),
            (today, "command", 1),
            (yesterday, "status", 50),
        ):
            await counters.count_request(tx, family.account_id, day, kind, number)

        assert await counters.requests_today(tx, family.account_id, today) == 6
        assert await counters.requests_today(tx, family.account_id, date(2026, 11, 25)) == 0


async def test_cleaning_deletes_what_is_over_and_keeps_what_is_open(
    database: Database, family: Family
) -> None:
    await add_button(database, family)
    entry = await add_command(database, family)
    assert entry is not None
    async with database.transaction() as tx:
        for number in (1, 2, 3):
            await inbox.add(tx, number, b"{}", NOW)
        await inbox.done(tx, 1)
        await inbox.done(tx, 3)
        await dialogs.start(
            tx,
            Dialog(
                chat_id=family.anna, person_id=family.anna, kind="login", expires_at=NOW + MINUTE
            ),
        )
        assert await cleanup.delete_expired(tx, NOW) == 0
        later = NOW + 2 * cleanup.KEPT_HISTORY

        assert await cleanup.delete_expired(tx, later) == 3  # button, dialog, first update
        assert await commands.open_commands(tx) == (entry,)
        assert await inbox.last_update_id(tx) == 3
        await commands.advance(tx, entry.command_id, CommandState.UNCONFIRMED)
        assert await cleanup.delete_expired(tx, later) == 1
        left = await tx.connection.scalar(select(func.count()).select_from(tables.inbox))
    assert left == 2
