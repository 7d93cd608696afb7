"""What was only heard never does anything by itself: a tap of the same person does."""

import pytest

ANNA, BEN = 1001, 1002


async def test_heard_question_is_answered_at_once(family):
    (shown,) = await family.room.say(ANNA, "how full is the battery", is_heard=True)

    assert "%" in shown.text
    assert "Shall I" not in shown.text


@pytest.mark.parametrize(
    ("said", "asked", "yes"),
    [
        ("warm it up to 22", "I heard: Warm up: 22°C · #1. Shall I?", "✅ Yes, do it"),
        ("lock the car", "I heard: Lock · #1. Shall I?", "✅ Yes, do it"),
        ("alerts off", "I heard: Alerts off · #1. Shall I?", "✅ Yes, do it"),
        ("unlock the car", "🔓 Unlock #1?", "Yes, unlock"),
    ],
)
async def test_heard_action_asks(family, said, asked, yes):
    (shown,) = await family.room.say(ANNA, said, is_heard=True)

    assert (shown.text, shown.labels) == (asked, [yes, "Cancel"])
    assert shown.reply.command is None


async def test_heard_action_is_done_after_the_tap(family):
    (asked,) = await family.room.say(ANNA, "lock the car", is_heard=True)
    (by_ben,) = await family.room.tap(BEN, asked, "Yes", chat=ANNA)
    (reply,) = await family.room.tap(ANNA, asked, "Yes")

    assert by_ben.command is None
    assert (await family.room.run(reply))[-1].startswith("✅ Locked.")


@pytest.mark.parametrize("said", ["lock the car", "unlock the car"])
async def test_heard_yes_is_no_tap_and_leaves_the_question_open(family, said):
    (asked,) = await family.room.say(ANNA, said, is_heard=True)
    (heard,) = await family.room.say(ANNA, "yes", is_heard=True)
    (tapped,) = await family.room.tap(ANNA, asked, "Yes")

    assert heard.text.startswith("That needs a tap")
    assert heard.reply.command is None
    assert tapped.command is not None


async def test_heard_no_closes_the_question(family):
    (asked,) = await family.room.say(ANNA, "unlock the car", is_heard=True)
    (heard,) = await family.room.say(ANNA, "no", is_heard=True)
    (tapped,) = await family.room.tap(ANNA, asked, "Yes")

    assert heard.text == "Cancelled. Nothing was done."
    assert tapped.command is None


async def test_secrets_are_typed(family):
    await family.room.say(ANNA, "/pin", intent=None)
    (asked,) = await family.room.say(ANNA, "set a pin")
    (heard,) = await family.room.say(ANNA, "one two three four 1234", is_heard=True)

    assert asked.text.startswith("🔢")
    assert heard.text.startswith("⌨️ Please type that.")
