"""The control interface under ``/sim/cloud``, for tests and demos."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import UTC, datetime

from aiohttp import web

from simulator.cloud.changes import BadChangeError, changed, drive_plan
from simulator.cloud.faults import KINDS, Fault, Faults, is_kind
from simulator.cloud.fleet import OWNERS
from simulator.cloud.garage import SimulatedCar
from simulator.cloud.ledger import Ledger
from simulator.cloud.showing import car_json
from simulator.cloud.world import OUTCOMES, World

Answer = Callable[[web.Request], Awaitable[web.Response]]
NO_CAR = "no such car; see /sim/cloud/cars"
REQUEST_IN_MS = 3_600_000  # somebody asks for the car from the next hour
REQUEST_FOR_MS = 4 * 3_600_000


class Control:
    """Reads and changes the simulated world."""

    def __init__(self, world: World, faults: Faults, ledger: Ledger) -> None:
        self._world = world
        self._faults = faults
        self._ledger = ledger

    def add_routes(self, app: web.Application) -> None:
        """Add everything under ``/sim/cloud``."""
        rows: tuple[tuple[str, str, Answer], ...] = (
            ("GET", "accounts", self._accounts),
            ("GET", "cars", self._cars),
            ("GET", "cars/{vin}", self._car),
            ("PATCH", "cars/{vin}", self._change),
            ("POST", "cars/{vin}/drive", self._drive),
            ("GET", "clock", self._clock),
            ("POST", "clock", self._set_clock),
            ("GET", "faults", self._list_faults),
            ("POST", "faults", self._add_fault),
            ("DELETE", "faults", self._clear_faults),
            ("GET", "settings", self._settings),
            ("POST", "settings", self._set_settings),
            ("POST", "sessions/expire", self._expire),
            ("GET", "sharing", self._sharings),
            ("POST", "sharing/requests", self._ask_to_share),
            ("GET", "requests", self._requests),
            ("GET", "stats", self._stats),
        )
        for method, path, answer in rows:
            app.router.add_route(method, f"/sim/cloud/{path}", answer)

    async def _accounts(self, _: web.Request) -> web.Response:
        return web.json_response(
            [
                {"region": o.region, "email": o.email, "password": o.password, "vins": o.vins}
                for o in self._world.people
            ]
        )

    async def _cars(self, _: web.Request) -> web.Response:
        return web.json_response([car_json(car) for car in self._world.garage])

    def _find(self, request: web.Request) -> SimulatedCar:
        if car := self._world.garage.get(request.match_info["vin"]):
            return car
        raise refused(NO_CAR, status=404)

    async def _car(self, request: web.Request) -> web.Response:
        return web.json_response(car_json(self._find(request)))

    async def _change(self, request: web.Request) -> web.Response:
        car, changes = self._find(request), await json_object(request)
        try:
            state = changed(car.state, changes)
        except BadChangeError as error:
            raise refused(str(error)) from error
        car.change(lambda _: state)
        return web.json_response(car_json(car))

    async def _drive(self, request: web.Request) -> web.Response:
        car, body = self._find(request), await json_object(request)
        try:
            departure = drive_plan(body, car.state)
        except BadChangeError as error:
            raise refused(str(error)) from error
        car.change(departure)
        return web.json_response(car_json(car))

    def _clock_json(self) -> dict[str, object]:
        clock = self._world.clock
        return {"now": clock.now().isoformat(), "speed": clock.speed}

    async def _clock(self, _: web.Request) -> web.Response:
        return web.json_response(self._clock_json())

    async def _set_clock(self, request: web.Request) -> web.Response:
        body = await json_object(request)
        if not body or body.keys() - {"speed", "advance_s"}:
            raise refused('say {"speed": 60} or {"advance_s": 3600}')
        try:
            if "speed" in body:
                self._world.clock.set_speed(number(body, "speed"))
            if "advance_s" in body:
                self._world.clock.advance(number(body, "advance_s"))
        except ValueError as error:
            raise refused(str(error)) from error
        return web.json_response(self._clock_json())

    async def _list_faults(self, _: web.Request) -> web.Response:
        return web.json_response([fault.as_json() for fault in self._faults.waiting])

    async def _add_fault(self, request: web.Request) -> web.Response:
        fault = read_fault(await json_object(request))
        self._faults.waiting.append(fault)
        return web.json_response(fault.as_json())

    async def _clear_faults(self, _: web.Request) -> web.Response:
        self._faults.waiting.clear()
        return web.json_response([])

    async def _settings(self, _: web.Request) -> web.Response:
        return web.json_response(asdict(self._world.settings))

    async def _set_settings(self, request: web.Request) -> web.Response:
        body = await json_object(request)
        known = asdict(self._world.settings)
        for name, value in body.items():
            if name not in known:
                raise refused(f"unknown setting {name!r}; known: {', '.join(known)}")
            setattr(self._world.settings, name, checked_setting(name, value, known[name]))
        return await self._settings(request)

    async def _expire(self, request: web.Request) -> web.Response:
        """End all sessions, and with ``oauth`` all access tokens, as time would."""
        body = await json_object(request)
        kinds = ["session", "oauth"] if body.get("oauth") else ["session"]
        ended = sum(self._world.vault.revoke_all(kind) for kind in kinds)
        return web.json_response({"ended": ended})

    async def _sharings(self, _: web.Request) -> web.Response:
        sharings = self._world.sharings
        return web.json_response([s.as_json(sharings.now_ms()) for s in sharings.known.values()])

    async def _ask_to_share(self, request: web.Request) -> web.Response:
        body = await json_object(request)
        if unknown := body.keys() - {"vin", "name", "start", "end"}:
            raise refused(f"unknown field: {', '.join(unknown)}; known: vin, name, start, end")
        vin, name = body.get("vin", OWNERS[0].vins[0]), body.get("name", "Carla")
        owner = self._world.people.owner_of(vin) if isinstance(vin, str) else None
        if owner is None or not isinstance(vin, str):
            raise refused(NO_CAR)
        if not isinstance(name, str) or not name:
            raise refused("name must be a text")
        sharings = self._world.sharings
        start = read_time(body.get("start"), sharings.now_ms() + REQUEST_IN_MS)
        end = read_time(body.get("end"), start + REQUEST_FOR_MS)
        if end <= start:
            raise refused("end must be after start")
        asked = sharings.request(owner=owner, vin=vin, name=name, start=start, end=end)
        return web.json_response(asked.as_json(sharings.now_ms()))

    async def _requests(self, request: web.Request) -> web.Response:
        after = request.query.get("after", "0")
        if not after.isdecimal():
            raise refused("after must be a sequence number")
        return web.json_response(self._ledger.after(int(after)))

    async def _stats(self, _: web.Request) -> web.Response:
        return web.json_response(self._ledger.stats())


def refused(reason: str, *, status: int = 400) -> web.HTTPException:
    """Return a refusal with its reason as JSON."""
    kind = web.HTTPNotFound if status == 404 else web.HTTPBadRequest
    return kind(text=json.dumps({"error": reason}), content_type="application/json")


async def json_object(request: web.Request) -> dict[str, object]:
    """Return the body, an object; an empty body is an empty object."""
    raw = await request.read()
    try:
        value = json.loads(raw or b"{}")
    except ValueError as error:
        raise refused("the body is not JSON") from error
    if not isinstance(value, dict):
        raise refused("the body must be a JSON object")
    return value


def number(body: dict[str, object], name: str) -> float:
    """Return a number of the body or raise ``ValueError`` naming it."""
    value = body[name]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{name} must be a number")
    return float(value)


def read_time(value: object, default: int) -> int:
    """Return a time in epoch milliseconds, given as such or in ISO form."""
    if value is None:
        return default
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    try:
        at = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise refused("a time is epoch milliseconds or ISO 8601") from error
    return int((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() * 1000)


def read_fault(body: dict[str, object]) -> Fault:
    """Return the fault that a body describes."""
    kind, match, times = body.get("kind"), body.get("match", ""), body.get("times", 1)
    if not isinstance(kind, str) or not is_kind(kind):
        raise refused(f"unknown kind; known: {KINDS}")
    if not isinstance(match, str):
        raise refused("match must be a part of a path")
    if times is not None and (not isinstance(times, int) or times < 1):
        raise refused("times must be 1 or more, or null for always")
    after = body.get("retry_after")
    return Fault(
        match=match,
        kind=kind,
        times=times,
        retry_after=None if after is None else str(after),
        processed=body.get("processed") is True,
    )


def checked_setting(name: str, value: object, present: object) -> object:
    """Return a setting's new value; it must be of the present one's type."""
    if name == "command_outcome" and value not in OUTCOMES:
        raise refused(f"command_outcome must be one of {', '.join(OUTCOMES)}")
    if isinstance(present, bool) or isinstance(value, bool):
        if not (isinstance(present, bool) and isinstance(value, bool)):
            raise refused(f"{name} has the wrong type")
        return value
    if isinstance(present, float) and isinstance(value, int | float):
        return float(value)
    if name == "command_delay_s" and isinstance(value, list) and len(value) == 2:
        return float(value[0]), float(value[1])
    if isinstance(present, str) and isinstance(value, str):
        return value
    raise refused(f"{name} has the wrong type")
