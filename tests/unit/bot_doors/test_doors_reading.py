from datetime import UTC, datetime

import pytest
from telegram import Chat, Location, MessageEntity, User
from telegram import Message as Said

from bot.replies import Message
from bot.telegram.reading import read_message
from intents.catalogue import load_catalogue
from intents.models import Intent

ME = User(99, "Smart Companion", is_bot=True, username="smart_companion_bot")
ANNA = User(1001, "Anna", is_bot=False, language_code="de")
PRIVATE = Chat(1001, "private")
GROUP = Chat(-100200300, "supergroup", title="Family")
CATALOGUE = load_catalogue()


def said(text, chat=PRIVATE, **more):
    entities = []
    if text and text.startswith("/"):
        entities.append(MessageEntity("bot_command", 0, len(text.split()[0])))
    if text and (at := text.find("@smart_companion_bot")) > 0 and not entities:
        entities.append(MessageEntity("mention", at, len("@smart_companion_bot")))
    if text and text.startswith("@"):
        entities.append(MessageEntity("mention", 0, len(text.split()[0].rstrip(","))))
    return Said(
        7,
        datetime(2026, 11, 24, tzinfo=UTC),
        chat,
        from_user=ANNA,
        text=text,
        entities=entities,
        **more,
    )


def read(text, chat=PRIVATE, **more):
    return read_message(said(text, chat, **more), ME, CATALOGUE)


def test_reading_private_text_keeps_who_where_and_language():
    assert read("sperr ab") == Message(
        chat_id=1001,
        is_group=False,
        person_id=1001,
        first_name="Anna",
        language="de",
        text="sperr ab",
        message_id=7,
    )


@pytest.mark.parametrize(
    ("text", "intent", "argument"),
    [
        ("/lock", "lock", ""),
        ("/LOCK", "lock", ""),
        ("/lock@smart_companion_bot", "lock", ""),
        ("/climate 22", "climate_on", "22"),
        ("/climate@Smart_Companion_Bot  22 degrees", "climate_on", "22 degrees"),
        ("/climate\n22", "climate_on", "22"),
        ("/start abc-DEF_123", None, "abc-DEF_123"),
        ("/nonsense now", None, "now"),
    ],
)
def test_reading_commands(text, intent, argument):
    message = read(text)

    assert message.intent == (Intent(name=intent) if intent else None)
    assert message.argument == argument


@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
def test_reading_command_to_another_bot_is_not_ours(chat):
    assert read("/lock@other_bot", chat) is None


@pytest.mark.parametrize(
    ("text", "expected", "addressed"),
    [
        ("lock the car", "lock the car", False),
        ("@smart_companion_bot lock the car", "lock the car", True),
        ("@Smart_Companion_Bot, lock the car", "lock the car", True),
        ("lock the car @smart_companion_bot", "lock the car", True),
        ("@other_bot lock the car", "@other_bot lock the car", False),
        ("/lock", "/lock", True),
    ],
)
def test_reading_groups_tells_whether_the_bot_is_meant(text, expected, addressed):
    message = read(text, GROUP)

    assert (message.text, message.is_addressed, message.chat_title) == (
        expected,
        addressed,
        "Family",
    )


def test_reading_reply_to_the_bot_in_a_group_is_addressed():
    answered = Said(6, datetime(2026, 11, 24, tzinfo=UTC), GROUP, from_user=ME, text="Locked.")

    assert read("and the windows?", GROUP, reply_to_message=answered).is_addressed


def test_reading_place():
    assert read(None, location=Location(11.58, 48.14)).location == (48.14, 11.58)


def test_reading_anonymous_sender_is_nobody():
    message = Said(7, datetime(2026, 11, 24, tzinfo=UTC), GROUP, text="lock the car")

    assert read_message(message, ME, CATALOGUE) is None
