"""Accounts, cars, members, invitations and bookings."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from datetime import timedelta

import pytest

from alerts.models import AlertSettings
from family.bookings import Verb
from family.models import Booking, BookingState, Member, MemberState, Role
from family.slots import BookingError, Slot
from smartcloud.models import Region
from storage import accounts, audiences, bookings, cars, geofences, invitations, members, people
from storage.database import Database
from storage.records import AudienceChat, Invitation
from tests.integration.storage.storage_builders import (
    NOW,
    Family,
    add_chat,
    tokens,
    vehicle,
)

HOUR = timedelta(hours=1)


async def test_second_log_in_replaces_the_tokens(database: Database, family: Family) -> None:
    async with database.transaction() as tx:
        await accounts.mark_needs_login(tx, family.account_id)
        again = await accounts.save_account(
            tx, chat_id=family.anna, region=Region.EU, tokens=tokens("second"), now=NOW
        )
        elsewhere = await accounts.save_account(
            tx, chat_id=family.anna, region=Region.INTL, tokens=tokens("third"), now=NOW
        )

    assert (again.account_id, again.needs_login, again.tokens) == (
        family.account_id,
        False,
        tokens("second"),
    )
    async with database.reading() as tx:
        assert await accounts.get_accounts_of(tx, family.anna) == (again, elsewhere)
        assert await accounts.get_account_of(tx, family.anna, Region.INTL) == elsewhere
        assert await accounts.get_account_of(tx, family.ben, Region.EU) is None


async def test_renewed_tokens_end_the_need_to_log_in(database: Database, family: Family) -> None:
    async with database.transaction() as tx:
        await accounts.mark_needs_login(tx, family.account_id)
        await accounts.save_account_quiet(tx, family.account_id, NOW + HOUR, 300)
        await accounts.save_tokens(tx, family.account_id, tokens("renewed"))
        await accounts.save_tokens(tx, 999, tokens("of an account that logged out"))

        account = await accounts.get_account(tx, family.account_id)

    assert account is not None
    assert (account.needs_login, account.tokens) == (False, tokens("renewed"))
    assert (account.quiet_until, account.quiet_window_s) == (NOW + HOUR, 300)


async def test_logging_out_deletes_cars_and_memberships(database: Database, family: Family) -> None:
    async with database.transaction() as tx:
        await accounts.delete_account(tx, family.account_id)

        assert await cars.get_car(tx, family.car_id) is None
        assert await members.get_members(tx, family.car_id) == ()
        account = await accounts.save_account(
            tx, chat_id=family.anna, region=Region.EU, tokens=tokens(), now=NOW
        )
        (car,) = await cars.save_vehicles(tx, account.account_id, [vehicle()], NOW)
    assert account.account_id != family.account_id, "ids are never given twice"
    assert car.car_id != family.car_id


async def test_log_in_pause_outlives_everything(database: Database) -> None:
    async with database.transaction() as tx:
        assert await accounts.get_quiet(tx, Region.EU, "digest") == (None, 0)
        await accounts.save_quiet(tx, Region.EU, "digest", NOW, 120)
        await accounts.save_quiet(tx, Region.EU, "digest", NOW + HOUR, 180)
        assert await accounts.get_quiet(tx, Region.EU, "digest") == (NOW + HOUR, 180)
        assert await accounts.get_quiet(tx, Region.INTL, "digest") == (None, 0)


async def test_car_keeps_its_name_when_the_list_comes_again(
    database: Database, family: Family
) -> None:
    async with database.transaction() as tx:
        assert family.car.name == "#1"
        await cars.rename_car(tx, family.car_id, "Flitzer")
        first, second = await cars.save_vehicles(
            tx,
            family.account_id,
            [vehicle("HESXR1C40PS000009"), replace(vehicle(), colour="red")],
            NOW,
        )

    assert (first.car_id, first.name, first.vehicle.colour) == (family.car_id, "Flitzer", "red")
    assert second.name == "#1"


async def test_audience_and_linked_cars(database: Database, family: Family) -> None:
    async with database.transaction() as tx:
        await people.set_chat_preferences(tx, family.group, language="fr", timezone="Europe/Paris")
        await people.set_person_preferences(tx, family.anna, language="de")
        await cars.link_chat(tx, family.group, family.car_id)
        audience = await audiences.get_audience(tx, family.car_id, NOW)
        linked = await cars.get_linked_cars(tx, family.group)
        await people.pause_chat(tx, family.group, "kicked")
        rest = await audiences.get_audience(tx, family.car_id, NOW)

    group = AudienceChat(
        chat_id=family.group,
        is_group=True,
        language="fr",
        timezone="Europe/Paris",
        settings=AlertSettings(),
    )
    anna = AudienceChat(
        chat_id=family.anna,
        is_group=False,
        language="de",
        timezone="Europe/Berlin",
        settings=AlertSettings(),
    )
    assert audience == (group, anna)
    assert rest == (anna,)
    assert linked == (family.car,)


async def test_cars_of_a_person_follow_the_membership(database: Database, family: Family) -> None:
    ben = Member(person_id=family.ben, car_id=family.car_id, role=Role.DRIVER)

    async def usable(member: Member) -> tuple[Member, ...]:
        async with database.transaction() as tx:
            await members.save_member(tx, member)
            return tuple(m for _, m in await members.get_cars_of(tx, family.ben, now=NOW))

    assert await usable(ben) == (ben,)
    assert await usable(replace(ben, state=MemberState.REVOKED)) == ()
    assert await usable(replace(ben, expires_at=NOW)) == ()
    limited = replace(ben, expires_at=NOW + HOUR)
    assert await usable(limited) == (limited,)


async def test_owners_are_the_active_ones(database: Database, family: Family) -> None:
    async with database.transaction() as tx:
        await members.save_member(
            tx,
            Member(person_id=7, car_id=family.car_id, role=Role.OWNER, state=MemberState.REVOKED),
        )
        assert await members.get_owners(tx, family.car_id) == (family.anna,)
        assert [m.person_id for m in await members.get_members(tx, family.car_id)] == [
            7,
            family.anna,
            family.ben,
        ]
        assert await members.get_member(tx, 8, family.car_id) is None


async def invite(database: Database, family: Family, role: Role = Role.GUEST) -> None:
    async with database.transaction() as tx:
        await invitations.add(
            tx,
            Invitation(
                token_hash="hash",
                car_id=family.car_id,
                role=role,
                expires_at=NOW + HOUR,
                created_by=family.anna,
                label="Mia",
            ),
        )


async def test_first_of_two_people_takes_the_invitation(
    database: Database, other: Database, family: Family
) -> None:
    await invite(database, family)

    async def take(of: Database, person_id: int) -> Member | None:
        async with of.transaction() as tx:
            return await invitations.take(tx, "hash", person_id, now=NOW, at=NOW)

    taken = await asyncio.gather(
        *(take(of, person) for person, of in enumerate([database, other] * 5, start=50))
    )

    winners = [member for member in taken if member is not None]
    assert len(winners) == 1
    async with database.reading() as tx:
        assert await members.get_member(tx, winners[0].person_id, family.car_id) == winners[0]


@pytest.mark.parametrize(
    ("token_hash", "late"), [("unknown", timedelta(0)), ("hash", HOUR)], ids=["unknown", "expired"]
)
async def test_other_invitation_is_refused(
    database: Database, family: Family, token_hash: str, late: timedelta
) -> None:
    await invite(database, family)

    async with database.transaction() as tx:
        assert await invitations.take(tx, token_hash, 50, now=NOW + late, at=NOW) is None


async def test_invitation_never_takes_a_role_away(database: Database, family: Family) -> None:
    await invite(database, family, Role.GUEST)

    async with database.transaction() as tx:
        member = await invitations.take(tx, "hash", family.ben, now=NOW, at=NOW)

    assert member is not None
    assert member.role is Role.DRIVER


async def test_geofence_of_the_same_name_is_moved(database: Database, family: Family) -> None:
    async with database.transaction() as tx:
        home = await geofences.add(tx, family.car_id, "Home", 48.0, 11.0, 200)
        moved = await geofences.add(tx, family.car_id, " hOme", 49.0, 12.0, 300)

        assert moved.geofence_id == home.geofence_id
        assert await geofences.list_for(tx, family.car_id) == (moved,)
        assert not await geofences.delete(tx, family.car_id, "Work")
        assert await geofences.delete(tx, family.car_id, "HOME")
        assert await geofences.list_for(tx, family.car_id) == ()


def wish(family: Family, start_h: float, end_h: float, state: BookingState) -> Booking:
    return Booking(
        booking_id=0,
        car_id=family.car_id,
        person_id=family.ben,
        starts_at=NOW + start_h * HOUR,
        ends_at=NOW + end_h * HOUR,
        state=state,
    )


async def store(database: Database, booking: Booking) -> Booking:
    async with database.transaction() as tx:
        return await bookings.add(tx, booking)


async def test_overlap_with_a_booking_that_holds_the_car_is_refused_with_free_times(
    database: Database, family: Family
) -> None:
    held = await store(database, wish(family, 2, 4, BookingState.APPROVED))

    with pytest.raises(BookingError) as caught:
        await store(database, wish(family, 3, 5, BookingState.REQUESTED))

    assert Slot(NOW + 4 * HOUR, NOW + 17 * HOUR) in caught.value.free_slots
    after = await store(database, wish(family, 4, 5, BookingState.REQUESTED))
    async with database.reading() as tx:
        assert await bookings.list_for(tx, family.car_id, NOW, NOW + 24 * HOUR) == (held, after)
        assert await bookings.list_for(tx, family.car_id, NOW, NOW + 2 * HOUR) == ()
        assert await bookings.list_requested(tx, family.car_id) == (after,)
        assert await bookings.list_open_of(tx, family.ben) == (held, after)
        assert await bookings.get(tx, held.booking_id) == held


async def test_two_owners_decide_and_the_first_counts(
    database: Database, other: Database, family: Family
) -> None:
    asked = await store(database, wish(family, 2, 4, BookingState.REQUESTED))

    async def decide(of: Database, state: BookingState, owner: int) -> bool:
        decided = replace(asked, state=state, decided_by=owner, decided_at=NOW, version=1)
        async with of.transaction() as tx:
            return await bookings.move(tx, decided, asked.version, verb=Verb.APPROVE, by=owner)

    answers = await asyncio.gather(
        decide(database, BookingState.APPROVED, 1), decide(other, BookingState.DECLINED, 2)
    )

    assert sorted(answers) == [False, True]
    async with database.reading() as tx:
        stored = await bookings.get(tx, asked.booking_id)
    assert stored is not None
    assert stored.version == 1
    assert stored.decided_by == (1 if answers[0] else 2)


async def test_two_requests_for_the_same_time_are_never_both_approved(
    database: Database, other: Database, family: Family
) -> None:
    first = await store(database, wish(family, 2, 4, BookingState.REQUESTED))
    second = await store(database, wish(family, 3, 5, BookingState.REQUESTED))

    async def approve(of: Database, booking: Booking) -> bool:
        async with of.transaction() as tx:
            return await bookings.move(
                tx,
                replace(booking, state=BookingState.APPROVED, version=1),
                0,
                verb=Verb.APPROVE,
                by=family.anna,
            )

    outcomes: list[bool | BaseException] = await asyncio.gather(
        _caught(approve(database, first)), _caught(approve(other, second))
    )

    assert sorted(map(repr, outcomes)) == sorted(["True", "BookingError('overlap')"])


async def _caught(move: Awaitable[bool]) -> bool | BaseException:
    try:
        return await move
    except BookingError as error:
        return error


async def test_unknown_booking_does_not_move(database: Database, family: Family) -> None:
    ghost = replace(wish(family, 1, 2, BookingState.APPROVED), booking_id=99)

    async with database.transaction() as tx:
        assert not await bookings.move(tx, ghost, 0, verb=Verb.APPROVE, by=None)


async def test_selected_car_of_a_chat(database: Database, family: Family) -> None:
    async with database.transaction() as tx:
        await people.select_car(tx, family.group, family.car_id)
        chat = await people.get_chat(tx, family.group)
        await add_chat(tx, family.group, "New title")
        renamed = await people.get_chat(tx, family.group)

    assert chat is not None
    assert renamed == replace(chat, title="New title")
    assert renamed.selected_car_id == family.car_id
