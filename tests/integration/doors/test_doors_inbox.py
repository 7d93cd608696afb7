import asyncio
import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

from sqlalchemy import event, select

from bot.telegram.updates import LEASE, Inbox
from storage import tables
from storage.database import Database
from storage.exceptions import DatabaseUnavailableError

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def update(update_id, chat=1, text="hello"):
    message = {"message_id": update_id, "chat": {"id": chat}, "text": text}
    return {"update_id": update_id, "message": message}


class Handler:
    """Notes what it handles; may wait for a gate."""

    def __init__(self):
        self.begun = []
        self.handled = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self, update):
        self.begun.append(update["update_id"])
        await self.gate.wait()
        await asyncio.sleep(0)
        self.handled.append(update["update_id"])


def inbox(database, handler, now=NOON):
    return Inbox(database, handler, lambda: now)


async def test_inbox_handles_what_it_accepts_once(database):
    handler = Handler()
    box = inbox(database, handler)

    await box.accept([update(1), update(2)])
    await box.accept([update(2), update(3)])
    await box.drain(5)
    await box.sweep()
    await box.accept([update(1)])
    await box.drain(5)

    assert handler.handled == [1, 2, 3]


async def test_inbox_keeps_a_chats_order_and_serves_chats_side_by_side(database):
    handler = Handler()
    handler.gate.clear()
    box = inbox(database, handler)

    await box.accept([update(1, chat=1), update(2, chat=1), update(3, chat=2)])
    await asyncio.sleep(0.05)
    begun = list(handler.begun)
    handler.gate.set()
    await box.drain(5)

    assert begun == [1, 3]
    assert sorted(handler.handled) == [1, 2, 3]
    assert handler.handled.index(1) < handler.handled.index(2)


async def test_inbox_update_cut_off_by_a_stop_is_handled_after_the_next_start(database):
    first = Handler()
    first.gate.clear()
    box = inbox(database, first)
    await box.accept([update(1), update(2)])
    await box.drain(0.05)

    second = Handler()
    next_box = inbox(database, second)
    await next_box.sweep(orphans=True)
    await next_box.drain(5)

    assert first.handled == []
    assert second.handled == [1, 2]


async def test_inbox_of_another_process_is_left_alone_until_its_lease_ends(database):
    busy = Handler()
    busy.gate.clear()
    box = inbox(database, busy)
    await box.accept([update(1)])
    idle = Handler()

    await inbox(database, idle, NOON + timedelta(seconds=1)).sweep()
    assert idle.begun == []

    late = inbox(database, idle, NOON + LEASE)
    await late.sweep()
    await late.drain(5)
    await box.drain(0)
    assert idle.handled == [1]


async def test_inbox_failing_update_is_tried_again_then_given_up_and_others_go_on(database):
    tries = []

    async def handle(update):
        tries.append(update["update_id"])
        if update["update_id"] == 1:
            raise RuntimeError("no")

    box = inbox(database, handle)
    await box.accept([update(1), update(2)])
    for _ in range(5):
        await box.drain(5)
        await box.sweep()

    assert tries == [1, 2, 1, 1]


async def test_inbox_shuffled_and_doubled_updates_are_each_handled_once(database):
    handler = Handler()
    box = inbox(database, handler)
    updates = [update(number, chat=number % 7) for number in range(300)] * 2
    random.Random(5).shuffle(updates)

    for start in range(0, len(updates), 50):
        await box.accept(updates[start : start + 50])
    await box.drain(10)

    assert sorted(handler.handled) == list(range(300))


async def test_inbox_unknown_kind_of_update_is_done_with(database):
    handler = Handler()
    box = inbox(database, handler)

    await box.accept([{"update_id": 9, "poll": {"id": "x"}}])
    await box.drain(5)
    await box.sweep()

    assert handler.handled == [9]


async def test_inbox_accepts_with_one_commit_and_notes_together_what_was_handled(database):
    commits = []
    event.listen(database._writer.sync_engine, "commit", commits.append)
    handler = Handler()
    handler.gate.clear()
    box = inbox(database, handler)

    for number in range(20):
        await box.accept([update(number, chat=number)])
    accepted = len(commits)
    handler.gate.set()
    await box.drain(5)

    assert accepted == 20
    assert len(commits) - accepted <= 3
    async with database.reading() as tx:
        bodies = await tx.connection.scalars(select(tables.inbox.c.body))
        assert set(bodies) == {None}


async def test_inbox_updates_that_arrive_during_a_commit_share_the_next(database):
    commits, stored = [], []
    event.listen(database._writer.sync_engine, "commit", commits.append)
    handler = Handler()
    handler.gate.clear()
    box = inbox(database, handler)

    async def accept(number):
        await box.accept([update(number, chat=number)])
        async with database.reading() as tx:  # what is acknowledged can be read
            stored.append(
                await tx.connection.scalar(select(tables.inbox).filter_by(update_id=number))
            )

    async with database.transaction():  # somebody writes while they arrive
        waiting = [asyncio.create_task(accept(number)) for number in range(30)]
        await asyncio.sleep(0)
        late = asyncio.create_task(accept(5))  # the same again, sent twice at a time
        await asyncio.sleep(0)
        assert stored == []
    await asyncio.gather(*waiting, late)
    accepted = len(commits)
    handler.gate.set()
    await box.drain(5)

    assert accepted == 2  # the writer's and theirs
    assert sorted(stored) == sorted([*range(30), 5])
    assert sorted(handler.handled) == list(range(30))


async def test_inbox_update_that_arrives_while_others_are_written_is_stored_by_the_next(database):
    handler, later = Handler(), []
    box = inbox(database, handler)

    def arrive(_connection, _cursor, statement, *_rest):
        if statement.startswith("INSERT INTO inbox") and not later:
            later.append(asyncio.create_task(box.accept([update(2, chat=2)])))  # beside the commit

    event.listen(database._writer.sync_engine, "before_cursor_execute", arrive)
    await box.accept([update(1)])
    await asyncio.gather(*later)
    await box.drain(5)

    assert handler.handled == [1, 2]
    async with database.reading() as tx:
        assert set(await tx.connection.scalars(select(tables.inbox.c.update_id))) == {1, 2}


async def test_inbox_of_which_nothing_could_be_stored_takes_the_repetitions(
    database, tmp_path, keyring
):
    path, handler = tmp_path / "doors.db", Handler()
    impatient = await Database.open(f"sqlite:///{path}", keyring, busy_timeout_s=0.0)
    box = inbox(impatient, handler)

    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = await asyncio.gather(
            *(box.accept([update(number)]) for number in range(3)), return_exceptions=True
        )
        other.execute("COMMIT")
    await asyncio.gather(*(box.accept([update(number)]) for number in range(3)))
    await box.drain(5)
    await impatient.close()

    assert [type(error) for error in refused] == [DatabaseUnavailableError] * 3
    assert handler.handled == [0, 1, 2]


async def test_inbox_notes_late_what_was_handled_and_does_not_handle_it_again(database):
    handler, pauses = Handler(), []

    def refuse(_connection, _cursor, statement, *_rest):
        if statement.startswith("UPDATE inbox SET body"):
            raise OSError("disk")

    async def sleep(seconds):
        pauses.append(seconds)
        await box.sweep()  # which finds the row with our own claim
        if len(pauses) == 2:
            event.remove(database._writer.sync_engine, "before_cursor_execute", refuse)

    box = Inbox(database, handler, lambda: NOON, sleep)
    event.listen(database._writer.sync_engine, "before_cursor_execute", refuse)
    await box.accept([update(1), update(2)])
    await box.drain(5)
    await box.sweep()
    await box.drain(5)

    assert (handler.handled, pauses) == ([1, 2], [1, 2])
    async with database.reading() as tx:
        assert set(await tx.connection.scalars(select(tables.inbox.c.body))) == {None}


async def test_inbox_waits_with_an_update_and_the_chats_next_while_the_database_is_locked(database):
    begun, pauses = [], []

    async def handle(update):
        begun.append(update["update_id"])
        if len(pauses) < 6 and update["update_id"] == 1:
            raise DatabaseUnavailableError("locked")

    async def sleep(seconds):
        pauses.append(seconds)

    box = Inbox(database, handle, lambda: NOON, sleep)
    await box.accept([update(1), update(2)])
    await box.drain(5)

    assert (begun, pauses) == ([1] * 7 + [2], [1, 2, 5, 10, 30, 30])
