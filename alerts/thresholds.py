"""Limits that a chat may set, and how chats with different limits hear of the same car; pure.

A rule with a threshold is run once per value that its chats have chosen. The chats with the default
share the plain keys; every other value is a *variant* that stands before the key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import time

from alerts.models import AlertSettings

SEPARATOR = "|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A number of ``AlertSettings`` that people may change, with the values that make sense."""

    name: str  # of the setting
    rule: str
    unit: str  # "percent", "minutes" or "kpa"
    lowest: float
    highest: float


THRESHOLDS: tuple[Threshold, ...] = (
    Threshold(name="low_battery_percent", rule="battery_low", unit="percent", lowest=5, highest=60),
    Threshold(name="left_open_minutes", rule="left_open", unit="minutes", lowest=1, highest=120),
    Threshold(
        name="climate_minutes", rule="climate_running", unit="minutes", lowest=5, highest=180
    ),
    Threshold(name="tyre_low_kpa", rule="tyre_pressure", unit="kpa", lowest=150, highest=320),
)
BY_RULE: Mapping[str, Threshold] = {row.rule: row for row in THRESHOLDS}
SETTING_OF: Mapping[str, str] = {row.rule: row.name for row in THRESHOLDS} | {
    "evening_plug_in": "evening_at"
}
"""Rule -> the setting that it depends on."""

_DEFAULTS = {it.name: it.default for it in fields(AlertSettings)}


def variant_of(rule: str, settings: AlertSettings) -> str:
    """Return which variant of a rule a chat hears; the default's is empty."""
    name = SETTING_OF.get(rule)
    if name is None:
        return ""
    value = getattr(settings, name)
    return "" if value == _DEFAULTS[name] else _text(value)


def variants(
    rule: str, settings: AlertSettings, others: Iterable[AlertSettings]
) -> Mapping[str, AlertSettings]:
    """Return the settings to run a rule with, by variant; ``settings`` lend all other values."""
    if rule not in SETTING_OF:
        return {"": settings}
    return {variant_of(rule, it): it for it in (*others, settings)}


def split_key(rule: str, key: str) -> tuple[str, str]:
    """Return the variant and the rule's own key."""
    if rule not in SETTING_OF or SEPARATOR not in key:
        return "", key
    variant, _, own = key.partition(SEPARATOR)
    return variant, own


def join_key(variant: str, key: str) -> str:
    """Return the key under which a variant's memory is kept."""
    return f"{variant}{SEPARATOR}{key}" if variant else key


def _text(value: float | time | None) -> str:
    if value is None:
        return "never"
    return f"{value:%H:%M}" if isinstance(value, time) else f"{value:g}"
