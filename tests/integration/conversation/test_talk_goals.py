"""Goals with a time: what can be promised, what is begun, and what is told when it is due."""

from datetime import timedelta

import pytest

from alerts.models import Urgency
from bot.goals import begin_goals, tell_goals
from bot.localisation import Texts, plain
from bot.rendering.alerts import render_delivery
from family.models import Member, MemberState, Role
from storage import members, outbox

ANNA, BEN, FAMILY = 1001, 1002, -100200300
ONE = "HESXR1C40PS000001"


async def car(family, **changes):
    await family.control("PATCH", f"/cars/{ONE}", changes)
    family.clock.advance(120)


async def owed_now(family):
    """Take what the chats are owed."""
    now = family.people_clock()
    async with family.database.transaction() as tx:
        return await outbox.take_pending(
            tx,
            family.clock.now(),
            limit=50,
            lease="test",
            lease_now=now,
            lease_until=now + timedelta(minutes=1),
        )


async def outcome(family):
    """Let the night pass and return what the chat is owed then."""
    parts = family.companion.parts
    await tell_goals(parts)
    await tell_goals(parts)  # a second worker finds nothing
    owed = await owed_now(family)
    rendered = [render_delivery(it, Texts.load()) for it in owed if it.kind == "goal_result"]
    return [plain(reply.text) for reply in rendered]


async def test_plugged_car_begins_and_the_level_is_promised(family):
    await car(family, plugged=True, charging=False, soc=40)

    shown = await family.room.say(ANNA, "70 % tomorrow at 23:00")

    assert "70% by" in shown[0].text
    assert "works." in shown[0].text
    assert "I tell you how it went" in shown[0].text
    assert shown[1].reply.command is not None


async def test_too_short_a_time_is_said_with_what_is_possible(family):
    await car(family, plugged=True, charging=True, soc=20)

    shown = await family.room.say(ANNA, "be at 90 percent in 30 minutes")

    assert "does not work." in shown[0].text
    assert "It will be about 2" in shown[0].text
    assert len(shown) == 1


async def test_unplugged_car_is_told_the_latest_time_for_the_cable(family):
    await car(family, plugged=False, soc=40)

    (shown,) = await family.room.say(ANNA, "70 % tomorrow at 23:00")

    assert "Plug it in by" in shown.text


async def test_limit_below_the_goal_is_offered_to_be_raised(family):
    (shown,) = await family.room.say(ANNA, "88 % tomorrow at 23:00")

    assert shown.labels == ["Charge limit to 90%", "Cancel"]


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"soc": 85}, "✅ 70% by"),
        ({"soc": 40, "plugged": False}, "It is not plugged in."),
        ({"soc": 40, "plugged": True, "charging": True}, "It is still charging."),
        ({"soc": 40, "plugged": True, "charging": False}, "It is plugged in but does not charge."),
    ],
    ids=["reached", "unplugged", "charging", "stopped"],
)
async def test_outcome_is_told_once(family, changes, text):
    await car(family, plugged=False, soc=40)
    await family.room.say(ANNA, "70 % tomorrow at 23:00")
    family.clock.advance(48 * 3600)
    await car(family, **changes)
    family.clock.advance(60)

    told = await outcome(family)

    assert len(told) == 1
    assert text in told[0]


async def test_nothing_is_told_before_the_time(family):
    await family.room.say(ANNA, "70 % tomorrow at 23:00")

    assert await outcome(family) == []


async def test_silent_cloud_makes_the_outcome_unknown(family):
    await family.room.say(ANNA, "70 % tomorrow at 23:00")
    family.clock.advance(48 * 3600)
    fault = {"match": "/vehicle/status", "kind": "http_500", "times": 99}
    await family.control("POST", "/faults", fault)

    (told,) = await outcome(family)

    assert "I cannot tell." in told


async def test_newer_goal_replaces_the_older(family):
    await family.room.say(ANNA, "70 % tomorrow at 23:00")
    await family.room.say(ANNA, "75 % tomorrow at 23:30")
    family.clock.advance(48 * 3600)

    (told,) = await outcome(family)

    assert told.split("%")[0].endswith("75")


async def test_goal_of_somebody_else_stays(family):
    await car(family, plugged=False, soc=40)
    await family.room.say(ANNA, "70 % tomorrow at 23:00")
    await family.room.say(BEN, "75 % tomorrow at 23:30")
    family.clock.advance(48 * 3600)

    await tell_goals(family.companion.parts)
    owed = {it.chat_id: it.details["target"] for it in await owed_now(family)}

    assert owed == {ANNA: 70, BEN: 75}


async def test_cable_for_two_goals_begins_one_charge(family):
    await car(family, plugged=False, soc=40)
    await family.room.say(ANNA, "70 % tomorrow at 23:00")
    await family.room.say(BEN, "75 % tomorrow at 23:30")

    await car(family, plugged=True, charging=False)

    assert len(await steps(family)) == 1
    assert await charge_orders(family) == 1


async def test_warm_car_at_a_time_is_stored_and_followed_up(family):
    (shown,) = await family.room.say(ANNA, "Warm the car up at 7:30")
    family.clock.advance(24 * 3600)

    (told,) = await outcome(family)

    assert "I tell you how it went" in shown.text
    assert "warm" in told


@pytest.mark.parametrize("text", ["80 % last Monday at 6:00", "80 % on Sunday at 6:00"])
async def test_time_beyond_reach_starts_nothing(family, text):
    shown = await family.room.say(ANNA, text)

    assert all(it.reply.command is None for it in shown)


async def test_group_talk_is_not_taken_for_a_wish(family):
    await car(family, plugged=True, charging=False)

    shown = await family.room.say(ANNA, "80 % by 23:00", chat=FAMILY, is_addressed=False)

    assert [it.reply.command for it in shown] == [None]
    assert "Did you mean" in shown[0].text


async def steps(family):
    """Let the next poll come and return what the goals said about it."""
    for known, _ in await cars_of(family):
        if known.vehicle.vin == ONE:
            await family.garage.look_again(known)
    await begin_goals(family.companion.parts)
    await begin_goals(family.companion.parts)  # a second worker, or the next tick
    owed = await owed_now(family)
    kinds = [it for it in owed if it.kind in {"goal_begun", "goal_not_begun"}]
    assert all(it.urgency is Urgency.SECURITY for it in kinds)  # quiet hours do not hold it back
    return [plain(render_delivery(it, Texts.load()).text) for it in kinds]


async def cars_of(family):
    async with family.database.reading() as tx:
        return await members.get_cars_of(tx, ANNA, now=family.clock.now())


async def charge_orders(family):
    """Return how many commands have reached the cloud."""
    seen = await family.control("GET", "/requests?after=0")
    return sum("telematics" in it["path"] and it["method"] == "PUT" for it in seen)


async def test_cable_that_comes_later_begins_the_charge_once(family):
    await car(family, plugged=False, soc=40)
    (promised,) = await family.room.say(ANNA, "70 % tomorrow at 23:00")
    before = await steps(family)

    await car(family, plugged=True, charging=False)
    begun = await steps(family)
    await car(family, plugged=True, charging=False)
    await begin_goals(family.companion.parts)

    assert "I start the charge by myself" in promised.text
    assert before == []
    assert [it.split(" for ")[0] for it in begun] == ["🔌 #1 is plugged in, so I started charging"]
    assert await charge_orders(family) == 1


async def test_stop_meanwhile_keeps_a_goal_from_beginning(family):
    await car(family, plugged=False, soc=40)
    await family.room.say(ANNA, "70 % tomorrow at 23:00")
    (asked,) = await family.room.say(ANNA, "Stop charging")
    (stopped,) = await family.room.show_all(await family.room.tap(ANNA, asked, "Yes"), ANNA)
    await family.room.run(stopped.reply)
    orders = await charge_orders(family)

    await car(family, plugged=True, charging=False)

    assert await steps(family) == []
    assert await charge_orders(family) == orders


async def test_who_was_removed_begins_nothing(family):
    await car(family, plugged=False, soc=40)
    await family.room.say(ANNA, "70 % tomorrow at 23:00")
    await car(family, plugged=True, charging=False)
    async with family.database.transaction() as tx:
        for it, _ in await members.get_cars_of(tx, ANNA, now=family.clock.now()):
            await members.save_member(
                tx,
                Member(
                    person_id=ANNA,
                    car_id=it.car_id,
                    role=Role.OWNER,
                    state=MemberState.REVOKED,
                ),
            )
    async with family.database.reading() as tx:
        assert await members.get_cars_of(tx, ANNA, now=family.clock.now()) == ()

    await begin_goals(family.companion.parts)

    assert await charge_orders(family) == 0


async def test_cancel_that_gives_up_the_goal_that_was_just_set(family):
    await car(family, plugged=False, soc=40)
    await family.room.say(ANNA, "70 % tomorrow at 23:00")

    (shown,) = await family.room.say(ANNA, "cancel that")
    (again,) = await family.room.say(ANNA, "cancel that")
    await car(family, plugged=True)
    await begin_goals(family.companion.parts)
    family.clock.advance(2 * 86400)

    assert shown.text.startswith("Cancelled: 70% by ")
    assert shown.text.endswith(", 23:00.")
    assert again.text == "There is nothing to cancel."
    assert await outcome(family) == []


async def test_button_gives_up_a_warm_car_also_in_the_cloud(family):
    (set_,) = await family.room.say(ANNA, "Have the car warm at 17:30")
    family.clock.advance(60)
    before = await family.control("GET", f"/cars/{ONE}")
    (reply,) = await family.room.tap(ANNA, set_, "Cancel")
    family.clock.advance(60)
    after = await family.control("GET", f"/cars/{ONE}")

    assert set_.labels == ["Cancel"]
    assert before["plans"]["warm"] is not None
    assert after["plans"]["warm"] is None
    assert plain(reply.text) == "Cancelled: #1 is not warmed up at 17:30."
    assert await outcome(family) == []


async def test_a_goal_that_is_charged_for_says_that_the_charge_goes_on(family):
    await car(family, plugged=True, charging=True, soc=40)
    (shown, *_) = await family.room.say(ANNA, "70 % tomorrow at 23:00")
    (reply,) = await family.room.tap(ANNA, shown, "Cancel")

    assert plain(reply.text).splitlines()[1] == "The charge that is running goes on."
    assert [it.text for row in reply.buttons for it in row] == ["Stop charging"]


async def test_the_goal_of_another_day_is_not_what_cancel_means(family):
    await car(family, plugged=False, soc=40)
    await family.room.say(ANNA, "70 % tomorrow at 23:00")
    family.people_clock.advance(3600)

    (shown,) = await family.room.say(ANNA, "cancel that")

    assert shown.text.startswith("No question is open.")
    assert shown.reply.command is None


async def test_several_goals_are_shown_and_one_is_given_up(family):
    await car(family, plugged=False, soc=40)
    await family.room.say(ANNA, "70 % tomorrow at 23:00")
    await family.room.say(ANNA, "Have the car warm at 17:30")
    family.people_clock.advance(3600)

    (shown,) = await family.room.say(ANNA, "cancel that")
    (ended,) = await family.room.tap(ANNA, shown, "70%")
    family.people_clock.advance(3600)
    (left,) = await family.room.say(ANNA, "cancel that")

    assert sorted(label.partition(" by ")[0] for label in shown.labels) == [
        "⚡ #1: 70%",
        "🌡 #1: 21°C",
    ]
    assert [label.partition(" by ")[0] for label in left.labels] == ["🌡 #1: 21°C"]
    assert plain(ended.text).startswith("Cancelled: 70% by ")


async def test_asking_for_the_goals_ends_none(family):
    await car(family, plugged=False, soc=40)
    (none,) = await family.room.say(ANNA, "what goals are there")
    await family.room.say(ANNA, "70 % tomorrow at 23:00")

    (shown,) = await family.room.say(ANNA, "what goals are there")
    (again,) = await family.room.say(ANNA, "show my goals")

    assert none.text.startswith("No goal is planned.")
    assert shown.text.startswith("These goals are planned")
    assert [label.partition(" by ")[0] for label in again.labels] == ["⚡ #1: 70%"]


async def test_all_goals_are_not_one(family):
    await car(family, plugged=False, soc=40)
    await family.room.say(ANNA, "Have the car warm at 17:30")
    await family.room.say(ANNA, "70 % tomorrow at 23:00")

    (shown,) = await family.room.say(ANNA, "cancel all my goals")

    assert shown.text.startswith("These goals are planned")
    assert len(shown.labels) == 2
