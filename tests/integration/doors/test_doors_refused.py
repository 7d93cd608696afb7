"""A worker whose token is taken back while it works."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from alerts.models import Change, Urgency
from bot.app import Clocks, build, open_base
from bot.service import Part, Service, connect
from bot.settings import Settings
from bot.telegram.updates import StopPollingError
from simulator.telegram import Telegram
from storage import episodes, people
from storage.tables import outbox

TOKEN = "1000000001:demo-token-for-the-local-stand-in"
OTHER = "1000000001:the-token-that-botfather-gave-instead"
ANNA = 1001


@pytest.fixture
async def telegram():
    telegram, app = Telegram(token=TOKEN), web.Application()
    telegram.add_routes(app)
    async with TestServer(app) as server:
        telegram.url = str(server.make_url("")).rstrip("/")
        await telegram.start()
        yield telegram
        await telegram.stop()


async def owe(base):
    now = base.clocks.world()
    async with base.database.transaction() as tx:
        await people.save_person(tx, person_id=ANNA, first_name="A", language_code="en", now=now)
        await people.save_chat(
            tx, chat_id=ANNA, is_group=False, title="A", language_code="en", now=now
        )
        await episodes.add_delivery(
            tx,
            chat_id=ANNA,
            car_id=None,
            kind="goal_begun",
            key="1",
            change=Change.OPENED,
            urgency=Urgency.SECURITY,
            at=now,
            details={"car": "#1", "target": 80.0, "due_at": now.isoformat()},
        )


async def test_worker_stops_when_its_token_is_refused_and_keeps_what_it_owes(telegram, tmp_path):
    settings = Settings(bot_token=TOKEN, bot_api_url=telegram.url, data_dir=tmp_path)
    async with AsyncExitStack() as stack:
        base = await open_base(settings, Clocks(), stack)
        await connect(base)
        telegram.world.bot = replace(telegram.world.bot, token=OTHER)
        await owe(base)

        async with asyncio.timeout(20):
            with pytest.raises(StopPollingError) as stopped:
                await Service(build(base), Part.WORK).serve(asyncio.Event())

        assert str(stopped.value) == (
            "Telegram does not accept BOT_TOKEN. Ask @BotFather for the token with /token."
        )
        async with base.database.reading() as tx:
            assert await tx.connection.scalar(
                outbox.select().with_only_columns(outbox.c.state)
            ) == ("pending")
