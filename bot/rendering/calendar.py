"""Bookings as entries of a calendar, in the words of who subscribes to it."""

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from bot.calendars.feed import Entry, Span, Standing, uid_of
from bot.localisation import Wording
from family.models import Booking, BookingState

_S = BookingState
STANDINGS = {
    _S.REQUESTED: Standing.TENTATIVE,
    _S.PROPOSED: Standing.TENTATIVE,
    _S.URGENT: Standing.TENTATIVE,
    _S.WAITING: Standing.TENTATIVE,
    _S.OFFERED: Standing.TENTATIVE,
    _S.APPROVED: Standing.CONFIRMED,
    _S.ACTIVE: Standing.CONFIRMED,
    _S.HANDED_OVER: Standing.CONFIRMED,
    _S.DECLINED: Standing.CANCELLED,
    _S.CANCELLED: Standing.CANCELLED,
    _S.EXPIRED: Standing.CANCELLED,
}


def entries(
    bookings: Iterable[Booking],
    *,
    car: str,
    names: dict[int, str],
    zones: dict[int, ZoneInfo],
    reader: int,
    is_busy_only: bool,
    wording: Wording,
) -> Iterator[Entry]:
    """Yield the entries of one car's bookings.

    ``names`` and ``zones`` are those of the people who booked. Where to and what for is told to who
    booked alone. A calendar that tells only when the car is taken names nobody, and leaves out what
    is not decided.
    """
    for booking in bookings:
        standing = STANDINGS[booking.state]
        if is_busy_only and standing is Standing.TENTATIVE:
            continue
        zone = zones.get(booking.person_id, wording.zone)
        yield Entry(
            uid=uid_of(booking.car_id, booking.booking_id),
            sequence=booking.version,
            changed_at=booking.changed_at or booking.decided_at or booking.starts_at,
            span=Span(booking.starts_at.astimezone(zone), booking.ends_at.astimezone(zone)),
            standing=standing,
            summary=_summary(booking, standing, car, names, wording, is_busy_only=is_busy_only),
            description=_description(booking) if booking.person_id == reader else "",
            is_whole_day=booking.is_whole_day,
        )


def _summary(
    booking: Booking,
    standing: Standing,
    car: str,
    names: dict[int, str],
    wording: Wording,
    *,
    is_busy_only: bool,
) -> str:
    if is_busy_only:
        return wording.label("calendar-taken", car=car)
    name = names.get(booking.person_id) or wording.label("someone")
    key = "calendar-asked" if standing is Standing.TENTATIVE else "calendar-booked"
    return wording.label(key, name=name, car=car)


def _description(booking: Booking) -> str:
    return "\n".join(part for part in (booking.destination, booking.note) if part)
