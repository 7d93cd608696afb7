"""python-telegram-bot, unchanged, talks to the stand-in."""

import asyncio
import io
from datetime import timedelta

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaPhoto,
    Message,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    RetryAfter,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")

ANNA, FAMILY = 1001, -100200300
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x02\x00\x00\x00\x03\x08\x06\x00\x00\x00"
    + b"\0" * 20
)
KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Approve", callback_data="yes")]])


async def test_get_me(bot: Bot) -> None:
    me = await bot.get_me()

    assert (me.username, me.can_read_all_group_messages) == ("smart_companion_bot", True)


async def test_wrong_token(stand) -> None:
    stand.telegram.token = "1:wrong"

    bot = stand.bot()
    with pytest.raises(InvalidToken):
        await bot.initialize()
    await bot.shutdown()


async def test_what_a_person_says_arrives_as_an_update(stand, bot: Bot) -> None:
    await stand.say("/warm@smart_companion_bot 22")

    (update,) = await bot.get_updates(timeout=2)
    message = update.effective_message
    assert message.text == "/warm@smart_companion_bot 22"
    assert message.from_user.first_name == "Anna"
    assert message.parse_entities() == {message.entities[0]: "/warm@smart_companion_bot"}
    assert await bot.get_updates(offset=update.update_id + 1, timeout=0) == ()


async def test_long_poll_wakes(stand, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)

    await stand.say("hello")

    assert (await asyncio.wait_for(poll, 2))[0].message.text == "hello"


async def test_two_pollers(stand, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)

    async with stand.bot() as other:
        await other.get_updates(timeout=0)

    with pytest.raises(Conflict, match="terminated by other getUpdates"):
        await poll


async def test_html_becomes_text_with_entities(stand, bot: Bot) -> None:
    sent = await bot.send_message(ANNA, "<b>80 %</b> &amp; <code>ok</code>", parse_mode="HTML")

    assert sent.text == "80 % & ok"
    assert [(e.type, e.offset, e.length) for e in sent.entities] == [("bold", 0, 4), ("code", 7, 2)]
    (line,) = await stand.transcript()
    assert line["text"] == "80 % & ok"


@pytest.mark.parametrize(
    ("text", "options", "error"),
    [
        ("", {}, "Message text is empty"),
        (" \n", {}, "Message text is empty"),
        ("a" * 4097, {}, "Message is too long"),
        ("😀" * 2049, {}, "Message is too long"),
        ("<b>x", {"parse_mode": "HTML"}, 'can\'t find end tag corresponding to start tag "b"'),
        ("<x>x</x>", {"parse_mode": "HTML"}, 'unsupported start tag "x" at byte offset 0'),
        (
            "x",
            {
                "reply_markup": InlineKeyboardMarkup(
                    [[InlineKeyboardButton("x", callback_data="ä" * 33)]]
                )
            },
            "Button_data_invalid",
        ),
        ("x", {"reply_to_message_id": 77}, "Message to be replied not found"),
    ],
)
async def test_refused_message(bot: Bot, text: str, options: dict, error: str) -> None:
    with pytest.raises(BadRequest, match=error):
        await bot.send_message(ANNA, text, **options)


async def test_html_that_is_short_without_its_tags(bot: Bot) -> None:
    sent = await bot.send_message(ANNA, "<b>" + "a" * 4096 + "</b>", parse_mode=ParseMode.HTML)

    assert len(sent.text) == 4096


async def test_unknown_and_unstarted_chats(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(4711, "hello")
    with pytest.raises(Forbidden, match="bot can't initiate conversation"):
        await bot.send_message(1004, "hello")


async def test_edit_and_delete(stand, bot: Bot) -> None:
    sent = await bot.send_message(ANNA, "sending", reply_markup=KEYS)

    edited = await bot.edit_message_text("confirmed", ANNA, sent.message_id)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("confirmed", ANNA, sent.message_id)
    assert edited.edit_date is not None
    (line,) = await stand.transcript()
    assert (line["text"], line["edited"], "buttons" in line) == ("confirmed", True, False)

    await bot.delete_message(ANNA, sent.message_id)
    (line,) = await stand.transcript()
    assert line.keys() == {"message_id", "from", "date", "seq", "deleted"}
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("again", ANNA, sent.message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(ANNA, sent.message_id)


async def test_bot_deletes_a_secret_for_good(stand, bot: Bot) -> None:
    said = await stand.say("Anna-drives-1")
    (update,) = await bot.get_updates()

    await bot.delete_message(ANNA, said["message_id"])
    await bot.get_updates(offset=update.update_id + 1, timeout=0)

    world = stand.telegram.world
    assert "Anna-drives-1" not in repr((world.chats, world.updates))


async def test_a_persons_message_cannot_be_edited(stand, bot: Bot) -> None:
    said = await stand.say("hello")

    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("no", ANNA, said["message_id"])


async def test_tap_is_answered_once(stand, bot: Bot) -> None:
    sent = await bot.send_message(ANNA, "Unlock?", reply_markup=KEYS)
    body = {"from": "anna", "message_id": sent.message_id, "text": "approve"}
    tap = asyncio.create_task(stand.post(f"/chats/{ANNA}/taps", body))

    (update,) = await bot.get_updates(timeout=2)
    query = update.callback_query
    await query.answer("Unlocking", show_alert=True)

    assert (query.data, query.message.text) == ("yes", "Unlock?")
    assert await tap == {"ok": True, "answer": {"text": "Unlocking", "show_alert": True}}
    with pytest.raises(BadRequest, match="Query is too old"):
        await query.answer("again")


async def test_forged_tap_reaches_the_bot(stand, bot: Bot) -> None:
    sent = await bot.send_message(ANNA, "Unlock?", reply_markup=KEYS)
    body = {"from": "anna", "message_id": sent.message_id, "data": "forged"}
    tap = asyncio.create_task(stand.post(f"/chats/{ANNA}/taps", body))

    (update,) = await bot.get_updates(timeout=2)
    await update.callback_query.answer()

    assert update.callback_query.data == "forged"
    assert (await tap)["answer"] == {"text": "", "show_alert": False}


async def test_commands_by_scope_and_language(stand, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("lock", "Lock the car")])
    await bot.set_my_commands([BotCommand("lock", "Abschließen")], language_code="de")
    await bot.set_my_commands([BotCommand("who", "Who?")], scope=BotCommandScopeAllGroupChats())

    assert (await bot.get_my_commands())[0].description == "Lock the car"
    offered = [
        (await stand.get(f"/commands?chat={chat}&from={who}"))[0]["description"]
        for chat, who in ((1001, "anna"), (1003, "mia"), (FAMILY, "ben"))
    ]
    assert offered == ["Lock the car", "Abschließen", "Who?"]


async def test_pictures_voice_and_places(stand, bot: Bot) -> None:
    photo = await bot.send_photo(FAMILY, PNG, caption="<b>Week</b>", parse_mode="HTML")
    await bot.send_voice(
        FAMILY, InputFile(io.BytesIO(b"OggS"), "a.ogg"), duration=timedelta(seconds=3)
    )
    await bot.send_document(FAMILY, b"BEGIN:VCALENDAR", filename="car.ics")
    await bot.send_location(FAMILY, 48.137, 11.575)
    await bot.send_venue(FAMILY, 48.137, 11.575, "Home", "Street 1")
    await bot.edit_message_media(InputMediaPhoto(PNG, caption="New"), FAMILY, photo.message_id)

    assert (photo.photo[0].width, photo.photo[0].height) == (2, 3)
    lines = await stand.transcript(FAMILY)
    assert [sorted(line.keys() & MEDIA) for line in lines] == [
        ["photo"],
        ["voice"],
        ["document"],
        ["location"],
        ["location", "venue"],
    ]
    assert lines[0]["text"] == "New"
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(FAMILY, b"no picture")


MEDIA = {"photo", "voice", "document", "location", "venue"}


async def test_voice_of_a_person_can_be_downloaded(stand, bot: Bot) -> None:
    body = {"from": "anna", "voice": {"data": "T2dnUw==", "duration": 2, "mime_type": "audio/ogg"}}
    await stand.post(f"/chats/{ANNA}/messages", body)

    (update,) = await bot.get_updates()
    file = await update.message.voice.get_file()

    assert update.message.voice.duration == timedelta(seconds=2)
    assert bytes(await file.download_as_bytearray()) == b"OggS"


async def test_place_and_reply_of_a_person(stand, bot: Bot) -> None:
    sent = await bot.send_message(ANNA, "Where?")
    place = {"latitude": 48.1, "longitude": 11.5}
    body = {"from": "anna", "location": place, "reply_to": sent.message_id}
    await stand.post(f"/chats/{ANNA}/messages", body)

    (update,) = await bot.get_updates()

    assert update.message.location.latitude == 48.1
    assert update.message.reply_to_message.text == "Where?"


async def test_edited_message(stand, bot: Bot) -> None:
    said = await stand.say("warm up to 2")
    body = {"from": "anna", "message_id": said["message_id"], "text": "warm up to 22"}
    await stand.post(f"/chats/{ANNA}/edits", body)

    updates = await bot.get_updates()

    assert [u.edited_message and u.edited_message.text for u in updates] == [None, "warm up to 22"]


async def test_blocking(stand, bot: Bot) -> None:
    await stand.post(f"/chats/{ANNA}/block", {"blocked": True})
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ANNA, "hello")
    await stand.post(f"/chats/{ANNA}/block", {"blocked": False})
    await bot.send_message(ANNA, "hello")

    updates = await bot.get_updates()
    statuses = [u.my_chat_member.new_chat_member.status for u in updates]
    assert statuses == ["kicked", "member"]


async def test_migration(stand, bot: Bot) -> None:
    moved = await stand.post(f"/chats/{FAMILY}/migrate", {})

    with pytest.raises(ChatMigrated) as error:
        await bot.send_message(FAMILY, "hello")
    assert error.value.new_chat_id == moved["id"]
    first, second = await bot.get_updates()
    assert first.message.migrate_to_chat_id == moved["id"]
    assert second.message.migrate_from_chat_id == FAMILY
    await bot.send_message(moved["id"], "hello")


async def test_faults(stand, bot: Bot) -> None:
    await stand.post("/faults", {"kind": "429", "method": "sendMessage", "retry_after": 7})
    with pytest.raises(RetryAfter) as error:
        await bot.send_message(ANNA, "hello")
    assert error.value.retry_after == timedelta(seconds=7)
    await bot.send_message(ANNA, "hello")

    calls = await stand.get("/requests")
    assert [(c["method"], c["chat"], c["status"]) for c in calls if c["chat"]] == [
        ("sendmessage", ANNA, 429),
        ("sendmessage", ANNA, 200),
    ]


async def test_flood(bot: Bot) -> None:
    for _ in range(3):
        await bot.send_message(ANNA, "hello")

    with pytest.raises(RetryAfter) as error:
        await bot.send_message(ANNA, "hello")
    assert error.value.retry_after == timedelta(seconds=3)


async def test_ok_only(stand, bot: Bot) -> None:
    sent = await bot.send_message(FAMILY, "hello", reply_markup=ReplyKeyboardMarkup([["Status"]]))

    assert await bot.send_chat_action(FAMILY, ChatAction.TYPING)
    assert await bot.pin_chat_message(FAMILY, sent.message_id)
    assert (await bot.get_chat(FAMILY)).pinned_message.message_id == sent.message_id
    assert await bot.unpin_chat_message(FAMILY)
    assert await bot.set_message_reaction(FAMILY, sent.message_id, [ReactionTypeEmoji("👍")])
    assert (await bot.get_chat_member(FAMILY, ANNA)).status == "creator"
    assert [a.user.first_name for a in await bot.get_chat_administrators(FAMILY)] == [
        "Anna",
        "Smart Companion",
    ]
    assert await bot.set_my_description("A companion")
    assert (await bot.get_my_description()).description == "A companion"
    assert await bot.set_chat_menu_button()
    (line,) = await stand.transcript(FAMILY)
    assert (line["keyboard"]["rows"], line["reactions"]) == ([["Status"]], ["👍"])


RICH = {"html": "<h4>Trips</h4><table><tr><th>Way</th></tr><tr><td>9 km</td></tr></table>"}


async def test_rich_message_is_sent_edited_and_told(stand, bot: Bot) -> None:
    sent = await bot.do_api_request(
        "sendRichMessage", {"chat_id": ANNA, "rich_message": RICH, "reply_markup": KEYS}, Message
    )
    (line,) = await stand.transcript()
    edit = {"chat_id": ANNA, "message_id": sent.message_id, "rich_message": RICH}
    with pytest.raises(BadRequest, match="not modified"):
        await bot.do_api_request("editmessagetext", edit | {"reply_markup": KEYS})
    await bot.edit_message_text("9 km", ANNA, sent.message_id)
    (plain,) = await stand.transcript()
    await bot.do_api_request("editmessagetext", edit)
    (rich,) = await stand.transcript()

    assert sent.text is None
    assert [it["type"] for it in sent.api_kwargs["rich_message"]["blocks"]] == ["heading", "table"]
    assert (line["text"], line["buttons"][0][0]["text"]) == ("Trips\nWay\n9 km", "Approve")
    assert (plain["text"], "rich" in plain) == ("9 km", False)
    assert rich["rich"] == line["rich"]


async def test_picture_of_a_rich_message_comes_along_and_goes_with_it(stand, bot: Bot) -> None:
    media = {"id": "way", "media": {"type": "photo", "media": "attach://upload"}}
    rich = {"html": '<figure><img src="tg://photo?id=way"/></figure>', "media": [media]}
    upload = InputFile(PNG, filename="way.png")

    await bot.do_api_request(
        "sendRichMessage", {"chat_id": ANNA, "rich_message": rich, "upload": upload}
    )
    (line,) = await stand.transcript()
    ((size,),) = [block["photo"] for block in line["rich"]["blocks"]]
    file = await bot.get_file(size["file_id"])
    content = await file.download_as_bytearray()
    await bot.delete_message(ANNA, line["message_id"])

    assert (bytes(content), size["width"], size["height"]) == (PNG, 2, 3)
    assert line["photo"] == size  # whoever reads the transcript need not know of blocks
    with pytest.raises(BadRequest):
        await bot.get_file(size["file_id"])


async def test_server_of_another_version_does_not_know_what_came_later(stand, bot: Bot) -> None:
    await stand.post("/server", {"bot_api": "10.0"})
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendRichMessage", {"chat_id": ANNA, "rich_message": RICH})

    await stand.post("/server", {"bot_api": "10.1"})

    await bot.do_api_request("sendRichMessage", {"chat_id": ANNA, "rich_message": RICH})
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("deleteEphemeralMessage", {"chat_id": FAMILY})
