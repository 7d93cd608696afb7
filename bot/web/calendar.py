"""Serves calendars at addresses that cannot be guessed."""

from aiohttp import web

from bot.calendars.publishing import PATH, Calendars

LONGEST_SECRET = 64  # characters; ours have 43


def calendar_route(calendars: Calendars) -> web.RouteDef:
    """Return the door of calendar applications; an unknown address is simply not found."""

    async def serve(request: web.Request) -> web.StreamResponse:
        secret = request.match_info["secret"]
        published = await calendars.of_secret(secret) if len(secret) <= LONGEST_SECRET else None
        if published is None:
            raise web.HTTPNotFound
        headers = {
            "ETag": f'"{published.tag}"',
            "Cache-Control": "private, max-age=300",
            "Referrer-Policy": "no-referrer",
            "X-Robots-Tag": "noindex",
        }
        tags = request.if_none_match or ()
        if any(tag.value in {published.tag, "*"} for tag in tags):
            return web.Response(status=304, headers=headers)
        return web.Response(
            body=published.content,
            content_type="text/calendar",
            charset="utf-8",
            headers={**headers, "Content-Disposition": 'inline; filename="bookings.ics"'},
        )

    return web.get(PATH, serve)
