"""How soon an owed alert is accepted by Telegram: one by one, and a thousand at once.

Prints JSON. The program's own worker delivers from a real database file to the stand-in for
Telegram, which enforces the published limits; both in this process, in real time. The floor of the
thousand is what 30 messages a second allow.
"""

import asyncio
import json
import logging
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import structlog
from aiohttp import web

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from alerts.models import Change, Urgency  # noqa: E402 - needs the path above
from bot.app import Clocks, build, open_base  # noqa: E402 - needs the path above
from bot.listening import open_site  # noqa: E402 - needs the path above
from bot.service import Part, Service, connect  # noqa: E402 - needs the path above
from bot.settings import Settings  # noqa: E402 - needs the path above
from simulator.telegram import Telegram  # noqa: E402 - needs the path above
from storage import episodes, people  # noqa: E402 - needs the path above
from storage.database import Database  # noqa: E402 - needs the path above

TOKEN = "1000000001:demo-token-for-the-local-stand-in"
AT_ONCE, ALONE, PER_SECOND = 1000, 60, 30
FIRST_CHAT = 5001
GOAL_P50_S, GOAL_P95_S, GOAL_P99_S, GOAL_RATIO = 0.3, 2.0, 5.0, 1.1


class Telegraph:
    """The stand-in, with the moment at which it accepted each chat's last message."""

    def __init__(self) -> None:
        self.telegram = Telegram(token=TOKEN)
        self.accepted: dict[int, float] = {}
        self.refused = 0
        self._news = asyncio.Event()

    async def open(self, stack: AsyncExitStack) -> str:
        """Serve until the stack closes; return the address."""

        @web.middleware
        async def noted(
            request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
        ) -> web.StreamResponse:
            response = await handler(request)
            if request.path.lower().endswith("/sendmessage"):
                self.refused += response.status == 429
                if response.status == 200:
                    body: Any = json.loads(response.body)  # type: ignore[attr-defined]
                    self.accepted[body["result"]["chat"]["id"]] = time.perf_counter()
                    self._news.set()
            return response

        app = web.Application(middlewares=[noted])
        self.telegram.add_routes(app)
        port = await open_site(app, "127.0.0.1", 0, stack)
        await self.telegram.start()
        stack.push_async_callback(self.telegram.stop)
        return f"http://127.0.0.1:{port}"

    async def wait_for(self, chats: range) -> None:
        """Return when every chat has its message."""
        while not all(chat in self.accepted for chat in chats):
            self._news.clear()
            await self._news.wait()


async def add_chats(database: Database, telegraph: Telegraph, chats: range) -> None:
    """Let the chats be known to both sides."""
    async with database.transaction() as tx:
        for chat in chats:
            telegraph.telegram.world.add_chat(chat, "private", "A", ("anna",), is_open=True)
            await people.save_chat(
                tx,
                chat_id=chat,
                is_group=False,
                title="A",
                language_code="en",
                now=datetime.now(UTC),
            )


async def owe(database: Database, chats: range) -> float:
    """Store what a detection would; return the moment at which it is committed."""
    now = datetime.now(UTC)
    async with database.transaction() as tx:
        for chat in chats:
            await episodes.add_delivery(
                tx,
                chat_id=chat,
                car_id=None,
                kind="goal_begun",
                key=str(chat),
                change=Change.OPENED,
                urgency=Urgency.SECURITY,
                at=now,
                details={"car": "#1", "target": 80.0, "due_at": now.isoformat()},
            )
    return time.perf_counter()


async def measure(folder: Path) -> dict[str, Any]:
    """Deliver and return what was measured."""
    telegraph, rng = Telegraph(), Random(1)
    alone = range(FIRST_CHAT, FIRST_CHAT + ALONE)
    together = range(alone.stop, alone.stop + AT_ONCE)
    async with AsyncExitStack() as stack:
        url = await telegraph.open(stack)
        settings = Settings(bot_token=TOKEN, bot_api_url=url, data_dir=folder)
        base = await open_base(settings, Clocks(), stack)
        await connect(base)
        await add_chats(base.database, telegraph, range(alone.start, together.stop))
        stop = asyncio.Event()
        working = asyncio.create_task(Service(build(base), Part.WORK).serve(stop))
        delays = []
        for chat in alone:
            await asyncio.sleep(rng.uniform(0.1, 0.7))  # at any moment of the worker's rhythm
            owed_at = await owe(base.database, range(chat, chat + 1))
            await telegraph.wait_for(range(chat, chat + 1))
            delays.append(telegraph.accepted[chat] - owed_at)
        await asyncio.sleep(1.0)
        cpu, owed_at = time.process_time(), await owe(base.database, together)
        await telegraph.wait_for(together)
        took_s = max(telegraph.accepted[chat] for chat in together) - owed_at
        cpu = time.process_time() - cpu
        stop.set()
        await working
    return report(sorted(delays), took_s, cpu, telegraph.refused)


def report(delays: list[float], took_s: float, cpu_s: float, refused: int) -> dict[str, Any]:
    """Return the figures and whether the goals are met."""
    floor_s = AT_ONCE / PER_SECOND
    p50, p95 = statistics.median(delays), delays[int(len(delays) * 0.95)]
    p99, ratio = delays[int(len(delays) * 0.99)], took_s / floor_s
    goals = (p50 <= GOAL_P50_S, p95 <= GOAL_P95_S, p99 <= GOAL_P99_S, ratio <= GOAL_RATIO)
    return {
        "benchmark": "delivery",
        "alone_p50_s": round(p50, 3),
        "alone_p95_s": round(p95, 3),
        "alone_p99_s": round(p99, 3),
        f"{AT_ONCE}_at_once_s": round(took_s, 1),
        "ratio_to_30_a_second": round(ratio, 3),
        "refused_429": refused,
        "cpu_ms_per_alert_both_sides": round(cpu_s / AT_ONCE * 1e3, 2),
        "passed": all(goals) and not refused,
    }


def main() -> None:
    """Measure and print JSON."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(asyncio.run(measure(Path(folder)))))


if __name__ == "__main__":
    main()
