"""One snapshot of a car and its parts; ``None`` always means unknown."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum


class ChargingState(StrEnum):
    """What the charging system does; ``UNKNOWN`` is never treated as "not charging"."""

    DISCONNECTED = "disconnected"
    PLUGGED = "plugged"
    CHARGING = "charging"
    COMPLETE = "complete"
    ERROR = "error"
    UNKNOWN = "unknown"


class LockState(StrEnum):
    """Central locking of the whole car."""

    LOCKED = "locked"
    UNLOCKED = "unlocked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Battery:
    """The traction battery."""

    state_of_charge_percent: float | None = None
    range_km: float | None = None
    range_at_full_km: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Charging:
    """Cable, charger and power."""

    state: ChargingState = ChargingState.UNKNOWN
    is_plugged: bool | None = None
    is_dc: bool | None = None
    power_kw: float | None = None
    time_to_full: timedelta | None = None
    is_lid_open: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FourSeats:
    """A heating or ventilation level per seat, 0 (off) to 3."""

    driver: int | None = None
    passenger: int | None = None
    rear_left: int | None = None
    rear_right: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Climate:
    """Pre-conditioning and cabin; the cloud never tells the target temperature."""

    is_active: bool | None = None
    interior_temperature_c: float | None = None
    exterior_temperature_c: float | None = None
    is_defrosting: bool | None = None
    seat_heating: FourSeats = field(default_factory=FourSeats)
    is_steering_heating: bool | None = None
    seat_ventilation: FourSeats = field(default_factory=FourSeats)
    is_fragrance_active: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Openings:
    """Four doors or windows: True is open, False closed."""

    driver: bool | None = None
    passenger: bool | None = None
    rear_left: bool | None = None
    rear_right: bool | None = None

    @property
    def all_closed(self) -> bool | None:
        """True if all are known to be closed, False if one is open, else unknown."""
        states = (self.driver, self.passenger, self.rear_left, self.rear_right)
        if any(states):
            return False
        return None if None in states else True

    @property
    def open_names(self) -> tuple[str, ...]:
        """Names of those known to be open, in a fixed order."""
        return tuple(
            name
            for name in ("driver", "passenger", "rear_left", "rear_right")
            if getattr(self, name)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Locks and everything that opens."""

    lock_state: LockState = LockState.UNKNOWN
    doors: Openings = field(default_factory=Openings)
    windows: Openings = field(default_factory=Openings)
    is_trunk_open: bool | None = None
    is_trunk_locked: bool | None = None
    is_hood_open: bool | None = None
    is_sunshade_open: bool | None = None
    is_sunroof_open: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """WGS-84 position in decimal degrees."""

    latitude: float
    longitude: float
    is_trusted: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tyre:
    """One wheel."""

    pressure_kpa: float | None = None
    temperature_c: float | None = None
    has_warning: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tyres:
    """The four wheels; "driver" and "passenger" are sides, as the cloud names them."""

    driver: Tyre = field(default_factory=Tyre)
    passenger: Tyre = field(default_factory=Tyre)
    rear_left: Tyre = field(default_factory=Tyre)
    rear_right: Tyre = field(default_factory=Tyre)


@dataclass(frozen=True, slots=True, kw_only=True)
class Maintenance:
    """Odometer, service and the low-voltage battery."""

    odometer_km: float | None = None
    days_to_service: int | None = None
    distance_to_service_km: float | None = None
    has_service_warning: bool | None = None
    battery_12v_voltage_v: float | None = None
    battery_12v_percent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drive:
    """Is it being driven."""

    is_running: bool | None = None  # True: the drive system is ready
    speed_kmh: float | None = None
    parked_since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleStatus:
    """One snapshot of a car.

    ``updated_at`` is the car's own time of the snapshot (``updateTime``), ``fetched_at`` our time
    of asking. A frame whose ``updated_at`` is not newer than the last one says nothing new.
    """

    vin: str
    updated_at: datetime | None
    fetched_at: datetime
    battery: Battery = field(default_factory=Battery)
    charging: Charging = field(default_factory=Charging)
    climate: Climate = field(default_factory=Climate)
    access: Access = field(default_factory=Access)
    position: Position | None = None
    is_position_shared: bool | None = None  # False: the owner switched location sharing off
    tyres: Tyres = field(default_factory=Tyres)
    maintenance: Maintenance = field(default_factory=Maintenance)
    drive: Drive = field(default_factory=Drive)
    unknown_codes: tuple[str, ...] = ()  # "chargerState=12": contract changes, logged once


@dataclass(frozen=True, slots=True, kw_only=True)
class StateFlags:
    """Feature flags of a car from the state endpoint; only what is understood."""

    is_journal_on: bool | None = None
    is_position_upload_on: bool | None = None
    power_mode: str | None = None
    next_wakeup_at: datetime | None = None
    is_valet_on: bool | None = None
