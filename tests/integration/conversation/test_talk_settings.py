"""Language, time zone, units, names, budget and account, each on the real path."""

import pytest

from intents.models import Intent
from storage import alert_settings, people

ANNA, BEN, MIA, STRANGER, FAMILY = 1001, 1002, 1003, 1004, -100200300


async def command(world, person, name, argument="", **more):
    text = f"/{name} {argument}".strip()
    return await world.room.say(person, text, intent=Intent(name=name), argument=argument, **more)


async def test_language_is_chosen_by_button_and_used_at_once_and_later(family):
    (asked,) = await command(family, ANNA, "language")
    (chosen,) = await family.room.tap(ANNA, asked, "Deutsch")
    (later,) = await family.room.say(ANNA, "Is the car locked?")

    assert "Ich spreche jetzt Deutsch" in chosen.text
    assert chosen.edit
    assert "Abgeschlossen" in later.text or "Verriegelt" in later.text


@pytest.mark.parametrize(
    ("said", "answer"), [("german", "Deutsch"), ("français", "Français"), ("klingon", "do not")]
)
async def test_language_behind_the_command(family, said, answer):
    (shown,) = await command(family, ANNA, "language", said)

    assert answer in shown.text


async def test_stranger_can_choose_a_language(family):
    (shown,) = await command(family, STRANGER, "language", "de")

    assert "Deutsch" in shown.text


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Sydney", "Australia/Sydney"),
        ("asia/singapore", "Asia/Singapore"),
        ("new york", "America/New_York"),
    ],
)
async def test_time_zone_moves_times_and_quiet_hours(family, said, zone):
    await command(family, ANNA, "timezone", said)

    async with family.database.reading() as tx:
        person = await people.get_person(tx, ANNA)
        settings = await alert_settings.get(tx, ANNA)
    assert (person.timezone, settings.timezone) == (zone, zone)


async def test_unknown_time_zone_changes_nothing_and_offers_some(family):
    (shown,) = await command(family, ANNA, "timezone", "Entenhausen")

    async with family.database.reading() as tx:
        person = await people.get_person(tx, ANNA)
    assert person.timezone == "Europe/Berlin"
    assert "Sydney" in shown.labels


async def test_miles_are_used_in_answers(family):
    (done,) = await command(family, ANNA, "units", "miles")
    (shown,) = await family.room.say(ANNA, "How far can I drive?")

    assert "miles" in done.text
    assert "mi" in shown.text
    assert "km" not in shown.text


async def test_owner_renames_the_car_for_everybody(family):
    await family.room.say(ANNA, "Rename the car to Flitzer")
    (shown,) = await family.room.say(BEN, "Is the car locked?")

    assert "Flitzer" in shown.text


@pytest.mark.parametrize("name", ["x" * 25, "🚗", "<>"])
async def test_name_that_cannot_be_shown_is_refused(family, name):
    (shown,) = await command(family, ANNA, "rename_car", name)

    assert "most 24" in shown.text


async def test_name_with_markup_is_shown_as_it_is(family):
    (shown,) = await command(family, ANNA, "rename_car", "<b>A&B</b>")

    assert "&lt;b&gt;A&amp;B&lt;/b&gt;" in shown.reply.text


async def test_driver_cannot_rename(family):
    (shown,) = await command(family, BEN, "rename_car", "Bens")

    assert "owner" in shown.text


async def test_budget_counts_what_was_asked_and_says_why(family):
    family.clock.advance(3600)
    (before,) = await command(family, ANNA, "budget")
    await family.room.say(ANNA, "Is the car locked?")
    (after,) = await command(family, ANNA, "budget")

    def number(shown):
        return int(shown.text.split()[1])

    assert number(after) == number(before) + 1
    assert "at most" in after.text


async def test_account_is_asked_what_it_sees(family):
    (shown,) = await command(family, ANNA, "account")

    assert "#1: this account owns it" in shown.text
    assert "second Smart account" in shown.text


async def test_account_that_does_not_answer_says_so(family):
    await family.control("POST", "/faults", {"match": "/", "kind": "http_500", "times": 50})

    (shown,) = await command(family, ANNA, "account")

    assert "could not check" in shown.text


async def test_account_is_not_told_in_a_group(family):
    (shown,) = await command(family, ANNA, "account", chat=FAMILY)

    assert "private" in shown.text


@pytest.mark.parametrize("said", ["how full is the #3", "lock the #3", "unlock the #3"])
async def test_nothing_is_told_of_one_car_or_done_to_it_when_another_is_named(family, said):
    (shown,) = await family.room.say(MIA, said)  # a guest of the #1 alone

    assert shown.text.splitlines()[0] == "Your cars"


async def test_another_car_can_be_logged_in(family):
    wish = Intent(name="login", slots={"car": "#3"})
    (shown,) = await family.room.say(MIA, "log in with my #3", intent=wish)

    assert shown.labels == ["Europe", "International"]
    assert shown.reply.command is None
