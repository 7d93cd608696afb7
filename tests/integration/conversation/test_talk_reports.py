"""Journals, surroundings and schedules: asked of the cloud, kept private where they must be."""

import pytest

ANNA, BEN, MIA, FAMILY = 1001, 1002, 1003, -100200300


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Show my trips this month", "trip"),
        ("How far did I drive this month?", "km"),
        ("How far did I drive last month?", "No trips are recorded"),
        ("How much energy did I use this month?", "kWh per 100 km"),
        ("Show my last charging sessions", "kWh"),
        ("Is there a software update?", "update"),
        ("What is the weather like at the car?", "°C at the car"),
        ("Find a charger nearby", "free"),
        ("Charge from 22:00 to 6:00", "from 22:00 to 06:00"),
        ("Warm the car up at 7:30", "07:30 · 21°C"),
    ],
)
async def test_answer_comes_from_the_cloud(family, text, part):
    shown, *_ = await family.room.say(ANNA, text)  # stations follow as places of their own

    assert part in shown.text.replace("\u202f", "").replace("\xa0", "")


async def test_a_time_that_nobody_named_is_told(family):
    shown = [
        (await family.room.say(ANNA, text))[0].text.splitlines()[0]
        for text in ("Show my trips", "Show my trips this week")
    ]

    assert [line.endswith(" trips · last 7 days") for line in shown] == [True, False]


@pytest.mark.parametrize(
    "text", ["Show my trips this month", "Show my last charging sessions", "Find a charger nearby"]
)
async def test_group_gets_none_of_it(family, text):
    shown = await family.room.say(ANNA, text, chat=FAMILY)

    assert {message.reply.only_for for message in shown} == {ANNA}


async def test_guest_may_not_see_the_trips(family):
    (shown,) = await family.room.say(MIA, "Show my trips this month")

    assert "km" not in shown.text
