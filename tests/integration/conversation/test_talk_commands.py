"""Commands: confirmed by the car, at most once, never by a guess or by the wrong person."""

import asyncio
from datetime import timedelta

import pytest

from bot.progress import NotShownError
from intents.models import Intent
from storage import commands
from tests.integration.conversation.family_life import told, told_to

ANNA, BEN, MIA, STRANGER, FAMILY = 1001, 1002, 1003, 1004, -100200300
ONE = "/cars/HESXR1C40PS000001"
COMMAND_PATH = "/remote-control/vehicle/telematics"


async def sent_commands(world):
    seen = await world.control("GET", "/requests?after=0")
    return [it for it in seen if COMMAND_PATH in it["path"]]


async def test_warm_up_is_told_in_three_stages(family):
    (shown,) = await family.room.say(ANNA, "Warm the car up to 22 degrees")
    stages = await family.room.run(shown.reply)

    assert "Sending" in shown.text
    assert "Accepted" in stages[0]
    assert stages[-1].startswith("✅ Climate is on, target 22°C.")
    assert (await family.control("GET", ONE))["climate"] is True


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (
            "Lock the car",
            "✅ Locked.\n#1 confirmed it · just now\nAll doors and windows closed.",
        ),
        (
            "Turn on the passenger's seat heating",
            "✅ Seat heating, passenger seat: 2.\n#1 confirmed it · just now",
        ),
    ],
)
async def test_what_is_done_is_not_said_twice(family, wish, told):
    (shown,) = await family.room.say(ANNA, wish)

    assert (await family.room.run(shown.reply))[-1] == told


async def test_no_charge_begins_without_a_cable_and_it_is_said_at_once(family):
    (shown,) = await family.room.say(ANNA, "Start charging")
    stages = await family.room.run(shown.reply)

    assert stages == [
        "⚠️ Not done: Starting to charge.\n"
        "It is not plugged in. Plug the cable in, then ask me again."
    ]
    assert await sent_commands(family) == []


async def test_a_cable_that_came_since_the_last_frame_is_seen_before_a_charge_is_refused(family):
    await family.room.say(ANNA, "Am I charging?")
    await family.control("PATCH", ONE, {"plugged": True})
    (shown,) = await family.room.say(ANNA, "Start charging")

    assert (await family.room.run(shown.reply))[-1].startswith("✅ Charging.")


async def test_a_frame_from_before_the_cable_refuses_no_charge(family):
    await family.room.say(ANNA, "Am I charging?")
    await family.control("PATCH", ONE, {"online": False, "plugged": True})
    family.clock.advance(600)
    (shown,) = await family.room.say(ANNA, "Start charging")
    await family.room.run(shown.reply)

    assert len(await sent_commands(family)) == 1


async def test_offline_car_is_never_called_done(family):
    await family.control("PATCH", ONE, {"online": False})

    (shown,) = await family.room.say(ANNA, "Defrost the windscreen")
    stages = await family.room.run(shown.reply)

    assert "has not confirmed after 90 s" in stages[-1]
    assert "Last known" in stages[-1]


async def test_unlock_asks_first_and_the_yes_is_good_once(family):
    (asked,) = await family.room.say(ANNA, "Unlock the car")
    (first,) = await family.room.tap(ANNA, asked, "Yes, unlock")
    (second,) = await family.room.tap(ANNA, asked, "Yes, unlock")
    stages = await family.room.run(first)

    assert asked.reply.command is None
    assert first.edit
    assert stages[-1].startswith("✅ Unlocked.")
    assert second.command is None
    assert "already" in second.toast
    assert len(await sent_commands(family)) == 1


async def test_spoken_yes_confirms_and_makes_the_button_useless(family):
    (asked,) = await family.room.say(ANNA, "Unlock the car")
    (said,) = await family.room.say(ANNA, "yes")
    (tapped,) = await family.room.tap(ANNA, asked, "Yes, unlock")

    assert said.reply.command is not None
    assert tapped.command is None


async def test_no_leaves_the_car_alone(family):
    (asked,) = await family.room.say(ANNA, "Open the trunk")
    (reply,) = await family.room.tap(ANNA, asked, "Cancel")
    (late,) = await family.room.say(ANNA, "yes")

    assert "Nothing was done" in reply.text
    assert late.reply.command is None


@pytest.mark.parametrize(("seconds", "acts"), [(59, True), (61, False)])
async def test_a_yes_counts_for_sixty_seconds_of_people(family, seconds, acts):
    (asked,) = await family.room.say(ANNA, "Unlock the car")
    family.people_clock.advance(seconds)

    (reply,) = await family.room.tap(ANNA, asked, "Yes, unlock")

    assert (reply.command is not None) is acts


async def test_other_person_cannot_confirm_in_the_group(family):
    (asked,) = await family.room.say(BEN, "Unlock the car", chat=FAMILY)

    (reply,) = await family.room.tap(ANNA, asked, "Yes, unlock", chat=FAMILY)

    assert reply.command is None
    assert "Only Ben" in reply.toast


@pytest.mark.parametrize(
    "text", ["Lock the car", "Warm the car up to 22 degrees", "Unlock the car"]
)
async def test_guest_may_look_and_not_touch(family, text):
    (shown,) = await family.room.say(MIA, text)

    assert shown.reply.command is None
    assert shown.reply.buttons == ()
    assert "driver" in shown.text


async def test_rights_are_those_of_the_presser_at_the_tap(family):
    (card,) = await family.room.say(BEN, "How is my car?", chat=FAMILY)

    (by_guest,) = await family.room.tap(MIA, card, "Unlock", chat=FAMILY)
    (by_stranger,) = await family.room.tap(STRANGER, card, "Unlock", chat=FAMILY)

    assert "driver" in by_guest.toast
    assert "only for the people" in by_stranger.toast


async def test_removed_driver_holds_dead_buttons(family):
    (asked,) = await family.room.say(BEN, "Unlock the car")
    (question,) = await family.room.say(ANNA, "Remove Ben from the drivers")
    await family.room.tap(ANNA, question, "Yes, remove")

    (reply,) = await family.room.tap(BEN, asked, "Yes, unlock")

    assert reply.command is None


@pytest.mark.parametrize("token", ["", "0" * 22, "x" * 64, "'; drop table buttons; --"])
async def test_forged_button_does_nothing(family, token):
    (reply,) = await family.room.tap_token(ANNA, token, 1, chat=ANNA)

    assert reply.command is None
    assert "do not know this button" in reply.toast


async def test_button_of_another_message_or_chat_does_nothing(family):
    (asked,) = await family.room.say(ANNA, "Unlock the car")
    token = next(iter(asked.tokens.values()))

    (forwarded,) = await family.room.tap_token(ANNA, token, asked.message_id + 50, chat=ANNA)
    (elsewhere,) = await family.room.tap_token(ANNA, token, asked.message_id, chat=FAMILY)

    assert (forwarded.command, elsewhere.command) == (None, None)


async def test_double_tap_at_once_makes_one_command(family):
    (asked,) = await family.room.say(ANNA, "Unlock the car")

    taps = await asyncio.gather(*(family.room.tap(ANNA, asked, "Yes, unlock") for _ in range(8)))

    assert sum(reply.command is not None for replies in taps for reply in replies) == 1


async def test_command_is_sent_once_however_often_it_is_run(family):
    (shown,) = await family.room.say(ANNA, "Lock the car")

    await asyncio.gather(*(family.room.run(shown.reply) for _ in range(4)))

    assert len(await sent_commands(family)) == 1


async def test_second_command_waits_for_the_first(family):
    await family.room.say(ANNA, "Lock the car")

    (second,) = await family.room.say(BEN, "Warm the car up to 22 degrees")

    assert second.reply.command is None
    assert "still busy" in second.text


async def test_lost_answer_is_said_and_never_repeated(family):
    await family.control("POST", "/faults", {"match": COMMAND_PATH, "kind": "reset", "times": 1})

    (shown,) = await family.room.say(ANNA, "Lock the car")
    stages = await family.room.run(shown.reply)

    assert "do not know whether #1 heard me" in stages[-1]
    assert len(await sent_commands(family)) <= 1


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        pytest.param(None, "✅ Locked.\n#1 confirmed it · just now", id="done"),
        pytest.param(
            "code_1402",
            "⚠️ Not done: Locking.\n🔑 Another app took the session of this account.",
            id="refused",
        ),
    ],
)
async def test_outcome_that_cannot_be_shown_is_owed(family, fault, outcome):
    if fault:
        body = {"match": COMMAND_PATH, "kind": fault, "times": 3}
        await family.control("POST", "/faults", body)
    (shown,) = await family.room.say(ANNA, "Lock the car")

    async def closed_chat(_):
        raise NotShownError

    await family.companion.run_command(shown.reply.command.command_id, closed_chat)

    assert (await told_to(family, ANNA)).text.startswith(outcome)
    assert await told(family) == []


async def test_restart_calls_a_begun_command_unknown_and_sends_nothing(family):
    (shown,) = await family.room.say(ANNA, "Lock the car")
    command_id = shown.reply.command.command_id
    async with family.database.transaction() as tx:
        await commands.begin(tx, command_id, family.clock.now())

    await family.companion.resume_commands()
    stages = await family.room.run(shown.reply)

    async with family.database.reading() as tx:
        entry = await commands.get(tx, command_id)
    assert entry.state.value == "lost"
    assert stages == []
    assert await sent_commands(family) == []


@pytest.mark.parametrize(
    ("age", "running", "state"),
    [
        pytest.param(121, False, "lost", id="abandoned by another process"),
        pytest.param(119, False, "sending", id="perhaps still followed by another process"),
        pytest.param(121, True, "sending", id="followed here"),
    ],
)
async def test_a_command_that_somebody_follows_is_left_alone(family, age, running, state):
    (shown,) = await family.room.say(ANNA, "Lock the car")
    command_id = shown.reply.command.command_id
    async with family.database.transaction() as tx:
        await commands.begin(tx, command_id, family.clock.now())
        entry = await commands.get(tx, command_id)

    await family.companion.resume_commands(
        before=entry.created_at + timedelta(seconds=age) - commands.BUSY_FOR,
        running={command_id} if running else (),
    )

    async with family.database.reading() as tx:
        entry = await commands.get(tx, command_id)
    assert entry.state.value == state


async def test_charge_limit_is_confirmed_by_its_own_request(family):
    (shown,) = await family.room.say(ANNA, "Charge to 75 %")
    stages = await family.room.run(shown.reply)

    assert stages[-1].startswith("✅ The charge limit is 75%.")


async def test_horn_is_delivered_not_confirmed(family):
    (shown,) = await family.room.say(ANNA, "Honk the horn")
    stages = await family.room.run(shown.reply)

    assert "sends no confirmation" in stages[-1]


async def test_slash_command_takes_its_argument(family):
    (shown,) = await family.room.say(
        ANNA, "/climate 23", intent=Intent(name="climate_on"), argument="23"
    )

    assert "23°C" in shown.text


async def test_words_in_a_group_that_nobody_said_to_the_bot_refuse_nobody(family):
    overheard = await family.room.say(MIA, "Lock the car", chat=FAMILY, is_addressed=False)
    (offered,) = await family.room.say(BEN, "Lock the car", chat=FAMILY, is_addressed=False)

    assert overheard == []
    assert offered.labels == ["Lock"]
