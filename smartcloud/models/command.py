"""The life of a command."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CommandState(StrEnum):
    """Life of one command sent to a car."""

    SENDING = "sending"
    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    REJECTED = "rejected"
    LOST = "lost"  # sent, and no answer came: the car may or may not have done it


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandReceipt:
    """The cloud accepted a command; that is not yet done by the car."""

    command: str
    accepted_at: datetime
    session_id: str = ""
