"""A companion on a real database and the cloud stand-in, and a family that talks to it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from random import Random

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import buttons
from bot.calendars.fetching import OWN_MACHINE
from bot.conversation import Companion
from bot.garage import Garage
from bot.localisation import Texts, plain
from bot.pauses import StoredPauses
from bot.replies import Message, Press, Reply
from family.models import Member, Role
from intents.catalogue import load_catalogue
from intents.recogniser import Recogniser
from simulator.cloud import Cloud, SimClock
from smartcloud import SmartCloud
from smartcloud.gate import Gate
from smartcloud.models import Region
from storage import cars, commands, members, people
from storage.database import Database
from storage.keys import Keyring
from storage.schema import migrate

ANNA, BEN, MIA, STRANGER, FAMILY = 1001, 1002, 1003, 1004, -100200300
NAMES = {ANNA: "Anna", BEN: "Ben", MIA: "Mia", STRANGER: "Sam"}
VIN_ONE = "HESXR1C40PS000001"


@dataclass
class PeopleClock:
    """The time of people, moved by the test."""

    moment: datetime = field(default_factory=lambda: datetime(2026, 11, 24, 12, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


@dataclass
class Shown:
    """One message in a chat, as it stands now."""

    chat_id: int
    message_id: int
    reply: Reply
    tokens: dict[str, str]
    history: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return plain(self.reply.text)

    @property
    def labels(self) -> list[str]:
        return [button.text for row in self.reply.buttons for button in row]


class Chatroom:
    """A door like Telegram's, in memory: issues buttons, binds them, runs commands."""

    def __init__(self, companion: Companion, database: Database, clock: PeopleClock) -> None:
        self.companion = companion
        self.database = database
        self.clock = clock
        self.deleted: list[int] = []
        self._ids = count(1)

    async def say(
        self,
        person: int,
        text: str,
        *,
        chat: int | None = None,
        language: str = "en",
        **more: object,
    ) -> list[Shown]:
        message = Message(
            chat_id=chat or person,
            is_group=(chat or person) < 0,
            chat_title="Family" if (chat or person) < 0 else "",
            person_id=person,
            first_name=NAMES[person],
            language=language,
            text=text,
            message_id=next(self._ids),
            **more,  # type: ignore[arg-type]
        )
        return await self._show(await self.companion.answer(message), message.chat_id)

    async def tap(
        self, person: int, shown: Shown, label: str, *, chat: int | None = None
    ) -> list[Reply]:
        token = next(token for text, token in shown.tokens.items() if label in text)
        return await self.tap_token(person, token, shown.message_id, chat=chat or shown.chat_id)

    async def tap_token(
        self, person: int, token: str, message_id: int, *, chat: int
    ) -> list[Reply]:
        press = Press(
            chat_id=chat,
            is_group=chat < 0,
            person_id=person,
            first_name=NAMES[person],
            language="en",
            message_id=message_id,
            token=token,
        )
        return list(await self.companion.press(press))

    async def show_all(self, replies: list[Reply], chat: int) -> list[Shown]:
        return await self._show(tuple(replies), chat)

    async def run(self, reply: Reply) -> list[str]:
        """Run the command of a reply; return the texts of its message, one after the other."""
        assert reply.command is not None
        texts: list[str] = []

        async def show(stage: Reply) -> None:
            texts.append(plain(stage.text))

        await self.companion.run_command(reply.command.command_id, show)
        return texts

    async def _show(self, replies: tuple[Reply, ...], chat: int) -> list[Shown]:
        shown = []
        for reply in replies:
            self.deleted += reply.delete_message_ids
            if reply.silent:
                continue
            target, message_id = reply.to_chat_id or chat, next(self._ids)
            async with self.database.transaction() as tx:
                rows = await buttons.issue(tx, reply, target, self.clock())
                tokens = {text: token for row in rows for text, token, _ in row if token}
                await buttons.bind(tx, tokens.values(), message_id)
                if reply.command is not None:
                    await commands.set_message(tx, reply.command.command_id, message_id)
            shown.append(Shown(target, message_id, reply, tokens))
        return shown


@dataclass
class World:
    """Everything of one test."""

    room: Chatroom
    database: Database
    garage: Garage
    cloud: TestServer
    clock: SimClock
    people_clock: PeopleClock
    companion: Companion
    http: aiohttp.ClientSession
    restarted: list[Garage] = field(default_factory=list)  # further processes

    async def control(self, method: str, path: str, body: object = None) -> object:
        """Use the stand-in's control API."""
        url = self.cloud.make_url(f"/sim/cloud{path}")
        async with self.http.request(method, url, json=body) as response:
            assert response.status < 300, await response.text()
            return await response.json()

    async def status_requests(self) -> int:
        """Return how many status requests the cloud has seen."""
        seen = await self.control("GET", "/requests?after=0")
        assert isinstance(seen, list)
        return sum("/remote-control/vehicle/status/HES" in it["path"] for it in seen)


@pytest.fixture(scope="session")
def recogniser() -> Recogniser:
    return Recogniser.load(("en", "de", "fr"))


@pytest.fixture
async def world(tmp_path: Path, recogniser: Recogniser) -> AsyncIterator[World]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'companion.db'}"
    await migrate(url)
    database = await Database.open(url, Keyring.parse(Keyring.generate_key()))
    clock, people_clock = SimClock(speed=1.0), PeopleClock()
    app = web.Application()
    cloud = Cloud(clock, seed=7)
    cloud.add_routes(app)
    await cloud.start()
    server = TestServer(app)
    await server.start_server()

    async def sleep(seconds: float) -> None:
        clock.advance(seconds)

    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
        client = SmartCloud(
            http,
            clock=clock.now,
            wall_clock=lambda: datetime.now(UTC),
            base_url=str(server.make_url("")).rstrip("/"),
            gate=Gate(
                StoredPauses(database),
                people_clock,
                rng=Random(1),
                digest=partial(database.keyring.digest, "cloud_account"),
            ),
        )
        garage = Garage(database, client, clock.now)
        companion = Companion(
            database=database,
            garage=garage,
            recogniser=recogniser,
            catalogue=load_catalogue(),
            texts=Texts.load(),
            clock=clock.now,
            people_clock=people_clock,
            sleep=sleep,
            bot_username="smart_companion_bot",
            public_url="https://companion.example",
            reach=OWN_MACHINE,
        )
        room = Chatroom(companion, database, people_clock)
        yield World(room, database, garage, server, clock, people_clock, companion, http)
    await server.close()
    await cloud.stop()
    await database.close()


@pytest.fixture
async def family(world: World) -> World:
    """Anna is logged in; Ben drives and Mia is a guest of the #1, which the group may ask about."""
    now = world.people_clock()
    async with world.database.transaction() as tx:
        for person_id in (ANNA, BEN, MIA):
            await people.save_person(
                tx, person_id=person_id, first_name=NAMES[person_id], language_code="en", now=now
            )
        for chat_id in (ANNA, BEN, MIA, FAMILY):
            await people.save_chat(
                tx,
                chat_id=chat_id,
                is_group=chat_id < 0,
                title="Family",
                language_code="en",
                now=now,
            )
    owned = await world.garage.log_in(ANNA, ANNA, Region.EU, "anna@example.com", "Anna-drives-1")
    one = next(car for car in owned if car.vehicle.vin == VIN_ONE)
    async with world.database.transaction() as tx:
        for person_id, role in ((BEN, Role.DRIVER), (MIA, Role.GUEST)):
            await members.save_member(tx, Member(person_id=person_id, car_id=one.car_id, role=role))
        for chat_id in (ANNA, BEN, MIA, FAMILY):
            await cars.link_chat(tx, chat_id, one.car_id)
            await people.select_car(tx, chat_id, one.car_id)
    return world
