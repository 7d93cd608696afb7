"""Begins charge goals when the cable comes and owes each chat the outcomes, once, whoever works."""

import asyncio

from alerts.models import Change, Urgency
from bot.actions.exchange import Parts
from bot.actions.goals import CLIMATE
from bot.actions.models import FRESH
from bot.progress import run_command
from bot.replies import Reply
from family.goals import Step, Verdict, judge_charge, judge_climate, step_of
from family.models import Role
from family.permissions import may
from smartcloud.models import CommandState
from storage import cars, commands, episodes, goals, members
from storage.database import Transaction
from storage.records import Car, Goal

BEGIN = "start_charging"


async def begin_goals(parts: Parts) -> None:
    """Start the charge of every goal whose car has been plugged in since; once a goal."""
    async with parts.database.reading() as tx:
        waiting = await goals.list_waiting(tx, parts.clock())
    begun = [(goal, await _begin(parts, goal)) for goal in waiting]
    await asyncio.gather(*(_run(parts, goal, it) for goal, it in begun if it is not None))


async def tell_goals(parts: Parts) -> None:
    """Judge every goal whose time has come; what is owed goes through the outbox."""
    async with parts.database.reading() as tx:
        due = await goals.list_due(tx, parts.clock())
    for goal in due:
        await _tell(parts, goal)


async def _tell(parts: Parts, goal: Goal) -> None:
    look = await parts.garage.look(goal.car_id, within=FRESH)
    now = parts.clock()
    status = look.car.status if look else None
    verdict = Verdict.UNKNOWN
    details: dict[str, str | float] = {
        "car": look.car.name if look else "Smart",
        "goal": goal.kind,
        "target": goal.target,
        "due_at": goal.due_at.isoformat(),
    }
    if status is not None:
        is_climate = goal.kind == CLIMATE
        verdict = (
            judge_climate(status, now) if is_climate else judge_charge(status, goal.target, now)
        )
        level = status.battery.state_of_charge_percent
        details |= {} if level is None else {"level": level}
    details["verdict"] = verdict.value
    async with parts.database.transaction() as tx:
        if not await goals.tell(tx, goal.goal_id, now):
            return  # another worker did
        await episodes.add_delivery(
            tx,
            chat_id=goal.chat_id,
            car_id=goal.car_id,
            kind="goal_result",
            key=str(goal.goal_id),
            change=Change.OPENED,
            urgency=Urgency.NOTICE if verdict is Verdict.REACHED else Urgency.SECURITY,
            at=now,
            details=details,
        )


async def _begin(parts: Parts, goal: Goal) -> int | None:
    """Journal the command and owe the chat its message, all or nothing; return the command."""
    now = parts.clock()
    async with parts.database.transaction() as tx:
        car = await cars.get_car(tx, goal.car_id)
        car = None if car is None else parts.garage.newest(car)
        step = Step.WAIT
        if car is not None and car.status is not None and goal.waits_since is not None:
            step = step_of(car.status, goal.target, goal.waits_since, now)
        if step is Step.LEAVE:
            await goals.end_waiting(tx, goal.goal_id)
        if car is None or step is not Step.BEGIN or not await _is_free(tx, parts, goal):
            return None
        if not await goals.end_waiting(tx, goal.goal_id):
            return None  # another worker began it, or somebody said stop
        entry = await commands.add(
            tx,
            car_id=goal.car_id,
            chat_id=goal.chat_id,
            person_id=goal.person_id,
            command=BEGIN,
            arguments={},
            baseline_at=car.status.updated_at if car.status else None,
            now=now,
            key=f"goal:{goal.goal_id}",
        )
        if entry is None:
            return None
        await _owe(tx, goal, car, "goal_begun", parts)
        return entry.command_id


async def _is_free(tx: Transaction, parts: Parts, goal: Goal) -> bool:
    """Return whether the car takes a command now, from a person who may still wish for it."""
    required = Role[parts.catalogue["charge_goal"].role.upper()]
    member = await members.get_member(tx, goal.person_id, goal.car_id)
    if not may(member, required, parts.clock()).allowed:
        return False
    return await commands.busy_command(tx, goal.car_id, parts.clock()) is None


async def _run(parts: Parts, goal: Goal, command_id: int) -> None:
    """Send the command; say so if the car was not seen to charge then."""
    await run_command(parts, command_id, _silent)
    async with parts.database.transaction() as tx:
        entry = await commands.get(tx, command_id)
        car = await cars.get_car(tx, goal.car_id)
        if car is not None and entry is not None and entry.state is not CommandState.CONFIRMED:
            await _owe(tx, goal, car, "goal_not_begun", parts)


async def _owe(tx: Transaction, goal: Goal, car: Car, kind: str, parts: Parts) -> None:
    await episodes.add_delivery(
        tx,
        chat_id=goal.chat_id,
        car_id=goal.car_id,
        kind=kind,
        key=str(goal.goal_id),
        change=Change.OPENED,
        urgency=Urgency.SECURITY,  # somebody asked for it: quiet hours do not hold it back
        at=parts.clock(),
        details={"car": car.name, "target": goal.target, "due_at": goal.due_at.isoformat()},
    )


async def _silent(_: Reply) -> None:
    """Show nothing: the outbox tells."""
