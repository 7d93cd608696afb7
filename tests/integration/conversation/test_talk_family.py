"""Bookings, places and alert switches: what the family arranges by talking."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alerts.models import Change, DeliveryState, SendResult
from bot.localisation import Texts, plain
from bot.rendering.alerts import render_delivery
from storage import alert_settings, bookings, episodes, geofences, members

ANNA, BEN, MIA, STRANGER, FAMILY = 1001, 1002, 1003, 1004, -100200300
WISH = "Can I have the car on Saturday from 10 to 2?"


async def owed(world):
    """Take what the outbox owes, rendered, by chat."""
    store = episodes.AlertStoreSql(world.database)
    now = world.clock.now() + timedelta(seconds=1)
    return await store.take_pending(now, limit=50, lease="test", lease_now=now, lease_until=now)


async def car_id_of(world):
    async with world.database.reading() as tx:
        ((car, _),) = await members.get_cars_of(tx, BEN, now=world.clock.now())
    return car.car_id


async def show_delivery(world, delivery):
    reply = render_delivery(delivery, Texts.load())
    (shown,) = await world.room.show_all([reply], delivery.chat_id)
    return shown


async def test_request_goes_to_the_owner_with_two_buttons(family):
    (shown,) = await family.room.say(BEN, WISH)
    (delivery,) = await owed(family)
    message = await show_delivery(family, delivery)

    assert "I asked for you" in shown.text
    assert delivery.chat_id == ANNA
    assert message.text.startswith("📅 Ben asks for #1: Sat")
    assert message.labels == ["✅ Approve", "Decline", "Another time"]


async def test_approval_tells_the_person_who_asked(family):
    await family.room.say(BEN, WISH)
    (delivery,) = await owed(family)
    message = await show_delivery(family, delivery)

    (decided,) = await family.room.tap(ANNA, message, "Approve")
    (told,) = [it for it in await owed(family) if it.kind == "share_decided"]

    assert decided.edit
    assert plain(decided.text).startswith("✅ Approved: Ben")
    assert told.chat_id == BEN
    assert "You have #1" in plain(render_delivery(told, Texts.load()).text)


async def test_first_answer_counts(family):
    await family.room.say(BEN, WISH)
    (delivery,) = await owed(family)
    message = await show_delivery(family, delivery)
    await family.room.tap(ANNA, message, "Decline")

    (late,) = await family.room.tap(ANNA, message, "Approve")

    assert "Decided already: declined" in plain(late.text)


async def test_other_owners_messages_are_edited(family):
    car_id = await car_id_of(family)
    async with family.database.transaction() as tx:
        owner = await members.get_member(tx, ANNA, car_id)
        await members.save_member(tx, replace(owner, person_id=MIA))
    await family.room.say(BEN, WISH)
    to_anna, to_mia = sorted(await owed(family), key=lambda it: it.chat_id)
    message = await show_delivery(family, to_anna)
    store = episodes.AlertStoreSql(family.database)
    await store.record_sent(
        [
            SendResult(delivery=it, state=DeliveryState.SENT, message_id=number)
            for number, it in enumerate((to_anna, to_mia), start=71)
        ]
    )

    await family.room.tap(ANNA, message, "Approve")
    closed = [it for it in await owed(family) if it.change is Change.CLOSED]

    assert [(it.chat_id, it.edits) for it in closed] == [(to_mia.chat_id, 72)]
    assert "approved by Anna" in render_delivery(closed[0], Texts.load()).text


async def test_driver_cannot_approve_with_a_borrowed_button(family):
    await family.room.say(BEN, WISH)
    (delivery,) = await owed(family)
    message = await show_delivery(family, delivery)
    token = next(iter(message.tokens.values()))

    (reply,) = await family.room.tap_token(BEN, token, message.message_id, chat=BEN)

    assert "do not know this button" in reply.toast
    async with family.database.reading() as tx:
        waiting = await bookings.list_requested(tx, await car_id_of(family))
    assert len(waiting) == 1


async def test_overlap_is_refused_with_free_slots(family):
    await family.room.say(ANNA, WISH)

    (shown,) = await family.room.say(BEN, "Can I have the car on Saturday from 12 to 16?")

    assert "Taken" in shown.text
    assert "Free around it" in shown.text
    assert "14:00" in shown.text


async def test_owner_books_at_once_and_everybody_sees_it(family):
    (booked,) = await family.room.say(ANNA, WISH)
    (listed,) = await family.room.say(MIA, "Who has the car on Saturday?")

    assert "Booked" in booked.text
    assert "Anna · booked" in listed.text


async def test_cancelling_frees_the_car(family):
    await family.room.say(ANNA, WISH)

    (cancelled,) = await family.room.say(ANNA, "Cancel my booking")
    (listed,) = await family.room.say(ANNA, "Show bookings", intent=None)

    assert "Cancelled" in cancelled.text
    assert "Anna · booked" not in listed.text


async def test_guest_cannot_book(family):
    (shown,) = await family.room.say(MIA, WISH)

    assert "Only a driver or owner" in shown.text


async def test_spoken_approval_shows_the_request_with_buttons(family):
    await family.room.say(BEN, WISH)

    (shown,) = await family.room.say(ANNA, "Approve the request")
    (decided,) = await family.room.tap(ANNA, shown, "Approve")

    assert "Approved: Ben" in plain(decided.text)


async def test_place_is_drawn_around_the_car_listed_and_removed(family):
    (made,) = await family.room.say(ANNA, "Create a geofence called home with 500 metres")
    (listed,) = await family.room.say(ANNA, "Which geofences are there?")
    (asked,) = await family.room.say(ANNA, "Delete the geofence home")
    (gone,) = await family.room.tap(ANNA, asked, "Yes, remove")

    async with family.database.reading() as tx:
        assert await geofences.list_for(tx, await car_id_of(family)) == ()
    assert "500" in made.text
    assert "home" in listed.text.lower()
    assert "removed" in gone.text


async def test_place_of_the_car_is_named_in_private_only(family):
    await family.room.say(ANNA, "Create a geofence called home with 500 metres")

    (private,) = await family.room.say(ANNA, "How is my car?")
    (public,) = await family.room.say(ANNA, "How is my car?", chat=FAMILY)

    assert "home" in private.text.lower()
    assert "home" not in public.text.lower()


async def test_quiet_hours_are_kept(family):
    (shown,) = await family.room.say(ANNA, "Quiet hours from 22:00 to 7:00")

    async with family.database.reading() as tx:
        settings = await alert_settings.get(tx, ANNA)
    assert "22:00" in shown.text
    assert (settings.quiet_from.hour, settings.quiet_until.hour) == (22, 7)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Switch off low battery alerts", "battery_low"),
        ("Don't tell me when charging is complete", "charge_complete"),
    ],
)
async def test_alert_is_switched_off(family, text, rule):
    await family.room.say(ANNA, text)

    async with family.database.reading() as tx:
        settings = await alert_settings.get(tx, ANNA)
    assert rule in settings.disabled


async def test_owner_lends_a_car_to_a_new_group(family):
    group = -100300400
    (offer,) = await family.room.say(ANNA, "/start", chat=group)
    ((linked),) = await family.room.tap(ANNA, offer, "Use #1 here")
    (answer,) = await family.room.say(BEN, "Is the car locked?", chat=group)

    assert "can ask me here" in linked.text
    assert "Locked" in answer.text


async def test_driver_cannot_lend_the_car_to_a_group(family):
    assert await family.room.say(BEN, "/start", chat=-100300401) == []


async def test_help_names_only_what_somebody_may_do(family):
    (owner,) = await family.room.say(ANNA, "help")
    (guest,) = await family.room.say(MIA, "help")

    assert "Where is the car?" in owner.text
    assert "Where is the car?" not in guest.text
    assert "Can I have the car" not in guest.text
    assert "Is the car locked?" in guest.text
