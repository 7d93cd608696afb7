"""A smile, a thumb, a place on the map: what people send when they do not write."""

import pytest

from intents.models import Intent
from storage import geofences, members

ANNA, BEN, MIA, FAMILY = 1001, 1002, 1003, -100200300
CAFE = {"location": (48.1371, 11.5754), "place_name": "Café <b>Lock</b> & Co"}


@pytest.mark.parametrize("sign", ["👍", "❤️", "👍🏽 🙏", "😀"])
async def test_smile_is_answered_kindly_and_not_in_a_group(family, sign):
    (told,) = await family.room.say(ANNA, sign)
    overheard = await family.room.say(ANNA, sign, chat=FAMILY)

    assert told.text == "🙂 I'm here whenever you need the car."
    assert overheard == []


async def test_thumb_is_no_yes_and_leaves_the_question_open(family):
    await family.room.say(ANNA, "Unlock the car")
    (told,) = await family.room.say(ANNA, "👍")
    (unlocking,) = await family.room.say(ANNA, "yes 👍")

    assert told.text == "Is that a yes? Then press the button above, or write “yes”."
    assert told.reply.command is None
    assert unlocking.reply.command is not None


async def test_no_with_a_smile_is_a_no(family):
    await family.room.say(ANNA, "Unlock the car")

    (told,) = await family.room.say(ANNA, "no 🙂")

    assert told.text.startswith("Cancelled.")


@pytest.mark.parametrize("place", [CAFE, {"location": CAFE["location"]}], ids=["named", "plain"])
async def test_place_on_the_map_answers_where_to(family, place):
    navigate = {"intent": Intent(name="send_destination")}
    await family.room.say(BEN, "/navigate", **navigate)
    (sent,) = await family.room.say(BEN, "", **place)
    (offered,) = await family.room.say(BEN, "", **place)

    name = place.get("place_name", "Shared place")
    assert sent.text.startswith(f"🧭 {name} is on its way to #1.")
    car = await family.control("GET", "/cars/HESXR1C40PS000001")
    assert car["destination"]["name"] == name
    assert offered.labels == ["🧭 Send to the car"]


async def test_named_place_is_watched_by_its_name(family):
    (offered,) = await family.room.say(ANNA, "", **CAFE)
    (made,) = await family.room.tap(ANNA, offered, "Watch this place")

    assert offered.text == "📍 Café <b>Lock</b> & Co: what shall I do with this place?"
    assert "Café" in made.text
    async with family.database.reading() as tx:
        ((car, _), *_) = await members.get_cars_of(tx, MIA, now=family.clock.now())
        fences = await geofences.list_for(tx, car.car_id)
    assert [fence.name for fence in fences] == ["Café <b>Lock</b> & Co"]


async def test_guest_cannot_send_a_place(family):
    (refused,) = await family.room.say(MIA, "/navigate", intent=Intent(name="send_destination"))
    (told,) = await family.room.say(MIA, "", **CAFE)

    assert refused.text == "Only a driver or owner of #1 can do that."
    assert "needs more rights" in told.text


@pytest.mark.parametrize("key", ["unread-foreign", "unread-caption"])
async def test_what_is_not_read_is_said(family, key):
    (told,) = await family.room.say(ANNA, "", unheard=key)

    assert told.text == family.companion.parts.texts.format(key, "en", {})
