"""People, their roles and their bookings."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class Role(IntEnum):
    """What a person may do with one car; a higher role includes the lower ones."""

    STRANGER = 0
    GUEST = 1
    DRIVER = 2
    OWNER = 3


class MemberState(StrEnum):
    """Life of a membership; only ``ACTIVE`` gives rights."""

    INVITED = "invited"
    ACTIVE = "active"
    PAUSED = "paused"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person's place in the family of one car."""

    person_id: int
    car_id: int
    role: Role
    state: MemberState = MemberState.ACTIVE
    expires_at: datetime | None = None


class BookingState(StrEnum):
    """Life of a booking."""

    REQUESTED = "requested"
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
