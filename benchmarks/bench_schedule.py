"""CPU of deciding what is due: 10,000 cars behind an indexed column, looked at each second.

Prints JSON: CPU seconds per minute, against the floor of the bare query in the same run. Nothing is
due: what the cars cost that are due is the matter of ``bench_cycle``.
"""

import asyncio
import json
import sqlite3
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from alerts.ports import AlertStore
from benchmarks.watched_fleet import open_fleet
from storage.episodes import AlertStoreSql

CARS = 10_000
TICKS = 60
GOAL_S = 0.10
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


async def tick(store: AlertStore, ticks: int) -> float:
    """Ask once a second of the world's time; return the CPU seconds."""
    begun = time.process_time()
    for second in range(ticks):
        now = NOW + timedelta(seconds=second)
        taken = await store.take_due_cars(
            now, limit=50, lease="a", lease_now=now, lease_until=now + timedelta(minutes=2)
        )
        if taken:
            raise RuntimeError("Nothing was meant to be due.")
    return time.process_time() - begun


def floor(path: Path, ticks: int) -> float:
    """Return the CPU seconds of the bare query on the same file."""
    connection = sqlite3.connect(path)
    query = "SELECT car_id FROM polls WHERE next_poll_at <= ? ORDER BY next_poll_at LIMIT 50"
    begun = time.process_time()
    for second in range(ticks):
        moment = (NOW + timedelta(seconds=second)).strftime("%Y-%m-%d %H:%M:%S.%f")
        connection.execute(query, (moment,)).fetchall()
    spent = time.process_time() - begun
    connection.close()
    return spent


async def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fleet.db"
        database = await open_fleet(path, CARS, due_at=NOW + timedelta(hours=1), rng=Random(1))
        store = AlertStoreSql(database)
        await tick(store, 10)
        ours = min([await tick(store, TICKS) for _ in range(3)])
        bare = min(floor(path, TICKS) for _ in range(3))
        await database.close()
    print(
        json.dumps(
            {
                "cars": CARS,
                "cpu_s_per_minute": round(ours, 4),
                "floor_cpu_s_per_minute": round(bare, 5),
                "goal_cpu_s_per_minute": GOAL_S,
                "ratio_to_goal": round(ours / GOAL_S, 2),
            }
        )
    )


if __name__ == "__main__":
    asyncio.run(main())
