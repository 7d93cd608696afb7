"""What people say beside a wish: how far, how often, how urgently, as what.

Such words can stand anywhere in the sentence. They are cut out, and what is left has to be a
sentence that the grammar understands for certain: every word is accounted for, here or there.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from intents.catalogue import load_yaml
from intents.models import Intent, Recognition, SlotValue

_PATH = Path(__file__).parent / "asides.yaml"
_BOOKING = "share_request"
_PLACE_WORDS = 3
WITH_ASIDES = frozenset({_BOOKING, "invite_driver"})
"""Intents that people say something beside."""
_WORD = r"[^\W\d_][\w'’.-]*"
_PLACES = tuple(
    re.compile(rf"\s+({_WORD}(?:\s+{_WORD}){{{words}}})(?=[\s,.?!]|$)")
    for words in range(_PLACE_WORDS)
)

Read = Callable[[str], Recognition]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A text without its asides, and what they say."""

    rest: str
    slots: Mapping[str, SlotValue]


@dataclass(frozen=True, slots=True)
class _Row:
    """One kind of aside."""

    say: re.Pattern[str]
    keeps: bool  # what the pattern calls "keep" stays
    slots: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asides:
    """The asides of one language."""

    rows: Mapping[str, Sequence[_Row]]  # by intent
    place: re.Pattern[str]
    bare: str

    def read(
        self, text: str, read: Read, has_time: Callable[[], bool], is_time: Callable[[str], bool]
    ) -> Recognition | None:
        """Return what a text with asides means; ``None`` if there are none, or it is not certain.

        ``has_time`` tells whether a time is said anywhere, ``is_time`` whether a place is one.

        1. Everything but a destination is cut out, and the rest read.
        2. Else a destination is looked for, the shortest first.
        3. A wish without a verb ("Saturday to Hamburg") is completed, if it names a trip.
        """
        for name in self.rows:
            cut = self._cut(name, text)
            if cut.slots and (found := _understood(cut, name, read(cut.rest))):
                return found
            if name != _BOOKING:
                continue
            places = (
                one for one in self._without_place(cut) if not is_time(str(one.slots["place"]))
            )
            possible = [*places, *([cut] if cut.slots else [])]
            for further in possible if possible and has_time() else ():
                for rest in (further.rest, self.bare.format(further.rest)):
                    found = _understood(further, name, read(rest))
                    if not (found and found.intent and "start" in found.intent.slots):
                        continue  # a trip without a time is no wish, only words about one
                    place = further.slots.get("place")
                    if place is None or not read(self.bare.format(place)).is_certain:
                        return found  # "from Friday to Sunday": that is a time
        return None

    def _cut(self, name: str, text: str) -> _Cut:
        rest, slots = text, dict[str, SlotValue]()
        for row in self.rows[name]:
            found = row.say.search(rest)
            if found is None:
                continue
            kept = found.group("keep") if row.keeps else ""
            rest = f"{rest[: found.start()]} {kept} {rest[found.end() :]}"
            slots.update(_slots_of(row.slots, found))
        return _Cut(_tidy(rest), slots)

    def _without_place(self, cut: _Cut) -> Iterator[_Cut]:
        for found in self.place.finditer(cut.rest):
            for after in _PLACES:
                if place := after.match(cut.rest, found.end()):
                    rest = f"{cut.rest[: found.start()]} {cut.rest[place.end() :]}"
                    yield _Cut(_tidy(rest), {**cut.slots, "place": place.group(1).strip(" .,?!")})


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    table: Mapping[str, Mapping[str, Any]] = load_yaml(_PATH)
    return table


@cache
def asides_of(language: str) -> Asides | None:
    """Return the asides of a language, ``None`` where there are none."""
    data = _table().get(language)
    if data is None:
        return None
    rows = {
        name: [
            _Row(
                re.compile(row["say"], re.IGNORECASE),
                bool(row.get("keep")),
                row.get("slots", {}),
            )
            for row in data[name]
        ]
        for name in sorted(WITH_ASIDES)
    }
    place = re.compile(data["place"], re.IGNORECASE)
    return Asides(rows=rows, place=place, bare=data["bare"])


def _understood(cut: _Cut, name: str, read: Recognition) -> Recognition | None:
    intent = read.intent
    if not read.is_certain or intent is None or intent.name != name:
        return None
    return replace(read, intent=Intent(name=name, slots={**intent.slots, **cut.slots}))


def _slots_of(row: Mapping[str, Any], found: re.Match[str]) -> dict[str, SlotValue]:
    slots: dict[str, SlotValue] = dict(row)
    if "distance" in slots:
        kilometres = float(found.group("n").replace(",", ".")) * float(slots["distance"])
        slots["distance"] = round(kilometres, 1)
    return slots


def _tidy(text: str) -> str:
    return re.sub(r"\s+([,.?!])", r"\1", " ".join(text.split())).strip(" ,")
