"""How much memory a process takes for each further car that it polls.

Prints JSON: MiB per 1,000 cars, from what two fleets of different size leave resident once each car
was polled twice, each fleet in a process of its own. The real poller, garage and client ask a
server on the loopback; the database is a real file.
"""

import asyncio
import gc
import json
import logging
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import structlog

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from alerts.poller import poll_due_cars  # noqa: E402 - needs the path above
from benchmarks.bench_status_poll import serve_status  # noqa: E402 - needs the path above
from benchmarks.watched_fleet import open_fleet  # noqa: E402 - needs the path above
from bot.app import new_http_session  # noqa: E402 - needs the path above
from bot.garage import Garage  # noqa: E402 - needs the path above
from smartcloud import SmartCloud  # noqa: E402 - needs the path above
from storage.episodes import AlertStoreSql  # noqa: E402 - needs the path above
from storage.tables import polls  # noqa: E402 - needs the path above

FEW, MANY, ROUNDS, GOAL_MIB = 500, 2_500, 2, 10.0


def resident_mib() -> float:
    """Return what this process holds in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


async def measure(folder: Path, cars: int, base_url: str) -> None:
    """Poll every car and print the memory that is held then."""
    now = datetime.now(UTC)
    database = await open_fleet(folder / "fleet.db", cars, due_at=now, rng=Random(1))

    def clock() -> datetime:
        return now

    async with new_http_session() as http:
        cloud = SmartCloud(http, clock=clock, wall_clock=clock, base_url=base_url)
        garage = Garage(database, cloud, clock)
        for _ in range(ROUNDS):
            while await poll_due_cars(
                AlertStoreSql(database), garage, clock, wall_clock=clock, rng=Random(1)
            ):
                pass
            now += timedelta(hours=1)
            async with database.transaction() as tx:
                await tx.connection.execute(
                    polls.update().values(next_poll_at=now, next_status_at=now)
                )
        await garage.flush_counts()
    await database.close()
    gc.collect()
    print(json.dumps(resident_mib()))


def held(cars: int, base_url: str) -> float:
    """Return the MiB of a process that polls so many cars."""
    command = [sys.executable, __file__, str(cars), base_url]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout.splitlines()[-1])


def main() -> None:
    """Measure both fleets and print JSON."""
    with serve_status() as port:
        few, many = (held(cars, f"http://127.0.0.1:{port}") for cars in (FEW, MANY))
    grown = (many - few) / (MANY - FEW) * 1000
    print(
        json.dumps(
            {
                "benchmark": "memory",
                "cars": [FEW, MANY],
                "resident_mib": [round(few, 1), round(many, 1)],
                "mib_per_1000_cars": round(grown, 2),
                "goal": GOAL_MIB,
                "passed": grown <= GOAL_MIB,
            }
        )
    )


if __name__ == "__main__":
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    if len(sys.argv) > 1:
        with tempfile.TemporaryDirectory() as place:
            asyncio.run(measure(Path(place), int(sys.argv[1]), sys.argv[2]))
    else:
        main()
