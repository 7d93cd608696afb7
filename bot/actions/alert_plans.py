"""The next steps of alerts about plans: the evening's cable, and a car that is not back."""

from dataclasses import replace
from datetime import timedelta

from alerts.facts.evening import RULE as EVENING_RULE
from alerts.models import Change, Urgency
from bot.actions.alert_switches import mute_until
from bot.actions.booking_moving import teller_for
from bot.actions.exchange import Exchange
from bot.bookings import moving
from bot.replies import Reply
from family.slots import BookingError, Slot
from storage import bookings, cars, episodes, people, reminders
from storage.records import StoredButton

REMIND_AFTER = timedelta(hours=1)
FINE_FOR = timedelta(hours=12)
SHIFT = timedelta(minutes=30)


async def evening(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Look again in an hour, or leave it for tonight."""
    chat_id, car_id = exchange.chat.chat_id, int(button.payload["car_id"])
    if button.payload["verb"] == "remind-hour":
        async with exchange.parts.database.transaction() as tx:
            at = exchange.now + REMIND_AFTER
            await reminders.set_at(tx, chat_id, car_id, EVENING_RULE, at)
            await cars.poll_at(tx, car_id, at)
        key = "evening-reminded"
    else:
        async with exchange.parts.database.transaction() as tx:
            await reminders.drop(tx, chat_id, car_id, EVENING_RULE)
        await mute_until(exchange, car_id, EVENING_RULE, exchange.now + FINE_FOR)
        key = "evening-fine"
    return (Reply(text="", toast=exchange.wording.label(key), silent=True),)


async def overrun(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Ask who has the car, pass an answer on, or shift the waiting booking by half an hour."""
    match button.payload["verb"]:
        case "ask-driver":
            return (await _ask_driver(exchange, button),)
        case "answer":
            return (await _answer(exchange, button),)
    return (await _shift(exchange, button),)


async def _ask_driver(exchange: Exchange, button: StoredButton) -> Reply:
    driver_id = int(button.payload["driver_id"])
    async with exchange.parts.database.transaction() as tx:
        booking = await bookings.get(tx, int(button.payload["booking_id"]))
        car = exchange.car
        reached = await cars.get_linked_ids(tx, driver_id)  # also when their time is over
        if booking is None or car is None or car.car_id not in reached:
            return exchange.say("driver-unreachable")
        await episodes.add_delivery(
            tx,
            chat_id=driver_id,  # a private chat has its person's id
            car_id=car.car_id,
            kind="driver_question",
            key=f"{booking.booking_id}@{button.token}",
            change=Change.OPENED,
            urgency=Urgency.NOTICE,
            at=exchange.now,
            details={
                "car": car.name,
                "person": exchange.person.first_name,
                "starts_at": booking.starts_at.isoformat(),
                "asker_id": exchange.chat.chat_id,
            },
        )
        driver = await people.get_person(tx, driver_id)
    name = driver.first_name if driver else exchange.wording.label("someone")
    return exchange.say("driver-asked", name=name)


async def _answer(exchange: Exchange, button: StoredButton) -> Reply:
    at = exchange.now + timedelta(minutes=int(button.payload["minutes"]))
    car = exchange.car
    async with exchange.parts.database.transaction() as tx:
        await episodes.add_delivery(
            tx,
            chat_id=int(button.payload["asker_id"]),
            car_id=car.car_id if car else None,
            kind="driver_answer",
            key=button.token,
            change=Change.OPENED,
            urgency=Urgency.NOTICE,
            at=exchange.now,
            details={
                "car": car.name if car else "",
                "person": exchange.person.first_name,
                "at": at.isoformat(),
            },
        )
    return replace(exchange, edits=True).say("driver-told")


async def _shift(exchange: Exchange, button: StoredButton) -> Reply:
    """Let the waiting booking begin and end later, and tell whom that concerns."""
    try:
        async with exchange.parts.database.transaction() as tx:
            booking = await bookings.get(tx, int(button.payload["booking_id"]))
            member = exchange.member_of(booking.car_id) if booking else None
            car = await cars.get_car(tx, booking.car_id) if booking else None
            if booking is None or member is None or car is None:
                return exchange.say("booking-not-allowed")
            times = Slot(booking.starts_at + SHIFT, booking.ends_at + SHIFT)
            moved = await moving.shift(teller_for(exchange, tx, car), booking, member, times)
    except BookingError:
        return exchange.say("shift-refused")
    return exchange.say(
        "booking-shifted", when=exchange.wording.interval(moved.starts_at, moved.ends_at)
    )
