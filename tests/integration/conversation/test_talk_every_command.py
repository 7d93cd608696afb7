"""Every slash command of the catalogue gets an answer, of an owner and of a stranger."""

from intents.catalogue import load_catalogue
from intents.models import Intent

ANNA, STRANGER = 1001, 1004
SPECS = [spec for spec in load_catalogue() if spec.command]


async def test_every_command_answers_an_owner(family):
    silent = []
    for spec in SPECS:
        shown = await family.room.say(
            ANNA, f"/{spec.command}", intent=Intent(name=spec.name), argument=""
        )
        if not any(it.text or it.reply.command for it in shown):
            silent.append(spec.command)
        family.clock.advance(300)

    assert silent == []


async def test_no_command_tells_a_stranger_of_a_car(family):
    told = []
    for spec in SPECS:
        shown = await family.room.say(
            STRANGER, f"/{spec.command}", intent=Intent(name=spec.name), argument=""
        )
        if not shown or any("#1" in it.text or it.reply.command for it in shown):
            told.append(spec.command)

    assert told == []
