"""Who writes for somebody else, from behind a mask or in a topic: a fitting answer in its place."""

import pytest

from bot.replies import Button, Reply
from storage import people

ANNA, FAMILY, TOPIC = 1001, -100200300, 5
WRITER = {"id": ANNA, "is_bot": False, "first_name": "Anna", "language_code": "de"}
BOT = {"id": 77, "is_bot": True, "first_name": "Gif"}
ORIGIN = {"type": "user", "date": 1760000000, "sender_user": BOT}
GROUP = {"id": FAMILY, "type": "supergroup", "title": "Family"}
CHANNEL = {"id": -1001, "type": "channel", "title": "News"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
PICTURE = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]


def arrive(door, chat, **content):
    """Let an update come in that the stand-in's people cannot make."""
    base = {"message_id": 7, "date": 1760000000, "chat": chat, "from": WRITER}
    door.telegram.world.updates.add("message", base | content)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ({"text": "unlock", "forward_origin": ORIGIN}, "unread-foreign"),
        ({"text": "/unlock", "via_bot": BOT}, "unread-foreign"),
        ({"photo": PICTURE, "caption": "unlock"}, "unread-caption"),
        ({"photo": PICTURE}, ""),
    ],
)
async def test_words_that_are_not_the_senders_own_are_not_read_and_it_is_said_why(
    door, content, why
):
    arrive(door, {"id": ANNA, "type": "private"}, **content)
    await door.chats.from_bot(ANNA)

    (message,) = door.conversation.messages
    assert (message.text, message.intent, message.unheard) == ("", None, why)


@pytest.mark.parametrize("mask", [GROUP, CHANNEL], ids=["group", "channel"])
async def test_who_writes_as_a_group_or_a_channel_hears_why_nothing_is_done(door, database, mask):
    arrive(door, GROUP, text="/unlock", sender_chat=mask, **{"from": ANONYMOUS})
    (told,) = await door.chats.from_bot(FAMILY)

    assert told["text"].startswith("🔒 I cannot see who writes here")
    assert door.conversation.messages == []
    async with database.reading() as tx:
        assert await people.get_person(tx, ANONYMOUS["id"]) is None


async def test_posts_of_a_channel_and_talk_behind_a_mask_are_left_alone(door):
    arrive(door, GROUP, text="/unlock", sender_chat=CHANNEL, is_automatic_forward=True)
    arrive(door, GROUP, text="dinner at eight?", sender_chat=GROUP, **{"from": ANONYMOUS})
    await door.chats.say("anna", "hello", ANNA)
    await door.chats.from_bot(ANNA)

    assert [it for it in await door.chats.messages(FAMILY) if it["from"] == "bot"] == []
    assert [it.text for it in door.conversation.messages] == ["hello"]


async def test_question_in_a_topic_is_answered_in_it(door):
    asked = Reply(text="Unlock?", buttons=((Button(text="Yes", action="confirm"),),))
    door.conversation.script["/unlock"] = (asked,)
    door.conversation.on_press = (Reply(text="Unlocking."),)
    await door.chats.say("anna", "/unlock", FAMILY, thread=TOPIC)
    (question,) = await door.chats.from_bot(FAMILY)

    data = question["buttons"][0][0]["data"]
    tap = {"from": "anna", "message_id": question["message_id"], "data": data}
    await door.chats.post(f"/chats/{FAMILY}/taps", tap)
    told = await door.chats.from_bot(FAMILY, 2)

    assert [(it["text"], it.get("thread")) for it in told] == [
        ("Unlock?", TOPIC),
        ("Unlocking.", TOPIC),
    ]


@pytest.mark.parametrize("is_admin", [True, False], ids=["whispered", "in private"])
async def test_answer_for_one_person_alone_knows_the_topic(door, is_admin):
    door.telegram.world.is_group_admin = is_admin
    await door.chats.say("anna", "hello", ANNA)
    await door.chats.from_bot(ANNA)
    told = Reply(text="Told you privately.")
    alone = Reply(text="At home.", only_for=ANNA, when_aside=told)
    door.conversation.script["/where"] = (alone,)

    await door.chats.say("anna", "/where", FAMILY, thread=TOPIC)
    (shown,) = await door.chats.from_bot(FAMILY)
    private = [it.get("thread") for it in await door.chats.from_bot(ANNA)]

    said = "At home." if is_admin else "Told you privately."
    assert (shown["text"], shown.get("thread")) == (said, TOPIC)
    assert private == [None] * (1 if is_admin else 2)
