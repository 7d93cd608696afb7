"""Which alerts a chat hears, from which limit on, and when."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta

from alerts.delivery import end_of_quiet
from alerts.models import AlertSettings
from alerts.rules import RULES
from alerts.troubles import TROUBLES
from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.buttons import PRIVATE, SWITCH, pack
from bot.localisation import Wording
from bot.rendering.thresholds import evening_line, threshold_line
from bot.rendering.view import lines
from bot.replies import Button, Reply
from intents.models import Intent
from storage import alert_settings
from storage.records import StoredButton

KINDS = (*(rule.name for rule in RULES), *(it.kind for it in TROUBLES), "session_lost")
GROUPS: Mapping[str, tuple[str, ...]] = {
    # What people call a kind, where it is not one rule.
    "geofence": ("geofence_exit", "geofence_enter"),
    "charging": ("charge_complete", "charge_interrupted", "plugged_not_charging"),
    "battery_12v": ("battery_12v", "battery_12v_trend"),
    "booking_reminder": (
        "booking_soon",
        "booking_low_battery",
        "booking_overdue",
        "booking_overrun",
    ),
    "all": KINDS,
}
MUTE_FOR = timedelta(hours=2)
MORNING = time(7, 0)  # where no quiet hours say when it is
COLUMNS = 2


async def switch_on(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Hear about a kind, or about everything."""
    return await _switch(exchange, slots, is_on=True)


async def switch_off(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Stop hearing about a kind, or about everything."""
    return await _switch(exchange, slots, is_on=False)


async def show(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """List the limits and the quiet hours, with every kind as a button that switches it."""
    return (_list(exchange, await settings_of(exchange)),)


async def toggle(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Switch one kind over, in the list."""
    kind = str(button.payload["kind"])
    settings = await settings_of(exchange)
    settings = replace(settings, disabled=settings.disabled ^ {kind})
    await save(exchange, settings)
    return (_list(replace(exchange, edits=True), settings),)


async def set_quiet_hours(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Hold back what is not urgent between two times of the chat's day."""
    try:
        start = time.fromisoformat(str(slots["from"]))
        end = time.fromisoformat(str(slots["to"]))
    except (KeyError, ValueError):
        return (exchange.ask("quiet-when", Intent(name="quiet_hours"), ("from",)),)
    changes = (None, None) if start == end else (start, end)
    settings = await settings_of(exchange)
    settings = replace(settings, quiet_from=changes[0], quiet_until=changes[1])
    await save(exchange, settings)
    text = _quiet_line(exchange, settings, key="quiet-set") or exchange.wording.say("quiet-off")
    return (Reply(text=text, edit=exchange.edits),)


async def mute(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Silence a kind in this chat for two hours or till the morning."""
    car_id, kind = int(button.payload.get("car_id", 0)), str(button.payload["kind"])
    is_long = button.payload.get("until") == "morning"
    until = exchange.now + MUTE_FOR
    if is_long:
        until = morning_after(exchange.now, await settings_of(exchange), exchange.wording)
    await mute_until(exchange, car_id, kind, until)
    key = "muted-morning" if is_long else "muted"
    words = exchange.wording.label(key, kind=exchange.wording.label(kind))
    return (Reply(text="", toast=words, silent=True),)


async def mute_until(exchange: Exchange, car_id: int, kind: str, until: datetime) -> None:
    """Tell this chat nothing of a kind before ``until``."""
    async with exchange.parts.database.transaction() as tx:
        await alert_settings.mute(tx, exchange.chat.chat_id, car_id, kind or None, until)


def morning_after(now: datetime, settings: AlertSettings, wording: Wording) -> datetime:
    """Return the next end of the quiet hours, or the next morning where there are none."""
    quiet_end = end_of_quiet(settings, wording.timezone, now)
    if quiet_end is not None:
        return quiet_end
    local = now.astimezone(wording.zone)
    morning = datetime.combine(local.date(), settings.quiet_until or MORNING, tzinfo=wording.zone)
    return morning if morning > local else morning + timedelta(days=1)


async def settings_of(exchange: Exchange) -> AlertSettings:
    """Return what this chat has chosen."""
    async with exchange.parts.database.reading() as tx:
        return await alert_settings.get(tx, exchange.chat.chat_id)


async def save(exchange: Exchange, settings: AlertSettings) -> None:
    """Keep what this chat has chosen."""
    async with exchange.parts.database.transaction() as tx:
        await alert_settings.save(tx, exchange.chat.chat_id, settings)


async def _switch(exchange: Exchange, slots: Slots, *, is_on: bool) -> tuple[Reply, ...]:
    said = str(slots.get("kind", "all"))
    names = GROUPS.get(said, (said,) if said in KINDS else ())
    wording = exchange.wording
    if not names:
        known = wording.listing([wording.label(name) for name in KINDS])
        return (exchange.say("alerts-kind-unknown", names=known),)
    settings = await settings_of(exchange)
    changed = settings.disabled - set(names) if is_on else settings.disabled | set(names)
    await save(exchange, replace(settings, disabled=frozenset(changed)))
    key = f"alerts-{'on' if is_on else 'off'}"
    if names == KINDS:
        return (exchange.say(f"{key}-all"),)
    kinds = wording.listing([wording.label(name) for name in names])
    return (exchange.say(f"{key}-one", kind=kinds),)


def _list(exchange: Exchange, settings: AlertSettings) -> Reply:
    wording = exchange.wording
    text = lines(
        [
            wording.say("alerts-list"),
            threshold_line(settings, wording),
            evening_line(settings, wording),
            _quiet_line(exchange, settings),
        ]
    )
    buttons = [_button(exchange, name, settings) for name in KINDS]
    rows = [tuple(buttons[at : at + COLUMNS]) for at in range(0, len(buttons), COLUMNS)]
    if not exchange.is_private:
        payload = pack(Intent(name="alerts_list"), exchange.car.car_id if exchange.car else None)
        label = wording.label("button-mine")
        rows.append((Button(text=label, action=PRIVATE, payload=payload, once=False),))
    return Reply(text=text, buttons=tuple(rows), edit=exchange.edits)


def _button(exchange: Exchange, name: str, settings: AlertSettings) -> Button:
    mark = "🔕" if name in settings.disabled else "🔔"
    label = exchange.wording.label("alerts-line", mark=mark, kind=exchange.wording.label(name))
    car_id = exchange.car.car_id if exchange.car else 0
    return Button(text=label, action=SWITCH, payload={"kind": name, "car_id": car_id}, once=False)


def _quiet_line(exchange: Exchange, settings: AlertSettings, key: str = "alerts-quiet") -> str:
    if settings.quiet_from is None or settings.quiet_until is None:
        return ""
    start, end = (f"{it:%H:%M}" for it in (settings.quiet_from, settings.quiet_until))
    return exchange.wording.say(key, **{"from": start, "until": end})
