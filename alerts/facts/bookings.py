"""Facts about bookings: what is about to begin, what should be over, and who waits for the car."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta

from alerts.facts.home import is_at_home
from alerts.models import Fact
from alerts.view import View
from family.energy import outlook
from family.models import Booking, BookingState
from family.slots import HOLDING
from smartcloud.models import ChargingState

SOON = timedelta(minutes=30)
OVERRUN = timedelta(minutes=20)
LOW_AHEAD = timedelta(hours=12)
LATE_FOR = timedelta(hours=6)  # after this nobody needs to be told that a booking is over
PLANNING_KWH, PLANNING_KW = 62.0, 11.0  # of no influence on whether the charge will do

Judge = Callable[[View, Booking], Fact | None]


def key_of(booking: Booking) -> str:
    """Return a key that a booking at another time does not share."""
    return f"{booking.booking_id}@{booking.starts_at:%Y-%m-%dT%H:%M}"


def booking_of(view: View) -> Booking | None:
    """Return the booking that an episode is about."""
    return next((it for it in view.agenda.bookings if key_of(it) == view.key), None)


def begins_at(view: View) -> datetime | None:
    """Return when the booking that an episode is about begins."""
    booking = booking_of(view)
    return None if booking is None else booking.starts_at


def overrun_until(view: View) -> datetime | None:
    """Return until when it matters that somebody else still has the car."""
    booking = booking_of(view)
    return None if booking is None else booking.starts_at + OVERRUN


def soon(view: View) -> Mapping[str, Fact | None]:
    """Return ``later``, ``soon`` (within half an hour) or ``over`` per booking."""
    return _judged(view, _soon)


def overdue(view: View) -> Mapping[str, Fact | None]:
    """Return ``running``, ``out`` (ended, and the car is not back), ``back`` or ``over``."""
    return _judged(view, _overdue)


def low_before(view: View) -> Mapping[str, Fact | None]:
    """Return ``later``, ``short`` (the charge will not do), ``charging``, ``enough``, ``over``."""
    return _judged(view, _low_before)


def overrun(view: View) -> Mapping[str, Fact | None]:
    """Return ``later``, ``late`` (begins soon, somebody still has the car), ``ready``, ``over``."""
    return _judged(view, _overrun)


def holder_before(view: View, booking: Booking) -> Booking | None:
    """Return the booking of somebody else that came last and was not handed over."""
    earlier = [
        it
        for it in view.agenda.bookings
        if it.state in HOLDING
        and it.starts_at < booking.starts_at
        and it.person_id != booking.person_id
        and it.starts_at <= view.now
    ]
    return earlier[-1] if earlier else None


def expected_need(view: View, booking: Booking) -> float | None:
    """Return the percent that a booking with a distance needs, or ``None``."""
    battery = view.status.battery
    level, distance_km = battery.state_of_charge_percent, booking.distance_km
    if distance_km is None or not level or not battery.range_km:
        return None
    needed = outlook(
        battery, distance_km, capacity_kwh=PLANNING_KWH, charging_power_kw=PLANNING_KW
    ).needed_km
    if needed is None:
        return None
    limit = view.observation.charge_limit
    fullest = limit.percent if limit is not None and limit.percent is not None else 100.0
    return min(fullest, needed * level / battery.range_km)  # more has to be charged on the way


def _judged(view: View, judge: Judge) -> Mapping[str, Fact | None]:
    """Return the facts of bookings that count; those that are gone are over."""
    facts: dict[str, Fact | None] = dict.fromkeys(view.memory, "over")
    for booking in _counting(view):
        fact = judge(view, booking)
        key = key_of(booking)
        if key in view.memory or fact not in {"later", "over"}:
            facts[key] = fact
    return facts


def _counting(view: View) -> Iterator[Booking]:
    return (it for it in view.agenda.bookings if it.state in HOLDING)


def _soon(view: View, booking: Booking) -> Fact | None:
    if view.now < booking.starts_at - SOON:
        return "later"
    was_made_just_now = (
        booking.decided_at is not None and booking.decided_at > booking.starts_at - SOON
    )
    is_begun = booking.state is BookingState.ACTIVE or view.now >= booking.starts_at
    return "over" if is_begun or was_made_just_now else "soon"


def _overdue(view: View, booking: Booking) -> Fact | None:
    if view.now < booking.ends_at:
        return "running"
    if view.now > booking.ends_at + LATE_FOR:
        return "over"
    if not view.is_current:
        return None
    if not _was_driven(view, booking.starts_at):
        return "back"
    is_back = is_at_home(view)
    if is_back is None:  # nobody knows where home is: whoever took the car hands it over
        return "out" if booking.state is BookingState.ACTIVE else None
    return "back" if is_back else "out"


def _low_before(view: View, booking: Booking) -> Fact | None:
    if view.now < booking.starts_at - LOW_AHEAD:
        return "later"
    if view.now >= booking.starts_at:
        return "over"
    level, state = view.status.battery.state_of_charge_percent, view.status.charging.state
    if state is ChargingState.CHARGING:
        return "charging"
    is_known = level is not None and state is not ChargingState.UNKNOWN and view.is_current
    if level is None or not is_known or view.status.drive.is_running:
        return None
    need = expected_need(view, booking)
    return "short" if level < max(need or 0.0, view.settings.low_battery_percent) else "enough"


def _overrun(view: View, booking: Booking) -> Fact | None:
    if view.now < booking.starts_at - OVERRUN:
        return "later"
    if view.now >= booking.ends_at or booking.state is BookingState.ACTIVE:
        return "over"
    if view.now >= booking.starts_at + OVERRUN:
        return "over"
    if not view.is_current:
        return None
    before = holder_before(view, booking)
    is_home = is_at_home(view)
    if is_home is None:
        if before is None:
            return None
        return "late" if _was_driven(view, before.starts_at) else "ready"
    if is_home or (before is None and view.now >= booking.starts_at):
        return "ready"  # without a driver before, whoever drives after the start is the one
    return "late"


def _was_driven(view: View, since: datetime) -> bool:
    """Return whether the car may have been driven after ``since``."""
    parked_since = view.status.drive.parked_since
    return bool(view.status.drive.is_running) or parked_since is None or parked_since > since
