"""Goals that are given up: by the button below them, or by "cancel that" soon after."""

from dataclasses import replace
from datetime import timedelta

from bot.actions.exchange import Exchange
from bot.actions.goals import CLIMATE
from bot.actions.models import Slots
from bot.actions.reports import report
from bot.actions.rights import refusal_of
from bot.buttons import intent_button
from bot.rendering.view import lines
from bot.replies import Reply
from intents.models import Intent
from smartcloud.models import ChargingState
from storage import dialogs, goals
from storage.records import Goal

MEANT_WITHIN = timedelta(minutes=10)  # as long as any other follow-up
WISHES = frozenset({"charge_goal", "climate_schedule"})


async def goal_meant(exchange: Exchange, slots: Slots) -> Goal | None:
    """Return the open goal of a button, else the one that this person has just set here."""
    chat_id, person_id = exchange.chat.chat_id, exchange.person.person_id
    async with exchange.parts.database.reading() as tx:
        if "goal" in slots:
            return await goals.newest_open(tx, chat_id, goal_id=int(slots["goal"]))
        turn = await dialogs.get_turn(tx, chat_id, person_id)
        if turn is None or turn.intent_name not in WISHES:
            return None
        if exchange.parts.people_clock() - turn.at > MEANT_WITHIN:
            return None
        return await goals.newest_open(tx, chat_id, person_id=person_id)


async def show_open(exchange: Exchange, *, is_question: bool) -> Reply:
    """Show the goals of this chat that are open, each with a button that gives it up.

    Unless it ``is_question``, say first that there is nothing else to cancel.
    """
    wording = exchange.wording
    async with exchange.parts.database.reading() as tx:
        known = await goals.list_open(tx, exchange.chat.chat_id)
    names = {car.car_id: car.name for car, _ in exchange.cars}
    rows = []
    for goal in known:
        if goal.car_id not in names:
            continue
        wish = Intent(name="cancel", slots={"goal": goal.goal_id})
        button = intent_button(wording, "button-cancel", wish, goal.car_id)
        is_climate = goal.kind == CLIMATE
        target = wording.temperature(goal.target) if is_climate else wording.percent(goal.target)
        what = wording.label("goal-open", car=names[goal.car_id], target=target, at=goal.due_at)
        rows.append((replace(button, text=f"{'🌡' if is_climate else '⚡'} {what}"),))
    if not rows:
        return exchange.say("goals-none" if is_question else "nothing-to-cancel")
    text = wording.say("goals-planned" if is_question else "goals-open")
    return Reply(text=text, buttons=tuple(rows), edit=exchange.edits)


async def give_up(exchange: Exchange, goal: Goal) -> tuple[Reply, ...]:
    """End a goal, and its plan in the cloud; whoever may set one may end it."""
    exchange = exchange.about(goal.car_id)
    wish = "climate_schedule" if goal.kind == CLIMATE else "charge_goal"
    if refusal := refusal_of(exchange, wish):
        return (refusal,)
    if goal.kind != CLIMATE:
        return (await _ended(exchange, goal),)
    at = goal.due_at.astimezone(exchange.wording.zone).time()
    return await report(
        exchange,
        "schedule",
        lambda account, car: account.charging.set_climate_schedule(
            car.vehicle, at, goal.target, is_enabled=False
        ),
        lambda _: _ended(exchange, goal),
    )


async def _ended(exchange: Exchange, goal: Goal) -> Reply:
    wording = exchange.wording
    async with exchange.parts.database.transaction() as tx:
        if not await goals.tell(tx, goal.goal_id, exchange.now):
            return exchange.say("nothing-to-cancel")
    car = None if exchange.car is None else exchange.parts.garage.newest(exchange.car)
    name = "" if car is None else car.name
    if goal.kind == CLIMATE:
        return exchange.say("goal-ended-climate", car=name, at=goal.due_at)
    ended = wording.say("goal-ended-charge", target=wording.percent(goal.target), at=goal.due_at)
    is_charging = (
        car is not None
        and car.status is not None
        and car.status.charging.state is ChargingState.CHARGING
    )
    if not is_charging:
        return Reply(text=ended, edit=exchange.edits)
    stop = intent_button(wording, "button-stop-charging", "stop_charging", goal.car_id)
    text = lines([ended, wording.say("goal-ended-charging")])
    return Reply(text=text, buttons=((stop,),), edit=exchange.edits)
