"""CPU of a whole cycle (decrypt, poll, detect, write), 50 cars at a time, without the network.

Prints JSON: microseconds of CPU per car, the ratio to the floor of this run (the cheapest honest
way: read the rows, decrypt and decode the old frame, encode and encrypt the new one, write the
batch), and the memory of 1,000 cars beyond that of the process.
"""

import asyncio
import json
import logging
import resource
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import msgspec
import structlog
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from alerts.models import WatchedCar
from alerts.poller import poll_due_cars
from benchmarks.alert_week import HOUR, Life
from benchmarks.watched_fleet import open_fleet
from smartcloud.models import ChargeLimit, Fault, Sharing, Software, VehicleStatus
from storage.database import Database
from storage.episodes import AlertStoreSql
from storage.tables import polls

CARS, BATCH, ROUNDS = 1_000, 50, 9
GOAL, GOAL_MIB = 3.0, 10.0
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
KEY, NONCE = bytes(32), bytes(12)


@dataclass
class Cloud:
    """A ``CarReader`` that answers at once with frames of a car's life."""

    frames: Sequence[VehicleStatus]
    now: datetime = NOW
    asked: int = 0

    def clock(self) -> datetime:
        """Return the moment."""
        return self.now

    async def get_status(self, _: WatchedCar) -> VehicleStatus:
        """Return the next frame, dated now."""
        self.asked += 1
        frame = self.frames[self.asked % len(self.frames)]
        return replace(frame, updated_at=self.now, fetched_at=self.now)

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
        store, cloud, cloud.clock, wall_clock=cloud.clock, rng=Random(1), limit=BATCH
    )
    spent = time.process_time() - begun
    if polled != BATCH:
        raise RuntimeError(f"{polled} cars were due.")
    return spent * 1e6 / BATCH


def floor(path: Path, frames: Sequence[VehicleStatus]) -> float:
    """Do the least that has to be done for 50 cars; return the CPU microseconds per car."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE IF NOT EXISTS cars (id INTEGER PRIMARY KEY, status, due)")
    box = AESGCM(KEY)
    sealed = box.encrypt(NONCE, msgspec.json.encode(frames[0]), None)
    rows = [(number, sealed, 0) for number in range(BATCH)]
    connection.executemany("INSERT OR REPLACE INTO cars VALUES (?, ?, ?)", rows)
    connection.commit()
    begun = time.process_time()
    due = connection.execute("SELECT id, status FROM cars WHERE due <= 1 LIMIT 50").fetchall()
    fresh = []
    for number, stored in due:
        msgspec.json.decode(box.decrypt(NONCE, stored, None), type=VehicleStatus)
        frame = frames[number % len(frames)]
        fresh.append((box.encrypt(NONCE, msgspec.json.encode(frame), None), 0, number))
    connection.executemany("UPDATE cars SET status = ?, due = ? WHERE id = ?", fresh)
    connection.commit()
    spent = time.process_time() - begun
    connection.close()
    return spent * 1e6 / BATCH


async def main() -> None:
    """Measure and print."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    frames = [Life(Random(3)).frame(HOUR, Random(4))]  # a parked car, as nearly always
    with tempfile.TemporaryDirectory() as folder:
        database = await open_fleet(
            Path(folder) / "fleet.db", CARS, due_at=NOW + timedelta(days=9), rng=Random(1)
        )
        cloud = Cloud(frames)
        await ours(database, cloud)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        spent = [await ours(database, cloud) for _ in range(ROUNDS)]
        grown_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        least = [floor(Path(folder) / "floor.db", frames) for _ in range(ROUNDS)]
        await database.close()
    cycle, bare = statistics.median(spent), statistics.median(least)
    print(
        json.dumps(
            {
                "cycle_us_per_car": round(cycle),
                "floor_us_per_car": round(bare),
                "ratio_to_floor": round(cycle / bare, 1),
                "goal_ratio": GOAL,
                "grown_mib_in_9_rounds_of_1000_cars": round(grown_kib / 1024, 1),
                "goal_mib": GOAL_MIB,
            }
        )
    )


if __name__ == "__main__":
    asyncio.run(main())
