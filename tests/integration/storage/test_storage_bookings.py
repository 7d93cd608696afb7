"""What a booking is for, its history, and who moves first: on both databases."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from family.bookings import Verb
from family.models import Booking, BookingState, Member, MemberState, Role
from family.permissions import may
from family.slots import BookingError
from storage import bookings, members
from storage.database import Database
from tests.integration.storage.storage_builders import NOW, Family

HOUR = timedelta(hours=1)


def wish(family: Family, start_h: float, end_h: float, **more: object) -> Booking:
    values: dict[str, object] = {
        "booking_id": 0,
        "car_id": family.car_id,
        "person_id": family.ben,
        "starts_at": NOW + start_h * HOUR,
        "ends_at": NOW + end_h * HOUR,
        "state": BookingState.REQUESTED,
        "changed_at": NOW,
    }
    return Booking(**{**values, **more})  # type: ignore[arg-type]


async def add(database: Database, booking: Booking) -> Booking:
    async with database.transaction() as tx:
        return await bookings.add(tx, booking)


async def test_everything_about_a_booking_comes_back(database: Database, family: Family) -> None:
    stored = await add(
        database,
        wish(
            family,
            2,
            4,
            destination="Hamburg",
            distance_km=140.5,
            note="for the dentist",
            is_whole_day=True,
            is_urgent=True,
            sharing_id="s-1",
        ),
    )
    changed = replace(stored, destination=None, distance_km=90.0, series_id=stored.booking_id)

    async with database.transaction() as tx:
        assert await bookings.get(tx, stored.booking_id) == stored
        assert await bookings.find_sharing(tx, family.car_id, "s-1") == stored
        await bookings.describe(tx, changed)
        assert await bookings.list_series(tx, stored.booking_id) == (changed,)


async def test_history_tells_what_a_booking_was(database: Database, family: Family) -> None:
    stored = await add(database, wish(family, 2, 4))
    approved = replace(
        stored, state=BookingState.APPROVED, version=1, decided_by=family.anna, decided_at=NOW
    )

    async with database.transaction() as tx:
        assert await bookings.last_move(tx, stored) is None
        assert await bookings.move(tx, approved, 0, verb=Verb.APPROVE, by=family.anna)
        assert await bookings.last_move(tx, approved) == (stored, family.anna)
        assert not await bookings.move(tx, approved, 0, verb=Verb.APPROVE, by=family.anna)


async def test_clock_finds_what_is_due(database: Database, family: Family) -> None:
    begun = await add(database, wish(family, -1, 1, state=BookingState.APPROVED))
    over = await add(database, wish(family, -3, -2))
    await add(database, wish(family, -6, -5, state=BookingState.ACTIVE))
    await add(database, wish(family, 2, 3, state=BookingState.APPROVED))
    waiting = await add(database, wish(family, 2, 3, state=BookingState.WAITING))

    async with database.reading() as tx:
        assert await bookings.list_due(tx, NOW, limit=9) == (over, begun)
        assert await bookings.cars_waited_for(tx) == (waiting.car_id,)
        assert await bookings.list_held_by(tx, family.ben, NOW) != ()


async def test_of_two_workers_that_give_one_time_away_one_is_refused(
    database: Database, other: Database, family: Family
) -> None:
    first = await add(database, wish(family, 2, 4))
    second = await add(database, wish(family, 3, 5, person_id=family.anna))

    async def approve(of: Database, booking: Booking) -> bool:
        approved = replace(booking, state=BookingState.APPROVED, version=1)
        try:
            async with of.transaction() as tx:
                return await bookings.move(tx, approved, 0, verb=Verb.APPROVE, by=family.anna)
        except BookingError:
            return False

    answers = await asyncio.gather(approve(database, first), approve(other, second))

    assert sorted(answers) == [False, True]


async def test_guest_lives_by_the_booking(database: Database, family: Family) -> None:
    stored = await add(database, wish(family, 2, 4, state=BookingState.APPROVED, person_id=50))
    guest = Member(
        person_id=50, car_id=family.car_id, role=Role.GUEST, booking_id=stored.booking_id
    )

    async with database.transaction() as tx:
        await members.save_member(tx, guest)
        found = await members.get_member(tx, 50, family.car_id)
        coming = await members.get_coming(tx, 50, now=NOW)
        cancelled = replace(stored, state=BookingState.CANCELLED)
        await bookings.move(tx, cancelled, 0, verb=Verb.CANCEL, by=50)
        after = await members.get_member(tx, 50, family.car_id)

    assert found == replace(guest, begins_at=NOW + 1.5 * HOUR, expires_at=NOW + 4 * HOUR)
    assert coming == (found,)
    assert may(found, Role.GUEST, NOW + 2 * HOUR).allowed
    assert after == replace(guest, state=MemberState.EXPIRED)
