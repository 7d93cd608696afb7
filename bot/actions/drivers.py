"""Who drove which trip: by who had the car, and by what people correct."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions.exchange import Exchange
from bot.buttons import DRIVER
from bot.replies import Button, Reply
from family.handover import Handover, driver_of
from family.models import Booking, BookingState, MemberState
from intents.models import SlotValue
from smartcloud.models import Trip
from storage import bookings, handovers, members, people
from storage.database import Transaction
from storage.records import StoredButton

TAKEN = frozenset({BookingState.APPROVED, BookingState.ACTIVE, BookingState.HANDED_OVER})
MOMENT = timedelta(microseconds=1)  # the end of the last trip may be its beginning
MOST_ASKED = 5  # trips of nobody known that are asked about at once


async def drivers_by_trip(
    tx: Transaction, car_id: int, trips: Sequence[Trip]
) -> dict[str, int | None]:
    """Return the person who drove each trip, by its id; ``None`` if nobody knows.

    Who had the car is known from handovers; a booking that was never handed over counts with its
    own times.
    """
    if not trips:
        return {}
    start = min(trip.started_at for trip in trips)
    end = max(trip.ended_at or trip.started_at for trip in trips)
    had = await handovers.list_between(tx, car_id, start, end)
    recorded = {one.booking_id for one in had}
    booked = [
        _as_handover(one)
        for one in await bookings.list_for(tx, car_id, start, end)
        if one.state in TAKEN and one.booking_id not in recorded
    ]
    said = await handovers.drivers_between(tx, car_id, start, end + MOMENT)
    return {trip.trip_id: driver_of(trip, [*had, *booked], said) for trip in trips}


async def names_of(tx: Transaction, person_ids: Sequence[int | None]) -> dict[int, str]:
    """Return the first names of those who are known."""
    found = {}
    for person_id in {it for it in person_ids if it is not None}:
        if (person := await people.get_person(tx, person_id)) is not None:
            found[person_id] = person.first_name
    return found


async def ask_drivers(exchange: Exchange, trips: Sequence[Trip]) -> tuple[Reply, ...]:
    """Ask who drove each of the newest trips of nobody known, one message a trip."""
    if exchange.car is None:
        return ()
    async with exchange.parts.database.reading() as tx:
        family = await members.get_members(tx, exchange.car.car_id)
        active = [it.person_id for it in family if it.state is MemberState.ACTIVE]
        names = await names_of(tx, active)
    return tuple(_question(exchange, trip, names) for trip in trips[:MOST_ASKED])


async def say_driver(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Keep who drove a trip; the last word counts."""
    payload, wording = button.payload, exchange.wording
    person_id, car_id = int(payload["driver_id"]), int(payload["car_id"])
    started_at = datetime.fromisoformat(str(payload["started_at"]))
    async with exchange.parts.database.transaction() as tx:
        if await members.get_member(tx, person_id, car_id) is None:
            return (exchange.say("button-unknown"),)
        await handovers.save_driver(tx, car_id, started_at, person_id)
        names = await names_of(tx, [person_id])
    name = names.get(person_id, wording.label("someone"))
    return (replace(exchange, edits=True).say("driver-kept", name=name, at=started_at),)


def _question(exchange: Exchange, trip: Trip, names: dict[int, str]) -> Reply:
    wording = exchange.wording
    buttons = [_button(exchange, trip, person_id, name) for person_id, name in names.items()]
    return Reply(
        text=wording.say(
            "driver-ask", at=trip.started_at, distance=wording.distance(trip.distance_km)
        ),
        buttons=tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3)),
    )


def _button(exchange: Exchange, trip: Trip, person_id: int, name: str) -> Button:
    payload: dict[str, SlotValue] = {
        "car_id": exchange.car.car_id if exchange.car else 0,
        "driver_id": person_id,
        "started_at": trip.started_at.isoformat(),
    }
    return Button(text=name, action=DRIVER, payload=payload)


def _as_handover(booking: Booking) -> Handover:
    return Handover(
        booking_id=booking.booking_id,
        car_id=booking.car_id,
        person_id=booking.person_id,
        started_at=booking.starts_at,
        ended_at=booking.ends_at,
    )
