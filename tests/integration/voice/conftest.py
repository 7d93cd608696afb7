"""The whole bot on both stand-ins, with its web half, and a family that speaks to it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest_asyncio
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.app import App, Clocks, build, open_base
from bot.demo import ANNA, BEN, MAIN_CAR, MIA, TOKEN, set_up_family
from bot.replies import Door, Message
from bot.service import connect
from bot.settings import load_settings
from bot.web.server import build_site
from simulator.alexa import Amazon
from simulator.alexa.amazon import SKILL_ID
from simulator.cloud import Cloud, SimClock
from simulator.telegram import Telegram
from storage import grants, pins
from storage.database import Database

__all__ = ["ANNA", "BEN", "MAIN_CAR", "MIA", "House", "house"]


@dataclass
class PeopleClock:
    """The time of people: the real one, moved by the test."""

    shift: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.shift

    def advance(self, seconds: float) -> None:
        self.shift += timedelta(seconds=seconds)


@dataclass
class House:
    """Everything of a module's tests."""

    app: App
    stand_ins: TestServer
    site: TestServer
    http: ClientSession
    world: SimClock
    people: PeopleClock
    cloud: Cloud
    amazon: Amazon

    @property
    def database(self) -> Database:
        return self.app.base.database

    async def token(self, person_id: int = ANNA, *scopes: str) -> str:
        """Make a token as /token does."""
        async with self.database.transaction() as tx:
            _, secret = await grants.add(
                tx,
                kind="token",
                person_id=person_id,
                scopes=frozenset(scopes or ("read", "act")),
                label="Token",
                now=self.people(),
            )
        return secret

    async def set_pin(self, person_id: int, pin: str | None, kind: str) -> None:
        from bot.pins import digest_of

        async with self.database.transaction() as tx:
            await pins.remove(tx, person_id, kind)
            if pin is not None:
                await pins.save(tx, person_id, await digest_of(pin), kind)

    async def control(self, method: str, path: str, body: object = None) -> Any:
        """Use a stand-in's control API."""
        url = self.stand_ins.make_url(path)
        async with self.http.request(method, url, json=body) as response:
            assert response.status < 300, await response.text()
            return await response.json()

    async def car(self) -> dict[str, Any]:
        """Return the physical state of the #1."""
        state: dict[str, Any] = await self.control("GET", f"/sim/cloud/cars/{MAIN_CAR}")
        return state

    async def becomes(self, **expected: Any) -> bool:
        """Wait until the #1 is as expected: a voice may answer before the car has done it."""
        for _ in range(200):
            state = await self.car()
            if all(state[name] == value for name, value in expected.items()):
                return True
            await asyncio.sleep(0.05)
        return False

    async def chat(self, person_id: int) -> list[str]:
        """Return the texts of the bot in a private chat."""
        told = await self.control("GET", f"/sim/telegram/chats/{person_id}/transcript")
        return [it.get("text", "") for it in told if it["from"] == "bot"]

    async def status_requests(self) -> int:
        """Return how many status requests the cloud has seen."""
        seen = await self.control("GET", "/sim/cloud/requests?after=0")
        return sum("/remote-control/vehicle/status/HES" in it["path"] for it in seen)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def house(tmp_path_factory: Any) -> AsyncIterator[House]:
    world, people = SimClock(1.0), PeopleClock()
    cloud, telegram = Cloud(world, seed=7), Telegram(token=TOKEN, limits=False)
    amazon = Amazon()
    app = web.Application()
    amazon.add_routes(app)
    cloud.add_routes(app)
    telegram.add_routes(app)

    async def sleep(seconds: float) -> None:
        world.advance(seconds)

    async with AsyncExitStack() as stack:
        stand_ins = TestServer(app)
        await stand_ins.start_server()
        stack.push_async_callback(stand_ins.close)
        for one in (cloud, telegram):
            await one.start()
            stack.push_async_callback(one.stop)
        folder = tmp_path_factory.mktemp("house")
        (folder / "root.pem").write_bytes(amazon.root_pem)
        settings = _settings(str(stand_ins.make_url("")).rstrip("/"), folder)
        base = await open_base(settings, Clocks(world=world.now, people=people, sleep=sleep), stack)
        await connect(base)
        built = build(base)
        await set_up_family(built)
        await built.application.initialize()
        stack.push_async_callback(built.application.shutdown)
        stack.push_async_callback(built.sender.drain, 2)
        await built.voice.say(_first_words(), within_s=60)  # loads the language
        site = TestServer(build_site(built.doors))
        await site.start_server()
        stack.push_async_callback(site.close)
        http = await stack.enter_async_context(ClientSession())
        yield House(built, stand_ins, site, http, world, people, cloud, amazon)


def _first_words() -> Message:
    return Message(
        chat_id=ANNA,
        is_group=False,
        person_id=ANNA,
        first_name="Anna",
        language="en",
        text="is it locked?",
        door=Door.CALL,
    )


def _settings(url: str, folder: Path) -> Any:
    return load_settings(
        bot_token=TOKEN,
        bot_api_url=f"{url}/bot",
        smart_cloud_url=url,
        public_url=None,
        data_dir=folder,
        database_url=None,
        session_keys=None,
        session_key_file=None,
        alexa_skill_id=SKILL_ID,
        alexa_certificate_url=url,
        alexa_trust_file=folder / "root.pem",
    )
