"""Who is told of an alert in private: what their role and their membership let them hear."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alerts.ports import AlertStore
from alerts.rules import RULES, least_role
from family.models import Booking, BookingState, Member, MemberState, Role
from storage import bookings, cars, members
from storage.database import Database
from tests.integration.storage.alert_store_builders import opened, poll, take
from tests.integration.storage.storage_builders import NOW, Family, add_chat

MIA = 1003
HOUR = timedelta(hours=1)


async def heard(store: AlertStore, family: Family, *kinds: str) -> dict[str, set[int]]:
    """Return which chats are owed an alert of each kind."""
    await poll(store, *(replace(opened(kind), rule=kind) for kind in kinds))
    owed = await take(store)
    return {kind: {it.chat_id for it in owed if it.kind == kind} for kind in kinds}


async def join(database: Database, family: Family, **more: object) -> None:
    """Mia joins the family of the car, and her private chat hears of it."""
    async with database.transaction() as tx:
        await add_chat(tx, MIA, "Mia")
        member = Member(person_id=MIA, car_id=family.car_id, role=Role.GUEST)
        await members.save_member(tx, replace(member, **more))  # type: ignore[arg-type]
        await cars.link_chat(tx, MIA, family.car_id)


@pytest.mark.parametrize("role", [Role.GUEST, Role.YOUNG_DRIVER, Role.DRIVER, Role.OWNER])
async def test_places_are_for_drivers_and_charging_is_for_all(
    store: AlertStore, database: Database, family: Family, role: Role
) -> None:
    await join(database, family, role=role)

    told = await heard(store, family, "geofence_exit", "left_open", "fault_code")

    everybody = {family.anna, family.group, MIA}
    others = everybody if role >= Role.DRIVER else everybody - {MIA}
    assert told == {"geofence_exit": others, "left_open": everybody, "fault_code": others}


@pytest.mark.parametrize("state", [MemberState.PAUSED, MemberState.REVOKED, MemberState.INVITED])
async def test_without_rights_nothing_is_told(
    store: AlertStore, database: Database, family: Family, state: MemberState
) -> None:
    await join(database, family, role=Role.DRIVER, state=state)

    assert (await heard(store, family, "left_open"))["left_open"] == {family.anna, family.group}


@pytest.mark.parametrize(("starts_in", "is_told"), [(-1, True), (5, False), (-9, False)])
async def test_guest_of_a_booking_hears_while_it_runs(
    store: AlertStore, database: Database, family: Family, starts_in: int, is_told: bool
) -> None:
    async with database.transaction() as tx:
        await add_chat(tx, MIA, "Mia")
        booking = await bookings.add(
            tx,
            Booking(
                booking_id=0,
                car_id=family.car_id,
                person_id=MIA,
                starts_at=NOW + starts_in * HOUR,
                ends_at=NOW + (starts_in + 3) * HOUR,
                state=BookingState.APPROVED,
            ),
        )
    await join(database, family, booking_id=booking.booking_id)

    assert (MIA in (await heard(store, family, "left_open"))["left_open"]) is is_told


def test_what_says_where_the_car_is_is_for_drivers() -> None:
    low = {rule.name for rule in RULES if least_role(rule.name) < Role.DRIVER}

    assert low == {
        "charge_complete",
        "charge_interrupted",
        "plugged_not_charging",
        "battery_low",
        "left_open",
        "climate_running",
    }
