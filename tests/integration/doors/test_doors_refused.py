"""A half of the bot whose token is taken back while it works: it stops and says so."""

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
from simulator.telegram import Telegram, persons
from storage import episodes, people
from storage.tables import inbox, outbox
from tests.driver import free_port
from tests.integration.doors.doors_halves import until

TOKEN = "1000000001:demo-token-for-the-local-stand-in"
OTHER = "1000000001:the-token-that-botfather-gave-instead"
ANNA = 1001
SAYS = "Telegram does not accept BOT_TOKEN. Ask @BotFather for the token with /token."
PROBED = ("smartbot_ticks_total", {"job": "probe_telegram", "outcome": "ok"})


def settings_of(telegram, folder):
    port = free_port()
    return Settings(
        bot_token=TOKEN,
        bot_api_url=telegram.url,
        data_dir=folder,
        public_url=f"http://127.0.0.1:{port}",
        port=port,
    )


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
    async with AsyncExitStack() as stack:
        base = await open_base(settings_of(telegram, tmp_path), Clocks(), stack)
        await connect(base)
        telegram.world.bot = replace(telegram.world.bot, token=OTHER)
        await owe(base)

        async with asyncio.timeout(20):
            with pytest.raises(StopPollingError) as stopped:
                await Service(build(base), Part.WORK).serve(asyncio.Event())

        assert str(stopped.value) == SAYS
        async with base.database.reading() as tx:
            assert await tx.connection.scalar(
                outbox.select().with_only_columns(outbox.c.state)
            ) == ("pending")


@pytest.mark.parametrize("part", [Part.WEBHOOK, Part.WORK])
async def test_a_half_with_nothing_to_send_finds_out_by_asking(telegram, tmp_path, part):
    async with AsyncExitStack() as stack:
        base = await open_base(settings_of(telegram, tmp_path), Clocks(probe_s=0.05), stack)
        await connect(base)
        service = Service(build(base), part)
        serving = asyncio.create_task(service.serve(asyncio.Event()))
        async with asyncio.timeout(20):
            await until(lambda: bool(service._metrics.registry.get_sample_value(*PROBED)))
            was_well = not serving.done()
            telegram.world.bot = replace(telegram.world.bot, token=OTHER)
            with pytest.raises(StopPollingError) as stopped:
                await serving

        assert (was_well, str(stopped.value)) == (True, SAYS)


async def test_web_stops_at_an_answer_that_is_refused_and_keeps_the_update(telegram, tmp_path):
    async with AsyncExitStack() as stack:
        base = await open_base(settings_of(telegram, tmp_path), Clocks(), stack)
        await connect(base)
        serving = asyncio.create_task(Service(build(base), Part.WEBHOOK).serve(asyncio.Event()))
        async with asyncio.timeout(20):
            await until(lambda: bool(telegram.world.updates.webhook.url))
            telegram.world.bot = replace(telegram.world.bot, token=OTHER)
            chat = telegram.world.chats[ANNA]
            persons.say(telegram.world, chat, persons.person_named("anna"), text="/start")
            with pytest.raises(StopPollingError) as stopped:
                await serving

        assert str(stopped.value) == SAYS
        assert not telegram.world.updates.pending
        async with base.database.reading() as tx:
            bodies = list(
                await tx.connection.scalars(inbox.select().with_only_columns(inbox.c.body))
            )
        assert len(bodies) == 1
        assert bodies[0] is not None  # the next start answers it
