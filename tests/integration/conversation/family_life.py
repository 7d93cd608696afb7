"""What a family does with the bot: times some days ahead, and what the outbox owes it."""

from datetime import datetime, timedelta

from alerts.models import Delivery, DeliveryState, SendResult
from bot.localisation import Texts
from bot.rendering.alerts import render_delivery
from family.models import Booking
from storage import bookings, episodes, members

ANNA, BEN, MIA, STRANGER, FAMILY = 1001, 1002, 1003, 1004, -100200300
TEXTS = Texts.load()


def on(world, days: int, start: int, end: int) -> str:
    """Return a time that is said, some days ahead: "on 3.12. from 10:00 to 14:00"."""
    day = world.clock.now() + timedelta(days=days)
    return f"on {day:%B} {day.day} from {start}:00 to {end}:00"


async def told(world) -> list:
    """Show what the outbox owes, as the chats would see it, and note it as sent."""
    store = episodes.AlertStoreSql(world.database)
    now = world.clock.now() + timedelta(seconds=1)
    owed: tuple[Delivery, ...] = tuple(
        await store.take_pending(now, limit=50, lease="test", lease_now=now, lease_until=now)
    )
    shown = []
    for delivery in owed:
        reply = render_delivery(delivery, TEXTS)
        (message,) = await world.room.show_all([reply], delivery.chat_id)
        shown.append(message)
        sent = SendResult(
            delivery=delivery, state=DeliveryState.SENT, message_id=message.message_id
        )
        await store.record_sent([sent])
    return shown


async def told_to(world, person: int):
    """Return the only new message to a person."""
    (message,) = [it for it in await told(world) if it.chat_id == person]
    return message


async def car_of(world) -> int:
    async with world.database.reading() as tx:
        found = await members.get_cars_of(tx, MIA, now=world.clock.now())
    return found[0][0].car_id


async def booked(world) -> list[Booking]:
    """Return every open booking of the car."""
    async with world.database.reading() as tx:
        return list(await bookings.list_open(tx, await car_of(world)))


async def states(world, start: datetime | None = None) -> list[str]:
    """Return the states of all bookings, in the order they were asked for."""
    now = world.clock.now()
    async with world.database.reading() as tx:
        found = await bookings.list_for(
            tx, await car_of(world), start or now - timedelta(days=9), now + timedelta(days=99)
        )
    return [it.state.value for it in sorted(found, key=lambda it: it.booking_id)]
