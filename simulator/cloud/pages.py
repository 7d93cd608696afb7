"""Lists in pages, as the platform answers them (pure)."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
DEFAULT_SIZE = 20
MAX_SIZE = 500


def whole(query: Mapping[str, str], name: str, default: int) -> int:
    """Return a query parameter as a whole number, or its default."""
    raw = query.get(name, "")
    return int(raw) if raw.isdecimal() else default


def page(
    items: Sequence[T],
    show: Callable[[T], object],
    query: Mapping[str, str],
    *,
    sort_field: str | None = "startTime",
) -> dict[str, object]:
    """Return one page with its pagination block; pages beyond the end are empty."""
    size = min(MAX_SIZE, max(1, whole(query, "pageSize", DEFAULT_SIZE)))
    index = max(1, whole(query, "pageIndex", 1))
    start = (index - 1) * size
    return {
        "pagination": {
            "pageIndex": index,
            "sortField": sort_field,
            "start": start + 1,
            "pageSize": size,
            "totleSize": len(items),
            "direction": "desc",
        },
        "list": [show(item) for item in items[start : start + size]],
    }
