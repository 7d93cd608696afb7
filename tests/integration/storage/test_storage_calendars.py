"""Foreign calendars: claimed once, sealed, and what they say replaced as a whole."""

import asyncio
from datetime import timedelta
from pathlib import Path

from family.slots import Slot
from storage import calendars, people
from storage.calendars import ImportedCalendar
from storage.database import Database
from tests.integration.storage.storage_builders import NOW, Family

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
ADDRESS = "https://calendar.example.com/private-7f3a/basic.ics"


async def add(database: Database, family: Family, address: str = ADDRESS) -> ImportedCalendar:
    async with database.transaction() as tx:
        return await calendars.add(
            tx, car_id=family.car_id, person_id=family.anna, address=address, now=NOW
        )


async def busy(database: Database, family: Family) -> tuple[Slot, ...]:
    async with database.reading() as tx:
        return await calendars.busy_between(tx, family.car_id, NOW, NOW + DAY)


async def test_busy_times_are_replaced_by_what_the_calendar_says_now(
    database: Database, family: Family
) -> None:
    calendar = await add(database, family)
    first = [Slot(NOW + HOUR, NOW + 2 * HOUR), Slot(NOW + 30 * HOUR, NOW + 31 * HOUR)]
    second = [Slot(NOW - HOUR, NOW + HOUR)]

    seen = []
    for spans in (first, second):
        async with database.transaction() as tx:
            await calendars.save_busy(
                tx, calendar.calendar_id, spans, now=NOW, next_at=NOW + 6 * HOUR
            )
        seen.append(await busy(database, family))

    assert seen == [(first[0],), (second[0],)]


async def test_failure_keeps_what_was_said_and_counts(database: Database, family: Family) -> None:
    calendar = await add(database, family)
    async with database.transaction() as tx:
        await calendars.save_busy(
            tx, calendar.calendar_id, [Slot(NOW, NOW + HOUR)], now=NOW, next_at=NOW + HOUR
        )
        await calendars.note_failure(tx, calendar.calendar_id, NOW + 2 * HOUR)

    async with database.reading() as tx:
        (known,) = await calendars.list_of(tx, family.car_id)
    assert await busy(database, family) == (Slot(NOW, NOW + HOUR),)
    assert (known.failures, known.read_at, known.next_at) == (1, NOW, NOW + 2 * HOUR)


async def test_due_calendar_is_claimed_by_one_worker(
    database: Database, other: Database, family: Family
) -> None:
    await add(database, family)

    async def take(one: Database) -> int:
        async with one.transaction() as tx:
            return len(await calendars.take_due(tx, NOW, NOW + HOUR, limit=10))

    taken = await asyncio.gather(take(database), take(other))

    assert sorted(taken) == [0, 1]


async def test_same_address_is_one_calendar_and_can_be_removed(
    database: Database, family: Family
) -> None:
    first, second = await add(database, family), await add(database, family)

    async with database.transaction() as tx:
        removed = await calendars.remove(tx, first.calendar_id, family.car_id)
        again = await calendars.remove(tx, first.calendar_id, family.car_id)

    assert first == second
    assert (removed, again) == (True, False)


async def test_address_is_not_readable_in_the_file_and_goes_with_its_person(
    database: Database, family: Family, path: Path
) -> None:
    await add(database, family)

    stored = b"".join(file.read_bytes() for file in path.parent.glob("smart.db*"))
    async with database.transaction() as tx:
        await people.forget_chat(tx, family.anna)
    async with database.reading() as tx:
        left = await calendars.list_of(tx, family.car_id)

    assert b"private-7f3a" not in stored
    assert left == ()
