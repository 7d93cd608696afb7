"""Two processes, and a kill at every statement."""

import asyncio
from collections import Counter
from random import Random

from sqlalchemy import event, select
from sqlalchemy.engine import Engine

from alerts.models import (
    PollOutcome,
)
from alerts.ports import AlertStore
from storage import tables
from storage.database import Database
from storage.episodes import AlertStoreSql
from tests.integration.storage.alert_store_builders import (
    MINUTE,
    fill,
    opened,
    sent,
    status,
    take,
    take_cars,
)
from tests.integration.storage.storage_builders import (
    NOW,
    Family,
)


async def test_two_processes_poll_and_send_each_exactly_once(
    database: Database, other: Database
) -> None:
    ids = await fill(database, 60)
    polled: Counter[int] = Counter()
    told: Counter[int] = Counter()

    async def work(of: Database, name: str) -> None:
        store, rng = AlertStoreSql(of), Random(name)
        while watched := await take_cars(store, lease=name, limit=7):
            polled.update(car.car_id for car in watched)
            await asyncio.sleep(rng.random() / 500)
            await store.record(
                [
                    PollOutcome(
                        car=car, polled_at=NOW, next_poll_at=NOW + MINUTE, changes=(opened(),)
                    )
                    for car in watched
                ]
            )
            while deliveries := await take(store, lease=name, limit=5):
                told.update(d.chat_id for d in deliveries)
                await asyncio.sleep(rng.random() / 500)
                await store.record_sent([sent(d) for d in deliveries])

    await asyncio.gather(
        *(work(of, f"{n}-{i}") for n, of in enumerate((database, other)) for i in range(2))
    )

    assert polled == dict.fromkeys(ids, 1)
    assert told == dict.fromkeys(range(1, 61), 1)


async def test_batch_is_claimed_and_stored_with_few_statements(
    store: AlertStore, database: Database
) -> None:
    await fill(database, 40)
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        watched = await take_cars(store)
        claimed, statements[:] = len(statements), []
        await store.record(
            [PollOutcome(car=car, polled_at=NOW, next_poll_at=NOW) for car in watched]
        )
    finally:
        event.remove(Engine, "before_cursor_execute", note)

    assert len(watched) == 40
    assert claimed <= 10  # one for each thing that a car is polled with, however many cars
    assert len(statements) <= 3


async def test_killed_at_any_statement_of_a_record_nothing_is_half_stored(
    store: AlertStore, database: Database, family: Family
) -> None:
    """The change and what is owed for it are stored together or not at all."""

    class KilledError(Exception):
        pass

    left = 0

    def count(_connection: object, _cursor: object, _statement: str, *_rest: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise KilledError

    (car,) = await take_cars(store)
    outcome = PollOutcome(
        car=car, polled_at=NOW, next_poll_at=NOW, status=status(1), changes=(opened(),)
    )
    event.listen(Engine, "before_cursor_execute", count)
    tried = 0
    try:
        while True:
            tried += 1
            left = tried
            try:
                await store.record([outcome])
                break
            except KilledError:
                left = 0
                async with database.reading() as tx:
                    assert await tx.connection.scalar(select(tables.episodes.c.episode)) is None
                    assert await tx.connection.scalar(select(tables.outbox.c.kind)) is None
                    assert await tx.connection.scalar(select(tables.cars.c.updated_at)) is None
    finally:
        event.remove(Engine, "before_cursor_execute", count)

    assert tried > 5
    assert len(await take(store)) == 2
