"""Tables reach people as rich messages if the server knows them, and as words if it does not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.blocks import Column, Heading, Section, Table
from bot.rendering.blocks import laid, said
from bot.replies import Button, Reply
from bot.telegram.rich import RichMessages
from bot.telegram.sender import Sender
from tests.integration.doors.test_doors_whispers import png

pytestmark = pytest.mark.usefixtures("known_chats")

ANNA, BEN, FAMILY = 1001, 1002, -100200300
EVIL = "<b>Bén</b> & \u202e\"x'"
COLUMNS = (Column(title="Who"), Column(title="Way", is_number=True))
BLOCKS = (
    Heading(text="👥 <b>Who drove</b>"),
    Table(columns=COLUMNS, rows=((EVIL, "12\u00a0km"), ("מיכל", "")), total=("All", "12\u00a0km")),
    Section(title="Hints", blocks=(said("Tap /price"),)),
)
LAID = Reply(text=laid(BLOCKS), buttons=((Button(text="Refresh", action="refresh"),),))
WORDS = (
    "👥 Who drove\n• <b>Bén</b> & \"x' · 12\u00a0km\n• \u2068מיכל\u2069\nAll · 12\u00a0km\n\n"
    "Hints\nTap /price"
)
CELLS = [
    ["Who", "Way"],
    ["<b>Bén</b> & \"x'", "12\u00a0km"],
    ["\u2068מיכל\u2069", None],
    ["All", "12\u00a0km"],
]


async def calls(door):
    return [
        (call["method"], call["status"])
        for call in await door.chats.requests()
        if call["method"].startswith(("send", "edit"))
    ]


def kinds(message):
    return [block["type"] for block in message["rich"]["blocks"]]


def cells(message):
    (table,) = [block for block in message["rich"]["blocks"] if block["type"] == "table"]
    return [[cell.get("text") for cell in row] for row in table["cells"]]


async def test_server_that_knows_them_gets_a_table_in_one_request(door):
    await door.sender.send(LAID, chat_id=ANNA)

    (message,) = await door.chats.told(ANNA)
    assert kinds(message) == ["heading", "table", "details"]
    assert cells(message) == CELLS
    aligned = [cell["align"] for cell in message["rich"]["blocks"][1]["cells"][1]]
    assert aligned == ["left", "right"]
    assert message["buttons"][0][0]["text"] == "Refresh"
    assert await calls(door) == [("sendrichmessage", 200)]


async def test_older_server_is_tried_once_and_gets_every_word(door):
    door.telegram.world.bot_api = (10, 0)

    for _ in range(2):
        await door.sender.send(LAID, chat_id=ANNA)

    messages = await door.chats.told(ANNA)
    assert [m["text"] for m in messages] == [WORDS] * 2
    assert [m["buttons"][0][0]["text"] for m in messages] == ["Refresh"] * 2
    sent = ("sendmessage", 200)
    assert await calls(door) == [("sendrichmessage", 404), sent, sent]


async def test_message_that_is_refused_arrives_in_words_and_the_next_is_rich(door):
    wide = Table(columns=(Column(title="x"),) * 21, rows=(("y",) * 21,))

    await door.sender.send(Reply(text=laid([wide])), chat_id=ANNA)
    await door.sender.send(LAID, chat_id=ANNA)

    first, second = await door.chats.told(ANNA)
    assert first["text"] == "• " + " · ".join("y" * 21)
    assert kinds(second) == ["heading", "table", "details"]


async def test_answer_that_is_too_long_for_one_is_not_tried(door):
    rows = tuple((str(number), "") for number in range(600))

    await door.sender.send(Reply(text=laid([Table(columns=COLUMNS, rows=rows)])), chat_id=ANNA)

    assert await calls(door) == [("sendmessage", 200)]


async def test_picture_goes_along_in_the_same_message(door):
    await door.sender.send(replace(LAID, picture=png()), chat_id=ANNA)

    (message,) = await door.chats.told(ANNA)
    assert kinds(message) == ["photo", "heading", "table", "details"]
    assert message["photo"] == message["rich"]["blocks"][0]["photo"][-1]
    assert await calls(door) == [("sendrichmessage", 200)]


async def test_server_without_pictures_in_them_is_tried_once(door):
    door.telegram.world.bot_api = (10, 1)

    for _ in range(2):
        await door.sender.send(replace(LAID, picture=png()), chat_id=ANNA)
    await door.sender.send(LAID, chat_id=ANNA)

    *pictures, table = await door.chats.told(ANNA)
    assert [(m["text"], "photo" in m) for m in pictures] == [(WORDS, True)] * 2
    assert kinds(table) == ["heading", "table", "details"]
    photo = ("sendphoto", 200)
    assert await calls(door) == [("sendrichmessage", 400), photo, photo, ("sendrichmessage", 200)]


async def test_edit_makes_a_table_of_words_and_words_of_a_table(door):
    sent = await door.sender.send(Reply(text="Moment …"), chat_id=ANNA)

    assert await door.sender.send(LAID, chat_id=ANNA, edits=sent) == sent
    (message,) = await door.chats.told(ANNA)
    assert cells(message) == CELLS
    assert await door.sender.send(LAID, chat_id=ANNA, edits=sent) == sent

    assert await door.sender.send(Reply(text="<b>Gone</b>"), chat_id=ANNA, edits=sent) == sent
    (message,) = await door.chats.told(ANNA)
    assert (message["text"], "rich" in message) == ("Gone", False)


async def test_page_is_turned_with_its_picture(door):
    first = replace(LAID, picture=png())
    sent = await door.sender.send(first, chat_id=ANNA)

    second = replace(first, text=laid([said("Page 2")]), picture=png(shade=9))
    assert await door.sender.send(second, chat_id=ANNA, edits=sent) == sent

    (message,) = await door.chats.told(ANNA)
    assert kinds(message) == ["photo", "paragraph"]


async def test_older_server_edits_the_words(door):
    door.telegram.world.bot_api = (10, 0)
    sent = await door.sender.send(Reply(text="Moment …"), chat_id=ANNA)

    assert await door.sender.send(LAID, chat_id=ANNA, edits=sent) == sent
    await door.sender.send(replace(LAID, buttons=()), chat_id=ANNA, edits=sent)

    (message,) = await door.chats.told(ANNA)
    assert message["text"] == WORDS
    edit = ("editmessagetext", 200)
    assert await calls(door) == [("sendmessage", 200), ("editmessagetext", 400), edit, edit]


async def test_picture_of_before_takes_the_words(door):
    sent = await door.sender.send(Reply(text="40 %", picture=png()), chat_id=ANNA)

    assert await door.sender.send(LAID, chat_id=ANNA, edits=sent) == sent

    (message,) = await door.chats.told(ANNA)
    assert (message["text"], "photo" in message) == (WORDS, True)


async def test_what_stands_there_takes_neither_form_and_a_new_message_comes(door):
    sent = await door.sender.send(LAID, chat_id=ANNA)
    door.telegram.world.bot_api = (10, 1)

    new = await door.sender.send(replace(LAID, picture=png()), chat_id=ANNA, edits=sent)

    assert new != sent
    _, message = await door.chats.told(ANNA)
    assert (message["text"], "photo" in message) == (WORDS, True)


@pytest.mark.parametrize(
    ("version", "is_rich", "where"),
    [
        ((10, 3), True, FAMILY),
        ((10, 2), False, FAMILY),
        ((10, 1), True, BEN),
        ((10, 0), False, BEN),
    ],
    ids=["knows", "would-show-it-to-all", "no-whispers", "knows-neither"],
)
async def test_whisper_is_never_seen_by_others_whatever_the_server_knows(
    door, version, is_rich, where
):
    door.telegram.world.bot_api = version

    for _ in range(2):
        await door.sender.send(replace(LAID, only_for=BEN), chat_id=FAMILY)

    assert [m.get("visible_to") for m in await door.chats.told(FAMILY)] == [["ben"]] * (
        2 if where == FAMILY else 0
    )
    shown = await door.chats.told(where)
    assert [("rich" in m) for m in shown] == [is_rich] * 2
    assert len(await door.chats.requests("editephemeralmessagetext")) <= 1
    assert len(await door.chats.requests("deletemessage")) == 0


async def test_whisper_that_the_group_refuses_is_rich_in_the_private_chat(door):
    door.telegram.world.is_group_admin = False

    await door.sender.send(replace(LAID, only_for=BEN), chat_id=FAMILY)

    assert await door.chats.told(FAMILY) == []
    (message,) = await door.chats.told(BEN)
    assert cells(message) == CELLS


async def test_unknown_outcome_is_not_sent_again_in_words(door):
    fault = {"method": "sendrichmessage", "kind": "reset", "when": "after"}
    await door.chats.post("/faults", fault)

    with pytest.raises(Exception, match="connection lost"):
        await door.sender.send(LAID, chat_id=ANNA, once=True)

    (message,) = await door.chats.told(ANNA)
    assert cells(message) == CELLS


async def test_who_wants_none_gets_none(door, database):
    plain = RichMessages(door.bot, is_wanted=False)
    sender = Sender(
        door.bot,
        database,
        clock=lambda: datetime.now(UTC),
        run_command=door.conversation.run_command,
        rich=plain,
    )

    await sender.send(LAID, chat_id=ANNA)

    assert await calls(door) == [("sendmessage", 200)]
