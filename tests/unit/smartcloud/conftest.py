"""Cars and statuses that the tests of the client share."""

import inspect
import json
from collections.abc import AsyncIterator, Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from smartcloud import SmartCloud
from smartcloud.models import Model, Region, Tokens, Vehicle, VehicleStatus
from smartcloud.parsing import parse_status

HERE = Path(__file__).parent
FETCHED_AT = datetime(2025, 10, 9, 9, 0, tzinfo=UTC)
_SAMPLE = json.loads((HERE / "status_one_ac_charging.json").read_text("utf-8"))
_CARS = {
    Model.ONE: ("HESXR1C40PS000001", "HX11", "HX1E2D2A0001000001"),
    Model.THREE: ("HESCA4C41PS000003", "HC11", "HC1E2D2A0001000003"),
    Model.FIVE: ("HESYA4C40SG000005", "HY11", "HY1E2D1A0005000005"),
}

ReadStatus = Callable[..., VehicleStatus]


def car(model: Model, **changes: Any) -> Vehicle:
    vin, series, material = _CARS[model]
    values = {
        "vin": vin,
        "region": Region.EU,
        "model": model,
        "series_code": series,
        "mat_code": material,
    }
    return Vehicle(**(values | changes))


def set_field(node: Any, name: str, value: Any) -> bool:
    """Replace a field wherever it is in a document; True if it was found."""
    if isinstance(node, dict):
        if name in node:
            node[name] = value
            return True
        return any(set_field(child, name, value) for child in node.values())
    return False


@pytest.fixture
def sample() -> dict[str, Any]:
    """The complete documented answer; a fresh copy."""
    return deepcopy(_SAMPLE)


@pytest.fixture
def make_car() -> Callable[..., Vehicle]:
    return car


@pytest.fixture
def read_status() -> ReadStatus:
    """Parses the documented answer with some fields changed."""

    def read(model: Model = Model.ONE, **changes: Any) -> VehicleStatus:
        data = deepcopy(_SAMPLE["data"])
        for name, value in {"vin": car(model).vin, **changes}.items():
            assert set_field(data, name, value), name
        return parse_status(json.dumps(data).encode(), car(model), FETCHED_AT)

    return read


@pytest.fixture
def tokens() -> Tokens:
    """A session of the EU as it is stored."""
    return Tokens(
        region=Region.EU,
        user_id="112233",
        session_token="session-1",
        session_refresh_token="refresh-1",
        oauth_token="oauth-1",
        oauth_refresh_token="oauth-refresh-1",
        id_token="id-1",
        client_id="CLIENT1",
        device_id="00ff00ff00ff00ff",
        issued_at=FETCHED_AT,
    )


class ScriptedCloud:
    """A small server of this test's own: it answers by path, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.answers: dict[str, Answer] = {}
        app = web.Application()
        app.router.add_route("*", "/{any:.*}", self.handle)
        self.server = TestServer(app)

    @property
    def base_url(self) -> str:
        return str(self.server.make_url("")).rstrip("/")

    def on(self, target: str, answer: "Answer") -> None:
        """Answer requests whose ``METHOD host/path`` contains this text; the newest wins."""
        self.answers.pop(target, None)
        self.answers = {target: answer, **self.answers}

    def count(self, target: str) -> int:
        """Return how often something was asked."""
        return sum(target in asked.target for asked in self.asked)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        asked = Asked(
            f"{request.method} {request.path_qs[1:]}",
            request.headers,
            body,
            request.transport,
        )
        self.asked.append(asked)
        for target, answer in self.answers.items():
            if target in asked.target:
                given = answer(asked) if callable(answer) else answer
                if inspect.isawaitable(given):
                    given = await given
                return given if isinstance(given, web.StreamResponse) else web.json_response(given)
        return web.json_response(code("1405"))


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it arrived."""

    target: str
    headers: Mapping[str, str]
    body: bytes
    transport: Any  # to hang up

    @property
    def session(self) -> str:
        return self.headers.get("authorization", "")


Answer = Any


def code(value: Any, data: Any = None) -> dict[str, Any]:
    """Return an envelope."""
    return {"code": value, "data": data, "success": str(value) == "1000", "message": "a message"}


@pytest.fixture
def envelope() -> Callable[..., dict[str, Any]]:
    return code


@pytest.fixture
async def scripted() -> AsyncIterator[ScriptedCloud]:
    cloud = ScriptedCloud()
    await cloud.server.start_server()
    yield cloud
    await cloud.server.close()


@pytest.fixture
async def client(scripted: ScriptedCloud) -> AsyncIterator[SmartCloud]:
    async with aiohttp.ClientSession() as http:
        yield SmartCloud(
            http,
            clock=lambda: FETCHED_AT,
            wall_clock=lambda: datetime.now(UTC),
            base_url=scripted.base_url,
        )
