"""PROPOSED variants of the charge settings; the numbers but 4, 6 and 7 are placeholders."""

from datetime import datetime, time
from typing import Any

Body = dict[str, Any]


def now(vin: str) -> Body:
    """Return the body that charges at once."""
    return {"bizType": "1", "command": "start", "vin": vin}


def once(vin: str, starts_at: time, ends_at: time) -> Body:
    """Return the body for one window."""
    return {"bizType": "2", "command": "start", **_window(starts_at, ends_at), "vin": vin}


def cheap_hours(vin: str, starts_at: time, ends_at: time, target_percent: int) -> Body:
    """Return the body for the hours of a cheap tariff."""
    window = _window(starts_at, ends_at)
    target = {"targetSoc": str(target_percent)}
    return {"bizType": "3", "command": "start", **window, **target, "vin": vin}


def travel_plan(vin: str, departs_at: datetime) -> Body:
    """Return the body that prepares a departure."""
    stamp = str(round(departs_at.timestamp() * 1000))
    plan = {"scheduledTime": stamp, "scheduleList": []}
    return {"bizType": "4", "command": "start", **plan, "vin": vin}


def general(vin: str, target_percent: int) -> Body:
    """Return the body of the general target."""
    return {"bizType": "5", "command": "start", "targetSoc": str(target_percent), "vin": vin}


def temperature_control(vin: str, temperature_c: float) -> Body:
    """Return the body that holds the battery's temperature."""
    target = {"mode": "1", "temp": f"{temperature_c:.1f}"}
    return {"bizType": "8", "command": "start", **target, "vin": vin}


def _window(starts_at: time, ends_at: time) -> Body:
    return {"startTime": f"{starts_at:%H:%M}", "endTime": f"{ends_at:%H:%M}"}
