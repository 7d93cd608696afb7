"""What stands in a slot: readers for the grammar, and the values of the public contract."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from typing import Any

from intents.catalogue import IntentSpec
from intents.clocks import Clock
from intents.models import OutOfRange, SlotValue
from intents.moments import daily, interval, iso, moment
from intents.nodes import ANY, Beginnings, Span, Words
from intents.phrasebook import PhraseBook
from intents.reading import Reader, Reading
from intents.text import Text
from intents.times import TimeWords, read_number

_PLACE_WORDS = 8
_NAME_WORDS = 3
_SMALL = 2  # letters of a word that makes no place of numbers
_POSSESSIVE = re.compile(r"['’]s$")  # "revoke Anna's access" is about Anna
_MOMENT = frozenset(("clock", "day", "minutes", "part"))
CAR = "<car>"  # stands for the first words of car names
TIMES = frozenset(("day", "part", "clock", "oclock", "minutes"))
"""Readers of times."""
_NUMBERS = Beginnings.of((), or_number=True)
_ARTICLES = frozenset(("the",))  # part of a place as it is said: "the airport"
_FENCES = "geofences"
_SWITCH, _RENAME = "switch_car", "rename_car"
_NEW_NAMES = frozenset((_RENAME, "geofence_create"))  # "called Grandma's"
_NAME_ARTICLES = frozenset(
    [
        "the",
        "der",
        "die",
        "das",
        "la",
        "le",
        "les",
        "el",
        "los",
        "las",
        "il",
        "lo",
        "gli",
        "l'",
        "l’",
    ]
)
_BEFORE_NAME = re.compile(  # what is filler elsewhere: an article, "petite", a capital letter
    rf"(?i:\b(?:{'|'.join(sorted(_NAME_ARTICLES))}) *)?"
    r"(?:(?:[A-ZÄÖÜÉÈ][\w-]*|(?i:petite?|grosse?|gros|vieille|belle)) +)*$"
)
_ADDRESS = re.compile(r"^(?:the )?(?:address|adresse|dirección|indirizzo) +", re.IGNORECASE)
_AFTER_NAME = re.compile(
    r"[,;!?…]\s|(?<=\w{4})\.\s"
)  # "remove Flor, we split up"; "St. Anne" is one
_METRES = {"m": 1.0, "km": 1000.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What readers know besides the text."""

    now: datetime
    cars: tuple[tuple[Words, str], ...]  # normalised words and the name to answer


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotReader:
    """A reader and words to say in its place when a sentence is made up."""

    read: Reader
    examples: tuple[str, ...]
    begins: Beginnings = ANY


def build_readers(
    times: TimeWords,
    not_free: frozenset[str],
    not_name: frozenset[str],
    before_place: PhraseBook,
    no_place: PhraseBook,
) -> dict[str, SlotReader]:
    """Return the readers of a language by the name that templates use for them.

    ``not_free`` are words that never belong to a name or a place, such as "and" and "not": a free
    slot must not swallow half of another wish. ``not_name`` are words that only places contain.
    ``before_place`` is said before a place, and no part of it: "in my car". ``no_place`` is where
    nobody is led by a car: "to bed", "upstairs".
    """

    return {
        "number": SlotReader(read=_read_number, examples=("22", "80", "2"), begins=_NUMBERS),
        "temperature": SlotReader(read=_read_number, examples=("22", "19"), begins=_NUMBERS),
        "percent": SlotReader(read=_read_number, examples=("80", "90"), begins=_NUMBERS),
        "radius": SlotReader(read=_read_radius, examples=("500 m", "1 km"), begins=_NUMBERS),
        "place": SlotReader(
            read=partial(_read_place, before_place, no_place, not_free, times.words),
            examples=("Musterstadt",),
        ),
        "name": SlotReader(
            read=partial(
                _read_free, _NAME_WORDS, not_free | not_name | _METRES.keys(), times.clock_words
            ),
            examples=("Kim",),
        ),
        "car": SlotReader(
            read=_read_car, examples=("#1", "#3"), begins=Beginnings(frozenset((CAR,)))
        ),
        "day": SlotReader(
            read=partial(_read_with_now, times.read_days),
            examples=times.day_examples,
            begins=times.days_begin,
        ),
        "day_of_month": SlotReader(
            read=partial(_read_with_now, times.read_day_of_month), examples=("28",), begins=_NUMBERS
        ),
        "gone": SlotReader(
            read=partial(_read_with_now, times.read_gone),
            examples=times.month_examples,
            begins=times.gone_begin,
        ),
        "part": SlotReader(
            read=partial(_read_time, times.read_part),
            examples=times.part_examples,
            begins=times.parts_begin,
        ),
        "clock": SlotReader(
            read=partial(_read_time, times.read_clock),
            examples=("7:30", "18:00"),
            begins=times.clocks_begin,
        ),
        "oclock": SlotReader(
            read=partial(_read_oclock, times),
            examples=("7:30", "18:00"),
            begins=times.clocks_begin,
        ),
        "minutes": SlotReader(
            read=partial(_read_time, times.read_minutes),
            examples=times.length_examples,
            begins=times.lengths_begin,
        ),
    }


def settle(
    spec: IntentSpec, bound: Mapping[str, Any], text: Text, now: datetime
) -> dict[str, SlotValue] | None:
    """Return the slots of an intent as the contract wants them; ``None``: they make no sense."""
    values = dict(bound)
    slots: dict[str, SlotValue] = {}
    if "start" in spec.slots and not values.keys().isdisjoint(
        {"day", "part", "clock_from", "clock_to", "minutes"}
    ):
        times = interval(values, now)
        if times is None:
            return None
        slots["start"], slots["end"] = iso(times[0]), iso(times[1])
    elif "clock_from" in values:
        if "clock_to" not in values:
            return None
        window = daily(values)
        names = ("time_start", "time_end") if "time_start" in spec.slots else ("from", "to")
        slots.update(zip(names, window, strict=True))
    elif "time" in spec.slots and not values.keys().isdisjoint(_MOMENT):
        slots["time"] = moment(values, now)
    elif "time_start" in spec.slots and not values.keys().isdisjoint({"clock", "minutes"}):
        slots["time_start"] = moment(values, now)
    elif "minutes" in values and "duration" in spec.slots:
        slots["duration"] = _plain(values["minutes"])
    for name in (*spec.slots, "car"):
        match values.get(name):
            case Span(start, end):
                slots[name] = _as_said(spec, name, text, start, end)
            case Clock() as clock:
                slots[name] = str(clock.within(values.get("part")))
            case str() | float() | int() as value:
                slots[name] = _plain(value)
    if spec.name == _SWITCH and "car" in slots:
        slots.setdefault("name", slots.pop("car"))
    return slots


def _as_said(spec: IntentSpec, slot: str, text: Text, start: int, end: int) -> str:
    """Return a name or a place as it was written: a new name of a car with its article."""
    if slot == "place" and start > 0 and text.tokens[start - 1].word in _ARTICLES:
        start -= 1
    said = text.excerpt(start, end)
    if slot != "name":
        return _ADDRESS.sub("", said)
    said = _AFTER_NAME.split(said, maxsplit=1)[0]
    if spec.name in _NEW_NAMES:
        others = (
            token.end
            for token in reversed(text.tokens[:start])
            if text.said[token.start : token.end].casefold() not in _NAME_ARTICLES
        )
        left = next(others, 0)
        before = _BEFORE_NAME.search(text.said[left : text.tokens[start].start])
        article = before.group() if before else ""
        if spec.name == _RENAME or article.istitle():  # "around the school", "called The Stables"
            said = article + said
    is_whole = spec.name in _NEW_NAMES or (spec.domain == _FENCES and end == len(text.tokens))
    return said if is_whole else _POSSESSIVE.sub("", said)  # "the zone called Grandma's"


def out_of_range(spec: IntentSpec, slots: Mapping[str, SlotValue]) -> OutOfRange | None:
    """Return the first value that is outside the limits of its slot."""
    for slot, limits in spec.limits.items():
        value = slots.get(slot)
        if isinstance(value, float | int) and not limits.allow(value):
            return OutOfRange(
                slot=slot, value=float(value), minimum=limits.minimum, maximum=limits.maximum
            )
    return None


def _plain(value: SlotValue) -> SlotValue:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _read_with_now(
    read: Callable[[Words, int, datetime], Iterator[tuple[int, object]]], reading: Reading, at: int
) -> Iterator[tuple[int, object]]:
    return read(reading.words, at, reading.surroundings.now)


def _read_time(
    read: Callable[[Words, int], Iterator[tuple[int, object]]], reading: Reading, at: int
) -> Iterator[tuple[int, object]]:
    return read(reading.words, at)


def _read_oclock(times: TimeWords, reading: Reading, at: int) -> Iterator[tuple[int, object]]:
    """Read a clock time that cannot be a temperature: "7 h", "7:30", never "7"."""
    for end, clock in times.read_clock(reading.words, at):
        if end > at + 1 or not reading.words[at].isdecimal():
            yield end, clock


def _read_place(
    before: PhraseBook,
    no_place: PhraseBook,
    excluded: frozenset[str],
    time_words: frozenset[str],
    reading: Reading,
    at: int,
) -> Iterable[tuple[int, object]]:
    """Read a place, without what is said of the car before it."""
    words, start = reading.words, at
    if openings := before.starting(words, at):
        start = max(end for end, _ in openings)
        if start < len(words) and words[start] in _NAME_ARTICLES:
            start += 1
    found = _read_free(_PLACE_WORDS, excluded, time_words, reading, start)
    bare = start + 1 if start < len(words) and words[start] in _NAME_ARTICLES else start
    if none := no_place.starting(words, bare):
        ends = {end for end, _ in none}
        return [one for one in found if one[0] not in ends]
    return found


def _read_free(
    longest: int,
    excluded: frozenset[str],
    time_words: frozenset[str],
    reading: Reading,
    at: int,
) -> Iterable[tuple[int, object]]:
    """Read free words, unless they are nothing but numbers and words for times."""
    words, last = reading.words, at
    most = min(at + longest, len(words))
    while last < most and words[last] not in excluded:
        last += 1
    if last == at:
        return ()
    first, is_amount = at, words[at][0].isdecimal()
    while first < last and (
        words[first][0].isdecimal()
        or words[first] in time_words
        or (is_amount and len(words[first]) <= _SMALL)  # "80 by 6"
    ):
        first += 1
    return _spans(at, first + 1, last)


@lru_cache(maxsize=1024)
def _spans(at: int, first: int, last: int) -> tuple[tuple[int, Span], ...]:
    return tuple((end, Span(at, end)) for end in range(first, last + 1))


def _read_number(reading: Reading, at: int) -> Iterator[tuple[int, object]]:
    if at < len(reading.words) and (value := read_number(reading.words[at])) is not None:
        yield at + 1, value


def _read_radius(reading: Reading, at: int) -> Iterator[tuple[int, object]]:
    if at + 1 < len(reading.words) and (value := read_number(reading.words[at])) is not None:
        unit = _METRES.get(reading.words[at + 1])
        if unit is not None:
            yield at + 2, value * unit


def _read_car(reading: Reading, at: int) -> Iterator[tuple[int, object]]:
    for words, name in reading.surroundings.cars:
        if reading.words[at : at + len(words)] == words:
            yield at + len(words), name
