"""The bot asks for what is missing, and the next words answer, as between people."""

import pytest

from intents.models import Intent
from storage import alert_settings, bookings, cars, geofences

ANNA, BEN, MIA, STRANGER, FAMILY = 1001, 1002, 1003, 1004, -100200300


async def command(world, person, name, **more):
    return await world.room.say(person, f"/{name}", intent=Intent(name=name), **more)


async def test_time_of_a_booking_is_asked_for_and_answered(family):
    (asked,) = await command(family, BEN, "share_request")
    (booked,) = await family.room.say(BEN, "next saturday 10 to 2")

    assert "When do you need it?" in asked.text
    assert "I asked for you" in booked.text
    async with family.database.reading() as tx:
        (booking,) = await bookings.list_open_of(tx, BEN)
    assert (booking.ends_at - booking.starts_at).total_seconds() == 4 * 3600


async def test_owner_writes_another_time_instead_of_tapping_one(family):
    await family.room.say(BEN, "Can I have the car on Saturday from 10 to 2?")
    (shown,) = await family.room.say(ANNA, "/approve", intent=Intent(name="share_approve"))
    await family.room.show_all(await family.room.tap(ANNA, shown, "Another time"), ANNA)
    (told,) = await family.room.say(ANNA, "Sunday 9 to 12")

    assert told.text.startswith("📅 I proposed Sun")
    assert "to Ben" in told.text


async def test_limit_is_asked_for_refused_and_set(family):
    (asked,) = await command(family, ANNA, "set_charge_limit")
    (refused,) = await family.room.say(ANNA, "30")
    (sent,) = await family.room.say(ANNA, "ninety percent")

    assert "from 50 to 100 %" in asked.text
    assert "30" in refused.text
    assert sent.reply.command is not None
    assert "90" in sent.text


async def test_quiet_hours_are_asked_for_and_kept(family):
    await family.room.say(ANNA, "quiet hours")
    await family.room.say(ANNA, "22 to 7")

    async with family.database.reading() as tx:
        settings = await alert_settings.get(tx, ANNA)
    assert (settings.quiet_from.hour, settings.quiet_until.hour) == (22, 7)


async def test_name_waits_while_something_else_is_asked(family):
    await command(family, ANNA, "geofence_create")
    (battery,) = await family.room.say(ANNA, "how full is the battery?")
    (made,) = await family.room.say(ANNA, "Grandma")

    assert "%" in battery.text
    assert "I watch Grandma now" in made.text


async def test_name_may_be_an_order_in_another_language(family):
    await family.room.say(ANNA, "rename the car")
    (renamed,) = await family.room.say(ANNA, "Blitz")

    assert "Blitz" in renamed.text
    assert renamed.reply.command is None


@pytest.mark.parametrize(
    ("wish", "asked"),
    [
        ("change the charging limit", "from 50 to 100 %"),
        ("schedule the climate", "time of day"),
        ("send an address to the car", "Where to?"),
    ],
)
async def test_wish_that_names_no_value_is_asked_about(family, wish, asked):
    (told,) = await family.room.say(ANNA, wish)

    assert asked in told.text
    assert told.reply.asks is not None


async def test_what_nobody_understands_is_not_guessed_in_another_language(family):
    (told,) = await family.room.say(ANNA, "don't lock the car")  # like a question in French letters

    assert not told.reply.is_understood or "?" in told.text
    assert told.reply.location is None
    assert "Home" not in told.text


async def test_yes_and_no_are_no_names(family):
    await command(family, ANNA, "rename_car")
    await family.room.say(ANNA, "yes")
    await family.room.say(ANNA, "no")

    async with family.database.reading() as tx:
        names = [car.name for car in await cars.get_linked_cars(tx, ANNA)]
    assert not {"yes", "no"} & set(names)


async def test_never_mind_ends_the_question(family):
    await command(family, ANNA, "geofence_create")
    await family.room.say(ANNA, "never mind")
    await family.room.say(ANNA, "Grandma")

    async with family.database.reading() as tx:
        fences = await geofences.list_for(tx, (await cars.get_linked_cars(tx, ANNA))[0].car_id)
    assert "Grandma" not in [fence.name for fence in fences]


async def test_answer_that_comes_too_late_is_not_taken(family):
    await command(family, ANNA, "set_charge_limit")
    family.people_clock.advance(301)
    (shown,) = await family.room.say(ANNA, "90")

    assert shown.reply.command is None


async def test_answer_that_was_only_heard_is_confirmed_first(family):
    await command(family, ANNA, "set_charge_limit")
    (shown,) = await family.room.say(ANNA, "ninety", is_heard=True)

    assert shown.reply.command is None
    assert shown.reply.is_question


@pytest.mark.parametrize("person", [BEN, ANNA])
async def test_somebody_else_in_the_group_answers_nothing(family, person):
    await command(family, BEN, "share_request", chat=FAMILY)
    shown = await family.room.say(person, "Saturday 10 to 2", chat=FAMILY, is_addressed=False)

    assert bool(shown) is (person == BEN)


async def test_rights_are_looked_at_when_the_answer_comes(family):
    (asked,) = await command(family, ANNA, "set_charge_limit")
    (one,) = await command(family, MIA, "set_charge_limit")
    shown = await family.room.say(MIA, "90")

    assert "50" in asked.text
    assert "50" not in one.text
    assert all(it.reply.command is None for it in shown)


@pytest.mark.parametrize("name", ["language", "timezone", "units"])
async def test_an_order_in_another_language_is_no_choice_of_a_list(family, name):
    await command(family, ANNA, "language", argument="fr")
    (asked,) = await command(family, ANNA, name)
    (told,) = await family.room.say(ANNA, "how full is the battery?")
    (smiled,) = await family.room.say(ANNA, "😀")

    assert len(asked.labels) > 1
    assert told.text.startswith("🔋 62 %, environ ")
    assert smiled.text == "🙂 Je suis là dès que tu as besoin de la voiture."
