"""Fragments that only mean something after another sentence: "make it 23", "and the windows?"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from intents.catalogue import Catalogue
from intents.grammar import Found
from intents.models import Context, Intent, Risk, SlotValue
from intents.moments import moment

_NUMBERS = ("temperature", "percent", "level", "radius")
_WARMER_STEP_C = 1.0
_SUMMARY = "status_summary"
_SWITCH = "switch_car"
_OF_NO_CAR = frozenset({_SWITCH, "list_cars", "rename_car"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A fragment read in the light of the last sentence."""

    intents: tuple[Intent, ...]
    is_clear: bool


def follow_up(found: Found, context: Context, catalogue: Catalogue) -> FollowUp | None:
    """Return what a fragment means after ``context.last_intent``; ``None`` if nothing.

    "What about the #3?" with nothing said before asks how that car is; "no, the #3" speaks of that
    car from now on.
    """
    last = context.last_intent
    bound: dict[str, Any] = {**found.wording.fixed, **dict(found.bound)}
    if found.wording.intent == "car_instead" and (last is None or last.name in _OF_NO_CAR):
        switched = Intent(name=_SWITCH, slots={"name": bound["car"]})
        return FollowUp(intents=(switched,), is_clear=True)
    if last is None and found.wording.intent == "car":
        last = Intent(name=_SUMMARY)
    if last is None or last.name not in catalogue:
        return None
    is_query = catalogue[last.name].risk is Risk.QUERY
    match found.wording.intent:
        case "value":
            return _with_value(last, bound)
        case "step":
            return _with_step(last, bound)
        case "time":
            return _with_time(last, bound, context)
        case "topic":
            asked = Intent(name=str(bound["topic"]), slots=_car_of(last))
            return FollowUp(intents=(asked,), is_clear=is_query)
        case "car" | "car_instead":
            again = Intent(name=last.name, slots={**last.slots, "car": bound["car"]})
            return FollowUp(intents=(again,), is_clear=is_query)
        case "other_car":
            return _with_other_car(last, context, is_query)
        case _:
            return FollowUp(intents=(last,), is_clear=is_query)


def _with_value(last: Intent, bound: Mapping[str, Any]) -> FollowUp | None:
    """Put the number into the slot of its unit, or into the only one that the sentence had."""
    unit = bound.get("unit")
    names = [name for name in _NUMBERS if name in last.slots]
    if last.name == "climate_on" and not names:
        names = ["temperature"]
    if unit is not None:
        names = [name for name in names if name == unit]
    if len(names) != 1:
        return None
    number = float(bound["number"])
    value: SlotValue = int(number) if number.is_integer() else number
    return FollowUp(
        intents=(Intent(name=last.name, slots={**last.slots, names[0]: value}),), is_clear=True
    )


def _with_time(last: Intent, bound: Mapping[str, Any], context: Context) -> FollowUp | None:
    """Put another time into a wish that had one: "no, 8:00", "in two hours instead"."""
    if "time" not in last.slots:
        return None
    slots: dict[str, SlotValue] = {**last.slots, "time": moment(bound, context.now)}
    return FollowUp(intents=(Intent(name=last.name, slots=slots),), is_clear=True)


def _with_step(last: Intent, bound: Mapping[str, Any]) -> FollowUp | None:
    temperature = last.slots.get("temperature")
    if last.name != "climate_on" or not isinstance(temperature, float | int):
        return None
    value = temperature + bound["direction"] * _WARMER_STEP_C
    return FollowUp(
        intents=(Intent(name=last.name, slots={**last.slots, "temperature": value}),),
        is_clear=True,
    )


def _with_other_car(last: Intent, context: Context, is_query: bool) -> FollowUp | None:
    others = [name for name in context.car_names if name != last.slots.get("car")]
    if len(others) == 1 and "car" in last.slots:
        again = Intent(name=last.name, slots={**last.slots, "car": others[0]})
        return FollowUp(intents=(again,), is_clear=is_query)
    switches = tuple(Intent(name=_SWITCH, slots={"name": name}) for name in others[:3])
    return FollowUp(intents=switches or (Intent(name="list_cars"),), is_clear=False)


def _car_of(last: Intent) -> dict[str, SlotValue]:
    return {"car": last.slots["car"]} if "car" in last.slots else {}
