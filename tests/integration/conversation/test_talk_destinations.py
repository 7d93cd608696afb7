"""Places to go to: known ones are sent, shown ones are offered, guesses never leave."""

import pytest

from storage import geofences

ANNA, BEN, MIA, FAMILY = 1001, 1002, 1003, -100200300
PLACE = (48.2, 11.5)


async def home(family):
    async with family.database.transaction() as tx:
        await geofences.add(tx, 1, "Home", 48.1287, 11.6024, 200)


async def sent(family):
    seen = await family.control("GET", "/requests?after=0")
    return sum("send-to-car" in it["path"].lower() or "poi" in it["path"].lower() for it in seen)


async def test_known_place_is_sent_and_honestly_told(family):
    await home(family)

    (shown,) = await family.room.say(ANNA, "Navigate to home")

    assert shown.text.startswith("🧭 Home is on its way to #1.")
    assert "no confirmation" in shown.text


async def test_unknown_place_is_never_guessed(family):
    await home(family)

    (shown,) = await family.room.say(ANNA, "Navigate to Atlantis")

    assert shown.text.startswith("I know no place called Atlantis, and I do not guess.")
    assert "Home" in shown.text


async def test_unknown_place_where_none_is_known(family):
    (shown,) = await family.room.say(ANNA, "Navigate to the airport")

    assert "I know no place called the airport" in shown.text
    assert "I know:" not in shown.text


async def test_shown_place_is_offered_and_sent_once(family):
    (shown,) = await family.room.say(ANNA, "", location=PLACE)
    (first,) = await family.room.tap(ANNA, shown, "Send to the car")
    (second,) = await family.room.tap(ANNA, shown, "Send to the car")

    assert shown.labels == ["🧭 Send to the car", "📍 Watch this place"]
    assert "Shared place" in first.text
    assert second.silent


async def test_shown_place_gets_a_name_and_is_watched(family):
    (shown,) = await family.room.say(ANNA, "", location=PLACE)
    await family.room.tap(ANNA, shown, "Watch")
    (made,) = await family.room.say(ANNA, "  Grandma's   house ")
    (listed,) = await family.room.say(ANNA, "/fences", intent=None)

    assert "Grandma's house" in made.text
    async with family.database.reading() as tx:
        (fence,) = await geofences.list_for(tx, 1)
    assert (fence.name, fence.latitude, fence.longitude) == ("Grandma's house", *PLACE)
    assert listed.text


async def test_question_in_between_is_no_name(family):
    (shown,) = await family.room.say(ANNA, "", location=PLACE)
    await family.room.tap(ANNA, shown, "Watch")
    (answer,) = await family.room.say(ANNA, "How full is the battery?")

    assert "%" in answer.text


@pytest.mark.parametrize(("person", "labels"), [(BEN, ["🧭 Send to the car"]), (MIA, [])])
async def test_offer_follows_the_role(family, person, labels):
    (shown,) = await family.room.say(person, "", location=PLACE)

    assert shown.labels == labels


async def test_place_shown_to_a_group_is_not_for_us(family):
    assert await family.room.say(ANNA, "", chat=FAMILY, location=PLACE, is_addressed=False) == []


async def test_chargers_are_places_with_what_is_known(family):
    listed, *venues = await family.room.say(ANNA, "Find a charger nearby")

    assert listed.text.splitlines()[0] == "🔌 Charge points near the car:"
    assert "free" in listed.text.splitlines()[1]
    assert len(venues) == 3
    assert venues[0].reply.venue is not None
    assert venues[0].labels == ["🧭 Send to the car"]
    (reply,) = await family.room.tap(ANNA, venues[0], "Send")
    assert "is on its way to" in reply.text


async def test_chargers_of_the_group_are_for_the_asker_alone(family):
    shown = await family.room.say(ANNA, "Find a charger nearby", chat=FAMILY)

    assert {it.reply.only_for for it in shown} == {ANNA}
