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

Read = Callable[[str], Recognition]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A text without its asides, and what they say."""

    rest: str
    slots: Mapping[str, SlotValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asides:
    """The asides of one language."""

    rows: Mapping[str, Sequence[Mapping[str, Any]]]  # by intent
    place: str
    bare: str

    def read(self, text: str, read: Read, *, has_time: bool) -> Recognition | None:
        """Return what a text with asides means; ``None`` if there are none, or it is not certain.

        ``has_time`` tells whether a time is said anywhere.

        1. Everything but a destination is cut out, and the rest read.
        2. Else a destination is looked for, the shortest first.
        3. A wish without a verb ("Saturday to Hamburg") is completed, if it names a trip.
        """
        for name in self.rows:
            cut = self._cut(name, text)
            if cut.slots and (found := _understood(cut, name, read(cut.rest))):
                return found
            if name != _BOOKING or not has_time:
                continue
            for further in (*self._without_place(cut, read), *([cut] if cut.slots else [])):
                for rest in (further.rest, self.bare.format(further.rest)):
                    found = _understood(further, name, read(rest))
                    if found and found.intent and "start" in found.intent.slots:
                        return found  # a trip without a time is no wish, only words about one
        return None

    def _cut(self, name: str, text: str) -> _Cut:
        rest, slots = text, dict[str, SlotValue]()
        for row in self.rows[name]:
            found = re.search(row["say"], rest, re.IGNORECASE)
            if found is None:
                continue
            kept = found.group("keep") if row.get("keep") else ""
            rest = f"{rest[: found.start()]} {kept} {rest[found.end() :]}"
            slots.update(_slots_of(row.get("slots", {}), found))
        return _Cut(_tidy(rest), slots)

    def _without_place(self, cut: _Cut, read: Read) -> Iterator[_Cut]:
        for found in re.finditer(self.place, cut.rest, re.IGNORECASE):
            for words in range(1, _PLACE_WORDS + 1):
                after = re.compile(rf"\s+({_WORD}(?:\s+{_WORD}){{{words - 1}}})(?=[\s,.?!]|$)")
                if place := after.match(cut.rest, found.end()):
                    rest = f"{cut.rest[: found.start()]} {cut.rest[place.end() :]}"
                    said = place.group(1).strip(" .,?!")
                    if read(self.bare.format(said)).is_certain:
                        continue  # "from Friday to Sunday": that is a time
                    yield _Cut(_tidy(rest), {**cut.slots, "place": said})


@cache
def asides_of(language: str) -> Asides | None:
    """Return the asides of a language, ``None`` where there are none."""
    data = load_yaml(_PATH).get(language)
    if data is None:
        return None
    rows = {name: data[name] for name in sorted(WITH_ASIDES)}
    return Asides(rows=rows, place=data["place"], bare=data["bare"])


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
