"""People and roles through the conversation: invitations, young drivers, guests, farewells."""

import asyncio
from dataclasses import replace
from hashlib import sha256

import pytest

from bot.localisation import plain
from family.models import BookingState, MemberState, Role
from storage import bookings, invitations, members
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


async def link_of(family, sentence: str) -> str:
    """Invite somebody and return the token of the link."""
    (question,) = await family.room.say(ANNA, sentence)
    (made,) = await family.room.tap(ANNA, question, "Yes")
    return plain(made.text).partition("start=")[2].strip()


async def member_of(family, person: int):
    async with family.database.reading() as tx:
        return await members.get_member(tx, person, await car_of(family))


@pytest.mark.parametrize(
    ("sentence", "role", "word"),
    [
        ("Invite Sam as a driver", Role.DRIVER, "as a driver"),
        ("Invite Sam as a young driver", Role.YOUNG_DRIVER, "as a young driver"),
        ("Invite Sam as an owner", Role.OWNER, "as an owner"),
    ],
)
async def test_link_names_the_role(family, sentence, role, word):
    token = await link_of(family, sentence)

    (welcome,) = await family.room.say(STRANGER, f"/start {token}", argument=token)

    assert word in welcome.text
    assert (await member_of(family, STRANGER)).role is role


async def test_guest_has_one_booking_and_rights_only_around_it(family):
    token = await link_of(family, f"Invite Sam as a guest {on(family, 3, 10, 14)}")
    (welcome,) = await family.room.say(STRANGER, f"/start {token}", argument=token)
    (early,) = await family.room.say(STRANGER, "Is the car locked?")

    (booking,) = await booked(family)
    family.clock.advance((booking.starts_at - family.clock.now()).total_seconds() - 60)
    (during,) = await family.room.say(STRANGER, "Is the car locked?")
    (listed,) = await family.room.say(STRANGER, "Show bookings")
    (refused,) = await family.room.say(STRANGER, "Unlock the car")
    family.clock.advance(4 * 3600 + 120)
    (late,) = await family.room.say(STRANGER, "Is the car locked?")

    assert "is yours" in welcome.text
    assert "Your time with #1" in early.text
    assert "ocked" in during.text
    assert "Sam · booked" in listed.text
    assert "Only" in refused.text
    assert "#1" not in late.text
    assert booking.person_id == STRANGER


async def test_cancelled_booking_ends_the_guest_at_once(family):
    token = await link_of(family, f"Invite Sam as a guest {on(family, 3, 10, 14)}")
    await family.room.say(STRANGER, f"/start {token}", argument=token)
    (booking,) = await booked(family)
    family.clock.advance((booking.starts_at - family.clock.now()).total_seconds() + 60)
    (before,) = await family.room.say(STRANGER, "Is the car locked?")

    async with family.database.transaction() as tx:
        cancelled = replace(booking, state=BookingState.CANCELLED)
        await bookings.move(tx, cancelled, booking.version, verb="cancel", by=ANNA)
    (after,) = await family.room.tap(STRANGER, before, before.labels[0])

    assert after.is_alert
    assert (await member_of(family, STRANGER)).state is MemberState.EXPIRED


async def test_withdrawn_link_lets_nobody_in_and_frees_the_time(family):
    (question,) = await family.room.say(ANNA, f"Invite Sam as a guest {on(family, 3, 10, 14)}")
    (made,) = await family.room.show_all(await family.room.tap(ANNA, question, "Yes"), ANNA)
    token = made.text.partition("start=")[2].strip()

    (gone,) = await family.room.tap(ANNA, made, "Withdraw")
    (refused,) = await family.room.say(STRANGER, f"/start {token}", argument=token)

    assert "not valid any more" in plain(gone.text)
    assert "not valid any more" in refused.text
    assert await states(family) == ["cancelled"]


async def test_thousand_people_race_for_one_link(family):
    token = await link_of(family, "Invite Sam as a driver")
    digest = sha256(token.encode()).hexdigest()
    now = family.people_clock()

    async def take(person: int) -> bool:
        async with family.database.transaction() as tx:
            taken = await invitations.take(tx, digest, person, now=now, at=family.clock.now())
        return taken is not None

    winners = await asyncio.gather(*(take(5000 + number) for number in range(1000)))

    assert sum(winners) == 1


async def test_young_driver_commands_the_car_only_during_a_booking_of_their_own(family):
    async with family.database.transaction() as tx:
        member = await members.get_member(tx, BEN, await car_of(family))
        await members.save_member(tx, replace(member, role=Role.YOUNG_DRIVER))
    (before,) = await family.room.say(BEN, "Lock the car")
    (where,) = await family.room.say(BEN, "Where is the car?")
    await family.room.say(BEN, "Can I have the car for 2 hours?")
    await family.room.tap(ANNA, await told_to(family, ANNA), "Approve")

    (during,) = await family.room.say(BEN, "Lock the car")
    (windows,) = await family.room.say(BEN, "Open the windows")
    (longer,) = await family.room.say(BEN, "Extend my booking by 1 hour")

    assert "while a booking of yours runs" in before.text
    assert "while a booking of yours runs" in where.text
    assert during.reply.command is not None
    assert "Only a driver or owner" in windows.text
    assert "not possible" in longer.text


async def test_removed_member_loses_everything_at_once(family):
    (status,) = await family.room.say(BEN, "Is the car locked?")
    (question,) = await family.room.say(BEN, "Unlock the car")
    await family.room.say(BEN, f"Can I have the car {on(family, 3, 10, 14)}?")
    await told(family)
    (ask,) = await family.room.say(ANNA, "Remove Ben from the drivers")
    (gone,) = await family.room.tap(ANNA, ask, "Yes")

    (old,) = await family.room.tap(BEN, status, status.labels[0])
    (yes,) = await family.room.tap(BEN, question, "Yes")
    spoken = await family.room.say(BEN, "yes")
    (news,) = [it for it in await told(family) if "has ended" in it.text]

    assert "can no longer use" in plain(gone.text)
    assert old.is_alert
    assert yes.is_alert
    assert ["#1" in it.text for it in spoken] in ([], [False])
    assert news.chat_id == BEN
    async with family.database.reading() as tx:
        assert await bookings.list_open_of(tx, BEN) == ()


async def test_invitation_dies_with_the_owner_who_made_it(family):
    car_id = await car_of(family)
    async with family.database.transaction() as tx:
        member = await members.get_member(tx, BEN, car_id)
        await members.save_member(tx, replace(member, role=Role.OWNER))
    (question,) = await family.room.say(BEN, "Invite Sam as a driver")
    (made,) = await family.room.tap(BEN, question, "Yes")
    token = plain(made.text).partition("start=")[2].strip()
    async with family.database.transaction() as tx:
        member = await members.get_member(tx, BEN, car_id)
        await members.save_member(tx, replace(member, state=MemberState.PAUSED))

    (refused,) = await family.room.say(STRANGER, f"/start {token}", argument=token)

    assert "not valid any more" in refused.text
    assert await member_of(family, STRANGER) is None


async def test_pause_and_resume(family):
    (paused,) = await family.room.say(ANNA, "Pause the access of Ben")
    during = await family.room.say(BEN, "Is the car locked?")
    (question,) = await family.room.say(ANNA, "Resume the access of Ben")
    await family.room.tap(ANNA, question, "Yes")
    (after,) = await family.room.say(BEN, "Is the car locked?")

    assert "until you resume it" in paused.text
    assert ["#1" in it.text for it in during] == [False]
    assert "ocked" in after.text


async def test_leaving_cancels_and_tells_the_owner(family):
    await family.room.say(BEN, f"Can I have the car {on(family, 3, 10, 14)}?")
    await told(family)
    (question,) = await family.room.say(BEN, "I want to leave the family")

    (left,) = await family.room.tap(BEN, question, "Yes")
    news = [it.text for it in await told(family) if it.chat_id == ANNA]

    assert "You have left" in plain(left.text)
    assert any("Ben has left #1" in text for text in news)
    assert "runs on your account" in (
        plain(
            (
                await family.room.tap(
                    ANNA, (await family.room.say(ANNA, "I want to leave the family"))[0], "Yes"
                )
            )[0].text
        )
    )


async def test_ownership_changes_hands_only_if_both_want_it(family):
    (question,) = await family.room.say(ANNA, "Transfer the ownership to Ben")
    (offered,) = await family.room.tap(ANNA, question, "Yes")
    assert (await member_of(family, BEN)).role is Role.DRIVER
    offer = await told_to(family, BEN)

    (became,) = await family.room.tap(BEN, offer, "Become owner")
    (news,) = await told(family)

    assert "I asked Ben" in plain(offered.text)
    assert "You are an owner" in plain(became.text)
    assert "Ben is an owner of #1 now" in news.text
    roles = (await member_of(family, ANNA)).role, (await member_of(family, BEN)).role
    assert roles == (Role.DRIVER, Role.OWNER)


async def test_offer_of_an_owner_who_is_none_any_more_is_worth_nothing(family):
    (question,) = await family.room.say(ANNA, "Transfer the ownership to Ben")
    await family.room.tap(ANNA, question, "Yes")
    offer = await told_to(family, BEN)
    async with family.database.transaction() as tx:
        member = await members.get_member(tx, ANNA, await car_of(family))
        await members.save_member(tx, replace(member, role=Role.DRIVER))

    (refused,) = await family.room.tap(BEN, offer, "Become owner")

    assert "not valid any more" in plain(refused.text)
    assert (await member_of(family, BEN)).role is Role.DRIVER


async def test_people_are_listed_with_what_an_owner_can_do(family):
    (owner,) = await family.room.say(ANNA, "Who is in the family of the car?")
    (driver,) = await family.room.say(BEN, "Who is in the family of the car?")
    (group,) = await family.room.say(ANNA, "Who is in the family of the car?", chat=FAMILY)

    assert "Ben · driver" in owner.text
    assert "Pause Ben" in owner.labels
    assert (driver.labels, group.labels) == ([], [])


async def test_account_cannot_be_taken_from_its_holder(family):
    async with family.database.transaction() as tx:
        member = await members.get_member(tx, BEN, await car_of(family))
        await members.save_member(tx, replace(member, role=Role.OWNER))
    (question,) = await family.room.say(BEN, "Remove Anna from the drivers")

    (refused,) = await family.room.tap(BEN, question, "Yes")

    assert "runs on the account of Anna" in plain(refused.text)
    assert (await member_of(family, ANNA)).state is MemberState.ACTIVE


async def test_unknown_person_is_asked_back(family):
    (unknown,) = await family.room.say(ANNA, "Remove Zoe from the drivers")

    assert "I know nobody of that name" in unknown.text
    assert "Ben" in unknown.text
    assert unknown.labels == []
    assert (await member_of(family, MIA)).state is MemberState.ACTIVE
