"""Both stand-ins in one server that notes every request, and may shoot whoever sends one."""

import json
import os
import signal
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import parse_qsl

from aiohttp import web

from simulator.cloud import Cloud, SimClock
from simulator.telegram import Telegram
from tests.rig.bot_process import TOKEN, QuickClock

Handle = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message that Telegram accepted; ``at`` in Unix time."""

    at: float
    by: int = 0  # number of the process that sent it
    method: str
    chat: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """A command that the cloud accepted."""

    at: float
    service: str


@dataclass(slots=True)
class Shot:
    """The next request whose path holds ``match`` ends process ``pid`` while it is on its way."""

    match: str
    pid: int


@dataclass
class Log:
    """All that was asked, in order."""

    sent: list[Sent] = field(default_factory=list)
    ordered: list[Ordered] = field(default_factory=list)
    polls: list[float] = field(default_factory=list)  # Unix times of status requests
    too_many: int = 0  # answers 429 of Telegram
    shot: Shot | None = None


class StandIns:
    """Smart's cloud and Telegram, on a port for each process, so that it is known who asks."""

    def __init__(self, clock: QuickClock) -> None:
        self.log = Log()
        self._ports: list[int] = []
        began = datetime.fromtimestamp(clock.began, UTC)
        quick = SimClock(clock.speed, start=began, monotonic=lambda: time.time())
        quick._since = clock.began
        self.cloud = Cloud(
            quick, command_delay_s=(5, 10), wall_clock=lambda: quick.now().timestamp()
        )
        self.telegram = Telegram(token=TOKEN, monotonic=lambda: time.monotonic() * clock.speed)

    async def open(self, processes: int, stack: AsyncExitStack) -> tuple[str, ...]:
        """Serve until the stack closes; return the address for each process."""

        @web.middleware
        async def noted(request: web.Request, handler: Handle) -> web.StreamResponse:
            return await self._noted(request, handler)

        app = web.Application(middlewares=[noted])
        self.cloud.add_routes(app)
        self.telegram.add_routes(app)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        for _ in range(processes):
            await web.TCPSite(runner, "127.0.0.1", 0).start()
        self._ports = [address[1] for address in runner.addresses]
        await self.telegram.start()
        stack.push_async_callback(self.telegram.stop)
        return tuple(f"http://127.0.0.1:{port}" for port in self._ports)

    async def _noted(self, request: web.Request, handler: Handle) -> web.StreamResponse:
        if not request.path.startswith("/sim/"):
            self._shoot(request.path)
        is_order = "/telematics/" in request.path and request.method == "PUT"
        is_said = f"/bot{TOKEN}/" in request.path and "multipart" not in request.content_type
        body = await request.read() if is_order or is_said else b""
        if "/vehicle/status/" in request.path:
            self.log.polls.append(time.time())
        response: web.StreamResponse = await handler(request)
        if is_order and b'"1000"' in (getattr(response, "body", b"") or b""):
            service = str(json.loads(body).get("serviceId"))
            self.log.ordered.append(Ordered(at=time.time(), service=service))
        if is_said:
            self._note_message(request, body, response.status)
        return response

    def _shoot(self, path: str) -> None:
        shot = self.log.shot
        if shot is not None and shot.match in path:
            self.log.shot = None
            with suppress(ProcessLookupError):
                os.kill(shot.pid, signal.SIGKILL)

    def _note_message(self, request: web.Request, body: bytes, status: int) -> None:
        self.log.too_many += status == 429
        method = request.path.rpartition("/")[2].lower()
        if status != 200 or method not in {"sendmessage", "editmessagetext"}:
            return
        said = _form(request, body)
        assert request.transport is not None
        port = request.transport.get_extra_info("sockname")[1]
        self.log.sent.append(
            Sent(
                at=time.time(),
                by=self._ports.index(port),
                method=method,
                chat=int(said.get("chat_id", 0)),
                text=said.get("text", ""),
            )
        )


def _form(request: web.Request, body: bytes) -> dict[str, str]:
    if request.content_type == "application/json":
        return {name: str(value) for name, value in json.loads(body).items()}
    return dict(parse_qsl(body.decode()))
