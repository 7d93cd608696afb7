"""Compares bookings with what Smart's platform says, and tells the owners a difference once."""

from datetime import datetime, timedelta

from alerts.ports import Clock
from bot.bookings.news import Teller
from bot.garage import Garage
from family.lending import Difference, Gap, differences
from family.models import Booking, BookingState
from smartcloud.models import Sharing
from storage import cars, lendings
from storage.database import Database

BEHIND = timedelta(days=1)


async def compare(database: Database, garage: Garage, clock: Clock) -> int:
    """Look at the sharings that polls have brought; return how many differences there are."""
    found = 0
    for car_id, sharings in garage.take_sharings():
        found += await _compare(database, car_id, sharings, clock())
    return found


async def _compare(
    database: Database, car_id: int, sharings: tuple[Sharing, ...], now: datetime
) -> int:
    async with database.transaction() as tx:
        car = await cars.get_car(tx, car_id)
        if car is None or await lendings.has_unfollowed(tx, car_id):
            return 0
        linked = await lendings.list_linked(tx, car_id, now - BEHIND)
        found = differences(linked, sharings, now)
        teller = Teller(tx=tx, car=car, now=now)
        for difference in found:
            await teller.tell_every_owner(
                f"lending-{difference.gap.value}",
                difference.booking or _stands_for(difference, car_id),
                once=difference.key,
                **_there(difference),
            )
    return len(found)


def _there(difference: Difference) -> dict[str, str]:
    """Return what the platform says, for the text and the buttons."""
    sharing = difference.sharing
    said = {"sharing_id": sharing.sharing_id, "acceptor": sharing.acceptor_name}
    if difference.gap is not Gap.ENDED_THERE and sharing.starts_at and sharing.ends_at:
        said["proposed_starts_at"] = sharing.starts_at.isoformat()
        said["proposed_ends_at"] = sharing.ends_at.isoformat()
    return said


def _stands_for(difference: Difference, car_id: int) -> Booking:
    """Return a booking that is not stored, for a sharing that nobody booked here."""
    sharing = difference.sharing
    assert sharing.ends_at is not None  # noqa: S101 -- only such a sharing differs
    return Booking(
        booking_id=0,
        car_id=car_id,
        person_id=0,
        starts_at=sharing.starts_at or sharing.ends_at,
        ends_at=sharing.ends_at,
        state=BookingState.APPROVED,
        sharing_id=sharing.sharing_id,
    )
