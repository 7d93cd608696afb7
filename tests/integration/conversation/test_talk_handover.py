"""A car changes hands: cards at both ends, and Smart's platform follows and is compared."""

from datetime import timedelta

from bot.bookings.clock import tick
from bot.bookings.comparing import compare
from bot.bookings.following import follow
from bot.buttons import SHARING
from bot.localisation import Texts, plain
from bot.rendering.alerts import render_delivery
from bot.replies import Button, Reply
from family.models import Booking, BookingState
from storage import bookings, episodes, handovers, members

ANNA, BEN = 1001, 1002
VIN = "HESXR1C40PS000001"
WISH = "Can I have the car tomorrow from 10 to 14?"


async def owed(world):
    """Take what the outbox owes now, with its words, by chat."""
    store = episodes.AlertStoreSql(world.database)
    now = world.clock.now() + timedelta(seconds=1)
    taken = await store.take_pending(now, limit=50, lease="test", lease_now=now, lease_until=now)
    return [(it, plain(render_delivery(it, Texts.load()).text)) for it in taken]


async def news(world, event):
    """Return what people hear of an event, by chat."""
    return {
        delivery.chat_id: text
        for delivery, text in await owed(world)
        if delivery.details.get("event") == event
    }


async def approved(world):
    """Let Ben ask for tomorrow and Anna approve; return what she sees."""
    await world.room.say(BEN, WISH)
    (asked,) = [it for it, _ in await owed(world) if it.kind == "share_request"]
    (shown,) = await world.room.show_all([render_delivery(asked, Texts.load())], ANNA)
    (answer,) = await world.room.show_all(await world.room.tap(ANNA, shown, "Approve"), ANNA)
    return answer


async def the_booking(world):
    async with world.database.reading() as tx:
        ((car, _),) = await members.get_cars_of(tx, BEN, now=world.clock.now())
        now = world.clock.now()
        (booking,) = await bookings.list_for(
            tx, car.car_id, now - timedelta(days=2), now + timedelta(days=3)
        )
    return car, booking


async def until(world, moment):
    world.clock.advance((moment - world.clock.now()).total_seconds())


async def sharings(world):
    car, _ = await the_booking(world)
    account = await world.garage.account(car.account_id)
    return {it.sharing_id: it for it in await account.get_sharings(car.vehicle)}


async def poll_sharings(world):
    """Let the platform be looked at, as a poll does on its slow clock."""
    store = episodes.AlertStoreSql(world.database)
    now = world.clock.now() + timedelta(days=1)
    due = await store.take_due_cars(now, limit=9, lease="p", lease_now=now, lease_until=now)
    for car in due:
        if car.vehicle.vin == VIN:
            await world.garage.get_sharings(car)
    return await compare(world.database, world.garage, world.clock.now)


async def lend(world):
    """Approve, and lend on the platform to Ben's Smart account."""
    answer = await approved(world)
    (asked,) = await world.room.show_all(
        await world.room.tap(ANNA, answer, "Also in Smart's app"), ANNA
    )
    (done,) = await world.room.say(ANNA, "ben@example.com")
    return asked, done


async def test_cards_when_the_car_is_taken_and_given_back(family):
    await approved(family)
    _, booking = await the_booking(family)
    await until(family, booking.starts_at + timedelta(minutes=1))

    await tick(family.database, family.clock.now)
    taken = await news(family, "started")
    await family.control("PATCH", f"/cars/{VIN}", {"soc": 41, "odometer_km": 12345})
    await until(family, booking.starts_at + timedelta(hours=2))
    (back,) = await family.room.say(BEN, "I'm bringing the car back")
    returned = await news(family, "returned")
    async with family.database.reading() as tx:
        handover = await handovers.get(tx, booking.booking_id)

    assert taken.keys() == {ANNA, BEN}
    assert "Ben has #1 now" in taken[ANNA]
    assert "plugged in" in taken[ANNA]
    assert "Back." in back.text
    assert "41" in back.text
    assert "Ben is back with #1" in returned[ANNA]
    assert handover is not None
    assert handover.returned.battery.state_of_charge_percent == 41
    assert handover.person_id == BEN


async def test_return_that_was_a_mistake_is_undone(family):
    await approved(family)
    _, booking = await the_booking(family)
    await until(family, booking.starts_at + timedelta(minutes=1))
    await tick(family.database, family.clock.now)
    (back,) = await family.room.say(BEN, "I'm bringing the car back")

    await family.room.tap(BEN, back, "Undo")
    async with family.database.reading() as tx:
        handover = await handovers.get(tx, booking.booking_id)

    assert handover.ended_at is None
    assert (await the_booking(family))[1].state is BookingState.ACTIVE


async def test_owner_lends_a_booking_on_the_platform(family):
    asked, done = await lend(family)
    _, booking = await the_booking(family)
    (sharing,) = (await sharings(family)).values()

    assert "Which e-mail address" in asked.text
    assert "Invited" in done.text
    assert family.room.deleted  # the address does not stay in the chat
    assert booking.sharing_id == sharing.sharing_id
    assert (sharing.starts_at, sharing.ends_at) == (booking.starts_at, booking.ends_at)


async def test_unknown_account_is_refused_and_nothing_is_lent(family):
    answer = await approved(family)
    await family.room.tap(ANNA, answer, "Also in Smart's app")

    (bad,) = await family.room.say(ANNA, "not an address")
    (refused,) = await family.room.say(ANNA, "nobody@example.com")

    assert "address" in bad.text
    assert "does not take that account" in refused.text
    assert await sharings(family) == {}


async def test_platform_follows_a_longer_booking_and_a_cancelled_one(family):
    await lend(family)
    _, booking = await the_booking(family)

    await family.room.say(BEN, "Extend my booking until 16:00")
    followed = await follow(family.database, family.garage, family.clock.now)
    (longer,) = (await sharings(family)).values()
    await family.room.say(BEN, "Cancel my booking")
    await follow(family.database, family.garage, family.clock.now)
    (ended,) = (await sharings(family)).values()

    assert followed == 1
    assert longer.ends_at == booking.ends_at + timedelta(hours=2)
    assert ended.status.value == "CANCELLED"


async def test_platform_that_is_down_hears_of_it_later(family):
    await lend(family)
    await family.room.say(BEN, "Cancel my booking")
    fault = {"match": "/tsp-carsharing-platform", "kind": "http_500", "times": 20}
    await family.control("POST", "/faults", fault)

    down = await follow(family.database, family.garage, family.clock.now)
    await family.control("DELETE", "/faults")
    at_once = await follow(family.database, family.garage, family.clock.now)
    family.clock.advance(600)
    later = await follow(family.database, family.garage, family.clock.now)

    assert (down, at_once, later) == (0, 0, 1)
    assert [it.status.value for it in (await sharings(family)).values()] == ["CANCELLED"]


async def test_what_ended_on_the_platform_is_said_once(family):
    await lend(family)
    car, booking = await the_booking(family)
    account = await family.garage.account(car.account_id)
    await account.sharing.cancel(booking.sharing_id)

    found = [await poll_sharings(family), await poll_sharings(family)]
    told = [
        (it.chat_id, text)
        for it, text in await owed(family)
        if it.details.get("event") == "lending-ended_there"
    ]

    assert found == [1, 1]
    assert [chat_id for chat_id, _ in told] == [ANNA]
    assert "In Smart's app this ended" in told[0][1]


async def test_request_of_the_platform_is_booked_here_when_it_is_approved(family):
    now = family.clock.now()
    await family.control("POST", "/sharing/requests", {"vin": VIN, "name": "Paula"})
    car = (await the_cars(family))[0]
    account = await family.garage.account(car.account_id)
    (sharing,) = await account.get_sharings(car.vehicle)

    (shown,) = await family.room.show_all([request_message(family, car, sharing)], ANNA)
    (answer,) = await family.room.tap(ANNA, shown, "Approve")
    async with family.database.reading() as tx:
        (booked,) = await bookings.list_for(tx, car.car_id, now, now + timedelta(days=30))

    assert "Approved" in plain(answer.text)
    assert booked.state is BookingState.APPROVED
    assert booked.sharing_id == sharing.sharing_id
    assert booked.starts_at == sharing.starts_at


async def test_request_for_a_time_that_is_taken_is_not_approved(family):
    car = (await the_cars(family))[0]
    await family.control("POST", "/sharing/requests", {"vin": VIN, "name": "Paula"})
    account = await family.garage.account(car.account_id)
    (sharing,) = await account.get_sharings(car.vehicle)
    async with family.database.transaction() as tx:
        await bookings.add(
            tx,
            Booking(
                booking_id=0,
                car_id=car.car_id,
                person_id=BEN,
                starts_at=sharing.starts_at,
                ends_at=sharing.ends_at,
                state=BookingState.APPROVED,
            ),
        )

    (shown,) = await family.room.show_all([request_message(family, car, sharing)], ANNA)
    (answer,) = await family.room.tap(ANNA, shown, "Approve")
    (still,) = await account.get_sharings(car.vehicle)

    assert "That time is taken" in plain(answer.text)
    assert still.status.value == "PENDING"


async def the_cars(world):
    async with world.database.reading() as tx:
        return [car for car, _ in await members.get_cars_of(tx, BEN, now=world.clock.now())]


def request_message(world, car, sharing):
    payload = {
        "sharing_id": sharing.sharing_id,
        "verb": "approve",
        "car_id": car.car_id,
        "person": "Paula",
    }
    return Reply(
        text="Paula asks", buttons=((Button(text="Approve", action=SHARING, payload=payload),),)
    )
