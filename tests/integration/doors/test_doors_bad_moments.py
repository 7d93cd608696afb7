"""Telegram fails for a moment while somebody waits: nothing is lost, nothing is done twice."""

import asyncio

import pytest

from bot.replies import Button, PendingCommand, Reply

ANNA = 1001


async def fail(door, kind, method, **more):
    body = {"kind": kind, "method": method, **more}
    await door.chats.post("/faults", body)


def texts(messages):
    return [message.get("text") for message in messages]


async def eventually(fits):
    for _ in range(500):
        if await fits():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen")


async def test_answer_comes_also_if_telegram_fails_twice(door):
    door.conversation.script["how full?"] = (Reply(text="62 %"),)
    await fail(door, "500", "sendMessage", times=2)

    await door.chats.say("anna", "how full?", ANNA)

    assert texts(await door.chats.from_bot(ANNA)) == ["62 %"]
    assert [it.text for it in door.conversation.messages] == ["how full?"]


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("500", {}),
        ("429", {"retry_after": 1}),
        ("reset", {"when": "before"}),
        ("reset", {"when": "after"}),
    ],
)
async def test_order_is_carried_out_once_and_its_course_told(door, kind, more):
    door.conversation.stages = (Reply(text="Locked.", edit=True),)
    door.conversation.script["lock"] = (
        Reply(text="Sending…", command=PendingCommand(command_id=1)),
    )
    await fail(door, kind, "sendMessage", **more)

    await door.chats.say("anna", "lock", ANNA)

    async def is_told():
        return "Locked." in texts(await door.chats.messages(ANNA))

    await eventually(is_told)
    assert texts(await door.chats.messages(ANNA)).count("Locked.") == 1
    assert door.conversation.commands == [1]


async def test_order_behind_an_answer_that_cannot_be_shown_is_carried_out(door):
    door.conversation.script["80 % by six"] = (
        Reply(text="Enough time."),
        Reply(text="Sending…", command=PendingCommand(command_id=7)),
    )
    await fail(door, "429", "sendMessage", retry_after=600, times=None)

    await door.chats.say("anna", "80 % by six", ANNA)

    async def is_begun():
        return bool(door.conversation.commands)

    await eventually(is_begun)
    assert door.conversation.commands == [7]
    assert await door.chats.told(ANNA) == []


async def test_tap_whose_toast_fails_is_carried_out_and_told(door):
    door.conversation.script["unlock"] = (
        Reply(text="Unlock?", buttons=((Button(text="Yes", action="confirm"),),)),
    )
    door.conversation.on_press = (Reply(text="Unlocking.", edit=True),)
    await door.chats.say("anna", "unlock", ANNA)
    (asked,) = await door.chats.from_bot(ANNA)
    await fail(door, "500", "answerCallbackQuery")
    await fail(door, "500", "editMessageText")

    data = asked["buttons"][0][0]["data"]
    tap = {"from": "anna", "message_id": asked["message_id"], "data": data}
    tapping = asyncio.create_task(door.chats.post(f"/chats/{ANNA}/taps", tap))

    async def is_told():
        return texts(await door.chats.from_bot(ANNA)) == ["Unlocking."]

    await eventually(is_told)
    tapping.cancel()  # which waits for the toast that failed
    assert len(door.conversation.presses) == 1


async def test_secret_leaves_the_chat_also_at_the_second_try(door):
    secret = await door.chats.say("anna", "hunter2", ANNA)
    await door.chats.from_bot(ANNA)
    await fail(door, "502", "deleteMessage")

    await door.sender.send(Reply(text="Taken.", delete_message_ids=(secret,)), chat_id=ANNA)

    told = {it["message_id"]: it for it in await door.chats.messages(ANNA)}
    assert told[secret].get("deleted") is True
