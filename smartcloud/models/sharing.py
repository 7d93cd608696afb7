"""PROPOSED: sharings of a car on Smart's platform."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from smartcloud.models.status import Position


class SharingStatus(StrEnum):
    """PROPOSED states of a sharing on Smart's platform."""

    PENDING = "PENDING"
    ACCEPTED = "ACCEPTED"
    IN_PROGRESS = "IN_PROGRESS"
    FINISHED = "FINISHED"
    CANCELLED = "CANCELLED"
    REJECTED = "REJECTED"
    EXPIRED = "EXPIRED"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """PROPOSED: one sharing of a car on Smart's platform.

    A ``PENDING`` sharing of one's own car that names an acceptor's user id is that person's request
    and waits for the owner; one without is the owner's own invitation and waits for the friend.
    """

    sharing_id: str
    vin: str
    status: SharingStatus
    owner_user_id: str
    acceptor_user_id: str = ""
    acceptor_name: str = ""  # PROPOSED "acceptorName", else the account
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    rights: tuple[str, ...] = ()

    @property
    def is_request(self) -> bool:
        """True if somebody asks and the owner has to decide."""
        return self.status is SharingStatus.PENDING and bool(self.acceptor_user_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareableCar:
    """PROPOSED: a car that may be shared."""

    vin: str
    name: str | None = None
    plate: str | None = None
    is_shareable: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCarStatus:
    """PROPOSED: the little that both sides see of a car during a sharing."""

    vin: str
    state_of_charge_percent: float | None = None
    is_locked: bool | None = None
    position: Position | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptorCheck:
    """PROPOSED: whether a person may be invited."""

    is_eligible: bool | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingLimits:
    """PROPOSED: the limits within which a shared car may be shared on."""

    ends_at: datetime | None = None
    rights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingDecision:
    """PROPOSED: whether a sharing has been decided yet."""

    is_finished: bool | None = None
    sharing: Sharing | None = None
