import asyncio

import pytest

from bot.replies import Button, PendingCommand, Reply
from bot.telegram.updates import poll_updates
from intents.models import Intent
from storage import people
from storage.exceptions import DatabaseUnavailableError

ANNA, FAMILY = 1001, -100200300


def texts(messages):
    return [message.get("text") for message in messages]


async def eventually(fits):
    """Wait at most five seconds until the condition, plain or asynchronous, holds."""
    for _ in range(250):
        answer = fits()
        if await answer if asyncio.iscoroutine(answer) else answer:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen")


async def test_door_answers_text_with_markup(door):
    door.conversation.script["hello"] = (Reply(text="<b>Locked.</b> 3 &lt; 4"),)

    await door.chats.say("anna", "hello", ANNA)

    assert texts(await door.chats.from_bot(ANNA)) == ["Locked. 3 < 4"]
    said = door.conversation.messages[0]
    assert (said.chat_id, said.person_id, said.first_name, said.language) == (
        ANNA,
        ANNA,
        "Anna",
        "en",
    )


async def test_door_reads_commands_with_their_argument(door):
    await door.chats.say("anna", "/climate 22", ANNA)
    await door.chats.from_bot(ANNA)

    said = door.conversation.messages[0]
    assert said.intent == Intent(name="climate_on")
    assert said.argument == "22"


async def test_door_tells_in_groups_whether_the_bot_is_meant(door):
    await door.chats.say("ben", "@smart_companion_bot lock the car", FAMILY)
    await door.chats.say("ben", "dinner at eight?", FAMILY)
    await eventually(lambda: len(door.conversation.messages) == 2)

    assert [(m.text, m.is_addressed, m.is_group) for m in door.conversation.messages] == [
        ("lock the car", True, True),
        ("dinner at eight?", False, True),
    ]


async def test_door_silent_reply_says_nothing(door):
    door.conversation.script["psst"] = (Reply(text="never", silent=True),)

    await door.chats.say("anna", "psst", ANNA)
    await door.chats.say("anna", "hello", ANNA)

    assert texts(await door.chats.from_bot(ANNA)) == ["heard 2"]


async def test_door_tap_carries_a_handle_and_edits_its_message(door):
    row = (Button(text="Yes", action="intent"), Button(text="Site", url="https://example.com/"))
    door.conversation.script["lock"] = (Reply(text="Lock?", buttons=(row,)),)
    door.conversation.on_press = (Reply(text="Locked.", edit=True, toast="Done"),)

    await door.chats.say("anna", "lock", ANNA)
    (asked,) = await door.chats.from_bot(ANNA)
    tap = {"from": "anna", "message_id": asked["message_id"], "text": "Yes"}
    answer = await door.chats.post(f"/chats/{ANNA}/taps", tap)
    await eventually(lambda: door.conversation.presses)
    await asyncio.sleep(0.1)

    (told,) = await door.chats.from_bot(ANNA)
    assert answer["answer"]["text"] == "Done"
    assert (told["message_id"], told["text"], told["edited"]) == (
        asked["message_id"],
        "Locked.",
        True,
    )
    assert told.get("buttons", []) == []
    (press,) = door.conversation.presses
    assert press.message_id == asked["message_id"]
    assert len(press.token) >= 22
    assert len(press.token.encode()) <= 64


async def test_door_edit_that_changes_nothing_is_a_success(door):
    button = Button(text="Refresh", action="refresh", once=False, url="https://example.com/")
    door.conversation.script["status"] = (Reply(text="64 %", buttons=((button,),)),)
    await door.chats.say("anna", "status", ANNA)
    (told,) = await door.chats.from_bot(ANNA)

    same = Reply(text="64 %", buttons=((button,),))
    assert (
        await door.sender.send(same, chat_id=ANNA, edits=told["message_id"]) == (told["message_id"])
    )
    assert len(await door.chats.from_bot(ANNA)) == 1


async def test_door_edit_of_a_deleted_message_becomes_a_new_one(door):
    await door.chats.say("anna", "hello", ANNA)
    (told,) = await door.chats.from_bot(ANNA)
    await door.bot.delete_message(ANNA, told["message_id"])

    new_id = await door.sender.send(Reply(text="again"), chat_id=ANNA, edits=told["message_id"])

    assert new_id != told["message_id"]
    assert texts(await door.chats.from_bot(ANNA, 2))[-1] == "again"


async def test_door_deletes_secrets_before_it_answers(door):
    secret_id = await door.chats.say("anna", "my password", ANNA)
    await door.chats.from_bot(ANNA)

    await door.sender.send(
        Reply(text="Thank you.", delete_message_ids=(secret_id, 999_999_999)), chat_id=ANNA
    )

    told = await door.chats.messages(ANNA)
    assert next(m for m in told if m["message_id"] == secret_id)["deleted"]
    methods = [
        call["method"] for call in await door.chats.requests() if call["method"] != "getupdates"
    ]
    said_last = [method for method in methods if method != "unpinchatmessage"]
    assert said_last[-3:] == ["deletemessage", "deletemessage", "sendmessage"]


async def test_door_shows_a_place_after_the_text(door):
    door.conversation.script["where"] = (Reply(text="At home.", location=(48.1371, 11.5754)),)

    await door.chats.say("anna", "where", ANNA)
    text, place = await door.chats.from_bot(ANNA, 2)

    assert text["text"] == "At home."
    assert place["location"]["latitude"] == pytest.approx(48.1371)


async def test_door_cuts_a_text_that_is_too_long(door):
    await door.chats.say("anna", "hello", ANNA)
    await door.chats.from_bot(ANNA)

    await door.sender.send(Reply(text="<b>" + "word " * 2000 + "</b>"), chat_id=ANNA)

    told = (await door.chats.from_bot(ANNA, 2))[-1]["text"]
    assert told.endswith("word…")
    assert len(told) <= 4096


async def test_door_markup_that_telegram_refuses_is_sent_plain(door):
    await door.sender.send(Reply(text="<b>open & <i>unclosed"), chat_id=ANNA)

    assert texts(await door.chats.from_bot(ANNA)) == ["open & unclosed"]


async def test_door_command_edits_one_message_through_its_stages(door):
    door.conversation.stages = (
        Reply(text="Accepted.", edit=True),
        Reply(text="Locked.", edit=True),
    )
    door.conversation.script["lock"] = (
        Reply(text="Sending…", command=PendingCommand(command_id=1)),
    )

    await door.chats.say("anna", "lock", ANNA)
    await door.chats.from_bot(ANNA)

    async def is_locked():
        (told,) = await door.chats.from_bot(ANNA)
        return (told["text"], told.get("edited")) == ("Locked.", True)

    await eventually(is_locked)
    told = await door.chats.from_bot(ANNA)
    assert [(it["text"], it.get("edited")) for it in told] == [("Locked.", True)]


@pytest.mark.parametrize("where", [ANNA, FAMILY])
async def test_door_edited_and_forwarded_messages_never_act(door, where):
    message_id = await door.chats.say("anna", "/status", where)
    await eventually(lambda: len(door.conversation.messages) == 1)

    await door.chats.post(
        f"/chats/{where}/edits", {"from": "anna", "message_id": message_id, "text": "/unlock"}
    )
    await door.chats.say("anna", "/help", where)
    await eventually(lambda: door.conversation.messages[-1].text == "/help")

    read = [(m.text, m.is_edited) for m in door.conversation.messages]
    mended = [("/unlock", True)] if where == ANNA else []  # which may ask, and never orders
    assert read == [("/status", False), *mended, ("/help", False)]


async def test_door_voice_gets_a_fitting_answer_in_private_only(door):
    voice = {"from": "anna", "voice": "T2dnUw=="}
    await door.chats.post(f"/chats/{FAMILY}/messages", voice)
    await door.chats.post(f"/chats/{ANNA}/messages", voice)

    await door.chats.from_bot(ANNA)

    assert [(m.chat_id, m.text) for m in door.conversation.messages] == [(ANNA, "")]


async def test_door_place_is_read(door):
    await door.chats.post(
        f"/chats/{ANNA}/messages",
        {"from": "anna", "location": {"latitude": 48.1371, "longitude": 11.5754}},
    )
    await door.chats.from_bot(ANNA)

    assert door.conversation.messages[0].location == pytest.approx((48.1371, 11.5754))


async def test_door_unexpected_error_is_answered_with_a_reference(door):
    door.conversation.script["boom"] = RuntimeError("secret detail")

    await door.chats.say("anna", "boom", ANNA)
    await door.chats.say("anna", "hello", ANNA)
    told = texts(await door.chats.from_bot(ANNA, 2))

    assert "secret detail" not in told[0]
    assert told[0].startswith("Something went wrong")
    assert told[0].endswith(")")
    assert told[1] == "heard 2"


async def test_door_a_locked_database_is_no_error_to_tell_but_a_reason_to_wait(door):
    door.conversation.script["how full?"] = DatabaseUnavailableError("locked")

    await door.chats.say("anna", "how full?", ANNA)
    await door.chats.say("anna", "and now?", ANNA)
    await eventually(lambda: len(door.conversation.messages) == 1)
    door.conversation.script["how full?"] = (Reply(text="62 %"),)

    assert texts(await door.chats.from_bot(ANNA, 2)) == ["62 %", "heard 3"]


async def test_door_unexpected_error_of_a_tap_still_answers_the_tap(door):
    button = Button(text="Go", action="intent")
    door.conversation.script["ask"] = (Reply(text="?", buttons=((button,),)),)
    door.conversation.on_press = RuntimeError("no")
    await door.chats.say("anna", "ask", ANNA)
    (asked,) = await door.chats.from_bot(ANNA)

    tap = {"from": "anna", "message_id": asked["message_id"], "text": "Go"}
    await door.chats.post(f"/chats/{ANNA}/taps", tap)

    assert len(await door.chats.requests("answercallbackquery")) == 1
    assert len(await door.chats.from_bot(ANNA, 2)) == 2


async def test_door_blocked_and_unblocked_pauses_and_resumes_the_chat(door, database):
    await door.chats.say("anna", "hello", ANNA)
    await door.chats.from_bot(ANNA)

    async def reason():
        async with database.reading() as tx:
            return (await people.get_chat(tx, ANNA)).paused_reason

    async def is_paused():
        return await reason() is not None

    async def is_awake():
        return await reason() is None

    await door.chats.post(f"/chats/{ANNA}/block", {"blocked": True})
    await eventually(is_paused)
    assert await reason() == "kicked"
    await door.chats.post(f"/chats/{ANNA}/block", {"blocked": False})
    await eventually(is_awake)
    assert await reason() is None


async def test_door_group_that_becomes_a_supergroup_keeps_its_rows(door, database):
    await door.chats.say("anna", "/status", FAMILY)
    await door.chats.from_bot(FAMILY)

    new_id = (await door.chats.post(f"/chats/{FAMILY}/migrate", {}))["id"]

    async def has_moved():
        async with database.reading() as tx:
            old, new = await people.get_chat(tx, FAMILY), await people.get_chat(tx, new_id)
        return old is None and new is not None

    await eventually(has_moved)
    await door.sender.send(Reply(text="still here"), chat_id=new_id)
    assert "still here" in texts(await door.chats.from_bot(new_id))


async def test_door_of_two_pollers_one_stops_and_the_other_goes_on(door):
    await door.chats.say("anna", "hello", ANNA)
    await door.chats.from_bot(ANNA)
    second = asyncio.create_task(poll_updates(door.request, door.bot.base_url, door.inbox))
    pollers = {door.polling, second}
    try:
        ended, working = await asyncio.wait(
            pollers, timeout=15, return_when=asyncio.FIRST_COMPLETED
        )
        await door.chats.say("anna", "still there?", ANNA)
        await door.chats.from_bot(ANNA, 2)
    finally:
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)

    assert len(working) == 1
    assert "Another process" in str(ended.pop().exception())
