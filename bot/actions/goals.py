"""Goals with a time: checked now, begun if that helps, and their outcome told when it is due."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from math import ceil

from bot.actions.commands import begin_command
from bot.actions.exchange import Exchange
from bot.actions.models import FRESH, CarCommand, Slots
from bot.buttons import intent_button
from bot.errors import text_of
from bot.localisation import Value
from bot.rendering.view import CarView, lines
from bot.replies import Button, Reply
from family.goals import Forecast, forecast
from intents.models import Intent
from smartcloud.models import ChargingState
from storage import goals

CHARGE, CLIMATE = "charge", "climate"
LONGEST = timedelta(days=2)
LIMIT_STEP, LOWEST_LIMIT = 5, 50


async def charge_by(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Say whether a level can be there in time, start the charge, and remember to tell."""
    target, due_at = slots.get("percent"), moment_of(exchange, str(slots.get("time", "")))
    if exchange.car is None:
        return (exchange.say("no-car"),)
    if target is None or due_at is None:
        wish = Intent(name="charge_goal", slots=slots)
        missing = ("percent",) if target is None else ("time",)
        return (exchange.ask("goal-when", wish, missing),)
    look = await exchange.parts.garage.look(exchange.car.car_id, within=FRESH)
    view = None if look is None else await exchange.view(look.car)
    if look is None or view is None:
        return (exchange.say("no-data", car=exchange.car.name),)
    waits_since = _waits_since(exchange, view)
    cancel = await remember_goal(exchange, view.car_id, CHARGE, float(target), due_at, waits_since)
    problem = "" if look.error is None else text_of(look.error, exchange.wording)
    ahead = forecast(
        view.status,
        view.vehicle,
        float(target),
        view.charge_limit.percent if view.charge_limit else None,
        exchange.now,
        due_at,
    )
    words = _charge_words(exchange, view, float(target), due_at, ahead)
    buttons = (*_limit_button(exchange, view, float(target)), cancel)
    first = Reply(text=lines([*words, problem]), buttons=(buttons,), edit=exchange.edits)
    if _is_there(view, float(target)) or view.status.charging.state is not ChargingState.PLUGGED:
        return (first,)
    later = replace(exchange, edits=False)
    return (first, *await begin_command(later, CarCommand(), "start_charging", {}))


async def remember_goal(
    exchange: Exchange,
    car_id: int,
    kind: str,
    target: float,
    due_at: datetime,
    waits_since: datetime | None = None,
) -> Button:
    """Store a goal and return the button that gives it up again.

    Its outcome is told in this chat at that time, also after a restart. ``waits_since`` lets a
    charge begin by itself once a newer frame shows the cable.
    """
    async with exchange.parts.database.transaction() as tx:
        goal_id = await goals.add(
            tx,
            chat_id=exchange.chat.chat_id,
            car_id=car_id,
            person_id=exchange.person.person_id,
            kind=kind,
            target=target,
            due_at=due_at,
            waits_since=waits_since,
        )
    wish = Intent(name="cancel", slots={"goal": goal_id})
    return intent_button(exchange.wording, "button-cancel", wish, car_id)


def moment_of(exchange: Exchange, said: str) -> datetime | None:
    """Return the next moment that a time names; ``None`` for the past and beyond two days."""
    zone, now = exchange.wording.zone, exchange.now
    try:
        if "T" in said:
            at = datetime.fromisoformat(said)
            at = at if at.tzinfo else at.replace(tzinfo=zone)
        else:
            local = now.astimezone(zone)
            at = datetime.combine(local.date(), time.fromisoformat(said), zone)
            if at <= now:
                tomorrow = local.date() + timedelta(days=1)
                at = datetime.combine(tomorrow, at.timetz().replace(tzinfo=None), zone)
    except ValueError:
        return None
    return at if timedelta() < at - now <= LONGEST else None


def _waits_since(exchange: Exchange, view: CarView) -> datetime | None:
    """Return the time of a frame that certainly shows no cable."""
    if view.status.charging.state is not ChargingState.DISCONNECTED:
        return None
    return view.status.updated_at or exchange.now


def _is_there(view: CarView, target: float) -> bool:
    level = view.status.battery.state_of_charge_percent
    return level is not None and level >= target


def _charge_words(
    exchange: Exchange, view: CarView, target: float, due_at: datetime, ahead: Forecast
) -> list[str]:
    """Return what can be promised, what has to be done for it, and that the outcome is told."""
    wording = exchange.wording
    level = view.status.battery.state_of_charge_percent
    known: dict[str, Value] = {"target": wording.percent(target), "at": due_at, "car": view.name}
    told = wording.say("goal-told")
    if level is None:
        return [wording.say("goal-level-unknown", **known), told]
    now_line = wording.say("level-now", level=wording.percent(level))
    if _is_there(view, target):
        return [wording.say("goal-there", **known), now_line, told]
    match ahead.is_in_time(due_at):
        case True if view.status.charging.state is ChargingState.DISCONNECTED:
            answer = wording.say("goal-feasible-plugged", **known)
        case True:
            answer = wording.say("goal-feasible", ready=ahead.ready_at, **known)
        case False:
            answer = wording.say(
                "goal-late",
                ready=ahead.ready_at,
                level=wording.percent(round(ahead.level_then or level)),
                **known,
            )
        case None:
            answer = wording.say("goal-pace-unknown", **known)
    return [answer, now_line, *_plug_words(exchange, view, due_at, ahead), told]


def _plug_words(exchange: Exchange, view: CarView, due_at: datetime, ahead: Forecast) -> list[str]:
    state, wording = view.status.charging.state, exchange.wording
    if state is ChargingState.UNKNOWN:
        return [wording.say("charging-unknown")]
    if state is not ChargingState.DISCONNECTED:
        return []
    by_itself = wording.say("goal-begins-itself")
    if ahead.ready_at is None or ahead.ready_at > due_at:
        return [wording.say("goal-plug-now"), by_itself]
    latest = due_at - (ahead.ready_at - exchange.now)
    return [wording.say("goal-plug-by", latest=latest), by_itself]


def _limit_button(exchange: Exchange, view: CarView, target: float) -> tuple[Button, ...]:
    """Offer to raise a charging target that would end the charge too early."""
    limit = view.charge_limit.percent if view.charge_limit else None
    if limit is None or limit >= target:
        return ()
    percent = max(LOWEST_LIMIT, ceil(target / LIMIT_STEP) * LIMIT_STEP)
    wish = Intent(name="set_charge_limit", slots={"percent": percent})
    label = exchange.wording.label("button-raise-limit", limit=exchange.wording.percent(percent))
    car_id = view.car_id
    button = intent_button(exchange.wording, "set_charge_limit", wish, car_id, once=True)
    return (replace(button, text=label),)
