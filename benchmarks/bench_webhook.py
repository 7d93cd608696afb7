"""How soon the webhook accepts an update, and what it costs to refuse a forged one.

Prints JSON: milliseconds from request to answer 200 at 100 updates a second, each durable by then
(SQLite with synchronous=FULL), and the commits that an update costs in all: one before the answer,
and a share of one that notes handled updates; microseconds of CPU that our handler needs to refuse
a wrong secret. The updates come from a process of their own.
"""

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import make_mocked_request
from sqlalchemy import event

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bot.app import utc_now  # noqa: E402 - needs the path above
from bot.telegram.updates import Inbox  # noqa: E402
from bot.web.metrics import Metrics  # noqa: E402
from bot.web.server import SECRET_HEADER, WEBHOOK_PATH, Health, build_web  # noqa: E402
from storage.database import Database  # noqa: E402
from storage.keys import Keyring  # noqa: E402
from storage.schema import migrate  # noqa: E402

SECRET = "a-secret-of-the-benchmark"
UPDATES, PER_SECOND, FORGED = 1000, 100, 5000
ACCEPT_GOAL_MS, REFUSE_GOAL_US = 5.0, 50.0


async def send(url: str) -> None:
    """Play Telegram: send updates at a steady pace and print each answer's delay as JSON."""
    delays: list[float] = []

    async def post(number: int) -> None:
        message = {"message_id": number, "chat": {"id": number % 9 + 1}, "text": "x" * 200}
        started = time.perf_counter()
        async with http.post(url, json={"update_id": number, "message": message}) as response:
            response.raise_for_status()
        delays.append(time.perf_counter() - started)

    async with aiohttp.ClientSession(headers={SECRET_HEADER: SECRET}) as http:
        started = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            for number in range(1, UPDATES + 1):
                group.create_task(post(number))
                await asyncio.sleep(started + number / PER_SECOND - time.perf_counter())
    print(json.dumps(delays))


async def accept(app: web.Application, database: Database, box: Inbox) -> dict[str, float]:
    """Serve the application to the other process; return what was measured."""
    commits = 0

    def count(_connection: Any) -> None:
        nonlocal commits
        commits += 1

    event.listen(database._writer.sync_engine, "commit", count)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}{WEBHOOK_PATH}"
    client = await asyncio.create_subprocess_exec(
        sys.executable, __file__, url, stdout=subprocess.PIPE
    )
    printed, _ = await client.communicate()
    await box.drain(5)
    await runner.cleanup()
    delays = sorted(json.loads(printed))
    return {
        "accept_p50_ms": round(statistics.median(delays) * 1e3, 2),
        "accept_p99_ms": round(delays[int(len(delays) * 0.99)] * 1e3, 2),
        "commits_per_update": round(commits / UPDATES, 2),
    }


async def refuse(app: web.Application) -> float:
    """Return the microseconds of CPU of our handler for a forged update."""
    route = next(route for route in app.router.routes() if route.method == "POST")
    request = make_mocked_request("POST", WEBHOOK_PATH, headers={SECRET_HEADER: "forged"}, app=app)
    costs = []
    for _ in range(10):
        started = time.process_time()
        for _ in range(FORGED // 10):
            response = await route.handler(request)
            assert response.status == 403
        costs.append((time.process_time() - started) / (FORGED // 10) * 1e6)
    return round(statistics.median(costs), 1)


async def main() -> None:
    """Measure and print JSON."""

    async def handle(_: dict[str, Any]) -> None:
        """Do nothing: accepting is measured."""

    async def health() -> Health:
        return Health(database=True)

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/webhook.db"
        await migrate(url)
        database = await Database.open(url, Keyring.parse(Keyring.generate_key()))
        box = Inbox(database, handle, utc_now)
        app = build_web(
            secret=SECRET, accept=box.accept, health=health, registry=Metrics().registry
        )
        refused = await refuse(app)
        result = await accept(app, database, box)
        await database.close()
    passed = result["accept_p99_ms"] <= ACCEPT_GOAL_MS and refused <= REFUSE_GOAL_US
    print(json.dumps({"benchmark": "webhook", **result, "refuse_us": refused, "passed": passed}))


if __name__ == "__main__":
    asyncio.run(send(sys.argv[1]) if len(sys.argv) > 1 else main())
