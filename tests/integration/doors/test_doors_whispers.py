"""What is for one person of a group reaches that person, and nobody else."""

import struct
import zlib
from dataclasses import replace

import pytest
from telegram import BotCommandScopeChat

from bot.replies import Button, MenuFor, Reply, Venue

pytestmark = pytest.mark.usefixtures("known_chats")

ANNA, BEN, FAMILY = 1001, 1002, -100200300
SECRET = Reply(
    text="<b>At home</b>",
    only_for=BEN,
    location=(48.1, 11.5),
    buttons=((Button(text="Refresh", action="refresh"),),),
    when_aside=Reply(text="Ben, look at our chat."),
    when_closed=Reply(text="Ben, open our chat first."),
)


def _chunk(kind, content):
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def png(shade=0):
    """A picture of one dot."""
    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    dot = zlib.compress(b"\0" + bytes([shade] * 3))
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", dot), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


async def test_whisper_is_seen_by_one_person_in_the_group(door):
    await door.sender.send(SECRET, chat_id=FAMILY)

    group = await door.chats.told(FAMILY)
    assert [m["visible_to"] for m in group] == [["ben"], ["ben"]]
    assert group[0]["text"] == "At home"
    assert group[0]["buttons"][0][0]["text"] == "Refresh"
    assert group[1]["location"] == {"latitude": 48.1, "longitude": 11.5}
    assert await door.chats.told(BEN) == []


async def test_whisper_button_is_for_its_reader(door):
    await door.sender.send(SECRET, chat_id=FAMILY)
    (shown, _) = await door.chats.told(FAMILY)

    tap = {"from": "ben", "message_id": shown["message_id"], "text": "Refresh"}
    await door.chats.post(f"/chats/{FAMILY}/taps", tap)

    assert [press.person_id for press in door.conversation.presses] == [BEN]


async def test_group_without_rights_sends_it_to_the_private_chat(door):
    door.telegram.world.is_group_admin = False

    await door.sender.send(SECRET, chat_id=FAMILY)
    await door.sender.send(replace(SECRET, when_aside=None), chat_id=FAMILY)

    assert [m.get("text") for m in await door.chats.told(FAMILY)] == ["Ben, look at our chat."]
    assert [m.get("text") for m in await door.chats.told(BEN)] == ["At home", None, "At home", None]
    refused = [c for c in await door.chats.requests("sendmessage") if c["status"] == 400]
    assert len(refused) == 1  # the group's no is remembered


async def test_private_chat_that_is_closed_leaves_only_a_hint(door):
    door.telegram.world.is_group_admin = False
    door.telegram.world.chats[BEN].is_open = False

    await door.sender.send(SECRET, chat_id=FAMILY)

    assert [m.get("text") for m in await door.chats.told(FAMILY)] == ["Ben, open our chat first."]


async def test_old_server_is_asked_first_and_shows_nothing(door, monkeypatch):
    """A server before 10.2 ignores the parameter and would show the secret to everybody."""
    from simulator.telegram.methods import METHODS

    monkeypatch.delitem(METHODS, "deleteephemeralmessage")

    await door.sender.send(SECRET, chat_id=FAMILY)
    await door.sender.send(SECRET, chat_id=FAMILY)

    assert [m.get("text") for m in await door.chats.told(FAMILY)] == ["Ben, look at our chat."] * 2
    assert len(await door.chats.requests("deleteephemeralmessage")) == 1


async def test_picture_and_text_are_one_message_and_change_together(door):
    first = Reply(text="<b>40 %</b>", picture=png())
    sent = await door.sender.send(first, chat_id=ANNA)

    edited = await door.sender.send(
        Reply(text="50 %", picture=png(shade=9)), chat_id=ANNA, edits=sent
    )

    assert edited == sent
    (message,) = await door.chats.told(ANNA)
    assert (message["text"], message["edited"], "photo" in message) == ("50 %", True, True)


async def test_picture_stays_when_only_its_words_change(door):
    sent = await door.sender.send(Reply(text="40 %", picture=png()), chat_id=ANNA)

    await door.sender.send(Reply(text="The cloud is silent."), chat_id=ANNA, edits=sent)

    (message,) = await door.chats.told(ANNA)
    assert (message["text"], "photo" in message) == ("The cloud is silent.", True)


@pytest.mark.parametrize(("length", "messages"), [(1024, 1), (1025, 2)], ids=["fits", "long"])
async def test_caption_has_its_own_limit(door, length, messages):
    await door.sender.send(Reply(text="x" * length, picture=png()), chat_id=ANNA)

    shown = await door.chats.told(ANNA)
    assert len(shown) == messages
    assert "".join(m.get("text", "") for m in shown) == "x" * length


async def test_venue_carries_the_buttons(door):
    venue = Venue(latitude=48.1, longitude=11.5, title="Operator", address="Street 1")
    buttons = ((Button(text="Send to the car", action="intent"),),)

    await door.sender.send(Reply(text="", venue=venue, buttons=buttons), chat_id=ANNA)

    (message,) = await door.chats.told(ANNA)
    assert message["venue"]["title"] == "Operator"
    assert message["buttons"][0][0]["text"] == "Send to the car"


async def test_private_chat_gets_the_commands_of_its_person_once(door):
    menu = MenuFor(role="guest", language="de")
    door.conversation.script["hello"] = (Reply(text="hi", menu=menu),)
    for _ in range(2):
        await door.chats.say("anna", "hello", ANNA)
    await door.chats.from_bot(ANNA, count=2)

    offered = await door.bot.get_my_commands(scope=BotCommandScopeChat(ANNA))
    titles = {row.command: row.description for row in offered}
    assert "lock" not in titles
    assert titles["battery"] == "Akku"
    assert len(await door.chats.requests("setmycommands")) == 1
