"""Looks at goals that are due and owes each chat its outcome, once, whoever works."""

from alerts.models import Change, Urgency
from bot.actions.exchange import Parts
from bot.actions.goals import CLIMATE
from bot.actions.models import FRESH
from family.goals import Verdict, judge_charge, judge_climate
from storage import episodes, goals
from storage.records import Goal


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
            urgency=Urgency.NOTICE,
            at=now,
            details=details,
        )
