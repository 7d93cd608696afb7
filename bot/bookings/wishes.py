"""What a person said about a time with the car, as values; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from family.slots import Slot
from intents.models import SlotValue

REPEATS = 8
"""A weekly wish is booked for this many weeks: nobody knows next year's Tuesdays."""


class Oddity(StrEnum):
    """What the clocks do to a time that was said, when they change."""

    MISSING = "missing"  # they jump over it
    DOUBLED = "doubled"  # it comes twice


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A time with the car, and what for; aware times."""

    starts_at: datetime
    ends_at: datetime
    destination: str | None = None
    distance_km: float | None = None
    is_weekly: bool = False
    is_urgent: bool = False
    waits: bool = False
    is_whole_day: bool = False
    oddity: Oddity | None = None


def read_wish(slots: Mapping[str, SlotValue], zone: ZoneInfo) -> Wish | None:
    """Return the wish that the slots of ``share_request`` hold; ``None`` without times."""
    try:
        said = [datetime.fromisoformat(str(slots[name])) for name in ("start", "end")]
    except (KeyError, ValueError):
        return None
    starts_at, ends_at = (_placed(it, zone) for it in said)
    kilometres = slots.get("distance")
    place = " ".join(str(slots.get("place", "")).split())
    return Wish(
        starts_at=starts_at,
        ends_at=ends_at,
        destination=place or None,
        distance_km=float(kilometres) if kilometres is not None else None,
        is_weekly=slots.get("repeat") == "weekly",
        is_urgent=bool(slots.get("urgent", False)),
        waits=bool(slots.get("waits", False)),
        is_whole_day=_is_whole_day(starts_at.astimezone(zone), ends_at.astimezone(zone)),
        oddity=next((found for it in said if (found := _oddity(it, zone)) is not None), None),
    )


def weekly(wish: Wish, zone: ZoneInfo) -> tuple[Slot, ...]:
    """Return the same time of day in the weeks to come, also when the clocks change between."""
    start, end = wish.starts_at.astimezone(zone), wish.ends_at.astimezone(zone)
    return tuple(
        Slot(*((it + timedelta(weeks=week)).astimezone(UTC) for it in (start, end)))
        for week in range(REPEATS)
    )


def _placed(said: datetime, zone: ZoneInfo) -> datetime:
    return (said if said.tzinfo else said.replace(tzinfo=zone)).astimezone(UTC)


def _oddity(said: datetime, zone: ZoneInfo) -> Oddity | None:
    wall = said.replace(tzinfo=zone, fold=0)
    if wall.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall.replace(tzinfo=None):
        return Oddity.MISSING
    return Oddity.DOUBLED if wall.utcoffset() != wall.replace(fold=1).utcoffset() else None


def _is_whole_day(start: datetime, end: datetime) -> bool:
    return (start.hour, start.minute, end.hour, end.minute) == (0, 0, 0, 0)
