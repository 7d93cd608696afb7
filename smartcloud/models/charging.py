"""Charging beside the snapshot: limit, direct current, sessions, schedules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from smartcloud.models.status import Charging, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeLimit:
    """Target at which charging stops, from its own request."""

    percent: float | None = None
    set_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DcCharging:
    """Direct current of a #5, which its snapshot does not tell."""

    voltage_v: float | None = None
    current_a: float | None = None

    @property
    def power_kw(self) -> float | None:
        """Power into the battery."""
        if self.voltage_v is None or self.current_a is None:
            return None
        return round(self.voltage_v * self.current_a / 1000, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeStatus:
    """PROPOSED: the charge server's own view of a car."""

    charging: Charging = field(default_factory=Charging)
    state_of_charge_percent: float | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeRecord:
    """PROPOSED: one charging session of the past."""

    record_id: str
    started_at: datetime | None = None
    ended_at: datetime | None = None
    is_dc: bool | None = None
    start_percent: float | None = None
    end_percent: float | None = None
    energy_kwh: float | None = None
    position: Position | None = None

    @property
    def duration(self) -> timedelta | None:
        """How long it took."""
        if self.started_at is None or self.ended_at is None or self.ended_at < self.started_at:
            return None
        return self.ended_at - self.started_at

    @property
    def average_power_kw(self) -> float | None:
        """Mean power over the whole session."""
        if self.energy_kwh is None or not self.duration:
            return None
        return round(self.energy_kwh / (self.duration.total_seconds() / 3600), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargingSchedule:
    """The daily window for charging, in the car's local time."""

    is_active: bool | None = None
    starts_at: time | None = None
    ends_at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelPlan:
    """Preparation of a trip by its time of departure."""

    departs_at: datetime | None = None
    keeps_battery_warm: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeSettings:
    """PROPOSED: any variant of the charge settings as it is stored, values as texts."""

    variant: str = ""  # the cloud's bizType
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargingReservation:
    """The older form of a schedule; its entries are guessed."""

    is_active: bool | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    target_percent: float | None = None
