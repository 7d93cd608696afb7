"""The real bot on both stand-ins, with ears: what `smartbot run` puts together, in this process."""

import asyncio
import io
import json
from contextlib import AsyncExitStack

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.app import build, open_base
from bot.demo import TOKEN, clocks_of, set_up_family
from bot.notes.models import SPEAKERS, TRANSCRIBERS, read_choice
from bot.service import Part, Service, connect
from bot.settings import load_settings
from bot.stand_ins import open_stand_ins
from simulator.cloud import Cloud, SimClock
from simulator.telegram import Telegram

ANNA, FAMILY = 1001, -100200300


class Bot:
    """The bot at work, and what people do in its chats."""

    def __init__(self, url, http, app):
        self.url, self.http, self.app = url, http, app

    async def post(self, path, body):
        async with self.http.post(f"{self.url}/sim/telegram{path}", json=body) as answer:
            assert answer.status < 300, await answer.text()
            return await answer.json()

    async def say(self, who, text, chat=ANNA):
        told = await self.post(f"/chats/{chat}/messages", {"from": who, "text": text})
        return told["message_id"]

    async def send(self, who, sound, *, chat=ANNA, kind="voice", duration=3, reply_to=None):
        form = aiohttp.FormData({"from": who, "duration": str(duration)})
        if reply_to is not None:
            form.add_field("reply_to", str(reply_to))
        form.add_field(kind, io.BytesIO(sound), filename="note.ogg", content_type="audio/ogg")
        url = f"{self.url}/sim/telegram/chats/{chat}/messages"
        async with self.http.post(url, data=form) as answer:
            assert answer.status < 300, await answer.text()
            return (await answer.json())["message_id"]

    async def answer(self, after, *, chat=ANNA, fits=lambda message: True, seconds=60):
        """Return the first fitting message of the bot after another; wait for it."""
        url, known = f"{self.url}/sim/telegram/chats/{chat}/transcript", after
        async with asyncio.timeout(seconds):
            while True:
                query = {"after": str(known), "wait": "5"}
                async with self.http.get(url, params=query) as told:
                    lines = await told.json()
                for line in lines:
                    if line["from"] == "bot" and line["message_id"] > after and fits(line):
                        return line

    async def tap(self, who, message, label, chat=ANNA):
        body = {"from": who, "message_id": message["message_id"], "text": label}
        return await self.post(f"/chats/{chat}/taps", body)

    async def commands(self):
        """Return how many commands the car's cloud has got."""
        async with self.http.get(f"{self.url}/sim/cloud/requests?after=0") as answer:
            seen = await answer.json()
        return sum("/remote-control/vehicle/telematics" in it["path"] for it in seen)


@pytest.fixture
async def start(tmp_path):
    """Start the bot with a transcriber and a speaker of the settings."""
    async with AsyncExitStack() as stack:

        async def begin(transcriber="none", speaker="none"):
            world = SimClock(1.0)
            stand_ins = (Cloud(world, seed=1), Telegram(token=TOKEN, limits=False))
            url = await open_stand_ins("127.0.0.1", 0, stand_ins, stack)
            settings = load_settings(
                bot_token=TOKEN,
                bot_api_url=f"{url}/bot",
                smart_cloud_url=url,
                public_url=None,
                data_dir=tmp_path,
                database_url=None,
                transcriber=read_choice(transcriber, TRANSCRIBERS),
                speaker=read_choice(speaker, SPEAKERS),
            )
            base = await open_base(settings, clocks_of(world), stack)
            await connect(base)
            app = build(base)
            await set_up_family(app)
            stop = asyncio.Event()
            service = asyncio.create_task(Service(app, Part.POLLING).serve(stop))

            async def end():
                stop.set()
                await service

            stack.push_async_callback(end)
            http = await stack.enter_async_context(aiohttp.ClientSession())
            return Bot(url, http, app)

        yield begin


@pytest.fixture
def logged():
    """Everything that is logged meanwhile, as one text."""
    with capture_logs() as entries:
        yield lambda: json.dumps(entries, default=str)
