"""The Bot API over HTTP: tokens, faults, limits, answers and a log of the calls."""

import asyncio
import inspect
import math
from collections import deque
from typing import Any

from aiohttp import web

from simulator.telegram.errors import ApiError, bad_request, too_many_requests
from simulator.telegram.faults import Fault, Faults
from simulator.telegram.limits import SendLimits
from simulator.telegram.messages import Chat
from simulator.telegram.methods import METHODS, SINCE, Method
from simulator.telegram.parameters import Parameters, read_parameters
from simulator.telegram.world import World

_SILENCE_S = 120.0  # how long a "timeout" fault keeps a caller waiting
_LOGGED = 20_000
OLDEST = (0, 0)


class BotApi:
    """Serves ``/bot<token>/<method>`` and ``/file/bot<token>/<path>``."""

    def __init__(self, world: World, limits: SendLimits | None) -> None:
        self.faults = Faults()
        self.calls: deque[dict[str, Any]] = deque(maxlen=_LOGGED)
        self.closing = asyncio.Event()
        self._world = world
        self._limits = limits
        self._count = 0

    def add_routes(self, app: web.Application) -> None:
        """Mount the routes."""
        app.router.add_route("*", "/bot{token}/{method}", self.on_call)
        app.router.add_get("/file/bot{token}/{path:.+}", self.on_download)

    async def on_call(self, request: web.Request) -> web.StreamResponse:
        """Answer one call of the bot."""
        method = request.match_info["method"].lower()
        chat: int | None = None
        try:
            self._check_token(request)
            parameters = await read_parameters(request)
            chat = _chat_id(parameters)
            fault = self.faults.take(method, chat)
            if fault is None or fault.when == "after":
                result = await self._call(method, chat, parameters)
            if fault:
                return await self._fail(request, fault, method, chat)
            return self._answer(method, chat, 200, {"ok": True, "result": result})
        except ApiError as error:
            return self._answer(method, chat, error.code, error.as_json())

    async def on_download(self, request: web.Request) -> web.Response:
        """Hand out a file."""
        try:
            self._check_token(request)
            stored = self._world.files.by_path(request.match_info["path"])
            if stored is None:
                raise ApiError(404, "Not Found")
        except ApiError as error:
            return web.json_response(error.as_json(), status=error.code)
        return web.Response(body=stored.content, content_type="application/octet-stream")

    async def _call(self, method: str, chat: int | None, parameters: Parameters) -> Any:
        handler = METHODS.get(method)
        if handler is None or self._world.bot_api < SINCE.get(method, OLDEST):
            raise ApiError(404, "Not Found: method not found")
        is_limited = method.startswith(("send", "edit")) and method != "sendchataction"
        if self._limits and is_limited and chat in self._world.chats:
            return self._call_in_pace(handler, self._limits, self._world.chats[chat], parameters)
        result = handler(self._world, parameters)
        return await result if inspect.isawaitable(result) else result

    def _call_in_pace(
        self, handler: Method, limits: SendLimits, chat: Chat, parameters: Parameters
    ) -> Any:
        now = self._world.monotonic()
        if wait := limits.wait_s(chat.id, is_group=not chat.is_private, now=now):
            raise too_many_requests(math.ceil(wait))
        result = handler(self._world, parameters)
        limits.count(chat.id, now)
        return result

    async def _fail(
        self, request: web.Request, fault: Fault, method: str, chat: int | None
    ) -> web.StreamResponse:
        if error := fault.error():
            raise error
        if fault.kind == "timeout":
            await self._stay_silent()
        response = self._answer(method, chat, 0, {})
        if request.transport:
            request.transport.abort()
        return response

    async def _stay_silent(self) -> None:
        closing = asyncio.ensure_future(self.closing.wait())
        await asyncio.wait([closing], timeout=_SILENCE_S)
        closing.cancel()

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if ":" not in token:
            raise ApiError(404, "Not Found")
        if token != self._world.bot.token:
            raise ApiError(401, "Unauthorized")

    def _answer(
        self, method: str, chat: int | None, status: int, body: dict[str, Any]
    ) -> web.Response:
        """Log the call without what was said; status 0 is a broken connection."""
        self._count += 1
        call: dict[str, Any] = {"seq": self._count, "at": self._world.wall_clock()}
        call |= {"method": method, "chat": chat, "status": status}
        if not body.get("ok", True):
            call["description"] = body["description"]
        self.calls.append(call)
        return web.json_response(body, status=status or 500)


def _chat_id(parameters: Parameters) -> int | None:
    text = parameters.text("chat_id")
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        raise bad_request("chat not found") from None
