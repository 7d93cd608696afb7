"""Bookings through the conversation: propose, wait, ask urgently, repeat, change, undo, energy."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.bookings.clock import tick
from bot.localisation import plain
from family.models import BookingState, Role
from intents.models import Intent
from storage import bookings, geofences, members
from tests.integration.conversation.family_life import (
    ANNA,
    BEN,
    FAMILY,
    MIA,
    STRANGER,
    booked,
    car_of,
    on,
    states,
    told,
    told_to,
)


async def ask(family, person: int, days: int, start: int, end: int, more: str = "", **said):
    wish = f"Can I have the car {on(family, days, start, end)}{more}?"
    return await family.room.say(person, wish, **said)


async def make_driver(family, person: int, role: Role = Role.DRIVER) -> None:
    async with family.database.transaction() as tx:
        member = await members.get_member(tx, person, await car_of(family))
        await members.save_member(tx, replace(member, role=role))


async def test_counter_proposal_is_taken_with_one_tap(family):
    await ask(family, BEN, 3, 10, 14)
    request = await told_to(family, ANNA)
    (which,) = await family.room.show_all(
        await family.room.tap(ANNA, request, "Another time"), ANNA
    )
    later = next(label for label in which.labels if "14:00–18:00" in label or "–" in label)
    (proposed,) = await family.room.tap(ANNA, which, later)
    news = await told_to(family, BEN)
    (agreed,) = await family.room.tap(BEN, news, "Take it")

    (booking,) = await booked(family)
    assert "I proposed" in plain(proposed.text)
    assert "Anna proposes another time" in news.text
    assert "Agreed" in plain(agreed.text)
    assert (booking.state, booking.decided_by) == (BookingState.APPROVED, ANNA)
    assert booking.starts_at == booking.proposed_starts_at


async def test_who_insists_is_asked_about_again(family):
    await ask(family, BEN, 3, 10, 14)
    request = await told_to(family, ANNA)
    (which,) = await family.room.show_all(
        await family.room.tap(ANNA, request, "Another time"), ANNA
    )
    await family.room.tap(ANNA, which, which.labels[0])
    news = await told_to(family, BEN)

    await family.room.tap(BEN, news, "my time")
    again = await told_to(family, ANNA)

    assert again.text.startswith("📅 Ben asks for #1")
    assert await states(family) == ["requested"]


async def test_taken_time_offers_free_ones_as_buttons(family):
    await ask(family, ANNA, 3, 10, 14)
    (refused,) = await ask(family, BEN, 3, 12, 16)

    (asked,) = await family.room.tap(BEN, refused, refused.labels[0])

    assert "Taken" in refused.text
    assert refused.labels[-2:] == ["Waiting list", "⚠ It is urgent"]
    assert "I asked for you" in plain(asked.text)
    assert await states(family) == ["approved", "requested"]


async def test_freed_time_is_offered_to_who_waits(family):
    await make_driver(family, MIA)
    await ask(family, ANNA, 3, 10, 14)
    (refused,) = await ask(family, BEN, 3, 11, 13)
    await family.room.tap(BEN, refused, "Waiting list")
    (refused,) = await ask(family, MIA, 3, 11, 13)
    await family.room.tap(MIA, refused, "Waiting list")

    await family.room.say(ANNA, "Cancel my booking")
    offer = await told_to(family, BEN)
    (asked,) = await family.room.tap(BEN, offer, "Yes, please")
    request = await told_to(family, ANNA)

    assert "is free now" in offer.text
    assert "I asked for you" in plain(asked.text)
    assert request.text.startswith("📅 Ben asks for #1")
    assert await states(family) == ["cancelled", "requested", "waiting"]


async def test_offer_nobody_takes_goes_on_to_the_next(family):
    await make_driver(family, MIA)
    await ask(family, ANNA, 3, 10, 14)
    for person in (BEN, MIA):
        (refused,) = await ask(family, person, 3, 11, 13)
        await family.room.tap(person, refused, "Waiting list")
    await family.room.say(ANNA, "Cancel my booking")
    await told_to(family, BEN)

    family.clock.advance(31 * 60)
    await tick(family.database, family.clock.now)
    offer = await told_to(family, MIA)

    assert "is free now" in offer.text
    assert await states(family) == ["cancelled", "offered", "offered"]


async def test_urgent_wish_asks_who_has_the_car_first(family):
    await make_driver(family, MIA)
    await ask(family, MIA, 3, 10, 14)
    await family.room.tap(ANNA, await told_to(family, ANNA), "Approve")
    await told(family)
    (refused,) = await ask(family, BEN, 3, 11, 13)
    (asked,) = await family.room.tap(BEN, refused, "urgent")
    question = await told_to(family, MIA)

    await family.room.tap(MIA, question, "Give way")
    messages = {it.chat_id: it for it in await told(family) if "asks for" in it.text}

    assert "Asked urgently" in plain(asked.text)
    assert "Ben needs #1 urgently" in question.text
    assert list(messages) == [ANNA]
    assert await states(family) == ["cancelled", "requested"]


async def test_urgent_wish_ends_if_the_car_is_kept(family):
    await ask(family, ANNA, 3, 10, 14)
    await family.room.say(BEN, f"I need the car urgently {on(family, 3, 11, 13)}")
    question = await told_to(family, ANNA)

    (kept,) = await family.room.tap(ANNA, question, "I need it myself")
    answer = await told_to(family, BEN)

    assert "You keep the car" in plain(kept.text)
    assert "Declined" in answer.text
    assert await states(family) == ["approved", "declined"]


async def test_weekly_wish_is_one_request_and_one_answer(family):
    (asked,) = await family.room.say(BEN, "I need the car every Tuesday 18:00-20:00")
    request = await told_to(family, ANNA)
    (approved,) = await family.room.tap(ANNA, request, "Approve")

    series = await booked(family)
    hours = {it.starts_at.astimezone().hour - it.starts_at.hour for it in series}
    assert "Every week, 8 times" in asked.text
    assert "Every week, 8 times" in request.text
    assert "8 times" in plain(approved.text)
    assert {it.state for it in series} == {BookingState.APPROVED}
    assert {it.series_id for it in series} == {series[0].booking_id}
    assert len(hours) <= 2


async def test_approval_is_undone_within_a_minute_and_not_later(family):
    await ask(family, BEN, 3, 10, 14)
    request = await told_to(family, ANNA)
    (approved,) = await family.room.show_all(await family.room.tap(ANNA, request, "Approve"), ANNA)

    (undone,) = await family.room.tap(ANNA, approved, "Undo")
    assert "Undone" in plain(undone.text)
    assert await states(family) == ["requested"]

    (late,) = await family.room.say(ANNA, "Decline the request")
    family.people_clock.advance(61)
    (refused,) = await family.room.tap(ANNA, late, "Undo")
    assert refused.is_alert
    assert await states(family) == ["declined"]


async def test_undo_is_refused_after_somebody_else_moved_the_booking(family):
    await ask(family, BEN, 3, 10, 14)
    request = await told_to(family, ANNA)
    (approved,) = await family.room.show_all(await family.room.tap(ANNA, request, "Approve"), ANNA)
    await family.room.say(BEN, "Cancel my booking")

    (refused,) = await family.room.tap(ANNA, approved, "Undo")

    assert "cancelled" in plain(refused.text)
    assert await states(family) == ["cancelled"]


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("Extend my booking by 1 hour", 15),
        ("Extend my booking until 18:00", 18),
        ("Extend my booking until 6", 18),
        ("Shorten my booking by 1 hour", 13),
    ],
)
async def test_own_booking_is_made_longer_or_shorter(family, said, end):
    await ask(family, ANNA, 3, 10, 14)

    (changed,) = await family.room.say(ANNA, said)

    assert f"10:00–{end}:00" in changed.text
    assert "Undo" in changed.labels[0]


async def test_extension_into_another_booking_is_refused(family):
    await ask(family, ANNA, 3, 10, 14)
    await ask(family, BEN, 3, 15, 17)
    await family.room.tap(ANNA, await told_to(family, ANNA), "Approve")

    (refused,) = await family.room.say(ANNA, "Extend my booking by 2 hours")

    assert "Taken" in refused.text
    assert (await booked(family))[0].ends_at.astimezone().minute == 0
    assert await states(family) == ["approved", "approved"]


async def test_booking_begins_by_itself_and_ends_with_back(family):
    await family.room.say(BEN, "Can I have the car for 2 hours?")
    await family.room.tap(ANNA, await told_to(family, ANNA), "Approve")
    await tick(family.database, family.clock.now)
    (who,) = await family.room.say(MIA, "Who is on the road with the car?")

    (back,) = await family.room.say(BEN, "I have brought the car back")

    assert "Ben has #1 until" in who.text
    assert "Back" in back.text
    assert await states(family) == ["handed_over"]


async def test_request_that_nobody_answers_expires_and_is_told(family):
    await ask(family, BEN, 1, 10, 14)
    await told(family)

    family.clock.advance(3 * 24 * 3600)
    await tick(family.database, family.clock.now)
    messages = [it for it in await told(family) if it.chat_id == BEN]

    assert ["Nobody answered in time" in it.text for it in messages] == [True]
    assert await states(family) == ["expired"]


async def test_tight_gap_is_pointed_out(family):
    await ask(family, ANNA, 3, 10, 14)

    (asked,) = await ask(family, BEN, 3, 14, 16)

    assert "Little time between this and the booking of Anna" in asked.text


async def test_trip_is_checked_and_the_charging_really_scheduled(family):
    await family.control("PATCH", "/cars/HESXR1C40PS000001", {"soc": 31})
    family.clock.advance(700)
    (asked,) = await ask(family, ANNA, 1, 8, 18, " for 240 km")

    (stored,) = await family.room.tap(ANNA, asked, "⚡ Charge")

    assert "will not do 240 km" in asked.text
    assert "of charging before" in asked.text
    assert "08:00" in plain(stored.text)


async def test_enough_charge_is_said(family):
    await family.control("PATCH", "/cars/HESXR1C40PS000001", {"soc": 90})
    family.clock.advance(700)

    (asked,) = await ask(family, ANNA, 1, 8, 18, " for 40 km")

    assert "is enough for 40 km" in asked.text


async def test_unknown_way_is_asked_once_and_may_be_written(family):
    (asked,) = await ask(family, ANNA, 1, 8, 18, " to Hamburg")
    (answered,) = await family.room.say(ANNA, "140 km")

    (booking,) = await booked(family)
    assert "How far is Hamburg" in asked.text
    assert asked.labels[:4] == ["50 km", "100 km", "200 km", "400 km"]
    assert "140 km" in answered.text
    assert (booking.destination, booking.distance_km) == ("Hamburg", 140)


async def test_way_to_a_place_that_the_family_named_is_known(family):
    async with family.database.transaction() as tx:
        await geofences.add(tx, await car_of(family), "Grandma", 52.0, 10.0, 200)

    (asked,) = await ask(family, ANNA, 1, 8, 18, " to Grandma")

    (booking,) = await booked(family)
    assert "How far" not in asked.text
    assert booking.distance_km > 100


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({"start": "2020-01-01T10:00", "end": "2020-01-01T12:00"}, "over already"),
        ({"start": "2031-01-01T10:00", "end": "2031-01-01T09:00"}, "end has to be after"),
        ({"start": "2061-01-01T10:00", "end": "2061-01-01T12:00"}, "up to a year ahead"),
        ({"start": "rubbish", "end": "2031-01-01T09:00"}, "When do you need it"),
        ({}, "When do you need it"),
    ],
)
async def test_impossible_time_gets_a_clear_answer(family, slots, answer):

    wish = Intent(name="share_request", slots=slots)

    (refused,) = await family.room.say(BEN, "", intent=wish)

    assert answer in refused.text
    assert await states(family) == []


async def test_stranger_learns_nothing_and_guest_cannot_book(family):
    (stranger,) = await ask(family, STRANGER, 3, 10, 14)
    (guest,) = await ask(family, MIA, 3, 10, 14)

    assert "#1" not in stranger.text
    assert "Only a driver or owner" in guest.text
    assert await states(family) == []


async def test_group_hears_no_destination(family):
    replies = await ask(family, ANNA, 1, 8, 18, " to Hamburg", chat=FAMILY)

    public = [it for it in replies if it.reply.only_for is None]
    private = [it for it in replies if it.reply.only_for == ANNA]
    assert ["Hamburg" in it.text for it in public] == [False]
    assert ["How far is Hamburg" in it.text for it in private] == [True]


async def test_week_is_a_list_and_a_picture_in_the_group(family):
    await ask(family, ANNA, 1, 10, 14)

    (week,) = await family.room.say(BEN, "Show me the week plan of the car", chat=FAMILY)

    assert "Anna · booked" in week.text
    assert week.reply.picture is not None


async def test_two_people_tap_for_one_slot_and_one_has_it(family):
    await make_driver(family, MIA, Role.OWNER)
    await ask(family, BEN, 3, 10, 14)
    requests = {it.chat_id: it for it in await told(family)}
    async with family.database.transaction() as tx:
        (first,) = await bookings.list_requested(tx, await car_of(family))
    await ask(family, ANNA, 3, 12, 16)

    (late,) = await family.room.tap(MIA, requests[MIA], "Approve")

    assert "Taken" in plain(late.text)
    assert await states(family) == ["requested", "approved"]
    assert first.ends_at - first.starts_at == timedelta(hours=4)
