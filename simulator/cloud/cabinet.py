"""Documents that clients have stored, in drawers; nobody but the endpoints looks inside."""

from collections import Counter

Document = dict[str, object]


class Cabinet:
    """Drawers of documents by id, oldest first."""

    def __init__(self) -> None:
        self._drawers: dict[str, dict[str, Document]] = {}
        self._issued: Counter[str] = Counter()

    def drawer(self, *name: str) -> dict[str, Document]:
        """Return a drawer, empty the first time."""
        return self._drawers.setdefault(":".join(name), {})

    def one(self, *name: str) -> Document:
        """Return the only document of a drawer, empty the first time."""
        return self.drawer(*name).setdefault("", {})

    def next_id(self, prefix: str) -> str:
        """Return the next number behind a prefix."""
        self._issued[prefix] += 1
        return f"{prefix}{self._issued[prefix]}"

    def next_number(self, prefix: str) -> int:
        """Return the next number of a prefix alone."""
        self._issued[prefix] += 1
        return self._issued[prefix]
