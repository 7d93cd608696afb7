"""Answers that are tables: what stands in them, in every language, and as the server reads them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.blocks import Laid, Section
from bot.rendering.blocks import rich_html
from bot.replies import Door
from family.models import Role
from intents.models import Intent
from simulator.telegram.parameters import Parameters
from simulator.telegram.rich.message import read_rich
from simulator.telegram.rich.words import text_of
from storage import members, people
from tests.integration.conversation.test_family_bookings_flow import ask
from tests.integration.conversation.test_talk_split import give_to, trips_of
from tests.unit.simulator_telegram.test_standin_world import make_world

ANNA, BEN, MIA, FAMILY = 1001, 1002, 1003, -100200300
EVIL = "</td><b>Bén & מיכל"


def blocks_of(shown):
    """Return the blocks as the server reads them: it refuses what is not well formed."""
    assert isinstance(shown.reply.text, Laid), shown.text
    html = rich_html(shown.reply.text.blocks)
    return read_rich(make_world(), Parameters({"rich_message": {"html": html}}))["blocks"]


def tables_of(blocks):
    inner = [table for block in blocks for table in tables_of(block.get("blocks", []))]
    return [block["cells"] for block in blocks if block["type"] == "table"] + inner


def words(row):
    return [_spaced(text_of(cell.get("text", ""))) for cell in row]


def _spaced(text):
    return text.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("trips", ["When", "Distance", "Time", "Energy"]),
        ("energy_stats", ["When", "Distance", "Energy"]),
        ("charging_history", ["When", "Charge", "Energy", "Time"]),
        ("month_split", ["Who", "Distance", "Energy"]),
        ("list_cars", ["Car", "Charge", "Range", "As of"]),
        ("find_charger", ["Where", "Distance", "Power", "Free", "Price"]),
    ],
)
async def test_answer_is_a_table(family, name, titles):
    shown, *_ = await family.room.say(ANNA, "", intent=Intent(name=name))

    (head, *rows), *_ = tables_of(blocks_of(shown))
    assert words(head) == titles
    assert rows
    for row in rows:
        line = "• " + " · ".join(word for word in words(row) if word)
        assert line in _spaced(shown.text)
    numbers = [cell["align"] == "right" for cell in head]
    assert [[cell["align"] == "right" for cell in row] for row in rows] == [numbers] * len(rows)


@pytest.mark.parametrize("language", ["de", "fr", "es", "it"])
@pytest.mark.parametrize("name", ["trips", "charging_history", "help"])
async def test_table_has_the_words_of_its_reader(family, language, name):
    async with family.database.transaction() as tx:
        await people.set_person_preferences(tx, ANNA, language=language)
    (english, *_) = await family.room.say(BEN, "", intent=Intent(name=name))

    (shown, *_) = await family.room.say(ANNA, "", intent=Intent(name=name))

    said = str(shown.reply.text.blocks)
    assert blocks_of(shown)
    assert not any(title in said for title in ("'When'", "'Energy'", "Charging'"))
    assert said != str(english.reply.text.blocks)


async def test_miles_and_their_mean_for_who_counts_so(family):
    await family.room.say(ANNA, "Use miles")

    (trips,) = await family.room.say(ANNA, "Show my trips this month")
    (energy,) = await family.room.say(ANNA, "How much energy did I use this month?")

    (_, first, *_), *_ = tables_of(blocks_of(trips))
    assert words(first)[1].endswith(" mi")
    assert " kWh per 100 mi" in _spaced(energy.text)


async def test_energy_is_told_by_day_and_by_person_with_its_cost(family):
    _, trips = await trips_of(family)
    oldest = min(trip.started_at for trip in trips)
    await give_to(family, BEN, oldest - timedelta(hours=1), family.clock.now() - timedelta(days=2))
    await family.room.say(ANNA, "/price", intent=Intent(name="energy_price"), argument="0.30 EUR")

    (shown,) = await family.room.say(ANNA, "How much energy did I use?")

    sections = [block for block in blocks_of(shown) if block["type"] == "details"]
    assert [(text_of(it["summary"]), it["is_open"]) for it in sections] == [
        ("📅 By day", True),
        ("👥 By person", True),
    ]
    days, people_ = (tables_of([section])[0] for section in sections)
    assert words(days[0]) == ["When", "Distance", "Energy", "Cost"]
    assert {words(row)[0] for row in people_[1:]} <= {"Ben", "nobody in particular"}
    spent = [float(words(row)[3].lstrip("€")) for row in days[1:]]
    by_person = [float(words(row)[3].lstrip("€")) for row in people_[1:]]
    assert sum(spent) == pytest.approx(sum(by_person), abs=0.05)


async def test_name_with_markup_is_a_name(family):
    async with family.database.transaction() as tx:
        await people.save_person(
            tx, person_id=BEN, first_name=EVIL, language_code="en", now=family.clock.now()
        )
    await ask(family, ANNA, 1, 10, 14)
    await ask(family, BEN, 2, 10, 14)

    (shown,) = await family.room.say(MIA, "Show me the week plan of the car", chat=FAMILY)

    (_, *rows), *_ = tables_of(blocks_of(shown))
    assert {words(row)[1].strip("\u2068\u2069") for row in rows} >= {"Anna"}
    assert all("<td>" not in part for part in str(shown.reply.text).split(EVIL))


async def test_young_driver_sees_the_cars_and_the_role(family):
    async with family.database.transaction() as tx:
        for _, member in await members.get_cars_of(tx, BEN, now=family.clock.now()):
            await members.save_member(tx, replace(member, role=Role.YOUNG_DRIVER))

    (shown,) = await family.room.say(BEN, "Which cars do I have?", intent=Intent(name="list_cars"))

    (head, *rows), *_ = tables_of(blocks_of(shown))
    assert words(head)[-1] == "You are"
    assert [words(row)[-1] for row in rows] == ["young driver"]


async def test_help_has_a_section_a_group_and_only_what_one_may(family):
    (owner,) = await family.room.say(ANNA, "help")
    (guest,) = await family.room.say(MIA, "help")
    (group,) = await family.room.say(ANNA, "help", chat=FAMILY, is_addressed=True)

    def titles(shown):
        return [it.title for it in shown.reply.text.blocks if isinstance(it, Section)]

    assert len(titles(owner)) == 8
    assert len(titles(guest)) < 8
    assert titles(group) == []
    assert [block["type"] for block in blocks_of(owner)] == ["paragraph"] + ["details"] * 8
    assert str(owner.reply.text).count("<blockquote expandable>") == 8


async def test_voice_hears_no_sections(family):
    (shown,) = await family.room.say(ANNA, "help", door=Door.CALL)

    assert "blockquote" not in shown.reply.text
