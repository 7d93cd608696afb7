"""Fridge, fragrance and locker: told apart by what the car has, confirmed by what it says."""

import pytest

ANNA = 1001
ONE = "HESXR1C40PS000001"


async def fit(family, *names):
    await family.control("PATCH", f"/cars/{ONE}", {"fitted": list(names)})


@pytest.mark.parametrize(
    ("text", "what"),
    [("Turn the fridge on", "fridge"), ("Is the locker closed?", "locker")],
)
async def test_car_without_it_says_so_and_nothing_is_sent(family, text, what):
    (shown,) = await family.room.say(ANNA, text)

    assert shown.text == f"#1 Premium has no {what}."
    assert shown.reply.command is None


async def test_fridge_is_confirmed_by_its_own_service(family):
    await fit(family, "fridge")
    (shown,) = await family.room.say(ANNA, "Turn the fridge on")

    stages = await family.room.run(shown.reply)

    assert stages[-1].startswith("✅ The fridge is on.")


async def test_fragrance_is_confirmed_by_the_status(family):
    (shown,) = await family.room.say(ANNA, "Turn the fragrance on")

    stages = await family.room.run(shown.reply)

    assert stages[-1].startswith("✅ The fragrance is on.")


async def test_locker_tells_lid_and_lock(family):
    await fit(family, "locker")

    (shown,) = await family.room.say(ANNA, "Is the locker closed?")

    assert shown.text == "The locker is closed.\n🔒 Locked"
