"""What Alexa heard in a slot, as the value of the public contract; pure.

A value that cannot be read is left out, and a wish without its value is asked about, never guessed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.alexa.envelope import SlotWord
from intents.models import SlotValue

NUMBER, DURATION, TIME, WORDS = (
    "AMAZON.NUMBER",
    "AMAZON.DURATION",
    "AMAZON.TIME",
    "AMAZON.SearchQuery",
)
_DURATION = re.compile(r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d+S)?)?")
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?::\d\d)?")
_PARTS_OF_DAY = {"MO": "08:00", "AF": "14:00", "EV": "19:00", "NI": "22:00"}

Read = Callable[[SlotWord], SlotValue | None]


def _number(word: SlotWord) -> SlotValue | None:
    try:
        value = float(word.said.replace(",", "."))
    except ValueError:
        return None
    if not -1e6 < value < 1e6:  # neither NaN nor infinity
        return None
    return int(value) if value.is_integer() else value


def _minutes(word: SlotWord) -> SlotValue | None:
    found = _DURATION.fullmatch(word.said)
    days, hours, minutes = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return (days * 24 + hours) * 60 + minutes or None


def _time(word: SlotWord) -> SlotValue | None:
    if found := _TIME.fullmatch(word.said):
        return f"{found[1]}:{found[2]}"
    return _PARTS_OF_DAY.get(word.said)


def _words(word: SlotWord) -> SlotValue | None:
    return " ".join(word.said.split()) or None


def _listed(word: SlotWord) -> SlotValue | None:
    return None if word.resolved is None else _level(word.resolved)


def _level(identity: str) -> SlotValue:
    return int(identity) if identity.isdecimal() else identity


@dataclass(frozen=True, slots=True)
class SlotKind:
    """How a slot is declared to Alexa and read from her; ``type`` None: a list of our own."""

    type: str | None
    read: Read


KINDS: Mapping[str, SlotKind] = {
    "temperature": SlotKind(NUMBER, _number),
    "percent": SlotKind(NUMBER, _number),
    "duration": SlotKind(DURATION, _minutes),
    "time": SlotKind(TIME, _time),
    "time_start": SlotKind(TIME, _time),
    "time_end": SlotKind(TIME, _time),
    "from": SlotKind(TIME, _time),
    "to": SlotKind(TIME, _time),
    "name": SlotKind(WORDS, _words),
    "place": SlotKind(WORDS, _words),
    "level": SlotKind(None, _listed),
    "seat": SlotKind(None, _listed),
    "mode": SlotKind(None, _listed),
    "kind": SlotKind(None, _listed),
    "period": SlotKind(None, _listed),
    "car": SlotKind(None, lambda word: word.resolved and f"#{word.resolved}"),
}
"""The slots that can be said to Alexa; whoever needs others says the whole sentence."""


def read_slots(words: Mapping[str, SlotWord]) -> dict[str, SlotValue]:
    """Return what could be read."""
    read = {name: KINDS[name].read(word) for name, word in words.items() if name in KINDS}
    return {name: value for name, value in read.items() if value is not None}


def digits(word: SlotWord | None, least: int) -> str:
    """Return spoken digits; Alexa may leave leading zeros out, so they are put back."""
    said = re.sub(r"[\s.,-]", "", word.said) if word else ""
    return said.zfill(least) if said.isascii() and said.isdecimal() and len(said) <= 12 else ""
