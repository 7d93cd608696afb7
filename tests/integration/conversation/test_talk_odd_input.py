"""What nobody should say to a car: a fitting answer or silence, never a crash, never an action."""

import pytest

from storage import commands

ANNA, FAMILY = 1001, -100200300
ODD = {
    "emoji": "🚗🔥😀",
    "an unlocked lock": "🔓",
    "four kilobytes": "unlock the car " * 300,
    "one long word": "x" * 4096,
    "right to left": "\u202eרכב לפתוח את ה\u202c",
    "hebrew": "פתח את הרכב",
    "arabic": "افتح السيارة",
    "markup": "<b>unlock</b> the <i>car</i> & <script>",
    "zero width": "un\u200block\u200d the\ufeff car",
    "newlines": "\n\n\n",
    "combining": "l\u0301" * 900,
    "slash only": "/",
    "unknown command": "/drive_home_alone",
    "sql": "'; DROP TABLE cars; --",
    "fluent": '{ $car } { -term } {"x"}',
    "numbers": "9" * 400,
    "percent": "%s %d %(car)s {0} {car}",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
async def test_odd_words_move_nothing(family, text):
    shown = await family.room.say(ANNA, text)
    overheard = await family.room.say(ANNA, text, chat=FAMILY, is_addressed=False)

    assert all(it.reply.command is None for it in (*shown, *overheard))
    assert all(it.text and len(it.text) < 1000 for it in shown)
    async with family.database.reading() as tx:
        assert await commands.open_commands(tx) == ()
