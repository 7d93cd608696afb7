"""What a person wants, as values: an intent with slots, and how sure we are of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

SlotValue = str | float | int | bool
"""Units by slot: temperature °C, percent, duration minutes, radius metres, seat ``driver`` |
``passenger`` | ``rear_left`` | ``rear_right`` | ``all``, level 0-3 | ``max`` | ``off``, mode
``horn`` | ``flash`` | ``both``, times ``HH:MM`` or ISO 8601, names and places as said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """One thing a person can want; ``name`` is a key of the catalogue."""

    name: str
    slots: Mapping[str, SlotValue] = field(default_factory=dict)


class Risk(StrEnum):
    """What an intent may do to the world."""

    QUERY = "q"
    ACTION = "a"
    RISKY = "r"  # always confirmed


class Certainty(StrEnum):
    """How a sentence was understood; only ``CERTAIN`` may act."""

    CERTAIN = "certain"  # exactly one full match of the grammar, or a question like no other
    UNSURE = "unsure"  # several readings, or only similar to known sentences
    OUT_OF_RANGE = "out_of_range"  # understood, but a value is outside its limits
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfRange:
    """A value that was understood and is not possible."""

    slot: str
    value: float
    minimum: float
    maximum: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """Result of reading one text."""

    certainty: Certainty
    intent: Intent | None = None  # the best reading; acted on only if certain
    suggestions: tuple[Intent, ...] = ()  # at most three; shown as buttons
    out_of_range: OutOfRange | None = None

    @property
    def is_certain(self) -> bool:
        """True if the bot may act on ``intent`` without asking back."""
        return self.certainty is Certainty.CERTAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the conversation knows: it changes how a fragment is read, never who may act."""

    now: datetime  # aware, in the person's time zone: "Saturday 10 to 2" needs it
    last_intent: Intent | None = None  # for "make it 23", "and the windows?"
    car_names: tuple[str, ...] = ()  # "#1", "Flitzer"
