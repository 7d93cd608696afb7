"""Answers with pictures, pages and files, drawn from what the cloud's journals really say."""

from xml.etree import ElementTree as ET

import pytest

from intents.models import Intent

ANNA, BEN, FAMILY = 1001, 1002, -100200300
ONE = "HESXR1C40PS000001"
PRICE = Intent(name="energy_price")
PNG = b"\x89PNG\r\n\x1a\n"


def is_picture(shown) -> bool:
    return shown.reply.picture is not None and shown.reply.picture.startswith(PNG)


async def press(family, shown, label):
    (reply,) = await family.room.tap(ANNA, shown, label)
    return reply


@pytest.mark.parametrize(
    "text",
    [
        "How are the tyres?",
        "Show my trips this month",
        "How much energy did I use this month?",
        "Show my last charging sessions",
    ],
)
async def test_answer_has_a_picture(family, text):
    (shown,) = await family.room.say(ANNA, text)

    assert is_picture(shown)


async def test_charge_under_way_is_drawn_and_a_parked_car_is_not(family):
    (parked,) = await family.room.say(ANNA, "Is the car charging?")
    await family.control("PATCH", f"/cars/{ONE}", {"plugged": True, "charging": True})
    family.clock.advance(300)
    (charging,) = await family.room.say(ANNA, "Is the car charging?")

    assert not is_picture(parked)
    assert is_picture(charging)


async def test_refresh_draws_the_picture_anew(family):
    (shown,) = await family.room.say(ANNA, "How are the tyres?")
    family.clock.advance(300)

    reply = await press(family, shown, "Refresh")

    assert reply.edit
    assert reply.picture is not None


async def test_long_lists_turn_their_pages_in_the_same_message(family):
    (shown,) = await family.room.say(ANNA, "Show my trips this month")
    older = await press(family, shown, "Older")
    (again,) = await family.room.show_all([older], ANNA)
    newer = await press(family, again, "Newer")

    assert "Newer" not in " ".join(shown.labels)
    assert older.edit
    assert older.text != shown.reply.text
    assert newer.text == shown.reply.text


async def test_trip_is_shown_and_handed_out_as_a_file(family):
    (shown,) = await family.room.say(ANNA, "Show my trips this month")
    file = await press(family, shown, "GPX")
    card = await press(family, shown, "9 km")

    assert file.document is not None
    track = ET.fromstring(file.document.content)
    assert len(track.findall(".//{http://www.topografix.com/GPX/1/1}trkpt")) > 2
    assert card.picture is not None
    assert [button.text for row in card.buttons for button in row] == ["🗺 GPX file"]


async def test_trip_of_the_group_is_for_the_asker_alone(family):
    (shown,) = await family.room.say(ANNA, "Show my trips this month", chat=FAMILY)
    replies = await family.room.tap(ANNA, shown, "GPX", chat=FAMILY)

    assert [reply.only_for for reply in replies] == [ANNA]


async def test_unknown_price_stays_unknown_and_a_known_one_is_reckoned(family):
    (unknown,) = await family.room.say(ANNA, "How much energy did I use this month?")
    (stored,) = await family.room.say(ANNA, "/price", intent=PRICE, argument="0,35")
    (known,) = await family.room.say(ANNA, "How much energy did I use this month?")
    (asked,) = await family.room.say(ANNA, "What does a kWh cost?")

    assert "/price 0.35" in unknown.text
    assert stored.text == "💶 €0.35 per kWh it is. /energy now shows the cost."
    assert "at €0.35 per kWh" in known.text
    assert asked.text.startswith("💶 €0.35 per kWh.")


@pytest.mark.parametrize("said", ["free", "-1", "35", "0", "0.35 bananas"])
async def test_odd_price_is_refused(family, said):
    (shown,) = await family.room.say(ANNA, "/price", intent=PRICE, argument=said)

    assert shown.text.startswith("A price per kWh looks like this")
