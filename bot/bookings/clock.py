"""The clock's own moves: bookings begin and end, and a freed time is offered on."""

from datetime import datetime

import structlog

from alerts.ports import Clock
from bot.bookings import moving
from bot.bookings.news import Teller
from family.bookings import Verb
from family.models import Booking, BookingState
from family.slots import BookingError
from storage import bookings, cars
from storage.database import Database

BATCH = 50

log = structlog.get_logger(__name__)


async def tick(database: Database, clock: Clock) -> int:
    """Move what is due now; return how many bookings moved. Any number of processes may tick."""
    now = clock()
    async with database.reading() as tx:
        due = await bookings.list_due(tx, now, limit=BATCH)
        waited_for = await bookings.cars_waited_for(tx)
    moved = [await _move(database, booking, now) for booking in due]
    for car_id in waited_for:
        await _settle(database, car_id, now)
    return sum(moved)


async def _move(database: Database, booking: Booking, now: datetime) -> bool:
    """Make one move in a transaction of its own; one that somebody else made is left alone."""
    verb = _verb(booking, now)
    async with database.transaction() as tx:
        current = await bookings.get(tx, booking.booking_id)
        car = await cars.get_car(tx, booking.car_id)
        if current is None or car is None or current.version != booking.version:
            return False
        try:
            await moving.make(Teller(tx=tx, car=car, now=now), current, verb, None)
        except BookingError as error:
            log.warning("booking_not_moved", verb=verb.value, reason=error.reason.value)
            return False
    return True


async def _settle(database: Database, car_id: int, now: datetime) -> None:
    async with database.transaction() as tx:
        if (car := await cars.get_car(tx, car_id)) is not None:
            await moving.settle(Teller(tx=tx, car=car, now=now))


def _verb(booking: Booking, now: datetime) -> Verb:
    has_begun = booking.state is BookingState.APPROVED and now < booking.ends_at
    return Verb.START if has_begun else Verb.EXPIRE
