"""What would have been told last week, with the limits that this chat has now."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from alerts.history import Frame, look_back
from alerts.models import AlertSettings, Change, EpisodeChange, Geofence, WatchedCar
from bot.actions.alert_switches import settings_of
from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.rendering.blocks import columns, laid, said, table
from bot.rendering.thresholds import threshold_line
from bot.rendering.view import lines
from bot.replies import Reply
from storage import geofences, history
from storage.records import Car

WEEK = timedelta(days=7)
FEWEST_FRAMES = 2


async def show(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Run the stored frames of a week through the rules, and count what opened."""
    car, wording = exchange.car, exchange.wording
    if car is None:
        return (exchange.say("no-car"),)
    since = exchange.now - WEEK
    async with exchange.parts.database.reading() as tx:
        frames = await history.list_for(tx, car.car_id, since)
        fences = await geofences.list_for(tx, car.car_id) if exchange.is_private else ()
    if len(frames) < FEWEST_FRAMES:
        return (exchange.say("replay-too-young", car=car.name),)
    settings = replace(await settings_of(exchange), timezone=wording.timezone)
    found = await asyncio.to_thread(_look_back, car, fences, settings, frames)
    days = _days(frames, exchange.now)
    limits = threshold_line(settings, wording)
    if not found:
        nothing = wording.say("replay-nothing", car=car.name, days=days)
        return (Reply(text=lines([nothing, limits]), edit=exchange.edits),)
    title = wording.say("replay-title", car=car.name, days=days)
    rows = [_row(exchange, kind, found) for kind in dict.fromkeys(it.rule for it in found)]
    told = table(columns(wording, "alert", "times#", "when"), rows, wording)
    text = laid([said(title), told, said(limits, wording.say("replay-note"))])
    return (Reply(text=text, edit=exchange.edits),)


def _look_back(
    car: Car,
    fences: tuple[Geofence, ...],
    settings: AlertSettings,
    frames: Sequence[Frame],
) -> list[EpisodeChange]:
    """Return the beginnings of episodes that this chat would have heard of."""
    watched = WatchedCar(
        car_id=car.car_id,
        account_id=car.account_id,
        region=car.vehicle.region,
        vehicle=car.vehicle,
        status=None,
        charge_limit=None,
        rule_states=(),
        geofences=fences,
        settings=settings,
    )
    changes = look_back(watched, frames)
    return [change for change in changes if change.change is Change.OPENED]


def _row(exchange: Exchange, kind: str, found: Sequence[EpisodeChange]) -> tuple[str, str, str]:
    wording = exchange.wording
    number = Counter(change.rule for change in found)[kind]
    last = max(change.at for change in found if change.rule == kind)
    times = wording.label("cell-times", count=number)
    return wording.label(kind), times, wording.label("cell-last", at=last)


def _days(frames: Sequence[Frame], now: datetime) -> int:
    """Return over how many days there is something to look back at."""
    return max(1, min(WEEK.days, (now - frames[0].status.fetched_at).days + 1))
