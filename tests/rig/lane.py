"""One bot that lives through kills: stand-ins, cars that jump, a person who commands, an oracle.

``python -m tests.rig.lane --database URL --kills 50 --workers 2 --seed 1`` prints its verdict as
JSON. A lane has its own database and its own stand-ins, so that lanes run side by side.
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import signal
import statistics
import tempfile
import time
from bisect import bisect_right
from collections import Counter
from contextlib import AsyncExitStack, suppress
from dataclasses import asdict, dataclass, field, replace
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from random import Random

from sqlalchemy import and_, func, select, text

from alerts.milestones import MILESTONES
from alerts.models import SEND_LEASE, DeliveryState
from bot.app import load_keyring
from simulator.telegram import persons
from simulator.telegram.messages import Message
from storage.database import Database
from storage.tables import episodes, outbox
from tests.rig.bot_process import Order, QuickClock, serve
from tests.rig.family import ANNA, Watched, set_up
from tests.rig.oracle import Owed, Verdict, judge
from tests.rig.world import Shot, StandIns

SPEED = 10.0
STARTS_WITHIN_S = 10.0
DIES_WITHIN_S = 4.0
SETTLES_WITHIN_S = 180.0
COMMANDS = {"/lock": "RDL_2", "/find_car": "RHL", "/climate": "RCE_2", "/unlock": "RDU_2"}

_fork = multiprocessing.get_context("forkserver")


@dataclass(frozen=True, slots=True)
class Blow:
    """How a round ends: at a milestone, in flight, or by a signal at a random moment."""

    kind: str
    detail: str = ""


def blows(number: int, workers: int, rng: Random) -> list[Blow]:
    """Return that many ends of rounds: every milestone as often as the others, in any order."""
    found = []
    for place in range(number):
        match place % 8:
            case 0 | 1 | 2 | 3:
                name = MILESTONES[(place // 8 * 4 + place % 8) % len(MILESTONES)]
                found.append(Blow("milestone", f"{name}:{rng.choice((1, 1, 2))}"))
            case 4:
                found.append(Blow("in flight", rng.choice(("/sendMessage", "/telematics/"))))
            case 5 | 6:
                found.append(Blow("kill"))
            case _:
                found.append(Blow("stop" if workers > 1 and place % 16 == 15 else "term"))
    rng.shuffle(found)
    return found


@dataclass
class Tally:
    """What was measured on the way."""

    blows: Counter[str] = field(default_factory=Counter)
    first_poll_s: list[float] = field(default_factory=list)
    term_s: list[float] = field(default_factory=list)
    wished: dict[str, list[float]] = field(default_factory=dict)
    is_settled: bool = False


class Lane:
    """The lane's parts while it runs."""

    def __init__(
        self, order: Order, stand_ins: StandIns, family: tuple[Watched, ...], rng: Random
    ) -> None:
        self.order = order
        self.stand_ins = stand_ins
        self.log = stand_ins.log
        self.family = family
        self.rng = rng
        self.tally = Tally()
        self.bots: dict[bool, ForkServerProcess] = {}  # by whether it polls for updates
        self.started = 0.0
        self.visit = dict.fromkeys((car.vin for car in family), -1)
        self.wish = 0

    async def run(self, plan: list[Blow], workers: int, database: Database) -> None:
        """Live through the blows, then settle."""
        for blow in plan:
            is_about_commands = blow.detail.startswith(("update", "command", "/telematics"))
            is_victim = is_about_commands or workers == 1 or self.rng.random() < 0.5
            at = blow.detail if blow.kind == "milestone" else ""
            for is_polling in (True, False)[:workers]:
                self.start(is_polling, at if is_polling == is_victim else "")
            if self.rng.random() < 0.85:  # the others are struck while they start
                await self.time_first_poll()
            await self.jump(database)
            if is_about_commands or self.rng.random() < 0.3:
                self.command()
            await self.strike(blow, is_victim)
        for is_polling in (True, False)[:workers]:
            self.start(is_polling, "")
        await self.settle(database)
        for bot in self.bots.values():
            bot.terminate()
            await asyncio.to_thread(bot.join, 10)

    def start(self, is_polling: bool, kill_at: str) -> None:
        """Start a process that is not there."""
        old = self.bots.get(is_polling)
        if old is not None and old.is_alive():
            return
        order = replace(self.order, is_polling=is_polling, kill_at=kill_at)
        bot = _fork.Process(target=serve, args=(order,))
        self.started = time.time()
        bot.start()
        self.bots[is_polling] = bot

    async def time_first_poll(self) -> None:
        """Wait for the first status request after the last start."""
        while any(bot.is_alive() for bot in self.bots.values()):
            if self.log.polls and self.log.polls[-1] > self.started:
                first = self.log.polls[bisect_right(self.log.polls, self.started)]
                self.tally.first_poll_s.append(first - self.started)
                return
            if time.time() > self.started + STARTS_WITHIN_S:
                return
            await asyncio.sleep(0.01)

    async def strike(self, blow: Blow, is_polling: bool) -> None:
        """End a process, or stop it for longer than its leases last."""
        bot = self.bots[is_polling]
        if blow.kind in {"milestone", "in flight"}:
            if blow.kind == "in flight":
                self.log.shot = Shot(blow.detail, bot.pid or 0)
            await asyncio.to_thread(bot.join, DIES_WITHIN_S)
            self.log.shot = None
        else:
            await asyncio.sleep(self.rng.uniform(0.0, 0.8))
        name = f"{blow.kind} {blow.detail.partition(':')[0]}".strip()
        if blow.kind == "stop":
            await self.pause(bot)
        elif blow.kind == "term":
            began = time.monotonic()
            bot.terminate()
            await asyncio.to_thread(bot.join, 15)
            self.tally.term_s.append(time.monotonic() - began)
        if blow.kind != "stop" and bot.is_alive():
            name = "kill"
            bot.kill()
        if blow.kind != "stop":
            await asyncio.to_thread(bot.join)
        self.tally.blows[name] += 1

    async def pause(self, bot: ForkServerProcess) -> None:
        """Let a process sleep until others have taken over what it had claimed."""
        with suppress(ProcessLookupError):
            os.kill(bot.pid or 0, signal.SIGSTOP)
            await asyncio.sleep(SEND_LEASE.total_seconds() / SPEED + 0.7)
            os.kill(bot.pid or 0, signal.SIGCONT)

    async def jump(self, database: Database) -> None:
        """Move two of the cars to their next places, once the last ones were noticed."""
        noticed = await self.noticed(database)
        for car in self.rng.sample(self.family, 2):
            visit = self.visit[car.vin]
            if visit >= 0 and (car.places[visit].fence_id not in noticed):
                continue
            if visit + 1 < len(car.places):
                self.visit[car.vin] = visit + 1
                self.put(car, visit + 1)

    def put(self, car: Watched, visit: int) -> None:
        """Let a car stand at a place."""
        place = car.places[visit]
        simulated = self.stand_ins.cloud.world.garage.get(car.vin)
        assert simulated is not None

        def moved(state):  # type: ignore[no-untyped-def]
            motion = replace(state.motion, latitude=place.latitude, longitude=place.longitude)
            return replace(state, motion=motion)

        simulated.change(moved)

    async def noticed(self, database: Database) -> set[int]:
        """Return the fences whose entering is stored."""
        async with database.reading() as tx:
            rows = await tx.connection.scalars(
                select(episodes.c.key).where(episodes.c.rule == "geofence_enter")
            )
            return {int(key) for key in rows}

    def command(self) -> None:
        """Let Anna want something of the car, and tap the question twice if there is one."""
        self.wish += 1
        words, service = list(COMMANDS.items())[self.wish % len(COMMANDS)]
        world = self.stand_ins.telegram.world
        chat, anna = world.chats[ANNA], persons.person_named("anna")
        persons.say(world, chat, anna, text=words)
        self.tally.wished.setdefault(service, []).append(time.time())
        if words == "/unlock":
            asyncio.get_running_loop().create_task(self.tap_twice())

    async def tap_twice(self) -> None:
        """Press the newest confirmation button twice at almost the same time."""
        world = self.stand_ins.telegram.world
        chat, anna = world.chats[ANNA], persons.person_named("anna")
        last = chat.last_message_id
        deadline = time.monotonic() + 2.0
        while time.monotonic() < deadline:
            await asyncio.sleep(0.03)
            for message in list(chat.messages.values())[-6:]:
                data = _confirms(message) if message.message_id > last else None
                if data:
                    await asyncio.gather(
                        *(
                            persons.tap(
                                world,
                                chat,
                                anna,
                                message_id=message.message_id,
                                data=data,
                                label=None,
                            )
                            for _ in range(2)
                        ),
                        return_exceptions=True,
                    )
                    return

    async def settle(self, database: Database) -> None:
        """Wait until all is told; one more visit brings what waits for the chats' next messages."""
        deadline = time.monotonic() + SETTLES_WITHIN_S
        await self.wait_until_quiet(database, deadline, but_listed=True)
        for car in self.family:
            self.visit[car.vin] += 1
            self.put(car, self.visit[car.vin])
        self.tally.is_settled = await self.wait_until_quiet(database, deadline)

    async def wait_until_quiet(
        self, database: Database, deadline: float, *, but_listed: bool = False
    ) -> bool:
        """Wait until every place was noticed and nothing is owed any more."""
        owed = outbox.c.state.in_((DeliveryState.PENDING, DeliveryState.SENDING))
        if but_listed:
            owed = and_(owed, outbox.c.kind != "geofence_enter")
        while time.monotonic() < deadline:
            places = {
                car.places[self.visit[car.vin]].fence_id
                for car in self.family
                if self.visit[car.vin] >= 0
            }
            async with database.reading() as tx:
                count = select(func.count()).select_from(outbox).where(owed)
                left = await tx.connection.scalar(count)
            if not left and places <= await self.noticed(database):
                return True
            await asyncio.sleep(0.1)
        return False

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
        return judge(self.owed(), self.log.sent, self.tally.wished, self.log.ordered)


def _confirms(message: Message) -> str | None:
    for row in message.inline_keyboard:
        for button in row:
            if "nlock" in button["text"]:
                return str(button["callback_data"])
    return None


async def live(database_url: str, folder: Path, kills: int, workers: int, seed: int) -> dict:  # type: ignore[type-arg]
    """Run a lane and return its verdict as JSON."""
    rng, clock = Random(seed), QuickClock(time.time(), SPEED)
    _fork.set_forkserver_preload(["tests.rig.bot_process"])
    async with AsyncExitStack() as stack:
        stand_ins = StandIns(clock)
        url = await stand_ins.open(stack)
        order = Order(
            url=url, folder=folder, database_url=database_url, clock=clock, is_polling=True
        )
        family = await set_up(order, stand_ins.telegram, kills + 3)
        database = await Database.open(database_url, load_keyring(order.settings()))
        stack.push_async_callback(database.close)
        lane = Lane(order, stand_ins, family, rng)
        await lane.run(blows(kills, workers, rng), workers, database)
        integrity = "ok"
        if database_url.startswith("sqlite"):
            async with database.reading() as tx:
                integrity = str(await tx.connection.scalar(text("PRAGMA integrity_check")))
        return _report(lane, integrity) | {"workers": workers}


def _report(lane: Lane, integrity: str) -> dict:  # type: ignore[type-arg]
    verdict, tally = lane.verdict(), lane.tally
    return {
        "kills": sum(tally.blows.values()),
        "by_blow": dict(sorted(tally.blows.items())),
        "owed": verdict.owed,
        "lost": [asdict(one) for one in verdict.lost],
        "sent_again": verdict.sent_again,
        "silent_repeats": [asdict(one) for one in verdict.silent_repeats],
        "commands": verdict.commands,
        "double_commands": verdict.double_commands,
        "too_many_requests": lane.log.too_many,
        "first_poll_quick_s": round(
            sorted(tally.first_poll_s or [0.0])[len(tally.first_poll_s) // 4], 2
        ),
        "first_poll_median_s": round(statistics.median(tally.first_poll_s or [0]), 2),
        "first_poll_max_s": round(max(tally.first_poll_s, default=0), 2),
        "term_max_s": round(max(tally.term_s, default=0), 2),
        "integrity": integrity,
        "settled": tally.is_settled,
    }


def main() -> None:
    """Read the command line, run, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--database", default="")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    quick = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="rig-", dir=quick) as name:
        folder = given.keep or Path(name)
        folder.mkdir(exist_ok=True, parents=True)
        url = given.database or f"sqlite+aiosqlite:///{folder / 'smart.db'}"
        print(json.dumps(asyncio.run(live(url, folder, given.kills, given.workers, given.seed))))


if __name__ == "__main__":
    main()
