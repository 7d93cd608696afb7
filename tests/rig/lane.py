"""One bot that lives through kills: stand-ins, cars that jump, a person who commands, an oracle.

``python -m tests.rig.lane --database URL --kills 50 --workers 2 --seed 1`` prints its verdict as
JSON. A lane has its own database and its own stand-ins, so that lanes run side by side.
"""

import argparse
import asyncio
import json
import os
import tempfile
import time
from bisect import bisect_right
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from random import Random
from signal import SIGCONT, SIGKILL, SIGSTOP, SIGTERM
from typing import Any

from sqlalchemy import and_, func, not_, select, text

from alerts.models import SEND_LEASE, Change, DeliveryState, Urgency
from bot.app import load_keyring
from storage.commands import OPEN
from storage.database import Database
from storage.owed import URGENCIES
from storage.tables import commands, episodes, inbox, outbox
from tests.rig.blows import Blow, blows
from tests.rig.bot import Bot
from tests.rig.bot_process import Order, QuickClock
from tests.rig.broken import Breakage
from tests.rig.family import Watched, set_up
from tests.rig.oracle import Life, Owed, Verdict, judge
from tests.rig.person import Person
from tests.rig.tally import Tally, report
from tests.rig.world import Shot, StandIns

SPEED = 10.0
STARTS_WITHIN_S = 10.0
DIES_WITHIN_S = 2.0
LOOKS_EVERY_S = 0.1
ENDS_WITHIN_S = 15.0
SETTLES_WITHIN_S = 90.0


class Lane:
    """The lane's parts while it runs."""

    def __init__(
        self,
        order: Order,
        urls: tuple[str, ...],
        stand_ins: StandIns,
        family: tuple[Watched, ...],
        database: Database,
        rng: Random,
    ) -> None:
        self.order = order
        self.urls = urls  # of the stand-ins, for each process
        self.stand_ins = stand_ins
        self.log = stand_ins.log
        self.family = family
        self.database = database
        self.rng = rng
        self.person = Person(stand_ins.telegram.world)
        self.tally = Tally()
        self.bots: dict[int, Bot] = {}  # number 0 polls for updates as well
        self.lives: dict[int, Life] = {}  # of those processes
        self.visit = dict.fromkeys((car.vin for car in family), -1)

    async def run(self, plan: Sequence[Blow], workers: int, *, is_cold: bool) -> None:
        """Live through the blows, then settle; ``is_cold`` starts every process from nothing."""
        for blow in plan:
            victim = 0 if blow.is_about_commands else self.rng.randrange(workers)
            kill_at = {victim: blow.detail} if blow.kind == "milestone" else {}
            if kill_at and victim in self.bots:  # only a new process learns where it dies
                await self.end(victim)
            await self.start_missing(workers, kill_at, is_cold=is_cold)
            await self.jump()
            if blow.is_about_commands or self.rng.random() < 0.3:
                await self.wish()
            await self.strike(blow, victim)
        await self.start_missing(workers)
        await self.settle()
        for bot in self.bots.values():
            bot.signal(SIGTERM)
            await bot.ended(10)

    async def watch_machine(self) -> None:
        """Note how late this process is, for ever."""
        while True:
            due = time.monotonic() + LOOKS_EVERY_S
            await asyncio.sleep(LOOKS_EVERY_S)
            self.tally.longest_lag_s = max(self.tally.longest_lag_s, time.monotonic() - due)

    async def start_missing(
        self, workers: int, kill_at: dict[int, str] | None = None, *, is_cold: bool = False
    ) -> None:
        """Start every process that is not there, and mostly wait until one has asked the cloud."""
        missing = [it for it in range(workers) if it not in self.bots or not self.bots[it].is_alive]
        for number in missing:
            at = (kill_at or {}).get(number, "")
            order = replace(self.order, url=self.urls[number], is_polling=number == 0, kill_at=at)
            bot = self.bots[number] = Bot(order, is_cold=is_cold)
            self.lives[number] = Life(number, bot.started)
            self.tally.lives.append(self.lives[number])
        if missing and (is_cold or self.rng.random() < 0.8):  # the others are hit while they start
            await self.first_poll(is_timed=is_cold and len(missing) == workers)

    async def end(self, number: int) -> None:
        """Let a process end by itself, as at a deploy."""
        bot = self.bots[number]
        if bot.is_alive:
            bot.signal(SIGTERM)
            if await bot.ended(ENDS_WITHIN_S) is None:
                bot.signal(SIGKILL)
                self.lives[number].killed_at = await bot.ended()

    async def first_poll(self, *, is_timed: bool) -> None:
        """Wait for the first status request after the last start."""
        started = max(bot.started for bot in self.bots.values())
        while any(bot.is_alive for bot in self.bots.values()):
            if self.log.polls and self.log.polls[-1] > started:
                first = self.log.polls[bisect_right(self.log.polls, started)]
                if is_timed:
                    self.tally.first_poll_s.append(first - started)
                return
            if time.time() > started + STARTS_WITHIN_S:
                return
            await asyncio.sleep(0.01)

    async def wish(self) -> None:
        """Want the next thing of the car, once all that was wanted before has had its end."""
        if self.person.is_waiting:
            return
        async with self.database.reading() as tx:
            unread = select(func.count()).select_from(inbox).where(inbox.c.body.is_not(None))
            going = select(func.count()).select_from(commands).where(commands.c.state.in_(OPEN))
            if not (await tx.connection.scalar(unread) or await tx.connection.scalar(going)):
                self.person.wish()

    async def strike(self, blow: Blow, victim: int) -> None:
        """End a process, or stop it for longer than its leases last."""
        name, bot, life = blow.name, self.bots[victim], self.lives[victim]
        if blow.kind == "in flight":
            self.log.shot = Shot(blow.detail, bot.pid)
        if blow.kind in {"milestone", "in flight"}:
            await bot.ended(DIES_WITHIN_S)
            self.log.shot = None
        else:
            await asyncio.sleep(self.rng.uniform(0.0, 0.6))
        if blow.kind == "stop":
            await self.pause(bot, life)
        elif blow.kind == "term":
            began = time.time()
            bot.signal(SIGTERM)
            ended = await bot.ended(ENDS_WITHIN_S)
            self.tally.term_s.append((ended or time.time()) - began)
        if blow.kind != "stop" and bot.is_alive:
            name = "kill"
            bot.signal(SIGKILL)
        if blow.kind != "stop":
            ended_at = await bot.ended() or 0.0
            if name != "term":
                life.killed_at = ended_at
        self.tally.blows[name] += 1

    async def pause(self, bot: Bot, life: Life) -> None:
        """Let a process sleep until others have taken over what it had claimed."""
        since = time.time()
        bot.signal(SIGSTOP)
        await asyncio.sleep(SEND_LEASE.total_seconds() / SPEED + 0.7)
        bot.signal(SIGCONT)
        life.slept.append((since, time.time()))

    async def jump(self) -> None:
        """Move two of the cars to their next places, once the last ones were noticed."""
        noticed = await self.noticed()
        free = [
            car
            for car in self.family
            if self.visit[car.vin] < 0 or car.places[self.visit[car.vin]].fence_id in noticed
        ]
        for car in self.rng.sample(free, min(2, len(free))):
            if self.visit[car.vin] + 1 < len(car.places) - 1:  # the last is for the end
                self.put(car)

    def put(self, car: Watched) -> None:
        """Let a car stand at its next place."""
        self.visit[car.vin] += 1
        place = car.places[self.visit[car.vin]]
        simulated = self.stand_ins.cloud.world.garage.get(car.vin)
        assert simulated is not None

        def moved(state):  # type: ignore[no-untyped-def]
            motion = replace(state.motion, latitude=place.latitude, longitude=place.longitude)
            return replace(state, motion=motion)

        simulated.change(moved)

    async def noticed(self) -> set[int]:
        """Return the fences whose entering is stored."""
        async with self.database.reading() as tx:
            rows = await tx.connection.scalars(
                select(episodes.c.key).where(episodes.c.rule == "geofence_enter")
            )
            return {int(key) for key in rows}

    async def settle(self) -> None:
        """Wait until all is told; one more visit brings what waits for the chats' next messages."""
        deadline = time.monotonic() + SETTLES_WITHIN_S
        await self.wait_until_quiet(deadline, but_listed=True)
        for car in self.family:
            self.put(car)
        self.tally.still_owed = await self.wait_until_quiet(deadline)

    async def wait_until_quiet(self, deadline: float, *, but_listed: bool = False) -> int:
        """Wait until every place was noticed and nothing is owed; return what still is.

        ``but_listed``: except for information of a killed sender, which waits for company.
        """
        while True:
            places = {
                car.places[self.visit[car.vin]].fence_id
                for car in self.family
                if self.visit[car.vin] >= 0
            }
            left = await self.count_owed(but_listed=but_listed)
            left += len(places - await self.noticed())
            if not left or time.monotonic() > deadline:
                return left
            await asyncio.sleep(0.1)

    async def count_owed(self, *, but_listed: bool) -> int:
        """Return how many messages are on their way."""
        owed = outbox.c.state.in_((DeliveryState.PENDING, DeliveryState.SENDING))
        if but_listed:
            waits = and_(
                outbox.c.urgency > URGENCIES.index(Urgency.SECURITY),
                outbox.c.change == Change.OPENED.value,
                outbox.c.state == DeliveryState.SENDING,
                outbox.c.leased_until <= self.order.clock.now(),
            )
            owed = and_(owed, not_(waits))
        async with self.database.reading() as tx:
            count = select(func.count()).select_from(outbox).where(owed)
            return await tx.connection.scalar(count) or 0

    def owed(self) -> list[Owed]:
        """Return what every chat has to have heard."""
        found = []
        for car in self.family:
            for visit in range(self.visit[car.vin] + 1):
                for chat in car.chats:
                    found.append(Owed(chat, "come to", car.places[visit].name))
                    if visit < self.visit[car.vin]:
                        found.append(Owed(chat, "left", car.places[visit].name))
        return found

    def verdict(self) -> Verdict:
        """Ask the oracle."""
        log, person = self.log, self.person
        return judge(self.owed(), log.sent, person.wished, log.ordered, self.tally.lives)


async def live(
    database_url: str,
    folder: Path,
    plan: Sequence[Blow],
    *,
    workers: int,
    seed: int,
    breakage: str,
    is_cold: bool,
) -> dict[str, Any]:
    """Run a lane and return its verdict as JSON."""
    rng, clock = Random(seed), QuickClock(time.time(), SPEED)
    async with AsyncExitStack() as stack:
        stand_ins = StandIns(clock)
        urls = await stand_ins.open(workers, stack)
        order = Order(
            url=urls[0],
            folder=str(folder),
            database_url=database_url,
            clock=clock,
            is_polling=True,
            breakage=Breakage(breakage),
        )
        family = await set_up(order, stand_ins.telegram, len(plan) + 2)
        database = await Database.open(database_url, load_keyring(order.settings()))
        stack.push_async_callback(database.close)
        lane = Lane(order, urls, stand_ins, family, database, rng)
        watching = asyncio.create_task(lane.watch_machine())
        stack.callback(watching.cancel)
        await lane.run(plan, workers, is_cold=is_cold)
        integrity = "ok"
        if database_url.startswith("sqlite"):
            async with database.reading() as tx:
                integrity = str(await tx.connection.scalar(text("PRAGMA integrity_check")))
        return report(lane.verdict(), lane.tally, lane.log.too_many) | {
            "integrity": integrity,
            "workers": workers,
        }


def main() -> None:
    """Read the command line, run, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--database", default="")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--broken", default="", help="break a promise, to see that it is noticed")
    parser.add_argument("--at", default="", help="the one milestone of all kills")
    parser.add_argument("--cold", action="store_true", help="start each process from nothing")
    given = parser.parse_args()
    quick = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="rig-", dir=quick) as name:
        folder = given.keep or Path(name)
        folder.mkdir(exist_ok=True, parents=True)
        url = given.database or f"sqlite+aiosqlite:///{folder / 'smart.db'}"
        plan = [Blow("milestone", given.at)] * given.kills
        plan = plan if given.at else blows(given.kills, Random(given.seed))
        seen = live(
            url,
            folder,
            plan,
            workers=given.workers,
            seed=given.seed,
            breakage=given.broken,
            is_cold=given.cold,
        )
        print(json.dumps(asyncio.run(seen)))


if __name__ == "__main__":
    main()
