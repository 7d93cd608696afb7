"""The one place where the cloud's scalars become numbers, times and truths; else ``None``.

The cloud writes almost every scalar as a string, now and then as a JSON number or boolean, and
leaves it empty when it has nothing to say. What does not look exactly right is unknown.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from typing import Any, TypeVar

T = TypeVar("T")

NO_TIME_MINUTES = 2047  # the platform's "no value" of an 11-bit field
_MILLIARCSECONDS_PER_DEGREE = 3_600_000
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:\.\d{0,15})?(?:[eE][+-]?\d{1,2})?", re.ASCII)
_CODE = re.compile(r"[A-Za-z0-9_.\-]{1,16}", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_EARLIEST_MS = 1_420_070_400_000  # 2015: there was no such car before
_LATEST_MS = 4_102_444_800_000  # 2100
_TRUTHS = {"true": True, "false": False, "1": True, "0": False}


def number(raw: Any, low: float, high: float) -> float | None:
    """Return a finite number within what is physically possible."""
    if type(raw) is str:
        value = _written_number(raw)
    elif type(raw) is int or type(raw) is float:
        value = raw
    else:
        return None
    return float(value) if value is not None and low <= value <= high else None  # not NaN either


@lru_cache(maxsize=16_384)  # cars repeat themselves: a parked one says the same all night
def _written_number(text: str) -> float | None:
    return float(text) if _NUMBER.fullmatch(text) else None


def whole(raw: Any, low: int, high: int) -> int | None:
    """Return a whole number within limits; ``"3.0"`` counts, ``"3.5"`` does not."""
    value = number(raw, low, high)
    return int(value) if value is not None and value == int(value) else None


def text(raw: Any) -> str | None:
    """Return a non-empty string without the spaces around it; integers are ids."""
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        return None
    try:
        return str(raw).strip() or None
    except ValueError:  # Python refuses to print integers of thousands of digits
        return None


def truth(raw: Any) -> bool | None:
    """Return a boolean given as JSON boolean, ``"true"``/``"false"`` or 1/0."""
    if isinstance(raw, bool):
        return raw
    return _TRUTHS.get(raw.lower()) if isinstance(raw, str) else _TRUTHS.get(code(raw) or "")


def code(raw: Any) -> str | None:
    """Return a short code as text: ``"2"``, 2 and ``"engine_off"``; anything odd becomes ``?``."""
    if raw is None or raw == "":
        return None
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, int) and abs(raw) < 10**9:
        return str(raw)
    return raw if isinstance(raw, str) and _CODE.fullmatch(raw) else "?"


def time_of_ms(raw: Any) -> datetime | None:
    """Return an instant given in milliseconds since 1970; seconds would fall before 2015."""
    value = number(raw, _EARLIEST_MS, _LATEST_MS)
    return None if value is None else datetime.fromtimestamp(value / 1000, UTC)


def clock_time(raw: Any) -> time | None:
    """Return a time of day written ``HH:MM``."""
    match = _CLOCK.fullmatch(raw) if isinstance(raw, str) else None
    return time(int(match[1]), int(match[2])) if match else None


def iso_time(raw: Any) -> datetime | None:
    """Return an aware instant written in ISO 8601; without a zone it is unknown."""
    try:
        moment = datetime.fromisoformat(raw) if isinstance(raw, str) else None
        return moment.astimezone(UTC) if moment and moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def minutes(raw: Any) -> timedelta | None:
    """Return a length of time given in minutes, where 2047 means that there is none."""
    value = number(raw, 0, NO_TIME_MINUTES - 1)
    return None if value is None else timedelta(minutes=value)


def degrees(raw: Any, limit: float) -> float | None:
    """Return decimal degrees from milliarcseconds."""
    span = limit * _MILLIARCSECONDS_PER_DEGREE
    value = number(raw, -span, span)
    return None if value is None else value / _MILLIARCSECONDS_PER_DEGREE


class CodeReader:
    """Looks codes up in tables and remembers those that it does not know."""

    def __init__(self) -> None:
        self._unknown: list[str] = []

    @property
    def unknown(self) -> tuple[str, ...]:
        """All unknown codes so far as ``name=code``."""
        return tuple(self._unknown)

    def note(self, name: str, raw: Any) -> None:
        """Remember one code that nobody knows."""
        self._unknown.append(f"{name}={code(raw)}")

    def read(self, name: str, raw: Any, table: Mapping[str, T]) -> T | None:
        """Return the meaning of a code; an unknown one is remembered and ``None``."""
        if type(raw) is str and raw in table:  # nearly always; the rest is for odd days
            return table[raw]
        key = code(raw)
        if key is None:
            return None
        if key in table:
            return table[key]
        self.note(name, raw)
        return None
