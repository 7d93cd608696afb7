"""Lets Smart's platform follow bookings that have a sharing there: later, and until it answers.

A move of a booking is stored at once, whatever the cloud does; what the platform has to hear of it
is done here, from the stored state, so that a restart or an outage loses nothing.
"""

from collections.abc import Awaitable
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from alerts.ports import Clock
from bot.bookings.news import Teller
from bot.garage import Garage
from family.lending import Step, step_for
from family.models import Booking
from smartcloud import CloudAccount
from smartcloud.exceptions import SmartCloudError
from smartcloud.models import Sharing
from storage import cars, lendings
from storage.database import Database
from storage.lendings import Lending
from storage.records import Car

LEASE = timedelta(minutes=2)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=1)

log = structlog.get_logger(__name__)


class _Do(Protocol):
    def __call__(self, account: CloudAccount, booking: Booking) -> Awaitable[object]: ...


async def _extend(account: CloudAccount, booking: Booking) -> object:
    return await account.sharing.extend(booking.sharing_id or "", booking.ends_at)


async def _change(account: CloudAccount, booking: Booking) -> object:
    return await account.sharing.change(
        booking.sharing_id or "", starts_at=booking.starts_at, ends_at=booking.ends_at
    )


async def _cancel(account: CloudAccount, booking: Booking) -> None:
    await account.sharing.cancel(booking.sharing_id or "")


async def _finish(account: CloudAccount, booking: Booking) -> None:
    await account.sharing.finish(booking.sharing_id or "")


STEPS: dict[Step, _Do] = {
    Step.EXTEND: _extend,
    Step.CHANGE: _change,
    Step.CANCEL: _cancel,
    Step.FINISH: _finish,
}


async def follow(database: Database, garage: Garage, clock: Clock) -> int:
    """Do what is due on the platform; return how many bookings it has heard of."""
    now = clock()
    async with database.reading() as tx:
        due = await lendings.list_due(tx, now)
    return sum([await _follow(database, garage, lending, now) for lending in due])


async def _follow(database: Database, garage: Garage, lending: Lending, now: datetime) -> bool:
    booking = lending.booking
    async with database.transaction() as tx:
        if not await lendings.claim(tx, booking.booking_id, now, now + LEASE):
            return False
        car = await cars.get_car(tx, booking.car_id)
    if car is None:
        return False
    try:
        await _do(garage, car, booking)
    except SmartCloudError as error:
        await _put_off(database, car, lending, now, error)
        return False
    async with database.transaction() as tx:
        await lendings.followed(tx, booking, now)
    return True


async def _do(garage: Garage, car: Car, booking: Booking) -> None:
    async def ask(account: CloudAccount) -> Sharing | None:
        return await account.sharing.get(booking.sharing_id or "")

    sharing = await garage.ask(car, "sharing", ask)
    step = step_for(booking, sharing) if sharing is not None else None
    if step is not None:
        await garage.ask(car, "sharing", lambda account: STEPS[step](account, booking))


async def _put_off(
    database: Database, car: Car, lending: Lending, now: datetime, error: SmartCloudError
) -> None:
    """Try a silent cloud again later; tell the owners of one that refuses, and let it be."""
    booking = lending.booking
    log.info("sharing_not_followed", booking_id=booking.booking_id, error=type(error).__name__)
    async with database.transaction() as tx:
        if error.temporary:
            pause = min(FIRST_PAUSE * 2 ** min(lending.failures, 6), LONGEST_PAUSE)
            await lendings.not_followed(tx, booking.booking_id, now + pause)
            return
        await lendings.followed(tx, booking, now)
        await Teller(tx=tx, car=car, now=now).tell_every_owner("lending-refused", booking)
