"""Serves the chat page and its files."""

from pathlib import Path

from aiohttp import web

_FOLDER = Path(__file__).parent / "page"
# Browser drivers evaluate text while they wait for something; hence 'unsafe-eval'.
_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-eval'; img-src 'self' data: blob:; "
        "media-src 'self' blob:; style-src 'self' 'unsafe-inline'; frame-src http: https:"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}


def add_page_routes(app: web.Application) -> None:
    """Mount ``/`` and ``/page/*``."""
    app.router.add_get("/", _on_page)
    app.router.add_get(r"/page/{name:[\w-]+\.\w+}", _on_file)


async def _on_page(_: web.Request) -> web.Response:
    return _file("index.html")


async def _on_file(request: web.Request) -> web.Response:
    return _file(request.match_info["name"])


def _file(name: str) -> web.Response:
    path = _FOLDER / name
    if path.suffix not in _TYPES or not path.is_file():
        raise web.HTTPNotFound
    return web.Response(
        body=path.read_bytes(),
        content_type=_TYPES[path.suffix],
        charset=None if path.suffix == ".png" else "utf-8",
        headers=_HEADERS,
    )
