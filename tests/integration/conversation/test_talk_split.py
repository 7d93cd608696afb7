"""Who drove how much: by who had the car, by correction, with its cost, and as a table."""

import csv
from datetime import timedelta
from io import StringIO

from bot.actions.costs import drivers_of
from bot.actions.exchange import open_exchange
from bot.localisation import plain
from bot.rendering.journal_pictures import energy
from bot.replies import Message
from family.handover import Handover
from family.models import Booking, BookingState
from intents.models import Intent
from storage import bookings, handovers, members

ANNA, BEN, MIA = 1001, 1002, 1003


async def trips_of(world):
    """Return the car, and its trips of the week as the cloud tells them."""
    async with world.database.reading() as tx:
        ((car, _),) = await members.get_cars_of(tx, BEN, now=world.clock.now())
    account = await world.garage.account(car.account_id)
    now = world.clock.now()
    return car, await account.trips.get_trips(car.vehicle, now - timedelta(days=40), now)


async def give_to(world, person_id, starts_at, ends_at):
    """Let somebody have had the car then."""
    car, _ = await trips_of(world)
    async with world.database.transaction() as tx:
        booking = await bookings.add(
            tx,
            Booking(
                booking_id=0,
                car_id=car.car_id,
                person_id=person_id,
                starts_at=starts_at,
                ends_at=ends_at,
                state=BookingState.HANDED_OVER,
            ),
        )
        handover = Handover(
            booking_id=booking.booking_id,
            car_id=car.car_id,
            person_id=person_id,
            started_at=starts_at,
        )
        await handovers.take(tx, handover, status=None)
        await handovers.give_back(tx, booking.booking_id, ends_at, status=None)


def table_of(reply):
    return list(csv.DictReader(StringIO(reply.document.content.decode())))


async def test_split_names_who_had_the_car_and_what_it_cost(family):
    _, trips = await trips_of(family)
    oldest = min(trip.started_at for trip in trips)
    await give_to(family, BEN, oldest - timedelta(hours=1), family.clock.now())
    await family.room.say(ANNA, "/price", intent=Intent(name="energy_price"), argument="0.30 EUR")

    (shown,) = await family.room.say(ANNA, "Who drove how much this month?")
    (reply,) = await family.room.tap(ANNA, shown, "As a table")
    rows = table_of(reply)

    assert "Who drove how much" in shown.text
    assert "• Ben · " in shown.text
    assert "kWh · €" in shown.text.replace("\xa0", " ")
    assert shown.reply.picture is not None
    assert {row["driver"] for row in rows} == {"Ben"}
    assert all(float(row["km"]) > 0 for row in rows)


async def test_trip_of_nobody_known_is_asked_about_and_corrected(family):
    (before,) = await family.room.say(ANNA, "Who drove how much this month?")
    asked = await family.room.show_all(
        await family.room.tap(ANNA, before, "Who drove the other"), ANNA
    )
    (kept,) = await family.room.tap(ANNA, asked[1], "Mia")
    (after,) = await family.room.say(ANNA, "Who drove how much this month?")

    assert "Mia" not in before.text
    assert "I do not know who drove these" in asked[0].text
    assert asked[1].labels == ["Anna", "Ben", "Mia"]
    assert "Mia drove" in plain(kept.text)
    assert "• Mia · " in after.text


async def test_correction_counts_more_than_the_booking(family):
    car, trips = await trips_of(family)
    newest = max(trips, key=lambda trip: trip.started_at)
    await give_to(family, BEN, newest.started_at - timedelta(minutes=1), family.clock.now())
    async with family.database.transaction() as tx:
        await handovers.save_driver(tx, car.car_id, newest.started_at, MIA)

    (shown,) = await family.room.say(ANNA, "Who drove how much this month?")

    assert "• Mia · " in shown.text
    assert "• Ben · " not in shown.text


async def test_energy_is_drawn_by_who_had_the_car_and_who_was_said(family):
    car, trips = await trips_of(family)
    old, middle, new, *_ = sorted(
        (trip for trip in trips if trip.energy_kwh), key=lambda trip: trip.started_at
    )
    await give_to(family, BEN, old.started_at, middle.started_at)
    await give_to(family, MIA, middle.started_at, new.started_at)
    async with family.database.transaction() as tx:
        await handovers.save_driver(tx, car.car_id, new.started_at, ANNA)
    said = Message(chat_id=ANNA, is_group=False, person_id=ANNA, first_name="Anna", language="en")
    exchange = (await open_exchange(family.companion.parts, said)).about(car.car_id)

    drivers = await drivers_of(exchange, [new, middle, old])
    drawn = energy([new, middle, old], drivers, car.name, exchange.wording)
    (shown,) = await family.room.say(ANNA, "How much energy did I use this month?")

    assert drivers == {old.trip_id: "Ben", middle.trip_id: "Mia", new.trip_id: "Anna"}
    assert drawn.series == ("Anna", "Mia", "Ben")
    assert [sum(bar.amounts[place] for bar in drawn.bars) for place in range(3)] == [
        new.energy_kwh,
        middle.energy_kwh,
        old.energy_kwh,
    ]
    assert shown.reply.picture is not None


async def test_guest_sees_nobodys_trips(family):
    (shown,) = await family.room.say(MIA, "Who drove how much this month?")

    assert "km" not in shown.text
