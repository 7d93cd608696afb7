"""What stands behind a slash command: "/climate 22", "/book Saturday 10 to 2", "/invite Ben"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.actions.exchange import Exchange
from bot.replies import Reply
from intents.models import Certainty, Context, Intent, SlotValue

NUMBERS = ("temperature", "percent", "radius", "level")
WORDS = ("name", "place", "kind", "period", "address")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_READ = frozenset({Certainty.CERTAIN, Certainty.OUT_OF_RANGE})


def with_argument(exchange: Exchange, intent: Intent, argument: str) -> Intent | Reply:
    """Return the intent with its slots, or the question what exactly is meant.

    1. The argument is read as a follow-up to the bare intent ("make it 22"), if that tells a slot.
    2. Else the label is put before it, or the first word of the example ("invite Sam as guest").
    3. Else it is read as the answer to the question for what is missing ("22 to 7").
    4. Else a number or the words fill the one slot that can take them.
    """
    spec = exchange.parts.catalogue[intent.name]
    if not spec.slots:
        return intent
    wording = exchange.wording
    context = Context(
        now=exchange.now.astimezone(wording.zone),
        last_intent=intent,
        car_names=tuple(car.name for car, _ in exchange.cars),
    )
    verb = spec.example[wording.language].split()[0]
    for text in (argument, f"{wording.label(intent.name)} {argument}", f"{verb} {argument}"):
        read = exchange.parts.recogniser.recognise(text, wording.language, context)
        found = read.intent if read.certainty in _READ else None
        if found is not None and found.name == intent.name and found.slots:
            return found
    context = replace(context, last_intent=None)
    numbers = [slot for slot in spec.slots if slot not in WORDS]
    answer = exchange.parts.recogniser.answer(argument, wording.language, context, intent, numbers)
    if answer.intent is not None:
        return answer.intent
    slots = _only_slot(spec.slots, argument)
    if not slots:
        example = spec.example[wording.language]
        return exchange.ask("argument-missing", intent, spec.slots, example=example)
    return Intent(name=intent.name, slots=slots)


def _only_slot(slots: tuple[str, ...], argument: str) -> Mapping[str, SlotValue]:
    number = NUMBER.search(argument)
    for slot in slots:
        if slot in NUMBERS and number:
            return {slot: float(number.group().replace(",", "."))}
        if slot in WORDS:
            return {slot: argument}
    return {}
