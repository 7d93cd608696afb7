"""What people do, and what reaches the bot of it."""

import asyncio
import hashlib
import hmac
import re
from pathlib import Path
from random import Random
from urllib.parse import parse_qsl

import pytest

from simulator.telegram import persons
from simulator.telegram.errors import ApiError, ControlError
from simulator.telegram.files import image_size
from simulator.telegram.init_data import init_data
from simulator.telegram.people import ANNA, BEN, FAMILY_ID, STRANGER, BotAccount
from simulator.telegram.world import World

PAGE = Path(persons.__file__).parent / "page"


def make_world(*, reads_all: bool = True, is_group_admin: bool = False) -> World:
    bot = BotAccount(
        id=1, token="1:x", username="smart_companion_bot", first_name="Smart", reads_all=reads_all
    )
    return World(
        bot,
        started=True,
        is_group_admin=is_group_admin,
        wall_clock=lambda: 1_790_000_000.0,
        monotonic=lambda: 100.0,
        rng=Random(1),
        first_message_id=1,
    )


def pending(world: World) -> list[dict]:
    return list(world.updates.pending)


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("hello all", False),
        ("/status", True),
        ("/status@smart_companion_bot", True),
        ("hey @Smart_Companion_Bot", True),
    ],
)
def test_privacy_mode(text: str, reaches: bool) -> None:
    world = make_world(reads_all=False)

    persons.say(world, world.chats[FAMILY_ID], BEN, text=text)

    assert bool(pending(world)) is reaches


def test_reply_to_the_bot_reaches_it_in_privacy_mode() -> None:
    world = make_world(reads_all=False)
    family = world.chats[FAMILY_ID]
    said = world.add_message(family, None, text="Who?")

    persons.say(world, family, BEN, text="me", reply_to=said.message_id)

    assert pending(world)[0]["message"]["reply_to_message"]["text"] == "Who?"


def test_a_stranger_opens_the_chat_by_writing() -> None:
    world = make_world()
    chat = world.chats[STRANGER.id]
    assert not chat.is_open

    persons.say(world, chat, STRANGER, text="/start")

    assert chat.is_open
    assert [list(update)[1] for update in pending(world)] == ["message"]


def test_message_ids_count_in_each_chat() -> None:
    world = make_world()
    ids = [world.add_message(world.chats[chat], None, text="x").message_id for chat in (1001, 1002)]

    assert ids == [1, 1]


def test_deletion_forgets_text_and_file() -> None:
    world = make_world()
    chat = world.chats[ANNA.id]
    stored = world.files.add("voice", "a.ogg", "audio/ogg", b"secret")
    message = persons.say(world, chat, ANNA, media={"voice": dict(stored.as_json())})

    world.delete(message)

    assert world.files.by_id(stored.file_id) is None
    assert (message.media, message.text, message.is_deleted) == ({}, "", True)


def test_who_is_not_in_the_group_cannot_write_there() -> None:
    world = make_world()

    with pytest.raises(ControlError, match="stranger is not in the chat 'Family'"):
        persons.member(world.chats[FAMILY_ID], "stranger")


async def test_tap_by_label_takes_the_newest_message() -> None:
    world = make_world()
    chat = world.chats[ANNA.id]
    for data in ("old", "new"):
        rows = [[{"text": "✅ Approve", "callback_data": data}]]
        world.add_message(chat, None, text="?", inline_keyboard=rows)
    tap = asyncio.create_task(
        persons.tap(world, chat, ANNA, message_id=None, data=None, label="approve")
    )
    await asyncio.sleep(0)

    query = pending(world)[0]["callback_query"]
    world.queries[query["id"]].answer.set_result({"text": "", "show_alert": False})

    assert query["data"] == "new"
    assert await tap == {"text": "", "show_alert": False}


async def test_tap_on_a_missing_button() -> None:
    world = make_world()
    chat = world.chats[ANNA.id]

    with pytest.raises(ControlError, match="there is no button 'Approve'"):
        await persons.tap(world, chat, ANNA, message_id=None, data=None, label="Approve")


async def test_acknowledged_updates_are_gone() -> None:
    world = make_world()
    for text in "abc":
        persons.say(world, world.chats[ANNA.id], ANNA, text=text)
    first = world.updates.first_id

    assert len(await world.updates.poll(0, 2, 0)) == 2
    assert [u["update_id"] for u in await world.updates.poll(first + 1, 100, 0)] == [
        first + 1,
        first + 2,
    ]
    assert [u["update_id"] for u in await world.updates.poll(-1, 100, 0)] == [first + 2]


async def test_a_newer_poll_ends_the_older() -> None:
    world = make_world()
    older = asyncio.create_task(world.updates.poll(0, 100, 20))
    await asyncio.sleep(0)

    await world.updates.poll(0, 100, 0)

    with pytest.raises(ApiError, match="terminated by other getUpdates request"):
        await older


def test_unwanted_kinds_are_not_queued() -> None:
    world = make_world()
    world.updates.allowed = ("callback_query",)

    persons.say(world, world.chats[ANNA.id], ANNA, text="x")

    assert pending(world) == []


def test_init_data_is_signed_as_telegram_signs_it() -> None:
    fields = dict(parse_qsl(init_data(ANNA, "1:x", 1_790_000_000)))
    signature = fields.pop("hash")
    check = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    secret = hmac.digest(b"WebAppData", b"1:x", "sha256")

    assert signature == hmac.new(secret, check.encode(), hashlib.sha256).hexdigest()


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03", (2, 3)),
        (b"\xff\xd8\xff\xe0\0\x04xx\xff\xc0\0\x11\x08\0\x05\0\x07\x03\0\0\0", (7, 5)),
        (b"GIF89a", None),
        (b"", None),
    ],
)
def test_image_size(content: bytes, size: tuple | None) -> None:
    assert image_size(content) == size


def test_the_page_asks_nobody_else() -> None:
    addresses = {
        address
        for path in PAGE.iterdir()
        for address in re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]+[^\s\"']*", path.read_text())
    }

    assert addresses == {"http://www.w3.org/2000/svg"}
