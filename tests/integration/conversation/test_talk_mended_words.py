"""A message that is edited: a question is answered anew, an order is only offered."""

import pytest

from intents.models import Intent
from storage import commands

ANNA, MIA, STRANGER = 1001, 1003, 1004


async def mend(world, person, text, **more):
    return await world.room.say(person, text, is_edited=True, **more)


async def open_commands(world):
    async with world.database.reading() as tx:
        return await commands.open_commands(tx)


async def test_mended_question_is_answered(family):
    (told,) = await mend(family, ANNA, "How full is the battery?")

    assert told.text.startswith("🔋 62%")


@pytest.mark.parametrize(
    ("text", "more", "label"),
    [
        ("Lock the car", {}, "Lock"),
        ("Warm the car up to 22 degrees", {}, "Warm up: 22°C"),
        ("Unlock the car", {}, "Unlock"),
        ("/lock", {"intent": Intent(name="lock")}, "Lock"),
    ],
)
async def test_mended_order_is_only_offered(family, text, more, label):
    (offered,) = await mend(family, ANNA, text, **more)

    assert offered.text == "Did you mean …?"
    assert offered.labels == [label]
    assert await open_commands(family) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [("Unlock the car", "yes"), ("/pin", "2468"), ("/pin", "How full is the battery?")],
)
async def test_mended_words_answer_no_question_of_the_bot(family, before, after):
    intent = Intent(name="pin") if before == "/pin" else None
    await family.room.say(ANNA, before, intent=intent)

    assert await mend(family, ANNA, after) == []
    assert await open_commands(family) == ()


@pytest.mark.parametrize(
    ("person", "text"),
    [(ANNA, "asdf"), (ANNA, "😀"), (STRANGER, "How full is the battery?"), (MIA, "Lock the car")],
)
async def test_other_mended_words_are_left_alone(family, person, text):
    assert await mend(family, person, text) == []
