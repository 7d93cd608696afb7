"""The outcome of a goal in words: reached or not, why, and what to do next."""

from datetime import datetime

from alerts.models import Delivery
from bot.buttons import intent_button
from bot.localisation import Wording
from bot.rendering.view import lines
from bot.replies import Button
from family.goals import Verdict

NEXT = {
    Verdict.STOPPED: ("button-start-charging", "start_charging"),
    Verdict.CHARGING: ("button-charging", "charging_status"),
    Verdict.OFF: ("button-warm-up", "climate_on"),
}


def goal_text(delivery: Delivery, wording: Wording) -> str:
    """Return whether it was reached; else what the car does instead."""
    details = delivery.details
    verdict, kind = Verdict(str(details["verdict"])), str(details["goal"])
    target = float(details["target"])
    words = wording.temperature(target) if kind == "climate" else wording.percent(target)
    outcome = (
        "reached"
        if verdict is Verdict.REACHED
        else ("open" if verdict is Verdict.UNKNOWN else "missed")
    )
    headline = wording.say(
        f"goal-{kind}-{outcome}",
        car=str(details["car"]),
        target=words,
        at=datetime.fromisoformat(str(details["due_at"])),
    )
    reason = "" if verdict is Verdict.REACHED else wording.say(f"goal-because-{verdict.value}")
    level = details.get("level")
    now = "" if level is None else wording.say("level-now", level=wording.percent(float(level)))
    return lines([headline, reason, now])


def goal_buttons(delivery: Delivery, wording: Wording) -> list[Button]:
    """Return the step that helps now, then the status."""
    verdict = Verdict(str(delivery.details["verdict"]))
    steps = [NEXT[verdict]] if verdict in NEXT else []
    return [
        intent_button(wording, key, intent, delivery.car_id)
        for key, intent in (*steps, ("button-status", "status_summary"))
    ]


def goal_step_text(delivery: Delivery, wording: Wording) -> str:
    """Return that the charge begins by itself now, or that it did not."""
    details = delivery.details
    return wording.say(
        "goal-begun" if delivery.kind == "goal_begun" else "goal-not-begun",
        car=str(details["car"]),
        target=wording.percent(float(details["target"])),
        at=datetime.fromisoformat(str(details["due_at"])),
    )


def goal_step_buttons(delivery: Delivery, wording: Wording) -> list[Button]:
    """Return the button to end what has begun, or to try it again."""
    verb = "stop" if delivery.kind == "goal_begun" else "start"
    keys = ((f"button-{verb}-charging", f"{verb}_charging"), ("button-charging", "charging_status"))
    return [intent_button(wording, key, intent, delivery.car_id) for key, intent in keys]
