"""Journals of a month that is named: what was driven, used and charged in it, and nothing else."""

from datetime import timedelta

import pytest

from storage import members

ANNA = 1001
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


async def trips_and_charges(world):
    async with world.database.reading() as tx:
        ((car, _), *_) = await members.get_cars_of(tx, ANNA, now=world.clock.now())
    account = await world.garage.account(car.account_id)
    now = world.clock.now()
    trips = await account.trips.get_trips(car.vehicle, now - timedelta(days=40), now, pause_s=0)
    return trips, await account.charging.get_records(car.vehicle)


def of_month(items, now, back):
    """Return the name of the month some days ago, and what began in it."""
    assert items
    month = (now - timedelta(days=back)).month
    return MONTHS[month - 1], [item for item in items if item.started_at.month == month]


def lines_of(shown):
    return [line for line in shown.text.splitlines() if "·" in line]


@pytest.mark.parametrize("back", [0, 31], ids=["this month by its name", "the month before"])
async def test_trips_of_a_month(family, back):
    trips, _ = await trips_and_charges(family)
    month, expected = of_month(trips, family.clock.now(), back)

    (shown,) = await family.room.say(ANNA, f"Show my trips for {month}")

    if not expected:
        assert shown.text.startswith("No trips are recorded for that time")
    else:
        assert len(lines_of(shown)) == min(len(expected), 10)


@pytest.mark.parametrize("back", [0, 31, 90], ids=["this month", "the month before", "long ago"])
async def test_charging_sessions_of_a_month(family, back):
    _, charges = await trips_and_charges(family)
    month, expected = of_month(charges, family.clock.now(), back)

    (shown,) = await family.room.say(ANNA, f"charging sessions in {month}")

    if not expected:
        assert shown.text == "No charging sessions are recorded for that time."
    else:
        assert shown.text.startswith("🔌 Charging sessions:")
        assert len(lines_of(shown)) == min(len(expected), 10)
