"""People around an account: member, PIN, invitations, grants, keys. All shapes are PROPOSED."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """The person behind an account."""

    user_id: str
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    country: str | None = None

    def __repr__(self) -> str:
        """Say nothing personal: this may reach a log."""
        return "Member(...)"


@dataclass(frozen=True, slots=True, kw_only=True)
class PinState:
    """Whether a PIN protects commands."""

    is_set: bool | None = None
    is_enabled: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PinCheck:
    """Whether a PIN was right, and how often one may try again."""

    is_right: bool | None = None
    attempts_left: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """An invitation to a car."""

    invitation_id: str
    vin: str | None = None
    status: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationSwitch:
    """One kind of message that the phone application shows."""

    kind: str
    is_enabled: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """An authorisation to process data of a car."""

    service_code: str
    is_granted: bool | None = None
    vin: str | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedService:
    """A service of the car that was bought."""

    service_id: str
    name: str | None = None
    status: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedCar:
    """A car as the account service knows it."""

    vin: str
    nickname: str | None = None
    plate: str | None = None
    bound_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitalKey:
    """A key in a phone; using it needs Bluetooth, so this is for looking only."""

    key_id: str
    vin: str | None = None
    user_id: str | None = None
    kind: str | None = None
    status: str | None = None
    name: str | None = None
    is_frozen: bool | None = None
    valid_from: datetime | None = None
    valid_to: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyOwner:
    """Somebody who has a key."""

    user_id: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyUse:
    """One use of a key."""

    key_id: str
    action: str | None = None
    used_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedLogIn:
    """Another service by which one may log in."""

    kind: str
    is_linked: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleInformation:
    """What the pairing service knows about a car."""

    vin: str
    model: str | None = None
    trim: str | None = None
    model_year: str | None = None
    colour: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A legal text that was accepted."""

    kind: str
    version: str | None = None
    signed_at: datetime | None = None
