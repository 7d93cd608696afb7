"""The limits of alerts in words; pure."""

from alerts.models import AlertSettings
from alerts.thresholds import Threshold
from bot.localisation import Wording


def value_of(threshold: Threshold, value: float, wording: Wording) -> str:
    """Return a value of a threshold in the reader's units."""
    match threshold.unit:
        case "percent":
            return wording.percent(value)
        case "kpa":
            return wording.pressure(value)
    return wording.label("minutes", number=f"{value:g}")


def threshold_line(settings: AlertSettings, wording: Wording) -> str:
    """Return all limits in one line."""
    return wording.say(
        "threshold-lines",
        battery=wording.percent(settings.low_battery_percent),
        open=wording.label("minutes", number=f"{settings.left_open_minutes:g}"),
        climate=wording.label("minutes", number=f"{settings.climate_minutes:g}"),
        tyre=wording.pressure(settings.tyre_low_kpa),
    )


def evening_line(settings: AlertSettings, wording: Wording) -> str:
    """Return when the evening check is, if there is one."""
    if settings.evening_at is None:
        return ""
    return wording.say("evening-set", at=f"{settings.evening_at:%H:%M}")
