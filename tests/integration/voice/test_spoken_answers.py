"""Every answer that a voice gives, in every language: short, and nothing that cannot be said."""

import re

import pytest

from bot.replies import Door, Message
from bot.voice.speech import LONGEST
from intents.catalogue import load_catalogue
from intents.models import Intent
from tests.integration.voice.conftest import ANNA

pytestmark = pytest.mark.asyncio(loop_scope="module")

LANGUAGES = ("en", "de", "fr", "es", "it")
SAID = re.compile(r"[^<>\U0001f000-\U0001faff\u2190-\u2bff\ufe0f•·|_*#`/\\{}\[\]]+")
UNITS = re.compile(
    r"\d[\s\u00a0\u202f]*(?:%|°|€|£|km|kWh|kW|min\b|Min\.|Std\.|h\b|m\b|V\b|mi\b|kg)"
)
SLOTS = {
    "set_charge_limit": {"percent": 80},
    "climate_on": {"temperature": 22.0},
    "set_seat_heating": {"seat": "driver", "level": 2},
    "set_seat_ventilation": {"seat": "driver", "level": 2},
    "find_car": {"mode": "both"},
    "alert_threshold": {"percent": 30},
    "geofence_create": {"name": "home", "radius": 500.0},
    "share_extend": {"duration": 60},
    "share_shorten": {"duration": 60},
    "switch_car": {"car": "#3"},
}


async def speech(house, language: str, intent: str) -> str:
    turn = await house.app.voice.say(
        Message(
            chat_id=ANNA,
            is_group=False,
            person_id=ANNA,
            first_name="Anna",
            language=language,
            intent=Intent(name=intent, slots=SLOTS.get(intent, {})),
            door=Door.SPEAKER,
            is_heard=True,
        ),
        within_s=20,
    )
    return turn.speech


def faults(words: str) -> list[str]:
    """Return what is wrong with an answer for the ear."""
    found = []
    if not words.strip():
        found.append("silent")
    if len(words) > LONGEST:
        found.append("too long")
    if not SAID.fullmatch(words):
        found.append("signs " + "".join(sorted(set(SAID.sub("", words)))))
    if unit := UNITS.search(words):
        found.append("unit " + unit.group())
    if not words.rstrip().endswith((".", "!", "?", "…")):
        found.append("no end")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_answer_can_be_said(house, language):
    wrong = {}
    for spec in load_catalogue():
        said = await speech(house, language, spec.name)
        if found := faults(said):
            wrong[spec.name] = (found, said)

    assert wrong == {}
