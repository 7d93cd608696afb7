"""Reads foreign calendars that are due, one after the other, beside the event loop."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

from alerts.ports import Clock
from bot.calendars.errors import CalendarError
from bot.localisation import zone_of
from family.slots import Slot
from storage import calendars, people
from storage.calendars import ImportedCalendar
from storage.database import Database

EVERY = timedelta(hours=3)
LEASE = timedelta(minutes=10)  # a reader that died is followed by another one
LONGEST_PAUSE = timedelta(days=1)
LOOK_BACK, LOOK_AHEAD = timedelta(days=1), timedelta(days=120)  # busy times that are kept
BATCH = 5

Fetch = Callable[[str], Awaitable[bytes]]

log = structlog.get_logger(__name__)


async def read_due(database: Database, fetch: Fetch, clock: Clock, world: Clock) -> int:
    """Read what is due and return how many calendars were tried; failures come back later."""
    now = clock()
    async with database.transaction() as tx:
        due = await calendars.take_due(tx, now, now + LEASE, BATCH)
    for calendar in due:
        await _read(database, fetch, calendar, now, world())
    return len(due)


async def _read(
    database: Database, fetch: Fetch, calendar: ImportedCalendar, now: datetime, today: datetime
) -> None:
    async with database.reading() as tx:
        person = await people.get_person(tx, calendar.person_id)
    zone = zone_of(person.timezone if person else None)
    try:
        from bot.calendars.busy import busy_times  # icalendar: an idle bot goes without

        source = await fetch(calendar.address)
        spans = await asyncio.to_thread(
            busy_times, source, today - LOOK_BACK, today + LOOK_AHEAD, zone
        )
    except CalendarError as error:  # the text of the error has no address in it
        log.info("calendar_not_read", calendar_id=calendar.calendar_id, reason=str(error))
        pause = min(EVERY * 2 ** min(calendar.failures, 8), LONGEST_PAUSE)
        async with database.transaction() as tx:
            await calendars.note_failure(tx, calendar.calendar_id, now + pause)
        return
    async with database.transaction() as tx:
        await calendars.save_busy(
            tx,
            calendar.calendar_id,
            [Slot(span.starts_at, span.ends_at) for span in spans],
            now=now,
            next_at=now + EVERY,
        )
