"""Battery, range and charging in words."""

from bot.localisation import Wording
from bot.rendering.view import CarView, Sentences
from smartcloud.models import ChargingState


def battery_status(view: CarView, wording: Wording) -> Sentences:
    """Return the level, the range, and what the charger does."""
    details = (*charging_details(view, wording), _range_at_full(view, wording))
    return Sentences(answer=level_line(view, wording), details=tuple(filter(None, details)))


def range_query(view: CarView, wording: Wording) -> Sentences:
    """Return how far the car can drive."""
    battery = view.status.battery
    if battery.range_km is None:
        return Sentences(answer=wording.say("range-unknown"))
    answer = wording.say(
        "range-line",
        range=wording.distance(battery.range_km),
        level=wording.percent(battery.state_of_charge_percent),
    )
    return Sentences(answer=answer, details=tuple(filter(None, [_range_at_full(view, wording)])))


def charging_status(view: CarView, wording: Wording) -> Sentences:
    """Return what the charging system does, and until when."""
    level = view.status.battery.state_of_charge_percent
    now = () if level is None else (wording.say("level-now", level=wording.percent(level)),)
    state, *rest = charging_details(view, wording, always=True)
    return Sentences(answer=state, details=(*now, *rest))


def time_to_full(view: CarView, wording: Wording) -> Sentences:
    """Return the time left and the hour at which it ends, in the reader's zone."""
    charging = view.status.charging
    details = charging_status(view, wording).details
    if charging.state is ChargingState.UNKNOWN:
        return Sentences(answer=wording.say("charging-unknown"), details=details)
    if charging.state is not ChargingState.CHARGING:
        return Sentences(answer=wording.say("time-to-full-idle"), details=details)
    if charging.time_to_full is None:
        return Sentences(answer=wording.say("time-to-full-unknown"), details=details)
    answer = wording.say(
        "time-to-full-line", length=charging.time_to_full, at=_done_at(view, wording)
    )
    level = view.status.battery.state_of_charge_percent
    more = () if level is None else (wording.say("level-now", level=wording.percent(level)),)
    return Sentences(answer=answer, details=(*more, *_limit(view, wording)))


def level_line(view: CarView, wording: Wording) -> str:
    """Return ``64 %, about 213 km`` as far as it is known."""
    battery = view.status.battery
    if battery.state_of_charge_percent is None:
        return wording.say("battery-unknown")
    level = wording.percent(battery.state_of_charge_percent)
    if battery.range_km is None:
        return wording.say("battery-line-level", level=level)
    return wording.say("battery-line", level=level, range=wording.distance(battery.range_km))


def charging_details(view: CarView, wording: Wording, *, always: bool = False) -> tuple[str, ...]:
    """Return state, end and limit of a charge; nothing for an unplugged car unless ``always``."""
    charging = view.status.charging
    if charging.state in {ChargingState.DISCONNECTED, ChargingState.UNKNOWN}:
        return (wording.say(f"charging-{charging.state.value}"),) if always else ()
    if charging.state is not ChargingState.CHARGING:
        return (wording.say(f"charging-{charging.state.value}"), *_limit(view, wording))
    state = (
        wording.say("charging-charging-power", power=wording.power(charging.power_kw))
        if charging.power_kw
        else wording.say("charging-charging")
    )
    until = (
        (wording.say("charging-until", length=charging.time_to_full, at=_done_at(view, wording)),)
        if charging.time_to_full is not None
        else ()
    )
    return (state, *until, *_limit(view, wording))


def _limit(view: CarView, wording: Wording) -> tuple[str, ...]:
    limit = view.charge_limit
    if limit is None or limit.percent is None:
        return ()
    return (wording.say("charging-limit", limit=wording.percent(limit.percent)),)


def _done_at(view: CarView, wording: Wording) -> str:
    left = view.status.charging.time_to_full
    if left is None:
        return wording.say("unknown-value")
    return wording.day_and_time((view.status.updated_at or view.status.fetched_at) + left)


def _range_at_full(view: CarView, wording: Wording) -> str:
    at_full = view.status.battery.range_at_full_km
    if at_full is None:
        return ""
    return wording.say("battery-at-full", range=wording.distance(at_full))
