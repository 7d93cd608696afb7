"""Logging in and out, invitations, and leaving no secret behind."""

from random import Random

import pytest

from alerts.poller import poll_due_cars
from storage import accounts, episodes, members

ANNA, BEN, MIA, STRANGER, FAMILY = 1001, 1002, 1003, 1004, -100200300


async def log_in(world, email, password, person=ANNA):
    (asked,) = await world.room.say(person, "log in")
    await world.room.show_all(await world.room.tap(person, asked, "Europe"), person)
    (email_reply,) = await world.room.say(person, email)
    (reply,) = await world.room.say(person, password)
    return email_reply, reply


async def test_log_in_lists_the_cars_and_deletes_both_messages(world):
    email_reply, reply = await log_in(world, "anna@example.com", "Anna-drives-1")

    assert len(email_reply.reply.delete_message_ids) == 1
    assert len(reply.reply.delete_message_ids) == 1
    assert "deleted" in email_reply.text
    assert "Logged in" in reply.text
    assert "#1" in reply.text
    assert "#5" in reply.text


async def test_car_answers_right_after_the_log_in(world):
    await log_in(world, "anna@example.com", "Anna-drives-1")

    (shown,) = await world.room.say(ANNA, "How full is the battery?")

    assert "%" in shown.text


async def test_wrong_password_says_so_and_starts_again(world):
    _, wrong = await log_in(world, "anna@example.com", "not-it")
    (email_reply,) = await world.room.say(ANNA, "anna@example.com")
    (right,) = await world.room.say(ANNA, "Anna-drives-1")

    assert "did not accept" in wrong.text
    assert len(wrong.reply.delete_message_ids) == 1
    assert "password" in email_reply.text
    assert "Logged in" in right.text


async def test_secrets_are_nowhere_in_the_database(world, tmp_path):
    await log_in(world, "anna@example.com", "Anna-drives-1")

    raw = b"".join(path.read_bytes() for path in tmp_path.glob("companion.db*"))

    for secret in (b"Anna-drives-1", b"anna@example.com", b"HESXR1C40PS000001"):
        assert secret not in raw


async def test_dialog_ends_after_ten_minutes(world):
    (asked,) = await world.room.say(ANNA, "log in")
    await world.room.tap(ANNA, asked, "Europe")
    world.people_clock.advance(601)

    (shown,) = await world.room.say(ANNA, "anna@example.com")

    assert "password" not in shown.text


async def test_cancel_ends_the_dialog(world):
    (asked,) = await world.room.say(ANNA, "log in")
    await world.room.tap(ANNA, asked, "Europe")

    (cancelled,) = await world.room.say(ANNA, "never mind")
    (after,) = await world.room.say(ANNA, "anna@example.com")

    assert "Cancelled" in cancelled.text
    assert after.reply.delete_message_ids == ()


async def test_group_is_led_to_the_private_chat(family):
    (shown,) = await family.room.say(ANNA, "log in", chat=FAMILY)

    ((button,),) = shown.reply.buttons
    assert button.url == "https://t.me/smart_companion_bot?start=login"


async def test_quiet_window_of_an_account_name_holds_without_asking_the_cloud(world):
    await world.control(
        "POST", "/faults", {"match": "accounts.login", "kind": "http_403", "times": 9}
    )
    _, first = await log_in(world, "anna@example.com", "Anna-drives-1")
    await world.control("DELETE", "/faults")
    before = len(await world.control("GET", "/requests?after=0"))

    _, second = await log_in(world, "anna@example.com", "Anna-drives-1")

    assert "wants a pause" in first.text
    assert "wants a pause" in second.text
    assert len(await world.control("GET", "/requests?after=0")) == before


async def test_log_out_asks_then_forgets_the_car(family):
    (asked,) = await family.room.say(ANNA, "Log out")
    (reply,) = await family.room.tap(ANNA, asked, "Yes, log out")
    (after,) = await family.room.say(ANNA, "How full is the battery?")

    assert "Logged out" in reply.text
    assert "%" not in after.text


async def make_link(world):
    (asked,) = await world.room.say(ANNA, "Invite Sam as a driver")
    (reply,) = await world.room.tap(ANNA, asked, "Yes, make the link")
    return reply.text.rpartition("start=")[2].strip()


async def test_invitation_makes_the_first_a_driver_and_nobody_else(family):
    token = await make_link(family)

    (first,) = await family.room.say(STRANGER, f"/start {token}", argument=token)
    (second,) = await family.room.say(STRANGER, f"/start {token}", argument=token)
    (answer,) = await family.room.say(STRANGER, "Is the car locked?")

    assert len(token) >= 22
    assert "as a driver" in first.text
    assert "not valid" in second.text
    assert "Locked" in answer.text


@pytest.mark.parametrize("token", ["nonsense", "A" * 22])
async def test_invented_invitation_is_refused(family, token):
    (shown,) = await family.room.say(STRANGER, f"/start {token}", argument=token)

    assert "not valid" in shown.text


async def test_invitation_ends_after_two_days(family):
    token = await make_link(family)
    family.people_clock.advance(48 * 3600 + 1)

    (shown,) = await family.room.say(STRANGER, f"/start {token}", argument=token)

    assert "not valid" in shown.text


async def test_driver_cannot_invite(family):
    (shown,) = await family.room.say(BEN, "Invite Sam as a driver")

    assert "owner" in shown.text
    assert shown.reply.buttons == ()


async def test_removed_driver_is_a_stranger(family):
    (asked,) = await family.room.say(ANNA, "Remove Ben from the drivers")
    await family.room.tap(ANNA, asked, "Yes, remove")

    (shown,) = await family.room.say(BEN, "Where is the car?")

    assert "private companion" in shown.text
    async with family.database.reading() as tx:
        assert await members.get_cars_of(tx, BEN, now=family.clock.now()) == ()


async def test_lost_session_is_told_to_the_asker_and_once_by_the_outbox(family):
    fault = {"match": "/", "kind": "code_1402", "times": 500}
    family.clock.advance(3600)
    await family.control("POST", "/faults", fault)

    (shown,) = await family.room.say(ANNA, "How full is the battery?")
    store = episodes.AlertStoreSql(family.database)
    for _ in range(3):
        family.clock.advance(1)
        clock = family.clock.now
        await poll_due_cars(store, family.garage, clock, wall_clock=clock, rng=Random(1))
    now = family.clock.now()
    owed = await store.take_pending(now, limit=50, lease="test", lease_now=now, lease_until=now)

    assert "log in again" in shown.text
    assert [it.chat_id for it in owed if it.kind == "session_lost"] == [ANNA]
    async with family.database.reading() as tx:
        (account,) = await accounts.get_accounts_of(tx, ANNA)
    assert account.needs_login
