"""A disk that takes no more: both halves as processes of their own, whose files may not grow.

A limit on the size of files stands for the disk; it is lifted as space is made.
"""

import asyncio
import json
import os
import resource
import signal
import sqlite3
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import text, update

from alerts.models import Change, Urgency
from bot.app import load_keyring
from storage import episodes
from storage.database import Database
from storage.tables import polls
from tests.driver import free_port
from tests.integration.doors.doors_halves import Outside, until
from tests.rig.bot_process import TOKEN, Order, QuickClock
from tests.rig.family import ANNA, set_up

pytestmark = pytest.mark.skipif(
    not hasattr(resource, "prlimit"), reason="only Linux limits another process's files"
)

SMARTBOT = Path(sys.executable).parent / "smartbot"
NEVER = resource.RLIM_INFINITY


class Half:
    """One process, and what it has logged."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.log: list[dict[str, Any]] = []
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.process.stderr is not None
        async for line in self.process.stderr:
            self.log.append(json.loads(line))

    def events(self) -> list[str]:
        """Return what it said from warnings on."""
        return [line["event"] for line in self.log if line["level"] not in {"info", "debug"}]

    async def end(self) -> None:
        """Stop it in an orderly way."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(self.process.wait(), 10) == 0, self.log
        await self._reading


@dataclass(kw_only=True)
class House:
    """Both halves, what is outside of them, and the disk below them."""

    folder: Path
    outside: Outside
    database: Database  # ours, on the same file and without a limit
    http: aiohttp.ClientSession
    site: str
    halves: list[Half] = field(default_factory=list)

    async def start(self, url: str, stack: AsyncExitStack) -> None:
        """Start both as a host does."""
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": url,
            "SMART_CLOUD_URL": url,
            "PUBLIC_URL": self.site,
            "PORT": self.site.rpartition(":")[2],
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": f"sqlite+aiosqlite:///{self.folder / 'smart.db'}",
            "LOG_FORMAT": "json",
        }
        for name in ("web", "worker"):
            process = await asyncio.create_subprocess_exec(
                SMARTBOT, name, cwd=self.folder, env=environment, stderr=asyncio.subprocess.PIPE
            )
            half = Half(process)
            stack.push_async_callback(half.end)
            self.halves.append(half)
        for half in self.halves:
            await until(lambda half=half: any(it["event"] == "started" for it in half.log))
        await until(lambda: bool(self.outside.telegram.world.updates.webhook.url))

    def limit(self, size: int) -> None:
        """Let no file of both processes grow beyond so many bytes, or be written behind them."""
        for half in self.halves:
            resource.prlimit(half.process.pid, resource.RLIMIT_FSIZE, (size, NEVER))

    def size(self, name: str) -> int:
        """Return the size of a file."""
        return (self.folder / name).stat().st_size

    async def fill(self) -> int:
        """Let the -wal file grow beyond the database; return its size."""
        async with self.database.transaction() as tx:
            await tx.connection.execute(text("PRAGMA wal_autocheckpoint = 0"))
        while self.size("smart.db-wal") <= self.size("smart.db") * 2:
            await self.owe("filler", datetime.now(UTC) + timedelta(days=1))
        return self.size("smart.db-wal")

    async def owe(self, key: str, at: datetime) -> None:
        """Owe Anna a message from a moment on."""
        async with self.database.transaction() as tx:
            await episodes.add_delivery(
                tx,
                chat_id=ANNA,
                car_id=None,
                kind="goal_begun",
                key=key,
                change=Change.OPENED,
                urgency=Urgency.SECURITY,
                at=at,
                details={"car": key, "target": 80.0, "due_at": at.isoformat()},
                episode=f"{key} {time.time_ns()}",
            )

    async def poll_now(self) -> None:
        """Let every car be due."""
        async with self.database.transaction() as tx:
            await tx.connection.execute(update(polls).values(next_poll_at=datetime.now(UTC)))

    def told(self, key: str) -> list[str]:
        """Return what Anna heard of what she was owed."""
        return [it for it in self.outside.answers() if key in it]

    def states(self, key: str) -> list[str]:
        """Return what the outbox knows of it."""
        return self._column("SELECT state FROM outbox WHERE key = ?", key)

    def _column(self, query: str, *parameters: str) -> list[Any]:
        with closing(sqlite3.connect(self.folder / "smart.db")) as connection:
            return [value for (value,) in connection.execute(query, parameters)]

    async def has_polled(self) -> None:
        """Wait until the worker has asked for each car, and told what it heard."""
        await until(lambda: len(self.outside.log.polls) >= 6)  # three were asked at the set-up
        await until(lambda: not self._column("SELECT 1 FROM polls WHERE lease IS NOT NULL"))
        owed = "SELECT 1 FROM outbox WHERE state IN ('pending', 'sending')"
        await until(lambda: not self._column(owed))

    async def health(self) -> tuple[int, bool]:
        """Return the status of the health page, and what it says of the database."""
        async with self.http.get(f"{self.site}/health") as answer:
            return answer.status, (await answer.json())["database"]

    async def failed_to_heal(self, times: int) -> None:
        """Wait until the web half has tried in vain so often, which it does every 5 s."""
        line = 'smartbot_ticks_total{job="heal_database",outcome="failed"} '
        async with asyncio.timeout(40):
            while True:
                async with self.http.get(f"{self.site}/metrics") as answer:
                    _, _, rest = (await answer.text()).partition(line)
                if rest and float(rest.split()[0]) >= times:
                    return
                await asyncio.sleep(0.1)

    async def is_well(self) -> None:
        """Wait until the health page says so."""
        async with asyncio.timeout(20):
            while await self.health() != (200, True):  # noqa: ASYNC110 - another process's state
                await asyncio.sleep(0.1)


@asynccontextmanager
async def house_in(folder: Path) -> AsyncIterator[House]:
    async with AsyncExitStack() as stack:
        clock = QuickClock(time.time(), 1.0)
        outside = Outside(clock)
        (url,) = await outside.open(1, stack)
        address = f"sqlite+aiosqlite:///{folder / 'smart.db'}"
        order = Order(
            url=url, folder=str(folder), database_url=address, clock=clock, is_polling=False
        )
        await set_up(order, outside.telegram, visits=1)
        database = await Database.open(address, load_keyring(order.settings()))
        stack.push_async_callback(database.close)
        house = House(
            folder=folder,
            outside=outside,
            database=database,
            http=await stack.enter_async_context(aiohttp.ClientSession()),
            site=f"http://127.0.0.1:{free_port()}",
        )
        await house.start(url, stack)
        yield house
        with closing(sqlite3.connect(folder / "smart.db")) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_nothing_can_be_written_until_there_is_room(tmp_path):
    """Not a byte, as on a file system that copies what is written anew."""
    async with house_in(tmp_path) as house:
        outside, updates = house.outside, house.outside.telegram.world.updates
        await house.has_polled()
        outside.meanwhile("/sendMessage", lambda: house.limit(0))
        await house.owe("sent before", datetime.now(UTC))  # it leaves, and cannot be noted
        await until(lambda: house.told("sent before") != [])
        await house.owe("owed meanwhile", datetime.now(UTC))
        await house.poll_now()
        asked = len(outside.log.polls)
        outside.say("/battery")
        await until(lambda: "503" in updates.webhook.last_error)
        await until(lambda: all("database_failing" in it.events() for it in house.halves))
        await house.failed_to_heal(2)  # by then all who try again and again have given up once
        seen, was_open = await house.health(), house.states("sent before")
        not_yet = (house.told("owed meanwhile"), len(outside.log.polls) - asked)

        house.limit(NEVER)
        await until(lambda: house.states("sent before") == ["sent"])
        await until(lambda: house.states("owed meanwhile") == ["sent"])
        await until(lambda: len(outside.log.polls) > asked)
        await until(lambda: len(outside.answers()) >= 3 and not updates.pending)
        await house.is_well()

        assert (seen, was_open, not_yet) == ((503, False), ["sending"], ([], 0))
        assert [len(house.told(key)) for key in ("sent before", "owed meanwhile")] == [1, 1]
        assert [half.events() for half in house.halves] == [["database_failing"]] * 2
        reasons = {it["reason"] for half in house.halves for it in half.log if "reason" in it}
        assert reasons == {
            "The disk of the database takes no more: it has failed, or a quota is used up."
        }


async def test_what_is_stored_still_leaves_where_files_only_cannot_grow(tmp_path):
    """As on most file systems: what was written before may be written over."""
    async with house_in(tmp_path) as house:
        await house.has_polled()
        house.limit(await house.fill())
        await house.owe("leaves all the same", datetime.now(UTC))
        house.outside.say("/battery")

        await until(lambda: house.states("leaves all the same") == ["sent"])
        await until(lambda: len(house.outside.answers()) == 2)
        assert len(house.told("leaves all the same")) == 1
        await house.is_well()
