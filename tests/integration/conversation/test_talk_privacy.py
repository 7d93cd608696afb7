"""Deleting and handing out what is stored, and the PIN."""

import json

import pytest

from bot.replies import Message
from intents.models import Intent
from storage import people, pins

ANNA, BEN, FAMILY = 1001, 1002, -100200300


async def command(world, person, name, argument="", **more):
    text = f"/{name} {argument}".strip()
    return await world.room.say(person, text, intent=Intent(name=name), argument=argument, **more)


async def set_pin(world, person, digits="2468"):
    await command(world, person, "pin")
    (done,) = await world.room.say(person, digits)
    return done


async def test_forget_asks_then_leaves_nothing_of_the_person(family):
    (asked,) = await command(family, ANNA, "forget")
    (done,) = await family.room.tap(ANNA, asked, "Yes, delete everything")

    async with family.database.reading() as tx:
        assert await people.get_person(tx, ANNA) is None
        assert await people.get_chat(tx, ANNA) is None
    assert "deleted" in done.text
    (after,) = await family.room.say(ANNA, "Where is the car?")
    assert "private companion" in after.text


async def test_forget_in_words_and_a_spoken_no_deletes_nothing(family):
    await family.room.say(ANNA, "delete all my data")
    await family.room.say(ANNA, "no")

    async with family.database.reading() as tx:
        assert await people.get_person(tx, ANNA) is not None


async def test_export_is_a_readable_document_without_tokens(family):
    await set_pin(family, ANNA)
    (shown,) = await command(family, ANNA, "export")

    raw = shown.reply.document.content.decode()
    stored = json.loads(raw)
    assert stored["person"]["first_name"] == "Anna"
    assert stored["person"]["has_pin"] is True
    assert stored["cars"][0]["role"] == "owner"
    assert "token" not in raw.lower()
    assert "2468" not in raw


async def test_export_of_a_driver_has_no_number_and_no_place(family):
    (shown,) = await command(family, BEN, "export")

    (car,) = json.loads(shown.reply.document.content)["cars"]
    assert (car["vin"], car["last_position"]) == (None, None)


@pytest.mark.parametrize("name", ["export", "forget"])
async def test_group_gets_neither(family, name):
    shown = await command(family, ANNA, name, chat=FAMILY)

    assert all(it.reply.document is None for it in shown)


async def test_pin_is_asked_for_and_confirms(family):
    done = await set_pin(family, ANNA)
    (asked,) = await family.room.say(ANNA, "Unlock the car")
    (sent,) = await family.room.say(ANNA, "2468")

    assert len(done.reply.delete_message_ids) == 1
    assert asked.labels == ["Cancel"]
    assert sent.reply.command is not None
    assert len(sent.reply.delete_message_ids) == 1


async def test_yes_and_a_wrong_pin_are_not_the_pin(family):
    await set_pin(family, ANNA)
    await family.room.say(ANNA, "Unlock the car")
    for said, answer in (("yes", "Send your PIN within 60 seconds"), ("1111", "not the PIN")):
        (shown,) = await family.room.say(ANNA, said)
        assert answer in shown.text
        assert shown.reply.command is None


async def test_pin_comes_too_late_after_a_minute(family):
    await set_pin(family, ANNA)
    await family.room.say(ANNA, "Unlock the car")
    family.people_clock.advance(61)

    shown = await family.room.say(ANNA, "2468")

    assert all(it.reply.command is None for it in shown)


async def test_three_wrong_tries_lock_until_an_owner_unlocks(family):
    await set_pin(family, BEN)
    await family.room.say(BEN, "Unlock the car")
    for _ in range(3):
        (last,) = await family.room.say(BEN, "1111")
    await family.room.say(BEN, "Unlock the car")
    (right,) = await family.room.say(BEN, "2468")
    (menu,) = await command(family, ANNA, "pin")
    (reset,) = await family.room.tap(ANNA, menu, "Unlock Ben")
    (after,) = await family.room.say(BEN, "Unlock the car")

    assert "locked after three" in last.text
    assert "locked after three" in right.text
    assert right.reply.command is None
    assert "Ben is removed" in reset.text
    assert after.labels[0] != "Cancel"


async def test_cancel_ends_the_wait_for_a_pin(family):
    await set_pin(family, ANNA)
    await family.room.say(ANNA, "Unlock the car")
    await command(family, ANNA, "cancel")

    shown = await family.room.say(ANNA, "2468")

    assert all(it.reply.command is None for it in shown)


async def test_words_end_the_wait_or_are_answered_as_ever(family):
    await set_pin(family, ANNA)
    await family.room.say(ANNA, "Unlock the car")
    (asked,) = await family.room.say(ANNA, "Is the car locked?")
    (spaced,) = await family.room.say(ANNA, "24 68")
    (ended,) = await family.room.say(ANNA, "never mind")

    assert asked.reply.delete_message_ids == ()
    assert len(spaced.reply.delete_message_ids) == 1
    assert "Cancelled" in ended.text


async def test_pin_is_never_asked_for_in_a_group(family):
    await set_pin(family, ANNA)

    (shown,) = await family.room.say(ANNA, "unlock the car", chat=FAMILY)

    assert "private chat" in shown.text
    assert shown.reply.command is None


async def test_pin_is_set_in_the_private_chat_only(family):
    (shown,) = await command(family, ANNA, "pin", chat=FAMILY)

    assert shown.text.startswith("🔢 A PIN is set and changed in our private chat")
    async with family.database.reading() as tx:
        assert await pins.get(tx, ANNA) is None


async def test_pin_is_removed_only_by_who_knows_it(family):
    await set_pin(family, ANNA)
    (menu,) = await command(family, ANNA, "pin")
    await family.room.tap(ANNA, menu, "Remove")
    (wrong,) = await family.room.say(ANNA, "1111")
    (done,) = await family.room.say(ANNA, "2468")

    assert "2 tries" in wrong.text
    assert "removed" in done.text
    async with family.database.reading() as tx:
        assert await pins.get(tx, ANNA) is None


async def test_pin_behind_the_command_is_deleted_and_not_taken(family):
    (shown,) = await command(family, ANNA, "pin", "2468")

    assert len(shown.reply.delete_message_ids) == 1
    async with family.database.reading() as tx:
        assert await pins.get(tx, ANNA) is None


async def test_pin_stands_nowhere_in_the_files(family, tmp_path):
    await set_pin(family, ANNA, "86420975")

    raw = b"".join(path.read_bytes() for path in tmp_path.glob("companion.db*"))
    assert b"86420975" not in raw


@pytest.mark.parametrize(
    "text",
    [
        "🚗🚗🚗",
        "‮unlock the car‬",
        "افتح السيارة",
        "<b>unlock</b>",
        "&lt;script&gt;",
        "x" * 4096,
        "\x00",
        "👩‍👩‍👧",
    ],
)
async def test_odd_texts_get_an_answer_and_never_move_the_car(family, text):
    shown = await family.room.say(ANNA, text)

    assert shown
    assert all(it.reply.command is None for it in shown)


async def test_name_with_markup_is_escaped(family):
    message = Message(
        chat_id=ANNA,
        is_group=False,
        person_id=ANNA,
        first_name="<b>Anna</b>&",
        language="en",
        text="/start",
        message_id=99,
    )

    (reply,) = await family.companion.answer(message)

    assert "<b>Anna" not in reply.text


@pytest.mark.parametrize("digits", ["12", "1", "١٢٣٤", "123456789", "1 2"])
async def test_digits_that_are_no_pin_are_deleted_and_mean_nothing_else(family, digits):
    await family.room.say(ANNA, "Warm the car up to 22 degrees")
    await command(family, ANNA, "pin")

    (told,) = await family.room.say(ANNA, digits)

    assert told.text.startswith("🔢 A PIN has 4 to 8 digits")
    assert told.reply.command is None
    assert family.room.deleted == [told.message_id - 1]
