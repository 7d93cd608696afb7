"""Questions about the car: answered first, dated by the car, asked of the cloud only when stale."""

import pytest

ANNA, BEN, MIA, STRANGER, FAMILY = 1001, 1002, 1003, 1004, -100200300


@pytest.mark.parametrize(
    ("text", "first_line"),
    [
        ("Is the car locked?", "Locked"),
        ("How full is the battery?", "%"),
        ("How far can I drive?", "km"),
        ("Are the windows closed?", "closed"),
        ("Is the car charging?", "lugged in"),
        ("How are the tyre pressures?", "Tyres"),
        ("What does the odometer say?", "odometer"),
        ("Is the climate running?", "Climate"),
        ("Are there any warnings?", "attention"),
    ],
)
async def test_answer_comes_first_and_is_dated(family, text, first_line):
    (shown,) = await family.room.say(ANNA, text)

    answer, dated, *_ = shown.text.splitlines()
    assert first_line in answer
    assert dated.startswith("🕒 #1 · ")
    assert "🔄 Refresh" in shown.labels


async def test_fresh_data_cost_no_request(family):
    before = await family.status_requests()

    await family.room.say(ANNA, "How full is the battery?")
    await family.room.say(BEN, "Is the car locked?")

    assert await family.status_requests() == before


async def test_stale_data_cost_one_request(family):
    before = await family.status_requests()
    family.clock.advance(120)

    await family.room.say(ANNA, "How full is the battery?")
    await family.room.say(BEN, "Is the car locked?")

    assert await family.status_requests() == before + 1


async def test_refresh_edits_the_message_with_new_data(family):
    (shown,) = await family.room.say(ANNA, "How full is the battery?")
    family.clock.advance(600)
    await family.control("PATCH", "/cars/HESXR1C40PS000001", {"soc": 41})

    (reply,) = await family.room.tap(ANNA, shown, "Refresh")

    assert reply.edit
    assert "41" in reply.text.splitlines()[0]


async def test_silent_cloud_shows_the_last_data_and_says_why(family):
    family.clock.advance(3600)
    await family.control(
        "POST", "/faults", {"match": "/vehicle/status", "kind": "http_500", "times": 9}
    )

    (shown,) = await family.room.say(ANNA, "How full is the battery?")

    assert "%" in shown.text.splitlines()[0]
    assert "nothing newer came" in shown.text
    assert "does not answer" in shown.text


async def test_place_is_native_in_private(family):
    (shown,) = await family.room.say(ANNA, "Where is the car?")

    assert shown.reply.location is not None


async def test_group_never_sees_the_place(family):
    (shown,) = await family.room.say(BEN, "Where is the car?", chat=FAMILY)

    assert shown.reply.only_for == BEN
    assert shown.reply.location is not None
    assert shown.reply.when_aside is not None
    assert shown.reply.when_closed is not None


async def test_status_card_offers_the_next_steps(family):
    (shown,) = await family.room.say(ANNA, "How is my car?")

    assert shown.labels == ["🔄 Refresh", "🔓 Unlock", "🌡 Warm up", "📍 Where"]


async def test_group_card_names_no_vin_place_or_plate(family):
    (shown,) = await family.room.say(ANNA, "How is my car?", chat=FAMILY)

    assert "HES" not in shown.text
    assert shown.reply.location is None


async def test_answer_is_in_the_persons_language(world):
    (shown,) = await world.room.say(STRANGER, "/start", language="de-AT")

    assert "privater Begleiter" in shown.text


async def test_unknown_words_get_help_and_do_nothing(family):
    (shown,) = await family.room.say(ANNA, "the moon is made of cheese, said the fox")

    assert shown.reply.command is None
    assert shown.labels


async def test_long_message_gets_a_friendly_answer(family):
    (shown,) = await family.room.say(ANNA, "please " * 800)

    assert "long message" in shown.text


async def test_out_of_range_names_the_limits(family):
    (shown,) = await family.room.say(ANNA, "Warm the car up to 45 degrees")

    assert "16" in shown.text
    assert "30" in shown.text
    assert shown.reply.command is None


async def test_stranger_gets_one_short_answer_then_silence(family):
    first = await family.room.say(STRANGER, "Where is the car?")
    second = await family.room.say(STRANGER, "Unlock the car")

    assert "private companion" in first[0].text
    assert second == []


async def test_stranger_in_the_group_gets_nothing(family):
    assert await family.room.say(STRANGER, "Where is the car?", chat=FAMILY) == []


async def test_chatter_in_a_group_is_left_alone(family):
    said = [
        await family.room.say(ANNA, text, chat=FAMILY, is_addressed=False)
        for text in ("What shall we eat tonight?", "thanks", "lol", "Ben, can you lock the car?")
    ]

    assert said == [[], [], [], []]


async def test_overheard_command_asks_before_it_moves_the_car(family):
    (shown,) = await family.room.say(BEN, "Lock the car", chat=FAMILY, is_addressed=False)

    assert shown.reply.command is None
    assert shown.labels == ["Lock"]


async def test_list_and_switch_of_cars(family):
    (shown,) = await family.room.say(ANNA, "Which cars do I have?")
    label = next(label for label in shown.labels if "#5" in label)

    (switched,) = await family.room.tap(ANNA, shown, label)
    (answer,) = await family.room.say(ANNA, "How full is the battery?")

    assert "#5" in switched.text
    assert "#5" in answer.text


async def test_guest_is_shown_no_step_that_only_drivers_may_take(family):
    (shown,) = await family.room.say(MIA, "How is my car?")
    (drivers,) = await family.room.say(BEN, "How is my car?")

    assert shown.labels == ["🔄 Refresh"]
    assert drivers.labels == ["🔄 Refresh", "🔓 Unlock", "🌡 Warm up", "📍 Where"]


async def test_who_may_not_ask_for_the_place_does_not_read_its_name_on_the_card(family):
    await family.room.say(ANNA, "Create a geofence called Grandma with 500 metres")
    (shown,) = await family.room.say(MIA, "How is my car?")
    (drivers,) = await family.room.say(BEN, "How is my car?")

    assert drivers.text.splitlines()[-1] == "📍 At Grandma"
    assert "Grandma" not in shown.text


async def test_a_car_that_is_named_without_a_question_before_is_the_one_told_of(family):
    (shown,) = await family.room.say(ANNA, "what about the #5?")

    assert shown.text.splitlines()[1] == "🕒 #5 · just now"
