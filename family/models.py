"""People, their roles and their bookings."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class Role(IntEnum):
    """What a person may do with one car; a higher role includes the lower ones."""

    STRANGER = 0
    GUEST = 1  # of one booking
    YOUNG_DRIVER = 2  # drives, and leaves alone what family/permissions.py lists
    DRIVER = 3
    OWNER = 4


class MemberState(StrEnum):
    """Life of a membership; only ``ACTIVE`` gives rights."""

    INVITED = "invited"
    ACTIVE = "active"
    PAUSED = "paused"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person's place in the family of one car, with rights in the interval, if there is one.

    Who is the guest of a booking has the interval from that booking, see ``storage/members.py``.
    """

    person_id: int
    car_id: int
    role: Role
    state: MemberState = MemberState.ACTIVE
    expires_at: datetime | None = None
    begins_at: datetime | None = None
    booking_id: int | None = None  # the guest's booking


class BookingState(StrEnum):
    """Life of a booking; which moves lead from one to another is in ``family/bookings.py``."""

    REQUESTED = "requested"  # waits for an owner
    PROPOSED = "proposed"  # an owner proposed another time; waits for who asked
    URGENT = "urgent"  # waits for the one who has the car then
    WAITING = "waiting"  # on the waiting list of a taken time
    OFFERED = "offered"  # that time became free; waits for who asked
    APPROVED = "approved"
    DECLINED = "declined"
    ACTIVE = "active"
    HANDED_OVER = "handed_over"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """One wish for the car, from ``starts_at`` (inclusive) to ``ends_at`` (exclusive), UTC."""

    booking_id: int  # 0 until stored
    car_id: int
    person_id: int
    starts_at: datetime
    ends_at: datetime
    state: BookingState
    decided_by: int | None = None
    decided_at: datetime | None = None
    version: int = 0  # raised by every move; a move of an older version is refused
    changed_at: datetime | None = None  # time of the last move
    destination: str | None = None  # as said; private, sealed at rest
    distance_km: float | None = None  # the whole way, there and back
    note: str | None = None  # private, sealed at rest
    is_whole_day: bool = False  # midnight to midnight where the person lives
    is_urgent: bool = False  # asked for although somebody else had the car then
    series_id: int | None = None  # the first booking of those that repeat it
    sharing_id: str | None = None  # the sharing on Smart's platform that belongs to it
    proposed_by: int | None = None  # the owner with another idea (``PROPOSED``)
    proposed_starts_at: datetime | None = None
    proposed_ends_at: datetime | None = None
