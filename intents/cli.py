"""The lines of ``smartbot recognise``: one JSON object in, one JSON object out."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from intents.catalogue import LANGUAGES
from intents.models import Context, Recognition, SlotValue
from intents.recogniser import Recogniser


def recognise_lines(
    lines: Iterable[str], now: datetime, recogniser: Recogniser | None = None
) -> Iterator[str]:
    """Answer each ``{"lang": ..., "text": ...}``; a line that is wrong gets an ``error``.

    ``now`` is aware, in the person's time zone. Languages are compiled when the first line comes.
    """
    for line in lines:
        if not line.strip():
            continue
        if recogniser is None:
            recogniser = Recogniser.load()
        yield json.dumps(_answer(line, now, recogniser), ensure_ascii=False)


def _answer(line: str, now: datetime, recogniser: Recogniser) -> dict[str, Any]:
    try:
        question = json.loads(line)
    except ValueError:
        return _failure("not a JSON object")
    if not isinstance(question, dict) or not isinstance(question.get("text"), str):
        return _failure('needs a "text"')
    language = question.get("lang", LANGUAGES[0])
    if not isinstance(language, str):
        return _failure('"lang" is a language code')
    recognition = recogniser.recognise(question["text"], language, Context(now=now))
    return _shown(recognition, now)


def shown_slots(slots: Mapping[str, SlotValue], now: datetime) -> dict[str, SlotValue]:
    """Return slots with ``HH:MM`` for a time of the next 24 hours, whatever day was said with it.

    Other times keep their day. The bot itself keeps every day that was said.
    """
    return {name: _shown_value(value, now) for name, value in slots.items()}


def _shown_value(value: SlotValue, now: datetime) -> SlotValue:
    if not isinstance(value, str) or "T" not in value:
        return value
    try:
        at = datetime.fromisoformat(value).replace(tzinfo=now.tzinfo)
    except ValueError:  # a name with a T in it
        return value
    return f"{at:%H:%M}" if timedelta() <= at - now < timedelta(days=1) else value


def _shown(recognition: Recognition, now: datetime) -> dict[str, Any]:
    intent = recognition.intent
    return {
        "intent": intent.name if intent else None,
        "slots": shown_slots(intent.slots, now) if intent else {},
        "certain": recognition.is_certain,
        "suggestions": [suggestion.name for suggestion in recognition.suggestions],
    }


def _failure(reason: str) -> dict[str, Any]:
    return {"intent": None, "slots": {}, "certain": False, "suggestions": [], "error": reason}
