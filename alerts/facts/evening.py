"""Facts about the evening: will what is in the battery do for tomorrow, and is the cable in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.diary import usual_use_percent
from alerts.facts.bookings import expected_need
from alerts.facts.home import is_at_home
from alerts.models import Fact
from alerts.view import View
from family.models import Booking
from family.slots import HOLDING
from smartcloud.models import ChargingState

RULE = "evening_plug_in"
LASTS = timedelta(hours=3)
RESERVE_PERCENT = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What tomorrow asks for, and why that is believed."""

    percent: float
    reason: str  # "booking", "usual" or "low"
    booking: Booking | None = None


def plug_in(view: View) -> Mapping[str, Fact | None]:
    """Return the fact of this evening, and of each reminder that a chat has set.

    ``plug_in`` (at home, no cable, and tomorrow needs more), ``fine``, ``plugged``, ``away``, or
    ``past``. The key is the day, and for a reminder also the chat and its time.
    """
    facts: dict[str, Fact | None] = dict.fromkeys(view.memory, "past")
    begun = evening_of(view.now, view.settings.evening_at, view.settings.timezone)
    if begun is not None:
        facts[begun.date().isoformat()] = _now(view)
    for reminder in view.agenda.reminders:
        if reminder.rule == RULE and reminder.at <= view.now < reminder.at + LASTS:
            facts[f"{reminder.chat_id}@{reminder.at:%Y-%m-%dT%H:%M}"] = _now(view)
    return facts


def reminded_chat(key: str) -> int | None:
    """Return the chat that asked to be reminded, from the key of its episode."""
    chat_id, found, _ = key.partition("@")
    return int(chat_id) if found else None


def evening_of(now: datetime, at: time | None, timezone: str) -> datetime | None:
    """Return when the evening that lasts at ``now`` began, in local time."""
    if at is None:
        return None
    local = now.astimezone(ZoneInfo(timezone))
    for day in (local.date(), local.date() - timedelta(days=1)):
        begun = datetime.combine(day, at, tzinfo=local.tzinfo)
        if begun <= local < begun + LASTS:
            return begun
    return None


def need_of(view: View) -> Need:
    """Return what the battery should hold for tomorrow, with a reserve."""
    local = view.now.astimezone(ZoneInfo(view.settings.timezone))
    tomorrow = (local + timedelta(hours=12)).date()
    usual = usual_use_percent(view.diary, tomorrow)
    needs = [Need(percent=view.settings.low_battery_percent, reason="low")]
    if usual is not None:
        needs.append(Need(percent=usual + RESERVE_PERCENT, reason="usual"))
    for booking in view.agenda.bookings:
        starts = booking.starts_at.astimezone(local.tzinfo)
        if booking.state in HOLDING and local < starts and starts.date() <= tomorrow:
            percent = expected_need(view, booking)
            if percent is not None:
                needs.append(Need(percent=percent, reason="booking", booking=booking))
    return max(needs, key=lambda need: need.percent)


def _now(view: View) -> Fact | None:
    status = view.status
    level, state = status.battery.state_of_charge_percent, status.charging.state
    if state is ChargingState.UNKNOWN:
        return None
    if state is not ChargingState.DISCONNECTED:
        return "plugged"
    is_home = is_at_home(view)
    if is_home is None or level is None:
        return None
    if not is_home:
        return "away"
    return "plug_in" if level < need_of(view).percent else "fine"
