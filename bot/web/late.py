"""A place in a server that already runs for routes that exist only later.

The demo's one server plays Telegram first; the bot that the web half belongs to says hello to it
and is built only then.
"""

from collections.abc import Iterator
from typing import Any, NoReturn

from aiohttp import web
from aiohttp.web_urldispatcher import AbstractResource, AbstractRoute, UrlDispatcher
from yarl import URL

from bot.requests import Routes, guarded


class LateRoutes(AbstractResource):
    """Finds nothing until it is opened."""

    def __init__(self) -> None:
        super().__init__()
        self._router = UrlDispatcher()

    def open(self, routes: Routes) -> None:
        """Serve these routes from now on."""
        self._router.add_routes([guarded(route) for route in routes])

    @property
    def canonical(self) -> str:
        """Say that it may stand for any path."""
        return "/"

    async def resolve(self, request: web.Request) -> Any:
        """Return the match of an inner route, or the methods that its path would take."""
        match = await self._router.resolve(request)
        if match.http_exception is None:
            return match, set()
        return None, getattr(match.http_exception, "allowed_methods", set())

    def url_for(self, **_: str) -> URL:
        """Have no address of its own."""
        raise RuntimeError("Late routes have no address of their own.")

    def add_prefix(self, _prefix: str) -> NoReturn:
        """Stand at the root only."""
        raise RuntimeError("Late routes stand at the root.")

    def get_info(self) -> Any:
        """Tell nothing."""
        return {}

    def raw_match(self, _path: str) -> bool:
        """Be equal to no other resource."""
        return False

    def __len__(self) -> int:
        return len(self._router.routes())

    def __iter__(self) -> Iterator[AbstractRoute]:
        return iter(self._router.routes())
