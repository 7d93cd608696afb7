"""What is watched, what was noticed, and what is to be told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum

from family.models import Booking
from smartcloud.models import (
    ChargeLimit,
    Fault,
    Region,
    Sharing,
    Software,
    Vehicle,
    VehicleStatus,
)

Fact = str | bool
"""A coarse statement about a car ("charging", "inside", True); never a raw measurement."""


class Urgency(StrEnum):
    """May it wake somebody up."""

    SECURITY = "security"  # at once, also in quiet hours; orphans are sent again, marked
    NOTICE = "notice"  # at once, but not in quiet hours
    INFO = "info"  # may wait for the morning digest


class Change(StrEnum):
    """What happened to an episode."""

    OPENED = "opened"
    UPDATED = "updated"  # it lasts, and its message has something newer to show: a silent edit
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Geofence:
    """A circle on the ground."""

    geofence_id: int
    car_id: int
    name: str
    latitude: float
    longitude: float
    radius_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertSettings:
    """Thresholds and switches of one car's audience."""

    disabled: frozenset[str] = frozenset()  # names of alert rules
    low_battery_percent: float = 20.0
    left_open_minutes: float = 5.0
    climate_minutes: float = 30.0
    tyre_low_kpa: float = 200.0
    evening_at: time | None = time(20, 0)  # of the plug-in check; local time
    quiet_from: time | None = None  # local time of the chat
    quiet_until: time | None = None
    timezone: str = "Europe/Berlin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A chat wants to be told again, at ``at``, if it is still so."""

    chat_id: int
    rule: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What people have planned with a car: bookings of these days, and what to remind them of."""

    bookings: tuple[Booking, ...] = ()  # by start
    names: Mapping[int, str] = field(default_factory=dict)  # of the people who booked
    reminders: tuple[Reminder, ...] = ()


NOTHING_PLANNED = Agenda()


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """Everything a rule may look at in one poll; ``None`` is what was not asked this time."""

    status: VehicleStatus
    charge_limit: ChargeLimit | None = None
    geofences: tuple[Geofence, ...] = ()
    sharings: tuple[Sharing, ...] | None = None
    software: Software | None = None
    faults: tuple[Fault, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleState:
    """A rule's memory for one key (one fence, one request, or "" for the car)."""

    rule: str
    key: str
    fact: Fact
    since: datetime  # the car's time of the first frame with this fact
    candidate: Fact | None = None  # a changed fact that has not lasted ``hold_for`` yet
    candidate_since: datetime | None = None
    episode: str | None = None  # key of the open episode
    shown: str = ""  # what its message shows now, as far as a change is worth an edit


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeChange:
    """An episode of a rule begins or ends.

    ``episode`` is made from the car's own data (session start, sharing id), never from the time of
    the poll, so a repeated poll names the same episode.
    """

    rule: str
    key: str
    episode: str
    change: Change
    urgency: Urgency
    at: datetime  # the car's own time
    details: Mapping[str, str | float] = field(default_factory=dict)  # for the text; may be private
    only_chat_id: int | None = None  # told there alone, if that chat hears of the car
    variant: str = ""  # told to the chats with this threshold, see ``alerts/thresholds.py``


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedCar:
    """A car that is due, with everything a poll needs."""

    car_id: int
    account_id: int
    region: Region
    vehicle: Vehicle
    status: VehicleStatus | None  # the last stored one
    charge_limit: ChargeLimit | None
    rule_states: tuple[RuleState, ...]
    geofences: tuple[Geofence, ...]
    settings: AlertSettings
    agenda: Agenda = NOTHING_PLANNED
    other_settings: tuple[AlertSettings, ...] = ()  # of further chats that hear of the car
    failures: int = 0
    status_due: bool = True  # False: this round is for other clocks
    next_status_at: datetime | None = None
    next_sharing_at: datetime | None = None
    sharing_due: bool = False  # the clock of the sharing platform
    sharing_awaited: bool = False  # somebody waits for a request there
    care_due: bool = False  # the slow clock of software and faults
    is_cloud_down: bool = False  # others of the region have been told of an outage
    is_owner: bool = True  # of an account that owns the car: asks for sharing requests
    speaks_for_account: bool = True  # the one of an account's cars that tells of troubles
    lease: str = ""  # fencing token: a record with another lease is refused


@dataclass(frozen=True, slots=True, kw_only=True)
class PollOutcome:
    """What one poll brought; stored in one transaction with its episodes and outbox rows."""

    car: WatchedCar
    polled_at: datetime
    next_poll_at: datetime
    next_status_at: datetime | None = None  # None: with the next poll
    next_sharing_at: datetime | None = None
    next_care_at: datetime | None = None
    status: VehicleStatus | None = None  # None: failed, or not newer than the last
    charge_limit: ChargeLimit | None = None
    rule_states: tuple[RuleState, ...] | None = None  # None: unchanged
    changes: tuple[EpisodeChange, ...] = ()
    error: str | None = None  # class name of the error, for counting
    session_lost: bool = False  # the account has to log in again: told once


class DeliveryState(StrEnum):
    """Life of one message in the outbox."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    DEAD = "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message that is owed to one chat.

    ``key`` is unique with the chat: (kind, car, episode). ``edits`` holds the message id of an
    earlier delivery of the same episode, which is edited instead of sending a new message.
    """

    delivery_id: int
    chat_id: int
    car_id: int | None
    kind: str  # an alert rule, or "share_request", "share_decided", "session_lost"
    change: Change
    urgency: Urgency
    at: datetime
    details: Mapping[str, str | float]
    language: str
    timezone: str
    is_group: bool
    attempt: int
    is_repeat: bool = False  # an orphan of a killed sender: the text says so
    edits: int | None = None
    lease: str = ""
    settings: AlertSettings = field(default_factory=AlertSettings)  # of the chat: quiet hours
    muted_until: datetime | None = None  # this kind or this car, in this chat
    owed_since: datetime | None = None  # our time of storing the row; a car's clock may be wrong
    is_over: bool = False  # the end of its episode is owed already
    parts: tuple["Delivery", ...] = ()  # of a digest
    due_since: datetime | None = None  # the same, or the end of the quiet hours that held it back
    is_late: bool = False  # the text says from when it is
    is_expired: bool = False  # helps nobody any more: only its number is told
    is_silent: bool = False  # without a sound
    also: "tuple[Delivery, ...]" = ()  # listed below it; they share its fate


@dataclass(frozen=True, slots=True, kw_only=True)
class SendResult:
    """What became of one delivery."""

    delivery: Delivery
    state: DeliveryState  # SENT, DEAD, or PENDING for a later try
    message_id: int | None = None
    reason: str | None = None
    retry_at: datetime | None = None
    chat_gone: bool = False  # blocked or kicked: the chat is paused


POLL_LEASE = timedelta(minutes=2)
SEND_LEASE = timedelta(seconds=60)
LISTED_WITHIN = timedelta(minutes=10)
"""So long what may have been told waits for the chat's next message, to be listed there."""
