"""When a car is asked next: fast while something may happen, slow while nothing can; pure.

The cloud's patience is the scarce thing. The policy spends it where an alert depends on it (a
drive, the end of a charge, a parked car inside a fence by day); ``tests`` hold a model of a week
that measures requests a day and the delay of alerts.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alerts.facts.place import distance_m, edge_m, trusted_position
from alerts.models import Geofence
from smartcloud.exceptions import (
    AuthenticationError,
    RateLimitError,
    SessionEvictedError,
    SmartCloudError,
    VehicleNotLinkedError,
)
from smartcloud.models import ChargeLimit, ChargingState, VehicleStatus

DAY_STARTS_HOUR, NIGHT_STARTS_HOUR = 6, 22  # local time; hardly anybody drives off in between

ALERT_HELD = timedelta(seconds=120)
DRIVING_NEAR_FENCE = timedelta(seconds=60)
DRIVING = timedelta(seconds=150)
JUST_PARKED = timedelta(seconds=120)
JUST_PARKED_LASTS = timedelta(minutes=10)
INSIDE_FENCE_BY_DAY = timedelta(seconds=210)
NEAR_USUAL_DEPARTURE = timedelta(seconds=150)
BEFORE_DEPARTURE_MIN, AFTER_DEPARTURE_MIN = 15, 30
FEWEST_DEPARTURES = 3
OLDER_FRAME = timedelta(seconds=40)  # a cache was asked: what is new stands behind it
PARKED_BY_DAY = timedelta(minutes=12)
PARKED_AT_NIGHT = timedelta(minutes=30)
CLIMATE_ON = timedelta(minutes=5)
NEAR_END_OF_CHARGE = timedelta(seconds=45)
LONGEST_WHILE_CHARGING = timedelta(minutes=20)
WITHOUT_ESTIMATE = timedelta(minutes=5)
NEAR_FENCE_M = 3000.0

FIRST_BACK_OFF = timedelta(seconds=30)
LONGEST_BACK_OFF = timedelta(minutes=15)
LONGEST_RETRY_AFTER = timedelta(hours=6)
SHORTEST_RETRY_AFTER = timedelta(minutes=2)
YIELD_TO_OTHER_CLIENT = timedelta(minutes=15)
NOT_LINKED = timedelta(hours=1)
WITHOUT_SESSION = timedelta(hours=24)  # a log-in makes the car due at once

SHARING_WHILE_AWAITED = timedelta(seconds=45)
SHARING_BY_DAY = timedelta(minutes=21)
SHARING_AT_NIGHT = timedelta(hours=2)
SHARING_WHILE_PENDING = timedelta(minutes=15)
SHARING_AFTER_ERROR = timedelta(minutes=15)
SHARING_UNSUPPORTED = timedelta(hours=24)

CARE = timedelta(hours=12)  # software and faults
CARE_AFTER_ERROR = timedelta(hours=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The longest that nobody asks; only a cloud with endless patience gets less than a day."""

    status: timedelta = timedelta(days=1)
    sharing: timedelta = timedelta(days=1)
    care: timedelta = timedelta(days=1)


PATIENT = Pace()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What the next poll depends on; ``status`` is the newest known frame."""

    status: VehicleStatus
    previous: VehicleStatus | None = None  # the frame before: for what this one does not tell
    departures: tuple[int, ...] = ()  # minutes of the day at which it usually leaves on such a day
    is_older_frame: bool = False  # what just came is older than what is known
    charge_limit: ChargeLimit | None = None
    geofences: tuple[Geofence, ...] = ()
    timezone: str = "Europe/Berlin"
    is_alert_held: bool = False  # a changed fact waits for the time that it has to last
    event_at: datetime | None = None  # a booking, the evening check: the car is looked at then


def next_poll_at(outlook: Outlook, now: datetime, *, jitter: float = 0.0) -> datetime:
    """Return when to ask again after an answer; ``jitter`` in [0, 1) takes off up to a tenth."""
    due = now + _interval(outlook, now) * (1 - jitter / 10)
    return due if outlook.event_at is None else min(due, max(now, outlook.event_at))


def next_poll_after_error(
    error: Exception, failures: int, now: datetime, *, jitter: float = 0.0
) -> datetime:
    """Return when to ask again after the failure number ``failures`` (from 1) in a row."""
    match error:
        case RateLimitError(retry_after=timedelta() as retry_after):
            wait = min(max(retry_after, SHORTEST_RETRY_AFTER), LONGEST_RETRY_AFTER)
        case RateLimitError():
            wait = max(SHORTEST_RETRY_AFTER, _back_off(failures))
        case SessionEvictedError():
            wait = YIELD_TO_OTHER_CLIENT
        case AuthenticationError():
            wait = WITHOUT_SESSION
        case VehicleNotLinkedError() if failures > 3:
            wait = NOT_LINKED
        case _:
            wait = _back_off(failures)
    return now + wait * (1 + jitter / 5)


def next_sharing_at(
    now: datetime,
    timezone: str,
    *,
    is_pending: bool = False,
    is_awaited: bool = False,
    error: SmartCloudError | None = None,
) -> datetime:
    """Return when to ask the sharing platform again; one that does not answer is left alone."""
    if error is not None and not (is_awaited and error.temporary):
        return now + (SHARING_AFTER_ERROR if error.temporary else SHARING_UNSUPPORTED)
    if is_awaited:
        return now + SHARING_WHILE_AWAITED
    if not is_day(now, timezone):
        return now + SHARING_AT_NIGHT
    return now + (SHARING_WHILE_PENDING if is_pending else SHARING_BY_DAY)


def next_care_at(now: datetime, *, is_failed: bool, jitter: float = 0.0) -> datetime:
    """Return when to ask for software and faults again; what changes by the week can wait."""
    return now + (CARE_AFTER_ERROR if is_failed else CARE) * (1 + jitter / 5)


def is_day(now: datetime, timezone: str) -> bool:
    """Return whether people are likely to be about."""
    hour = now.astimezone(ZoneInfo(timezone)).hour
    return DAY_STARTS_HOUR <= hour < NIGHT_STARTS_HOUR


def _interval(outlook: Outlook, now: datetime) -> timedelta:
    if outlook.is_older_frame:
        return OLDER_FRAME
    outlook = replace(outlook, status=_filled(outlook.status, outlook.previous))
    status = outlook.status
    if outlook.is_alert_held:
        return ALERT_HELD
    if status.drive.is_running:
        return DRIVING_NEAR_FENCE if _is_near_a_fence(outlook, NEAR_FENCE_M) else DRIVING
    candidates = [_while_parked(outlook, status, now)]
    if status.charging.state is ChargingState.CHARGING:
        candidates.append(_while_charging(status, outlook.charge_limit, now))
    if status.climate.is_active:
        candidates.append(CLIMATE_ON)
    return min(candidates)


def _while_parked(outlook: Outlook, status: VehicleStatus, now: datetime) -> timedelta:
    parked_since = status.drive.parked_since
    if parked_since is not None and now - parked_since < JUST_PARKED_LASTS:
        return JUST_PARKED
    if not is_day(now, outlook.timezone):
        return PARKED_AT_NIGHT
    if not _is_near_a_fence(outlook, 0):
        return PARKED_BY_DAY
    return NEAR_USUAL_DEPARTURE if _leaves_soon(outlook, now) else INSIDE_FENCE_BY_DAY


def _leaves_soon(outlook: Outlook, now: datetime) -> bool:
    """Return whether it is about the time at which the car usually leaves."""
    usual = sorted(outlook.departures)
    if len(usual) < FEWEST_DEPARTURES:
        return False
    local = now.astimezone(ZoneInfo(outlook.timezone))
    minute = local.hour * 60 + local.minute
    return usual[0] - BEFORE_DEPARTURE_MIN <= minute <= usual[-1] + AFTER_DEPARTURE_MIN


def _filled(status: VehicleStatus, previous: VehicleStatus | None) -> VehicleStatus:
    """Return the frame with the parts that it does not tell from the one before.

    For the pace alone: an unknown code in the middle of a charge does not end the charge.
    """
    if previous is None:
        return status
    charging, battery = status.charging, status.battery
    if charging.state is ChargingState.UNKNOWN:
        charging = previous.charging
    elif charging.state is ChargingState.CHARGING and charging.time_to_full is None:
        charging = replace(charging, time_to_full=previous.charging.time_to_full)
    if battery.state_of_charge_percent is None:
        battery = previous.battery
    drive = status.drive if status.drive.is_running is not None else previous.drive
    is_placed = trusted_position(status) is not None
    position = status.position if is_placed else previous.position
    return replace(status, charging=charging, battery=battery, drive=drive, position=position)


def _while_charging(status: VehicleStatus, limit: ChargeLimit | None, now: datetime) -> timedelta:
    """Return half of the time that is left: short near the end, never very long.

    The car's own estimate counts to full, so a lower target comes earlier; the levels tell how
    much. A charge that is overdue by the estimate is asked about less and less.
    """
    level, to_full = status.battery.state_of_charge_percent, status.charging.time_to_full
    if level is None or to_full is None:
        return WITHOUT_ESTIMATE
    target = limit.percent if limit is not None and limit.percent is not None else 100.0
    missing = max(0.0, target - level - 1)
    left = to_full * (missing / max(1.0, 100.0 - level)) - (now - status.fetched_at)
    wait = left / 2 if left > timedelta(0) else -left / 10
    return min(LONGEST_WHILE_CHARGING, max(NEAR_END_OF_CHARGE, wait))


def _is_near_a_fence(outlook: Outlook, margin_m: float) -> bool:
    """Return whether the car is within ``margin_m`` of a fence; yes, if that is not known."""
    position = trusted_position(outlook.status)
    if position is None:
        return bool(outlook.geofences)
    return any(
        distance_m(position, fence) <= fence.radius_m + max(margin_m, edge_m(fence))
        for fence in outlook.geofences
    )


def _back_off(failures: int) -> timedelta:
    doublings = min(max(failures, 1) - 1, 10)
    return min(LONGEST_BACK_OFF, timedelta(seconds=FIRST_BACK_OFF.seconds << doublings))
