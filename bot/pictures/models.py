"""What the pictures show: numbers to place, and words that are already in the person's language.

Instants are aware and in the time zone of the person; that is the zone the axes are laid out in.
Numbers may be anything: those that cannot be shown (not a number, infinite) are left out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The answer, first: ``value`` is the largest text of the picture."""

    title: str
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A small tile below the picture ("Power", "7.2 kW")."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargePoint:
    """A charge of the traction battery at an instant."""

    at: datetime
    level_percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargingPicture:
    """A charge so far and how it is expected to go on."""

    heading: Heading
    measured: tuple[ChargePoint, ...]
    expected: tuple[ChargePoint, ...] = ()  # to the target; joined to the last measured point
    target_percent: float | None = None
    target_label: str = ""
    end_label: str = ""  # beside the last expected point ("21:40")
    empty_label: str = ""  # shown when there is no point at all
    facts: tuple[Fact, ...] = ()
    clock: Callable[[datetime], str]  # a time of day in the person's locale
    percent: Callable[[float], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A position in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TripPicture:
    """The way of one trip."""

    heading: Heading
    track: tuple[Place, ...]
    start_label: str = ""
    end_label: str = ""
    empty_label: str = ""
    facts: tuple[Fact, ...] = ()
    distance: Callable[[float], str]  # metres -> text of the scale bar
    unit_m: float = 1.0  # of which the scale bar has a round number: a metre, or a mile


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One day or week; ``amounts`` has one number for each series, in their order."""

    label: str
    amounts: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarsPicture:
    """Distance, energy or cost by day or week, stacked by person."""

    heading: Heading
    series: tuple[str, ...]  # names of the people; one series needs no legend
    bars: tuple[Bar, ...]
    amount: Callable[[float], str]  # an amount with its unit ("120 km")
    unit: float = 1.0  # the amount that is one on the axis: of kilometres 1, or a mile
    empty_label: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tyre:
    """One wheel; ``value`` is ``None`` when the car did not say."""

    name: str
    value: str | None
    is_warning: bool = False
    note: str = ""  # second line, such as the temperature


@dataclass(frozen=True, slots=True, kw_only=True)
class TyrePicture:
    """The four tyres around the car, seen from above with the front at the top."""

    heading: Heading
    unit: str
    front_left: Tyre
    front_right: Tyre
    rear_left: Tyre
    rear_right: Tyre


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A column of the week."""

    day: date
    name: str  # "Mon"
    number: str  # "24"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarBooking:
    """Who has the car from when to when; bookings of a car never overlap."""

    person: str
    start_at: datetime
    end_at: datetime
    detail: str = ""  # second line, such as the time
    is_whole_day: bool = False  # from the start's day up to, not including, a midnight end
    is_request: bool = False  # not yet approved: drawn as an outline


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPicture:
    """Some days (a week) with the bookings of a car."""

    heading: Heading
    days: tuple[CalendarDay, ...]
    bookings: tuple[CalendarBooking, ...]
    people: tuple[str, ...] = ()  # fixes the colours; others follow as they appear
    now: datetime | None = None
    hour: Callable[[int], str]  # 0..24 -> text of the axis
