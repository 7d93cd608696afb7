"""From which limit on a chat is told: "warn me below 30 %", "/threshold tyre 2.2 bar"."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from typing import Any

from alerts.models import AlertSettings
from alerts.thresholds import BY_RULE, Threshold
from bot.actions.alert_switches import save, settings_of
from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.localisation import KPA_PER_BAR, KPA_PER_PSI, Wording
from bot.rendering.thresholds import evening_line, value_of
from bot.replies import Reply
from intents.models import Intent

EVENING = "evening_plug_in"
MEASURE = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>%|percent|prozent|pour cent|por ciento|per cento"
    r"|bar|kpa|psi|min\w*)",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b(?P<hour>[01]?\d|2[0-3])[:h.](?P<minute>[0-5]\d)\b")
CLIMATE = re.compile(r"clim|klima|heiz|heat|aire|aria", re.IGNORECASE)
RULE_OF_UNIT: Mapping[str, str] = {
    **dict.fromkeys(("%", "percent", "prozent", "pour cent", "por ciento"), "battery_low"),
    "per cento": "battery_low",
    **dict.fromkeys(("bar", "kpa", "psi"), "tyre_pressure"),
}
FACTOR_OF_UNIT: Mapping[str, float] = {"bar": KPA_PER_BAR, "psi": KPA_PER_PSI}

Wish = tuple[str, float | time]
"""A rule, and the new limit."""


async def change(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Set one limit of this chat; a value that makes no sense changes nothing."""
    wish = _wish(slots)
    if wish is None:
        missing = ("percent", "duration", "from")
        return (exchange.ask("threshold-what", Intent(name="alert_threshold"), missing),)
    rule, value = wish
    settings = await settings_of(exchange)
    if isinstance(value, time):
        settings = replace(settings, evening_at=value, disabled=settings.disabled - {EVENING})
        await save(exchange, settings)
        return (Reply(text=evening_line(settings, exchange.wording), edit=exchange.edits),)
    threshold = BY_RULE[rule]
    if not threshold.lowest <= value <= threshold.highest:
        return (_refused(exchange, threshold),)
    await save(exchange, with_limit(settings, threshold, value))
    wording = exchange.wording
    kind, told = wording.label(rule), value_of(threshold, value, wording)
    return (exchange.say("threshold-set", kind=kind, value=told),)


def with_limit(settings: AlertSettings, threshold: Threshold, value: float) -> AlertSettings:
    """Return the settings with a new limit; who sets one wants to hear of it."""
    changes: dict[str, Any] = {threshold.name: value}
    return replace(settings, disabled=settings.disabled - {threshold.rule}, **changes)


def _refused(exchange: Exchange, threshold: Threshold) -> Reply:
    wording: Wording = exchange.wording
    low, high = (
        value_of(threshold, value, wording) for value in (threshold.lowest, threshold.highest)
    )
    return exchange.say("threshold-range", kind=wording.label(threshold.rule), low=low, high=high)


def _wish(slots: Slots) -> Wish | None:
    """Return what is to be changed: slots of a sentence, or the words behind the command."""
    said = str(slots.get("kind", ""))
    if "from" in slots:
        return EVENING, time.fromisoformat(str(slots["from"]))
    if "percent" in slots:
        return "battery_low", float(slots["percent"])
    if "duration" in slots:
        rule = said if said in BY_RULE else "left_open"
        return rule, float(slots["duration"])
    return _read(said)


def _read(text: str) -> Wish | None:
    if clock := CLOCK.search(text):
        return EVENING, time(int(clock["hour"]), int(clock["minute"]))
    measure = MEASURE.search(text)
    if measure is None:
        return None
    unit, number = measure["unit"].lower(), float(measure["number"].replace(",", "."))
    if unit.startswith("min"):
        return ("climate_running" if CLIMATE.search(text) else "left_open"), number
    return RULE_OF_UNIT[unit], number * FACTOR_OF_UNIT.get(unit, 1.0)
