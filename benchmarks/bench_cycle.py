"""CPU of a whole cycle (claim, decrypt, poll, compare, write), 50 cars at a time.

Prints JSON: microseconds of CPU per car, the ratio to the floor of the same rounds, and how much
memory the rounds took. Both sides ask the same server on the loopback, sixteen at once (without
TLS, which costs both the same and would flatter the ratio), and do the same durable work: a
transaction that claims 50 rows and one that writes them, with the same promises to the disk (WAL, a
sync at each commit, deleted bytes overwritten). The floor is the cheapest honest way to that: bare
aiohttp and msgspec for the question; aiosqlite without SQLAlchemy; the data key unwrapped, the old
frame and the old memory opened and decoded, the new ones, as they came, sealed.
It judges nothing beyond "is it the same": our side runs every rule, keeps the diary, chooses the
next moment, looks for bookings, fences, reminders and others' settings, and once an hour keeps a
frame for the history. That is what the ratio holds.
"""

import asyncio
import json
import logging
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import aiohttp
import aiosqlite
import msgspec
import structlog
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from alerts.models import WatchedCar
from alerts.poller import poll_due_cars
from benchmarks.alert_week import HOUR, Life
from benchmarks.bench_status_poll import VIN, serve_status
from benchmarks.watched_fleet import open_fleet
from smartcloud import CloudAccount, Region, SmartCloud, Tokens
from smartcloud.models import ChargeLimit, Fault, Sharing, Software, VehicleStatus
from storage.database import Database
from storage.episodes import AlertStoreSql
from storage.tables import polls

BATCH, CONCURRENCY, ROUNDS = 50, 16, 24
GOAL, GOAL_MIB = 3.0, 10.0
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
KEY, NONCE = bytes(32), bytes(12)
BOX = AESGCM(KEY)
MEMORY = json.dumps(
    [{"rule": f"rule_{it}", "key": "", "fact": "ok", "since": NOW.isoformat()} for it in range(14)]
).encode()

Ask = Callable[[], Awaitable[Any]]


@dataclass
class Cloud:
    """A ``CarReader`` that asks the server, and answers with the frame of a parked car."""

    frame: VehicleStatus
    account: CloudAccount
    now: datetime = NOW

    def clock(self) -> datetime:
        """Return the moment."""
        return self.now

    async def get_status(self, car: WatchedCar) -> VehicleStatus:
        """Return the frame, dated now."""
        await self.account.get_status(car.vehicle)
        return replace(self.frame, updated_at=self.now, fetched_at=self.now)

    async def get_charge_limit(self, _: WatchedCar) -> ChargeLimit:
        """Return the target."""
        return ChargeLimit(percent=80.0)

    async def get_sharings(self, _: WatchedCar) -> tuple[Sharing, ...]:
        """Return nothing."""
        return ()

    async def get_software(self, _: WatchedCar) -> Software:
        """Return nothing new."""
        return Software(has_update=False)

    async def get_faults(self, _: WatchedCar) -> tuple[Fault, ...]:
        """Return nothing."""
        return ()


async def ours(database: Database, cloud: Cloud) -> float:
    """Poll 50 due cars and return the CPU microseconds per car."""
    cloud.now += timedelta(minutes=10)
    store = AlertStoreSql(database)
    async with database.transaction() as tx:
        await tx.connection.execute(
            polls.update()
            .where(polls.c.car_id <= BATCH)
            .values(next_poll_at=cloud.now, next_status_at=cloud.now)
        )
    begun = time.process_time()
    polled = await poll_due_cars(
        store,
        cloud,
        cloud.clock,
        wall_clock=cloud.clock,
        rng=Random(1),
        limit=BATCH,
        concurrency=CONCURRENCY,
    )
    spent = time.process_time() - begun
    if polled != BATCH:
        raise RuntimeError(f"{polled} cars were due.")
    return spent * 1e6 / BATCH


async def open_floor(path: Path) -> aiosqlite.Connection:
    """Return a database of 50 cars with the promises to the disk that ours makes."""
    connection = await aiosqlite.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
        await connection.execute(f"PRAGMA {pragma}")
    await connection.execute(
        "CREATE TABLE cars (id INTEGER PRIMARY KEY, key, status, memory, due, lease)"
    )
    await connection.execute("CREATE INDEX by_due ON cars (due)")
    key, status, memory = (BOX.encrypt(NONCE, it, None) for it in (KEY, b"{}", MEMORY))
    rows = [(number, key, status, memory, 0) for number in range(BATCH)]
    await connection.executemany("INSERT INTO cars VALUES (?, ?, ?, ?, ?, NULL)", rows)
    return connection


async def floor(connection: aiosqlite.Connection, ask: Ask) -> float:
    """Do the least that has to be done for 50 cars; return the CPU microseconds per car."""
    begun = time.process_time()
    await connection.execute("BEGIN IMMEDIATE")
    due = await connection.execute_fetchall(
        "UPDATE cars SET lease = 1 WHERE id IN (SELECT id FROM cars WHERE due <= 0 LIMIT 50)"
        " RETURNING id, key, status, memory"
    )
    await connection.commit()
    gate = asyncio.Semaphore(CONCURRENCY)

    async def poll(row: Sequence[Any]) -> tuple[Any, ...]:
        box = AESGCM(BOX.decrypt(NONCE, row[1], None))
        old = msgspec.json.decode(box.decrypt(NONCE, row[2], None))
        memory = msgspec.json.decode(box.decrypt(NONCE, row[3], None))
        async with gate:
            new = await ask()
        memory[0]["fact"] = new == old
        fresh = (msgspec.json.encode(it) for it in (new, memory))
        return *(box.encrypt(NONCE, it, None) for it in fresh), row[0]

    fresh = await asyncio.gather(*map(poll, due))
    await connection.execute("BEGIN IMMEDIATE")
    await connection.executemany(
        "UPDATE cars SET status = ?, memory = ?, due = 0, lease = NULL WHERE id = ?", fresh
    )
    await connection.commit()
    return (time.process_time() - begun) * 1e6 / BATCH


async def measure(folder: Path, cars: int, base_url: str) -> None:
    """Measure both sides in turns, so that they see the same machine, and print."""
    frame = Life(Random(3)).frame(HOUR, Random(4))  # a parked car, as nearly always
    database = await open_fleet(
        folder / "fleet.db", cars, due_at=NOW + timedelta(days=9), rng=Random(1)
    )
    bare = await open_floor(folder / "floor.db")
    async with aiohttp.ClientSession() as http:
        clock = lambda: datetime.now(UTC)  # noqa: E731 - the one clock of the client
        tokens = Tokens(region=Region.EU, user_id="1", session_token="a", issued_at=clock())
        client = SmartCloud(http, clock=clock, wall_clock=clock, base_url=base_url)

        async def keep(_: Tokens) -> None:
            """Tokens do not change here."""

        async def ask() -> Any:
            url = f"{base_url}/api.ecloudeu.com/remote-control/vehicle/status/{VIN}"
            async with http.get(url) as answer:
                return msgspec.json.decode(await answer.read())["data"]["vehicleStatus"]

        cloud = Cloud(frame, client.open_account(tokens, on_tokens=keep))
        await ours(database, cloud), await floor(bare, ask)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        rounds = [(await ours(database, cloud), await floor(bare, ask)) for _ in range(ROUNDS)]
        grown_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    await bare.close()
    await database.close()
    cycle_us, floor_us = zip(*rounds, strict=True)
    print(
        json.dumps(
            {
                "cars": cars,
                "cycle_us_per_car": round(statistics.median(cycle_us)),
                "cycle_us_per_car_mean": round(statistics.mean(cycle_us)),
                "floor_us_per_car": round(statistics.median(floor_us)),
                "ratio_to_floor": round(statistics.median(a / b for a, b in rounds), 1),
                "goal_ratio": GOAL,
                f"grown_mib_in_{ROUNDS}_rounds": round(grown_kib / 1024, 1),
                "goal_mib_per_1000_cars": GOAL_MIB,
            }
        )
    )


def main(cars: int) -> None:
    """Start the server process and measure."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory() as folder, serve_status() as port:
        asyncio.run(measure(Path(folder), cars, f"http://127.0.0.1:{port}"))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
