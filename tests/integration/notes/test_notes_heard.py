"""Voice notes from end to end: espeak-ng speaks, the real bot hears with PocketSphinx."""

import random
from array import array

import pytest

from bot.notes.audio import decode, encode
from tests.integration.notes.conftest import ANNA, FAMILY
from tests.integration.notes.speech import RATE, has_espeak, say, silence

pytestmark = [
    pytest.mark.skipif(not has_espeak, reason="espeak-ng is not here"),
    pytest.mark.slow,
]


async def test_notes_are_heard_asked_about_and_done_only_after_a_tap(start, logged):
    bot = await start("pocketsphinx")

    asked = await bot.send("anna", say("how full is the battery"))
    told = await bot.answer(asked)
    assert told["text"].startswith("🎙 “how full is the battery”\n\n")
    assert "%" in told["text"]

    note = await bot.send("anna", say("lock the car", "en-us+f3"))
    question = await bot.answer(note)
    assert question["text"] == "🎙 “lock the car”\n\nI heard: Lock · #1. Shall I?"
    assert await bot.commands() == 0

    yes = await bot.send("anna", say("yes please"))
    assert "needs a tap" in (await bot.answer(yes))["text"]
    assert await bot.commands() == 0

    await bot.tap("anna", question, "Yes, do it")
    await bot.answer(note, fits=lambda line: line["text"].startswith("✅ Locked."))
    assert await bot.commands() == 1

    for voice in ("en-us", "en-gb-scotland", "en-us+f3"):
        trap = await bot.send("anna", say("do not unlock the car", voice))
        assert (await bot.answer(trap))["text"].startswith("🎙")
    assert await bot.commands() == 1
    assert not any(words in logged() for words in ("battery", "unlock the car", "yes please"))


async def test_what_is_no_sentence_gets_a_fitting_answer(start):
    bot = await start("pocketsphinx")
    dice = random.Random(3)
    hiss = array("h", (round(dice.gauss(0, 60)) for _ in range(2 * RATE))).tobytes()
    good = say("lock the car")
    for sound, duration, answer in (
        (silence(2), 2, "I heard no words"),
        (encode(hiss, RATE), 2, "I heard no words"),
        (bytes(10_000_000), 5, "too long for me"),
        (good, 90, "too long for me"),
        (silence(61), 3, "too long for me"),
        (b"OggS" + good[:40] + bytes(900), 2, "cannot play that recording"),
        (b"no sound at all", 2, "cannot play that recording"),
    ):
        note = await bot.send("anna", sound, duration=duration)
        assert answer in (await bot.answer(note))["text"]
    music = await bot.send("anna", good, kind="audio")
    assert "not to videos or sound files" in (await bot.answer(music))["text"]
    foreign = await bot.send("anna", say("Wie voll ist die Batterie", "de"))
    assert (await bot.answer(foreign))["text"].startswith("🎙")
    assert await bot.commands() == 0


async def test_without_ears_a_note_gets_a_friendly_answer_and_groups_are_left_alone(start):
    bot = await start()
    good = say("lock the car")

    note = await bot.send("anna", good)
    assert "Please write it" in (await bot.answer(note))["text"]

    status = await bot.say("anna", "/status", FAMILY)
    card = await bot.answer(status, chat=FAMILY)
    await bot.send("ben", good, chat=FAMILY)
    reply = await bot.send("ben", good, chat=FAMILY, reply_to=card["message_id"])
    said = await bot.answer(card["message_id"], chat=FAMILY)
    assert said["message_id"] > reply
    assert "Please write it" in said["text"]


async def test_answers_are_spoken_to_those_who_wish_it(start):
    bot = await start("pocketsphinx", "espeak-ng")
    switched = await bot.say("anna", "/voice on")
    assert "I speak my answers" in (await bot.answer(switched))["text"]

    note = await bot.send("anna", say("how full is the battery"))
    spoken = await bot.answer(note, fits=lambda line: "voice" in line)
    async with bot.http.get(f"{bot.url}/sim/telegram/files/{spoken['voice']['file_id']}") as answer:
        sound = await answer.read()
    assert sound.startswith(b"OggS")
    assert len(decode(sound)) > 2 * RATE

    off = await bot.say("anna", "/voice off")
    assert (await bot.answer(off))["text"] == "I answer in writing only."
    quiet = await bot.send("anna", say("how full is the battery"))
    await bot.answer(quiet)
    last = await bot.say("anna", "/cars")
    await bot.answer(last)
    async with bot.http.get(f"{bot.url}/sim/telegram/chats/{ANNA}/transcript") as answer:
        assert sum("voice" in m for m in await answer.json() if m["from"] == "bot") == 1
