"""Declared fields: the raw name stands beside the attribute that it fills, with its converter.

For answers that come rarely and whose shape is partly guessed; a value of a wrong type is unknown,
an entry without what identifies it is left out.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

from smartcloud.models import Position
from smartcloud.parsing.converters import degrees, number, truth

M = TypeVar("M")
Converter = Callable[[Any], Any]
_DEEPEST = 3  # brackets around a list of entries


class Reader(Generic[M]):
    """Makes models of one kind from decoded JSON; ``needs`` names what an entry cannot lack."""

    def __init__(
        self, kind: type[M], /, *, needs: tuple[str, ...] = (), **fields: tuple[str, Converter]
    ) -> None:
        self._kind = kind
        self._needs = needs
        self._fields = tuple(
            (name, tuple(path.split(".")), convert) for name, (path, convert) in fields.items()
        )

    def __call__(self, raw: Any) -> M | None:
        """Return the model, or None if this is no object or lacks what it needs."""
        if not isinstance(raw, dict):
            return None
        found = {}
        for name, path, convert in self._fields:
            value = convert(inside(raw, *path))
            if value is not None:
                found[name] = value
            elif name in self._needs:
                return None
        return self._kind(**found)

    def known(self, raw: Any) -> M:
        """Return the model, an empty one if nothing is known; only for kinds that need nothing."""
        return self(raw) or self._kind()

    def all(self, raw: Any, *keys: str) -> tuple[M, ...]:
        """Return the models of a list, bare or under ``list`` or one of the other keys."""
        models = (self(entry) for entry in entries(raw, *keys))
        return tuple(model for model in models if model is not None)


def inside(raw: Any, *path: str) -> Any:
    """Return what lies at a path of object keys, or None."""
    for key in path:
        raw = raw.get(key) if isinstance(raw, dict) else None
    return raw


def entries(raw: Any, *keys: str) -> list[Any]:
    """Return a list that may stand bare or under a key; anything else is empty."""
    for _ in range(_DEEPEST):
        if isinstance(raw, list):
            return raw
        raw = next((inside(raw, key) for key in (*keys, "list") if inside(raw, key)), None)
    return []


def within(low: float, high: float) -> Converter:
    """Return a converter of numbers within what is possible."""
    return partial(number, low=low, high=high)


def one_of(**meanings: Any) -> Converter:
    """Return a converter of words, in any case of letters, to what they mean."""
    return lambda raw: meanings.get(raw.lower()) if isinstance(raw, str) else None


def arcsecond_position(raw: Any) -> Position | None:
    """Return a position given in milliarcseconds."""
    latitude = degrees(inside(raw, "latitude"), 90)
    longitude = degrees(inside(raw, "longitude"), 180)
    if latitude is None or longitude is None or latitude == longitude == 0:
        return None
    is_shifted = truth(inside(raw, "marsCoordinates"))  # the Chinese datum, some hundred metres off
    is_trusted = False if is_shifted else truth(inside(raw, "posCanBeTrusted"))
    return Position(latitude=latitude, longitude=longitude, is_trusted=is_trusted)


percent = within(0, 100)
latitude = within(-90, 90)
longitude = within(-180, 180)
kilometres = within(0, 5_000_000)
