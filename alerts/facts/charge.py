"""Facts about charging and the traction battery."""

from collections.abc import Mapping
from datetime import timedelta

from alerts.models import Fact
from alerts.view import View
from smartcloud.models import ChargingState

TARGET_TOLERANCE_PERCENT = 1.0  # the car stops a little early, and the level is rounded
NEAR_TARGET_PERCENT = 2.0  # who unplugs this close to the target has a charged car
TOP_UP_PERCENT = 3.0  # a plugged car that is full charges again for minutes: no news
STEADY_AFTER = timedelta(minutes=15)  # a resumed charge that lasts this long is a charge like any
LOW_HYSTERESIS_PERCENT = 3.0


def charge_outcome(view: View) -> Mapping[str, Fact | None]:
    """Return how the charging goes.

    ``idle`` (nothing to tell), ``charging``, ``finishing`` (charging, near the target), ``resumed``
    (charging again, shortly after an interruption), ``complete`` or ``interrupted``.
    """
    last = view.last_fact
    match view.status.charging.state:
        case ChargingState.UNKNOWN:
            return {"": None}
        case ChargingState.CHARGING:
            return {"": _while_charging(view)}
        case ChargingState.DISCONNECTED:
            return {"": "complete" if _has_just_ended(view) else "idle"}
        case _:
            has_charged = last not in {None, "idle"} or _gained_charge(view)
            return {"": _after_charging(view) if has_charged else "idle"}


def _while_charging(view: View) -> Fact:
    missing, last = missing_percent(view), view.last_fact
    if last == "complete" and missing is not None and missing <= TOP_UP_PERCENT:
        return "complete"
    if missing is not None and missing <= NEAR_TARGET_PERCENT:
        return "finishing"
    if last == "interrupted" or (last == "resumed" and not _is_steady(view)):
        return "resumed"
    return "charging"


def _has_just_ended(view: View) -> bool:
    """Return whether a charge reached its target and was unplugged before it was seen to."""
    missing = missing_percent(view)
    is_at_target = missing is not None and missing <= TARGET_TOLERANCE_PERCENT
    last = view.last_fact
    return last == "finishing" or (last in {"charging", "resumed"} and is_at_target)


def _after_charging(view: View) -> Fact | None:
    """Return what became of a charge; its target decides, and an unknown target leaves it open."""
    last, missing = view.last_fact, missing_percent(view)
    is_at_target = missing is not None and missing <= TARGET_TOLERANCE_PERCENT
    if is_at_target or view.status.charging.state is ChargingState.COMPLETE:
        return "complete"
    if last in {"complete", "finishing"}:
        return "complete"
    if missing is None:
        return None
    return "idle" if last in {None, "idle"} else "interrupted"


def _gained_charge(view: View) -> bool:
    """Return whether a whole charge went by between two frames."""
    if view.previous is None:
        return False
    now = view.status.battery.state_of_charge_percent
    then = view.previous.battery.state_of_charge_percent
    return now is not None and then is not None and now >= then + TOP_UP_PERCENT


def _is_steady(view: View) -> bool:
    updated_at, before = view.status.updated_at, view.before
    if updated_at is None or before is None:
        return False
    return updated_at - before.since >= STEADY_AFTER


def plugged(view: View) -> Mapping[str, Fact | None]:
    """Return ``unplugged``, ``charging``, ``enough`` or ``waiting`` (for a charge to begin)."""
    match view.status.charging.state:
        case ChargingState.UNKNOWN:
            return {"": None}
        case ChargingState.DISCONNECTED:
            return {"": "unplugged"}
        case ChargingState.CHARGING:
            return {"": "charging"}
        case ChargingState.COMPLETE:
            return {"": "enough"}
        case ChargingState.PLUGGED | ChargingState.ERROR:
            missing = missing_percent(view)
            if missing is None:
                return {"": None}
            return {"": "enough" if missing <= TOP_UP_PERCENT else "waiting"}


def battery(view: View) -> Mapping[str, Fact | None]:
    """Return ``ok``, ``low`` or ``charging``; a driver sees the level, so driving tells nothing."""
    status = view.status
    level, state = status.battery.state_of_charge_percent, status.charging.state
    if state is ChargingState.CHARGING:
        return {"": "charging"}
    if level is None or state is ChargingState.UNKNOWN or status.drive.is_running is None:
        return {"": None}
    was_low = view.last_fact == "low"
    threshold = view.settings.low_battery_percent + (LOW_HYSTERESIS_PERCENT if was_low else 0)
    if level >= threshold:
        return {"": "ok"}
    return {"": None if status.drive.is_running else "low"}


def missing_percent(view: View) -> float | None:
    """Return how much is missing to the target, or ``None`` if level or target is unknown."""
    level, limit = view.status.battery.state_of_charge_percent, view.observation.charge_limit
    if level is None or limit is None or limit.percent is None:
        return None
    return limit.percent - level
