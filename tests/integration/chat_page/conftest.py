"""The stand-in on a loopback port, and python-telegram-bot as its client."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import Bot

from simulator.telegram import Telegram

FAMILY = -100200300


class Stand:
    """A running stand-in and how people use it."""

    def __init__(self, telegram: Telegram, server: TestServer, http: aiohttp.ClientSession) -> None:
        self.telegram = telegram
        self.url = str(server.make_url("")).rstrip("/")
        self.http = http

    def bot(self) -> Bot:
        """A client of the Bot API, as bots are written."""
        return Bot(
            self.telegram.token,
            base_url=f"{self.url}/bot",
            base_file_url=f"{self.url}/file/bot",
        )

    async def get(self, path: str) -> object:
        """Read from the control port."""
        async with self.http.get(f"{self.url}/sim/telegram{path}") as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def post(self, path: str, body: object) -> dict:
        """Do something as a person."""
        async with self.http.post(f"{self.url}/sim/telegram{path}", json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def say(self, text: str, who: str = "anna", chat: int = 1001) -> dict:
        """Say something."""
        return await self.post(f"/chats/{chat}/messages", {"from": who, "text": text})

    async def transcript(self, chat: int = 1001) -> list:
        """Return the messages of a chat."""
        return await self.get(f"/chats/{chat}/transcript")


@pytest.fixture(autouse=True)
def lengths_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask python-telegram-bot for timedelta values; else it warns."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def routes() -> list:
    """Other parts to mount beside the stand-in; a test module may have its own."""
    return []


@pytest_asyncio.fixture(loop_scope="module")
async def stand(routes: list) -> AsyncIterator[Stand]:
    """A stand-in whose message ids begin at 1."""
    telegram = Telegram(first_message_id=1)
    app = web.Application(client_max_size=64 * 1024 * 1024)
    for part in (telegram, *routes):
        part.add_routes(app)
    async with TestServer(app) as server, aiohttp.ClientSession() as http:
        await telegram.start()
        yield Stand(telegram, server, http)


@pytest_asyncio.fixture(loop_scope="module")
async def bot(stand: Stand) -> AsyncIterator[Bot]:
    """An initialised client."""
    async with stand.bot() as bot:
        yield bot
