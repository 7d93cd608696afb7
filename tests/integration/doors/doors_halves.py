"""Both halves of the bot on one database file whose lock another program may hold."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import aiohttp

from bot.app import build, open_base
from bot.service import Part, Service, connect
from bot.telegram.markup import plain
from simulator.telegram import persons
from storage.database import Database
from tests.driver import free_port
from tests.rig.bot_process import Order, QuickClock
from tests.rig.family import ANNA, Place, Watched, set_up
from tests.rig.world import StandIns

SPEED = 30.0  # so that a lease of a minute is over in two seconds
BUSY_TIMEOUT_S = 0.3


async def until(holds: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110 - others' state, in other processes too
            await asyncio.sleep(0.02)


class Lock:
    """Another program that writes into the file: for as long as it likes."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, timeout=5.0)
        self.is_held = False

    def take(self) -> None:
        """Begin to write."""
        self._connection.execute("BEGIN IMMEDIATE")
        self.is_held = True

    def free(self) -> None:
        """End it."""
        self._connection.execute("COMMIT")
        self.is_held = False

    def close(self) -> None:
        """Leave the file."""
        self._connection.close()


class Outside(StandIns):
    """The stand-ins; something happens while a request is on its way."""

    def __init__(self, clock: QuickClock) -> None:
        super().__init__(clock)
        self._meanwhile: tuple[str, Callable[[], None]] | None = None

    def meanwhile(self, match: str, happens: Callable[[], None]) -> None:
        """Let it happen when the next request comes whose path holds ``match``."""
        self._meanwhile = match, happens

    def _shoot(self, path: str) -> None:
        if self._meanwhile is not None and self._meanwhile[0] in path:
            _, happens = self._meanwhile
            self._meanwhile = None
            happens()

    def say(self, text: str) -> None:
        """Let Anna write."""
        world = self.telegram.world
        persons.say(world, world.chats[ANNA], persons.person_named("anna"), text=text)

    def answers(self) -> list[str]:
        """Return what the bot said in Anna's chat."""
        messages = self.telegram.world.chats[ANNA].messages.values()
        return [it.text for it in messages if it.sender is None]


@dataclass(kw_only=True)
class Halves:
    """What a test holds on to."""

    order: Order
    outside: Outside
    lock: Lock
    family: tuple[Watched, ...]
    http: aiohttp.ClientSession
    site: str

    @asynccontextmanager
    async def running(self, part: Part) -> AsyncIterator[Service]:
        """Run one half, in this process but with its own connections to the file."""
        port = int(self.site.rpartition(":")[2])
        settings = replace(self.order.settings(), public_url=self.site, port=port)
        async with AsyncExitStack() as stack:
            base = await open_base(settings, self.order.clock.clocks(), stack)
            database = await Database.open(
                settings.database, base.keyring, busy_timeout_s=BUSY_TIMEOUT_S
            )
            stack.push_async_callback(database.close)
            base = replace(base, database=database)
            await connect(base)
            service, stop = Service(build(base), part), asyncio.Event()
            serving = asyncio.create_task(service.serve(stop))
            try:
                yield service
                assert not serving.done()
            finally:
                stop.set()
                await serving

    async def health(self) -> tuple[int, Any]:
        """Return status and body of the health page."""
        async with self.http.get(f"{self.site}/health") as answer:
            return answer.status, await answer.json()

    def put(self, car: Watched, place: Place) -> None:
        """Let a car stand somewhere."""
        simulated = self.outside.cloud.world.garage.get(car.vin)
        assert simulated is not None

        def moved(state: Any) -> Any:
            motion = replace(state.motion, latitude=place.latitude, longitude=place.longitude)
            return replace(state, motion=motion)

        simulated.change(moved)

    def told(self, place: Place) -> list[tuple[int, str]]:
        """Return which chats heard of a place, in which words; an edit is no new message."""
        return sorted(
            (it.chat, plain(it.text).removeprefix("📍 "))
            for it in self.outside.log.sent
            if it.method == "sendmessage" and place.name in it.text
        )

    def unhandled(self) -> int:
        """Return how many updates wait in the inbox."""
        with closing(sqlite3.connect(f"{self.order.folder}/smart.db")) as connection:
            query = "SELECT count(*) FROM inbox WHERE body IS NOT NULL"
            return int(connection.execute(query).fetchone()[0])


@asynccontextmanager
async def open_halves(folder: Path) -> AsyncIterator[Halves]:
    """Start the outside, and make the database with the rig's family in it."""
    clock = QuickClock(time.time(), SPEED)
    async with AsyncExitStack() as stack:
        lock = Lock(folder / "smart.db")
        stack.callback(lock.close)
        outside = Outside(clock)
        (url,) = await outside.open(1, stack)
        order = Order(
            url=url,
            folder=str(folder),
            database_url=f"sqlite+aiosqlite:///{folder / 'smart.db'}",
            clock=clock,
            is_polling=False,
        )
        yield Halves(
            order=order,
            outside=outside,
            lock=lock,
            family=await set_up(order, outside.telegram, visits=2),
            http=await stack.enter_async_context(aiohttp.ClientSession()),
            site=f"http://127.0.0.1:{free_port()}",
        )
