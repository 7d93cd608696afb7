"""The stand-in as a server: finds the row, checks, answers, notes what was asked."""

import re
import time
from collections.abc import Callable
from urllib.parse import unquote

from aiohttp import ClientConnectionError, web

from simulator.cloud import faults as failing
from simulator.cloud.calls import Call, Route
from simulator.cloud.checks import CHECKS
from simulator.cloud.clock import SimClock
from simulator.cloud.codes import CloudError, GatewayError
from simulator.cloud.control import Control
from simulator.cloud.endpoints.table import ROUTES
from simulator.cloud.faults import Fault, Faults
from simulator.cloud.hosts import PLAIN_HOSTS, RESULT_HOSTS, host_key
from simulator.cloud.ledger import Entry, Ledger
from simulator.cloud.router import Router
from simulator.cloud.spoiling import rewritten
from simulator.cloud.world import built_world

SESSION_PATH = "/auth/account/session/secure"
NOT_FOUND = "1405"
PLAIN_STATUS = {"1402": 401, "1405": 404, "8040": 404, "8160": 403}
CODE_IN_ANSWER = re.compile(rb'"(?:code|errorCode)": "?(\w+)')
HEAD_OF_ANSWER = 128  # bytes in which an envelope names its code


class Cloud:
    """Both of Smart's clouds and the cars behind them."""

    def __init__(
        self,
        clock: SimClock,
        *,
        seed: int = 1,
        command_delay_s: tuple[float, float] = (5, 20),
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        self.world = built_world(
            clock, wall_clock=wall_clock, seed=seed, command_delay_s=command_delay_s
        )
        self.ledger = Ledger()
        self.faults = Faults()
        self._router = Router(ROUTES)

    def add_routes(self, app: web.Application) -> None:
        """Add the control interface and every real host; others may share the application."""
        Control(self.world, self.faults, self.ledger).add_routes(app)
        # A host has a dot, which keeps the pages of other stand-ins apart.
        app.router.add_route("*", r"/{host:[\w-]+(?:\.[\w-]+)+}{path:/.*|$}", self._answer)

    async def start(self) -> None:
        """Begin to serve; cars need no ticking, time passes for them when they are looked at."""
        self.faults.stopping.clear()

    async def stop(self) -> None:
        """End answers that hang on purpose."""
        self.faults.stopping.set()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        host, path = split(request)
        fault = self.faults.take(f"{host}{path}")
        body = await request.read()
        query = dict(request.query)
        call = Call(world=self.world, request=request, host=host, path=path, body=body, query=query)
        found = self._router.find(host_key(host) or "", request.method, path)
        if fault is None:
            answer = self._served(call, found)
            self._note(call, found, answer.status, code_of(answer))
            return answer
        return await self._failed(call, found, fault)

    def _served(self, call: Call, found: tuple[Route, dict[str, str]] | None) -> web.Response:
        key = host_key(call.host) or ""
        try:
            if found is None:
                return self._unknown(call, key)
            route, call.params = found
            CHECKS[route.check](call)
            require_owner_to_write(call, route)
            said = route.handler(call)
        except CloudError as error:
            return refusal(call, key, error)
        except GatewayError as error:
            return web.Response(status=error.status, text=error.message, headers=error.headers)
        if isinstance(said, web.Response):
            return said
        return web.json_response(enveloped(call, key, said))

    def _unknown(self, call: Call, key: str) -> web.Response:
        if key == "ecarx":
            CHECKS["signed"](call)
            raise CloudError(NOT_FOUND)
        return web.Response(status=404, text="Not Found")

    async def _failed(
        self, call: Call, found: tuple[Route, dict[str, str]] | None, fault: Fault
    ) -> web.StreamResponse:
        answer: web.Response | None = None
        if fault.processed or fault.kind in failing.AFTER:
            answer = self._served(call, found)
        if status := failing.http_status(fault):
            self._note(call, found, status, "")
            return failing.http_answer(fault, status)
        if code := failing.cloud_code(fault):
            self._note(call, found, 200, code)
            return refusal(call, host_key(call.host) or "", CloudError(code))
        if answer is None or fault.kind == "lost":
            self._note(call, found, 0, fault.kind)
            return await self._silent(call.request, fault)
        self._note(call, found, answer.status, fault.kind)
        return await self._spoilt(call.request, fault, answer)

    async def _silent(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        """Never answer: at once with a reset, or after everybody's patience has ended."""
        if fault.kind == "timeout":
            await self.faults.pause(failing.TIMEOUT_S)
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)

    async def _spoilt(
        self, request: web.Request, fault: Fault, answer: web.Response
    ) -> web.StreamResponse:
        if fault.kind not in failing.DRIPPING:
            return rewritten(fault.kind, answer)
        body = answer.body if isinstance(answer.body, bytes) else b""
        try:
            endless = fault.kind == "endless"
            return await failing.dripping(request, self.faults, body, endless=endless)
        except ClientConnectionError:
            return web.Response(status=500)

    def _note(
        self, call: Call, found: tuple[Route, dict[str, str]] | None, status: int, code: str
    ) -> None:
        self.ledger.add(
            Entry(
                seq=self.ledger.next_seq,
                at=self.world.clock.now().isoformat(),
                method=call.request.method,
                host=call.host,
                path=unquote(call.path),
                status=status,
                code=code,
                account=call.owner.email if call.owner else "",
                kind=found[0].kind if found else "unknown",
            )
        )


def require_owner_to_write(call: Call, route: Route) -> None:
    """Raise 8160 where somebody who only borrows a car would change its settings."""
    if call.rights is not None and route.kind == "write":
        raise CloudError("8160")


def split(request: web.Request) -> tuple[str, str]:
    """Return host and path as they are on the wire, without the query."""
    raw = request.raw_path.partition("?")[0].lstrip("/")
    host, _, path = raw.partition("/")
    return host, f"/{path}"


def enveloped(call: Call, key: str, data: object) -> object:
    """Return an answer in the envelope of its host."""
    if key in RESULT_HOSTS:
        return {"code": "200", "message": "Operation is Successful", "result": data}
    if key != "ecarx":
        return data
    selected = call.path.endswith("/user/session/update")
    session_id = data.get("sessionId") if isinstance(data, dict) else None
    return {
        "code": "1000",
        "data": data,
        "success": True,
        "hint": "success" if selected else None,
        "httpStatus": "OK",
        "sessionId": session_id or call.world.rng.randbytes(16).hex(),
        "message": "Successful." if selected else "operation succeed",
    }


def refusal(call: Call, key: str, error: CloudError) -> web.Response:
    """Return a refusal in the envelope of its host."""
    if key in RESULT_HOSTS:
        return web.json_response({"code": error.code, "message": error.message, "result": None})
    if key in PLAIN_HOSTS:
        status = PLAIN_STATUS.get(error.code, 400)
        return web.json_response({"error": error.message}, status=status)
    if key == "gigya" and error.code.isdecimal():
        said: dict[str, object] = {"errorCode": int(error.code), "errorMessage": error.message}
        return web.json_response({**said, "statusCode": 400, "statusReason": "Bad Request"})
    if key == "ota":
        return web.json_response({"code": error.code, "message": error.message})
    is_exchange = call.path == SESSION_PATH and call.request.method in ("POST", "PUT")
    number = is_exchange and error.code.isdecimal()
    return web.json_response(
        {
            "code": int(error.code) if number else error.code,
            "data": None,
            "success": False,
            "hint": None,
            "httpStatus": "OK",
            "sessionId": call.world.rng.randbytes(16).hex(),
            "message": error.message,
        }
    )


def code_of(answer: web.Response) -> str:
    """Return the code inside a JSON answer, for the ledger."""
    if answer.content_type != "application/json" or not isinstance(answer.body, bytes):
        return ""
    match = CODE_IN_ANSWER.search(answer.body[:HEAD_OF_ANSWER])
    return match.group(1).decode() if match else ""
