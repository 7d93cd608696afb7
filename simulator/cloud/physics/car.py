"""The physical state of a car as one frozen value, so that a snapshot is only a reference."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from simulator.cloud.physics.models import CarModel

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")
Point = tuple[float, float]  # latitude, longitude in degrees


@dataclass(frozen=True, slots=True, kw_only=True)
class Four(Generic[T_co]):
    """One value per door, window, seat or wheel; "driver" is the driver's side."""

    driver: T_co
    passenger: T_co
    rear_left: T_co
    rear_right: T_co


PLACES = ("driver", "passenger", "rear_left", "rear_right")


def four(value: T) -> Four[T]:
    """Return the same value at all four places."""
    return Four(driver=value, passenger=value, rear_left=value, rear_right=value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """Battery, cable and charger."""

    soc: float  # percent
    limit: float = 80.0  # percent
    limit_set_at: float = 0.0  # simulated epoch seconds
    cable: str = ""  # "", "ac" or "dc"
    charger_kw: float = 11.0
    is_charging: bool = False
    lid_open: bool = False
    by_plan: bool = False  # a charging window has started it and will stop it


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Everything that locks or opens; window positions in percent open."""

    locked: bool = True
    trunk_locked: bool = True
    doors: Four[bool] = field(default_factory=lambda: four(value=False))
    windows: Four[int] = field(default_factory=lambda: four(0))
    trunk: bool = False
    hood: bool = False
    sunshade_open: bool = False
    honks: int = 0
    flashes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Climate:
    """Cabin, pre-conditioning and comfort; temperatures in degrees Celsius."""

    cabin: float
    outside: float
    outside_fixed: bool = False  # set by hand, so neither hour nor season change it
    target: float = 21.0
    active: bool = False
    ends_at: float = 0.0
    defrost: bool = False
    defrost_ends_at: float = 0.0
    seat_heating: Four[int] = field(default_factory=lambda: four(0))
    seat_ventilation: Four[int] = field(default_factory=lambda: four(0))
    steering_heating: bool = False
    comfort_ends_at: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """Where the car is and how it moves."""

    latitude: float
    longitude: float
    heading: float = 0.0  # degrees, 0 is north
    speed: float = 0.0  # km/h
    odometer: float = 0.0  # km
    parked_since: float = 0.0
    route: tuple[Point, ...] = ()  # points still ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Tyres (kPa, degrees Celsius), the 12-volt battery (percent), and trouble codes."""

    tyres: Four[float] = field(default_factory=lambda: four(242.0))
    tyre_temperature: float = 10.0
    filled_at: float = 10.0  # degrees Celsius at which ``tyres`` holds
    battery_12v: float = 92.0
    fault_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When charging is wanted: minutes of the local day; the end may be on the next one."""

    start: int
    end: int
    target: float | None = None  # percent
    once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Warm:
    """A daily pre-conditioning at a minute of the local day."""

    minute: int
    target: float = 21.0
    lasts_s: float = 1800.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """What the car shall do later; the charging plan that was written last is the one."""

    window: Window | None = None
    warm: Warm | None = None
    departure: float | None = None  # simulated epoch seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """Accessories whose services are only guessed; most cars have but the fragrance."""

    fitted: frozenset[str] = frozenset({"fragrance"})
    fridge_on: bool = False
    fragrance_on: bool = False
    locker_locked: bool = True
    theft_watch: bool = True


ACCESSORIES = ("fridge", "fragrance", "locker", "theft_watch")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The telematics box and what its owner allows."""

    online: bool = True
    location_sharing: bool = True
    journal: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Car:
    """A car at the simulated instant ``at`` (epoch seconds)."""

    vin: str
    region: str
    name: str
    model: CarModel
    at: float
    charge: Charge
    climate: Climate
    motion: Motion
    body: Body = field(default_factory=Body)
    health: Health = field(default_factory=Health)
    link: Link = field(default_factory=Link)
    plans: Plans = field(default_factory=Plans)
    extras: Extras = field(default_factory=Extras)

    @property
    def is_driving(self) -> bool:
        """True while the drive system is ready and the car moves."""
        return self.motion.speed > 0

    @property
    def is_active(self) -> bool:
        """True while something goes on that makes the car report often."""
        climate = self.climate
        return self.is_driving or self.charge.is_charging or climate.active or climate.defrost
