"""Which alerts a chat hears, and when."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import time, timedelta

from alerts.models import AlertSettings
from alerts.rules import RULES
from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.rendering.view import lines
from bot.replies import Reply
from storage import alert_settings

KINDS = tuple(rule.name for rule in RULES)
GROUPS: Mapping[str, tuple[str, ...]] = {
    # What people call a kind, where it is not one rule.
    "geofence": ("geofence_exit", "geofence_enter"),
    "charging": ("charge_complete", "charge_interrupted", "plugged_not_charging"),
    "all": KINDS,
}
MUTE_FOR = timedelta(hours=2)


async def switch_on(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Hear about a kind, or about everything."""
    return await _switch(exchange, slots, is_on=True)


async def switch_off(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Stop hearing about a kind, or about everything."""
    return await _switch(exchange, slots, is_on=False)


async def show(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """List every kind with its switch, and the quiet hours."""
    settings = await _settings(exchange)
    wording = exchange.wording
    rows = [
        wording.say(
            "alerts-line",
            mark="🔕" if name in settings.disabled else "🔔",
            kind=wording.label(name),
        )
        for name in KINDS
    ]
    quiet = _quiet_line(exchange, settings)
    return (Reply(text=lines([wording.say("alerts-list"), *rows, quiet]), edit=exchange.edits),)


async def set_quiet_hours(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Hold back what is not urgent between two times of the chat's day."""
    try:
        start = time.fromisoformat(str(slots["from"]))
        end = time.fromisoformat(str(slots["to"]))
    except (KeyError, ValueError):
        return (exchange.say("quiet-when"),)
    changes = (None, None) if start == end else (start, end)
    settings = await _settings(exchange)
    settings = replace(settings, quiet_from=changes[0], quiet_until=changes[1])
    async with exchange.parts.database.transaction() as tx:
        await alert_settings.save(tx, exchange.chat.chat_id, settings)
    text = _quiet_line(exchange, settings, key="quiet-set") or exchange.wording.say("quiet-off")
    return (Reply(text=text, edit=exchange.edits),)


async def mute(exchange: Exchange, car_id: int, kind: str) -> str:
    """Silence a kind for two hours in this chat; return the sentence that says so."""
    until = exchange.now + MUTE_FOR
    async with exchange.parts.database.transaction() as tx:
        await alert_settings.mute(tx, exchange.chat.chat_id, car_id, kind or None, until)
    return exchange.wording.label("muted", kind=exchange.wording.label(kind))


async def _switch(exchange: Exchange, slots: Slots, *, is_on: bool) -> tuple[Reply, ...]:
    said = str(slots.get("kind", "all"))
    names = GROUPS.get(said, (said,) if said in KINDS else ())
    wording = exchange.wording
    if not names:
        known = wording.listing([wording.label(name) for name in KINDS])
        return (exchange.say("alerts-kind-unknown", names=known),)
    settings = await _settings(exchange)
    changed = settings.disabled - set(names) if is_on else settings.disabled | set(names)
    async with exchange.parts.database.transaction() as tx:
        settings = replace(settings, disabled=frozenset(changed))
        await alert_settings.save(tx, exchange.chat.chat_id, settings)
    key = f"alerts-{'on' if is_on else 'off'}"
    if names == KINDS:
        return (exchange.say(f"{key}-all"),)
    kinds = wording.listing([wording.label(name) for name in names])
    return (exchange.say(f"{key}-one", kind=kinds),)


async def _settings(exchange: Exchange) -> AlertSettings:
    async with exchange.parts.database.reading() as tx:
        return await alert_settings.get(tx, exchange.chat.chat_id)


def _quiet_line(exchange: Exchange, settings: AlertSettings, key: str = "alerts-quiet") -> str:
    if settings.quiet_from is None or settings.quiet_until is None:
        return ""
    start, end = (f"{it:%H:%M}" for it in (settings.quiet_from, settings.quiet_until))
    return exchange.wording.say(key, **{"from": start, "until": end})
