"""Nobody is asked for a yes to what cannot be; and a question is over once it is answered."""

import pytest

from intents.models import Intent
from storage import geofences, members

ANNA, BEN, MIA, FAMILY = 1001, 1002, 1003, -100200300
PLACES = ("Home", "<b>Grandma</b> & *_[co]`")


async def command(world, name, argument=""):
    text = f"/{name} {argument}".strip()
    return await world.room.say(ANNA, text, intent=Intent(name=name), argument=argument)


async def watch(family, names=PLACES):
    async with family.database.transaction() as tx:
        ((car, _), *_) = await members.get_cars_of(tx, MIA, now=family.clock.now())
        for name in names:
            await geofences.add(tx, car.car_id, name, 48.1, 11.5, 200.0)
    return car.car_id


async def names_of(family, car_id):
    async with family.database.reading() as tx:
        return {fence.name for fence in await geofences.list_for(tx, car_id)}


@pytest.mark.parametrize(
    ("said", "asked"),
    [("", "Which place shall I remove?"), ("Mars", "There is no place called Mars.")],
)
async def test_place_that_is_not_named_is_chosen_and_then_confirmed(family, said, asked):
    car_id = await watch(family)

    (which,) = await command(family, "geofence_delete", said)
    pressed = await family.room.tap(ANNA, which, "Grandma")
    (sure,) = await family.room.show_all(pressed, ANNA)
    await family.room.tap(ANNA, sure, "Yes, remove")

    assert which.text.startswith(asked)
    assert set(which.labels) == set(PLACES)
    assert sure.text.startswith("Remove the place <b>Grandma</b> & *_[co]`?")
    assert await names_of(family, car_id) == {"Home"}


async def test_place_may_also_be_said_in_the_next_words(family):
    await watch(family)

    await command(family, "geofence_delete")
    (sure,) = await family.room.say(ANNA, "home")

    assert sure.text.startswith("Remove the place home?")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("\u202eMoscow", "Moscow"),
        ("\u202eבית של סבתא", "\u2068בית של סבתא\u2069"),
        ("Zoë", "Zoë"),
    ],
)
async def test_name_turns_no_words_around(family, name, shown):
    await watch(family, (name,))

    (places,) = await command(family, "geofence_list")

    assert places.text == f"Places of #1\n• {shown} (200 m)"


async def test_without_places_there_is_nothing_to_remove(family):
    (told,) = await command(family, "geofence_delete")

    assert told.text.startswith("There is no place yet.")


@pytest.mark.parametrize("name", ["remove_driver", "transfer_ownership"])
async def test_nobody_is_asked_about_somebody_unknown(family, name):
    (unknown,) = await command(family, name, "Zoe")
    (nobody,) = await command(family, name)
    (known,) = await family.room.say(ANNA, "Ben")

    assert unknown.text == "I know nobody of that name at #1. The people are: Ben and Mia."
    assert "Ben and Mia" in nobody.text
    assert [it.labels for it in (unknown, nobody)] == [[], []]
    assert known.labels[-1] == "Cancel"


async def test_digital_key_without_a_name_is_chosen(family):
    (which,) = await command(family, "key_revoke")

    assert "the person" not in which.text
    assert "Cancel" not in which.labels


async def test_language_that_was_tapped_is_no_open_question_any_more(family):
    (asked,) = await command(family, "language")
    await family.room.tap(ANNA, asked, "English")

    (told,) = await family.room.say(ANNA, "klingon")

    assert "do not speak" not in told.text


@pytest.mark.parametrize("words", ["no, the #5", "and the windows?", "cancel the goal"])
async def test_other_words_are_no_language(family, words):
    await command(family, "language")

    (told,) = await family.room.say(ANNA, words)

    assert "do not speak" not in told.text


@pytest.mark.parametrize(
    ("words", "answer"), [("klingon", "I do not speak that"), ("auf Deutsch", "Deutsch")]
)
async def test_languages_are_still_answers(family, words, answer):
    await command(family, "language")

    (told,) = await family.room.say(ANNA, words)

    assert answer in told.text


async def test_wish_that_is_said_anew_is_no_open_question_any_more(family):
    await command(family, "charge_goal")
    await family.room.say(ANNA, "Charge to 80 % by tomorrow 7:00")

    (told,) = await family.room.say(ANNA, "cancel that")

    assert "80%" in told.text
