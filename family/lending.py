"""Bookings here and sharings on Smart's platform: what has to follow, and where they differ; pure.

Smart's platform lets a person with a Smart account of their own use the car from their phone. A
booking may have one such sharing (``Booking.sharing_id``).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from family.models import Booking, BookingState
from family.slots import HOLDING
from smartcloud.models import Sharing, SharingStatus

SAME = timedelta(minutes=1)  # the platform may round

LIVE = frozenset({SharingStatus.PENDING, SharingStatus.ACCEPTED, SharingStatus.IN_PROGRESS})
OVER = frozenset(
    {
        SharingStatus.FINISHED,
        SharingStatus.CANCELLED,
        SharingStatus.REJECTED,
        SharingStatus.EXPIRED,
    }
)


class Step(StrEnum):
    """What has to be done on the platform, so that it says what we say."""

    EXTEND = "extend"
    CHANGE = "change"
    CANCEL = "cancel"
    FINISH = "finish"


class Gap(StrEnum):
    """How the two sides differ, if nothing that we do mends it."""

    ENDED_THERE = "ended_there"  # the car is still booked here
    OTHER_TIMES = "other_times"
    ONLY_THERE = "only_there"  # somebody uses the car by the platform, and nobody booked it here


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that people should know; ``booking`` is ``None`` for ``ONLY_THERE``."""

    gap: Gap
    sharing: Sharing
    booking: Booking | None = None

    @property
    def key(self) -> str:
        """Name the difference, so that it is said once."""
        ends_at = self.sharing.ends_at.isoformat() if self.sharing.ends_at else ""
        times = ends_at if self.gap is Gap.OTHER_TIMES else ""
        return f"{self.gap}:{self.sharing.sharing_id}:{times}"


def step_for(booking: Booking, sharing: Sharing) -> Step | None:
    """Return what a move of the booking asks of its sharing; ``None`` if they agree."""
    if sharing.status not in LIVE:
        return None
    if booking.state not in HOLDING:
        is_running = sharing.status is SharingStatus.IN_PROGRESS
        return Step.FINISH if is_running else Step.CANCEL
    if _agree(booking, sharing):
        return None
    same_start = sharing.starts_at is not None and _near(sharing.starts_at, booking.starts_at)
    is_later = sharing.ends_at is not None and booking.ends_at > sharing.ends_at
    return Step.EXTEND if same_start and is_later else Step.CHANGE


def differences(
    bookings: Iterable[Booking], sharings: Iterable[Sharing], now: datetime
) -> tuple[Difference, ...]:
    """Return where the platform says something else than the bookings, both as of now.

    A sharing in a state that is not known is no difference. A booking whose sharing the list does
    not have is left alone: lists have pages, and old sharings are deleted.
    """
    by_id: Mapping[str, Sharing] = {one.sharing_id: one for one in sharings}
    linked = [booking for booking in bookings if booking.sharing_id in by_id]
    found = [*_of_bookings(linked, by_id, now)]
    known = {booking.sharing_id for booking in linked}
    found += [
        Difference(gap=Gap.ONLY_THERE, sharing=sharing)
        for sharing in by_id.values()
        if sharing.sharing_id not in known
        and sharing.status in {SharingStatus.ACCEPTED, SharingStatus.IN_PROGRESS}
        and sharing.ends_at is not None
        and sharing.ends_at > now
    ]
    return tuple(found)


def _of_bookings(
    linked: Iterable[Booking], by_id: Mapping[str, Sharing], now: datetime
) -> Iterator[Difference]:
    for booking in linked:
        sharing = by_id[booking.sharing_id or ""]
        if booking.state not in HOLDING or booking.ends_at <= now:
            continue
        if sharing.status in OVER:
            yield Difference(gap=Gap.ENDED_THERE, sharing=sharing, booking=booking)
        elif sharing.status in LIVE and not _agree(booking, sharing):
            yield Difference(gap=Gap.OTHER_TIMES, sharing=sharing, booking=booking)


def _agree(booking: Booking, sharing: Sharing) -> bool:
    if booking.state is BookingState.ACTIVE:  # its beginning is past: only the end matters
        return sharing.ends_at is None or _near(sharing.ends_at, booking.ends_at)
    return (sharing.starts_at is None or _near(sharing.starts_at, booking.starts_at)) and (
        sharing.ends_at is None or _near(sharing.ends_at, booking.ends_at)
    )


def _near(one: datetime, other: datetime) -> bool:
    return abs(one - other) <= SAME
