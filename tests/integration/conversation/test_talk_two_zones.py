"""A family in two time zones: each reads a booking by their own clock."""

from datetime import timedelta

from bot.localisation import Texts, plain
from bot.rendering.alerts import render_delivery
from intents.models import Intent
from storage import bookings, episodes, members

ANNA, BEN = 1001, 1002


async def test_each_reads_a_booking_by_their_own_clock(family):
    zone = Intent(name="timezone")
    await family.room.say(BEN, "/timezone", intent=zone, argument="Europe/London")

    (asked,) = await family.room.say(BEN, "Can I have the car tomorrow from 10 to 14?")
    store = episodes.AlertStoreSql(family.database)
    now = family.clock.now() + timedelta(seconds=1)
    (owed,) = await store.take_pending(now, limit=9, lease="t", lease_now=now, lease_until=now)
    read = plain(render_delivery(owed, Texts.load()).text)
    async with family.database.reading() as tx:
        ((car, _),) = await members.get_cars_of(tx, BEN, now=now)
        (booking,) = await bookings.list_for(tx, car.car_id, now, now + timedelta(days=3))

    assert "10:00–14:00" in asked.text
    assert owed.chat_id == ANNA
    assert "11:00–15:00" in read
    assert booking.ends_at - booking.starts_at == timedelta(hours=4)
