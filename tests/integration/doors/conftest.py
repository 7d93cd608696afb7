import asyncio
import time
from datetime import UTC, datetime

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import Update
from telegram.ext import ApplicationBuilder, ExtBot

from bot.localisation import Texts
from bot.replies import Reply
from bot.telegram.dispatching import Dispatcher
from bot.telegram.handlers import Handlers
from bot.telegram.limiter import ChatLimiter
from bot.telegram.notes import Notes
from bot.telegram.sender import Sender
from bot.telegram.transport import AiohttpRequest
from bot.telegram.updates import Inbox, poll_updates
from intents.catalogue import load_catalogue
from simulator.telegram import Telegram
from storage import people
from storage.database import Database
from storage.keys import Keyring
from storage.schema import migrate
from tests.integration.doors.doors_chats import Chats


def utc_now():
    return datetime.now(UTC)


@pytest.fixture
def keyring():
    return Keyring.parse(Keyring.generate_key())


@pytest.fixture
async def database(tmp_path, keyring):
    """A migrated database in a file."""
    url = f"sqlite+aiosqlite:///{tmp_path / 'doors.db'}"
    await migrate(url)
    database = await Database.open(url, keyring)
    yield database
    await database.close()


class Scripted:
    """A conversation that answers by a script and remembers what it was asked."""

    def __init__(self, database):
        self._database = database
        self.script = {}  # text -> replies, or an error
        self.on_press = (Reply(text="", toast="Done"),)
        self.messages = []
        self.presses = []
        self.commands = []
        self.stages = ()

    async def answer(self, message):
        self.messages.append(message)
        replies = self.script.get(message.text, (Reply(text=f"heard {len(self.messages)}"),))
        async with self._database.transaction() as tx:
            await people.save_chat(
                tx,
                chat_id=message.chat_id,
                is_group=message.is_group,
                title=message.chat_title,
                language_code=message.language,
                now=utc_now(),
            )
        if isinstance(replies, Exception):
            raise replies
        return replies

    async def press(self, press):
        self.presses.append(press)
        if isinstance(self.on_press, Exception):
            raise self.on_press
        return self.on_press

    async def run_command(self, command_id, show):
        self.commands.append(command_id)
        for stage in self.stages:
            await show(stage)


class Door:
    """The Telegram door at work on the stand-in."""

    def __init__(self, **parts):
        self.__dict__.update(parts)


@pytest.fixture
async def stand_in():
    telegram = Telegram(limits=False)
    app = web.Application()
    telegram.add_routes(app)
    server = TestServer(app)
    await server.start_server()
    await telegram.start()
    yield telegram, str(server.make_url("")).rstrip("/")
    await telegram.stop()
    await server.close()


@pytest.fixture
async def door(stand_in, database):
    telegram, url = stand_in
    async with aiohttp.ClientSession() as http:
        request = AiohttpRequest(http)
        bot = ExtBot(
            telegram.token,
            base_url=f"{url}/bot",
            request=request,
            get_updates_request=request,
            rate_limiter=ChatLimiter(time.monotonic),
        )
        conversation = Scripted(database)
        sender = Sender(bot, database, clock=utc_now, run_command=conversation.run_command)
        builder = ApplicationBuilder().application_class(Dispatcher)
        application = builder.bot(bot).updater(None).job_queue(None).build()
        Handlers(
            bot=bot,
            database=database,
            conversation=conversation,
            sender=sender,
            catalogue=load_catalogue(),
            texts=Texts.load(),
            notes=Notes(bot=bot, database=database, texts=Texts.load(), clock=utc_now),
        ).register(application)

        async def handle(update):
            await application.process_update(Update.de_json(update, bot))

        inbox = Inbox(database, handle, utc_now)
        await application.initialize()
        polling = asyncio.create_task(poll_updates(request, bot.base_url, inbox))
        yield Door(
            bot=bot,
            inbox=inbox,
            polling=polling,
            request=request,
            chats=Chats(http, url),
            conversation=conversation,
            sender=sender,
            telegram=telegram,
        )
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
        await inbox.drain(2)
        await sender.drain(2)
        await application.shutdown()


@pytest.fixture
async def known_chats(database):
    """Anna, Ben and their family have talked to the bot before."""
    async with database.transaction() as tx:
        for chat_id in (1001, 1002, -100200300):
            await people.save_chat(
                tx,
                chat_id=chat_id,
                is_group=chat_id < 0,
                title="",
                language_code="en",
                now=utc_now(),
            )
