"""The condition of a car: faults, software, telematics."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One diagnostic trouble code; the shape is guessed."""

    code: str
    severity: str | None = None
    occurred_at: datetime | None = None
    is_active: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Software:
    """What runs in the car, and what could."""

    current_version: str | None = None
    target_version: str | None = None
    has_update: bool | None = None
    status: str | None = None
    notes: Mapping[str, str] = field(default_factory=dict)  # language tag -> notes of the target


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftwareNotice:
    """One waiting update; the shape is guessed."""

    assignment_id: str
    version: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TelematicsUnit:
    """The car's own modem; the shape is guessed."""

    software_version: str | None = None
    hardware_version: str | None = None
    connectivity: str | None = None
    power_mode: str | None = None
    backup_battery_voltage_v: float | None = None
    backup_battery_percent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataVolume:
    """PROPOSED: data of the car's SIM card."""

    total_mb: float | None = None
    used_mb: float | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PushMessage:
    """PROPOSED: a message that the cloud kept for the phone application."""

    message_id: str = ""
    title: str | None = None
    text: str | None = None
    sent_at: datetime | None = None
