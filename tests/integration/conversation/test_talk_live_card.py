"""The pinned card: made when asked for, edited when something changes, never made twice."""

import time
from dataclasses import replace
from datetime import UTC, datetime

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram.ext import ExtBot

from bot.live import LiveCards
from bot.telegram.limiter import ChatLimiter
from bot.telegram.sender import Sender
from bot.telegram.transport import AiohttpRequest
from family.models import MemberState
from intents.models import Intent
from simulator.telegram import Telegram
from storage import live_cards, members

ANNA, BEN, FAMILY = 1001, 1002, -100200300
ONE = "HESXR1C40PS000001"


class Board:
    """A chat with its card, on the stand-in for Telegram."""

    def __init__(self, family, telegram, sender):
        self.family, self.telegram, self.sender = family, telegram, sender
        self.cards = LiveCards(parts=family.companion.parts, sender=sender)

    async def say(self, text, chat=ANNA, person=ANNA):
        for shown in await self.family.room.say(person, text, chat=chat):
            await self.sender.send(shown.reply, chat_id=chat)

    async def look(self):
        """Let enough time pass for the next look, and look."""
        self.family.people_clock.advance(20)
        await self.cards.show_due()

    async def change(self, **changes):
        await self.family.control("PATCH", f"/cars/{ONE}", changes)
        self.family.clock.advance(120)
        await self.family.room.say(ANNA, "How is my car?")  # somebody asked: newer data are there

    def pinned(self, chat=ANNA):
        room = self.telegram.world.chats[chat]
        return room.messages.get(room.pinned) if room.pinned else None


@pytest.fixture
async def board(family):
    telegram = Telegram(limits=False)
    app = web.Application()
    telegram.add_routes(app)
    server = TestServer(app)
    await server.start_server()
    await telegram.start()
    async with aiohttp.ClientSession() as http:
        request = AiohttpRequest(http)
        bot = ExtBot(
            telegram.token,
            base_url=f"{str(server.make_url('')).rstrip('/')}/bot",
            request=request,
            get_updates_request=request,
            rate_limiter=ChatLimiter(time.monotonic),
        )
        await bot.initialize()
        sender = Sender(
            bot,
            family.database,
            clock=lambda: datetime.now(UTC),
            run_command=family.companion.run_command,
        )
        yield Board(family, telegram, sender)
        await bot.shutdown()
    await telegram.stop()
    await server.close()


async def test_card_is_pinned_and_follows_the_car(board):
    await board.say("pin a live card")
    await board.look()
    first = board.pinned().text
    await board.change(locked=False, soc=33)
    await board.look()

    assert first.startswith("📌 #1\n🔋 62%")
    assert "🔋 33%" in board.pinned().text
    assert "Unlocked" in board.pinned().text
    assert len(board.telegram.world.chats[ANNA].messages) == 2


async def test_card_that_says_the_same_is_left_alone(board):
    await board.say("pin a live card")
    for _ in range(4):
        await board.look()

    assert board.pinned().edit_date is None


async def test_deleted_card_is_made_anew_only_when_asked(board):
    await board.say("pin a live card")
    await board.look()
    board.telegram.world.delete(board.pinned())
    await board.change(soc=33)
    await board.look()
    await board.look()
    left_alone = board.pinned()
    await board.say("pin a live card")
    await board.look()

    assert left_alone is None
    assert "🔋 33%" in board.pinned().text


async def test_new_card_takes_the_place_of_the_old(board):
    await board.say("pin a live card")
    await board.look()
    old = board.pinned()
    await board.say("pin a live card")
    await board.look()

    assert old.is_deleted
    assert board.pinned().text.startswith("📌 #1")


async def test_card_goes_when_asked(board):
    await board.say("pin a live card")
    await board.look()
    await board.say("remove the live card")
    await board.look()

    assert board.pinned() is None


async def test_group_card_tells_no_place(board):
    await board.say("pin a live card", chat=FAMILY)
    await board.look()

    assert board.pinned(FAMILY).text.startswith("📌 #1")
    assert "home" not in board.pinned(FAMILY).text.lower()


async def test_group_that_forbids_pinning_still_has_its_card(board):
    board.telegram.world.is_group_admin = False
    await board.say("pin a live card", chat=FAMILY)
    await board.look()

    texts = [m.text for m in board.telegram.world.chats[FAMILY].messages.values()]
    assert board.pinned(FAMILY) is None
    assert texts[-1].startswith("📌 #1")


async def test_card_in_private_speaks_as_the_person_chose(board):
    for name, choice in (("language", "de"), ("units", "miles")):
        await board.family.room.say(ANNA, "", intent=Intent(name=name), argument=choice)
    await board.say("pin a live card")
    await board.look()

    told = board.pinned().text.splitlines()
    assert told[2] == "🔒 Abgeschlossen. Alle Türen und Fenster sind zu."
    assert " mi" in told[1]


async def test_card_survives_a_restart(board):
    await board.say("pin a live card")
    await board.look()
    before = board.pinned().message_id
    board.cards = LiveCards(parts=board.family.companion.parts, sender=board.sender)
    await board.change(soc=33)
    await board.look()

    assert board.pinned().message_id == before
    assert "🔋 33%" in board.pinned().text


async def test_card_stops_when_the_rights_end(board):
    await board.say("pin a live card", chat=BEN, person=BEN)
    await board.look()
    shown = board.pinned(BEN)
    async with board.family.database.transaction() as tx:
        card = await live_cards.get(tx, BEN)
        member = await members.get_member(tx, BEN, card.car_id)
        await members.save_member(tx, replace(member, state=MemberState.PAUSED))

    await board.change(soc=31)
    await board.look()

    assert shown is not None
    assert "31" not in board.pinned(BEN).text
    async with board.family.database.reading() as tx:
        assert await live_cards.get(tx, BEN) is None
