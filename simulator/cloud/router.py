"""Finds the row for a request."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from simulator.cloud.calls import Route


class Router:
    """An index over the table of endpoints."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self.routes = tuple(sorted(routes, key=lambda route: route.path.count("{")))
        self._index: dict[tuple[str, str, int], list[tuple[re.Pattern[str], Route]]] = {}
        for route in self.routes:
            key = (route.host, route.method, route.path.count("/"))
            self._index.setdefault(key, []).append((route.pattern, route))

    def find(self, host: str, method: str, path: str) -> tuple[Route, dict[str, str]] | None:
        """Return the row and its path parameters, decoded; the more literal path wins."""
        for pattern, route in self._index.get((host, method, path.count("/")), ()):
            if match := pattern.fullmatch(path):
                return route, {name: unquote(v) for name, v in match.groupdict().items()}
        return None
