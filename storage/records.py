"""What this package hands out: frozen values; rows never leave it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from alerts.models import AlertSettings
from family.models import Role
from smartcloud.models import ChargeLimit, CommandState, Region, Tokens, Vehicle, VehicleStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who talks to the bot."""

    person_id: int
    first_name: str
    language: str | None  # chosen here, else as the door reported it
    timezone: str
    units: str = "metric"
    hears_answers: bool = False  # the answer to a voice note is spoken too


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A one-time link into the family of a car; the link itself is not kept."""

    token_hash: str
    car_id: int
    role: Role
    expires_at: datetime  # of the link, by people's time
    created_by: int
    booking_id: int | None = None  # what a guest is invited to
    label: str = ""  # for whom it is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What a kilowatt hour costs this car's family at home."""

    per_kwh: float
    currency: str  # ISO 4217


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Something that was to be reached at a time; ``kind`` is ``charge`` or ``climate``."""

    goal_id: int
    chat_id: int
    car_id: int
    person_id: int
    kind: str
    target: float  # percent, or °C
    due_at: datetime
    waits_since: datetime | None = None  # begins with a frame after this that shows the cable


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveCard:
    """The pinned message of a chat that follows a car."""

    chat_id: int
    car_id: int
    message_id: int | None
    digest: str
    next_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A private chat (its id is the person's) or a group."""

    chat_id: int
    is_group: bool
    title: str
    language: str | None  # chosen here, else as the door reported it
    timezone: str | None
    selected_car_id: int | None
    paused_reason: str | None  # set: nothing is sent, e.g. the bot was blocked


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A log-in to Smart's cloud that belongs to a chat."""

    account_id: int
    chat_id: int
    region: Region
    needs_login: bool
    tokens: Tokens | None
    quiet_until: datetime | None  # no log-in before this
    quiet_window_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Car:
    """A car of an account, with what was last heard of it."""

    car_id: int
    account_id: int
    owner_chat_id: int
    vehicle: Vehicle
    name: str
    status: VehicleStatus | None
    charge_limit: ChargeLimit | None
    next_poll_at: datetime
    failures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredButton:
    """What a tap on an inline button does; the chat only knows ``token``."""

    token: str
    chat_id: int
    message_id: int | None
    action: str
    payload: Mapping[str, Any]
    person_id: int | None  # only this person may press it; None: everybody with the rights
    expires_at: datetime
    used_at: datetime | None
    used_by: int | None
    result: str | None  # what a second tap is told
    once: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandEntry:
    """A line of the journal of commands; ``sent_at`` is None until it was begun, once."""

    command_id: int
    car_id: int
    chat_id: int
    person_id: int
    command: str
    arguments: Mapping[str, Any]
    state: CommandState
    created_at: datetime
    sent_at: datetime | None
    baseline_at: datetime | None  # the car's own time of the last status before
    message_id: int | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialog:
    """A question that a person has to answer in a chat."""

    chat_id: int
    person_id: int
    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a person wanted last, for follow-ups ("make it 23")."""

    chat_id: int
    person_id: int
    intent_name: str
    slots: Mapping[str, Any] = field(default_factory=dict)
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceChat:
    """A chat that hears a car's alerts."""

    chat_id: int
    is_group: bool
    language: str
    timezone: str
    settings: AlertSettings
    role: Role = Role.OWNER  # what its person may hear now; STRANGER: nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredUpdate:
    """One update of Telegram, as it came."""

    update_id: int
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SentMessage:
    """Where a delivery stands in a chat; ``message_id`` is None until it was sent."""

    delivery_id: int
    chat_id: int
    message_id: int | None
