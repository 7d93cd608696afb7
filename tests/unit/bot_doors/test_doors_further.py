"""Further doors at the web half: mounted early or late, limited, and silent about what broke."""

import re

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.requests import guarded, read_body
from bot.web.late import LateRoutes
from bot.web.metrics import Metrics
from bot.web.server import Health, build_web


async def greet(request):
    return web.Response(text=f"hello {request.match_info['name']}")


async def count(request):
    return web.Response(text=str(len(await read_body(request, 1000))))


async def break_down(_):
    raise RuntimeError("the secret of the cellar")


DOORS = (
    web.get("/hello/{name}", greet),
    web.post("/count", count),
    web.get("/broken", break_down),
)


def early():
    async def accept(_updates):
        raise AssertionError("nothing comes to the webhook")

    async def health():
        return Health(database=True)

    registry = Metrics().registry
    return build_web(secret="s", accept=accept, health=health, registry=registry, doors=DOORS)


def late():
    app, doors = web.Application(), LateRoutes()
    app.router.register_resource(doors)
    doors.open(DOORS)
    return app


@pytest.fixture(params=[early, late])
async def client(request):
    async with TestClient(TestServer(request.param())) as client:
        yield client


async def test_door_answers(client):
    assert await (await client.get("/hello/anna")).text() == "hello anna"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nowhere", 404), ("POST", "/hello/anna", 405), ("GET", "/count", 405)],
)
async def test_what_is_not_there_is_refused(client, method, path, status):
    assert (await client.request(method, path)).status == status


@pytest.mark.parametrize(("size", "status"), [(1000, 200), (1001, 413)])
async def test_body_has_a_limit(client, size, status):
    assert (await client.post("/count", data=b"x" * size)).status == status


async def test_endless_body_is_cut_off(client):
    async def chunks():
        for _ in range(10):
            yield b"x" * 500

    assert (await client.post("/count", data=chunks())).status == 413


async def test_what_broke_inside_is_not_shown(client, capsys):
    answer = await client.get("/broken")

    body = await answer.json()
    assert answer.status == 500
    assert body["error"]["code"] == "internal"
    assert re.fullmatch(r"Something went wrong \([0-9A-F]{6}\)\.", body["error"]["message"])


async def test_late_doors_find_nothing_before_they_open():
    app, doors = web.Application(), LateRoutes()
    app.router.register_resource(doors)

    async with TestClient(TestServer(app)) as client:
        before = (await client.get("/hello/anna")).status
        doors.open([guarded(route) for route in DOORS])
        after = (await client.get("/hello/anna")).status

    assert (before, after) == (404, 200)
