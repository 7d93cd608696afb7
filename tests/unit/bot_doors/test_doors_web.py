import io
import json

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.web.metrics import Metrics
from bot.web.server import MAX_BODY, SECRET_HEADER, WEBHOOK_PATH, Health, build_web

UPDATE = {"update_id": 5, "message": {"text": "lock"}}


class Door:
    """The web half with an inbox that remembers."""

    def __init__(self):
        self.stored = []
        self.error = None
        self.health = Health(database=True, telegram=True, last_poll_age_s=0.5)

    async def accept(self, updates):
        if self.error:
            raise self.error
        self.stored += updates

    async def look(self):
        return self.health


@pytest.fixture
def door():
    return Door()


@pytest.fixture
async def client(door):
    metrics = Metrics()
    metrics.tick("poll_due_cars", True)
    app = build_web(secret="right", accept=door.accept, health=door.look, registry=metrics.registry)
    async with TestClient(TestServer(app)) as client:
        yield client


async def post(client, body, secret="right"):
    headers = {SECRET_HEADER: secret} if secret is not None else {}
    return (await client.post(WEBHOOK_PATH, data=body, headers=headers)).status


async def test_webhook_answers_200_after_storing(client, door):
    assert await post(client, json.dumps(UPDATE)) == 200
    assert door.stored == [UPDATE]


@pytest.mark.parametrize("secret", [None, "", "wrong", "right ish", "ri\u00e9ht"])
async def test_webhook_without_the_secret_is_refused(client, door, secret):
    assert await post(client, json.dumps(UPDATE), secret) == 403
    assert door.stored == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"[]", 400),
        (b"{}", 400),
        (b'{"update_id": "5"}', 400),
        (b"{" * 100_000, 400),
        (b"[" * 500_000, 400),
        (b"x" * (MAX_BODY + 1), 413),
    ],
)
async def test_webhook_body_that_is_no_update_is_refused(client, door, body, status):
    assert await post(client, io.BytesIO(body)) == status
    assert door.stored == []


async def test_webhook_endless_body_without_length_is_cut_off(client, door):
    async def chunks():
        for _ in range(40):
            yield b"x" * 65_536

    assert await post(client, chunks()) == 413


async def test_webhook_that_cannot_store_asks_for_a_repetition(client, door):
    door.error = RuntimeError("database is locked")

    assert await post(client, json.dumps(UPDATE)) == 503


async def test_health_tells_what_works(client, door):
    answer = await client.get("/health")

    assert answer.status == 200
    assert await answer.json() == {
        "ok": True,
        "database": True,
        "telegram": True,
        "last_poll_age_s": 0.5,
    }


@pytest.mark.parametrize(
    "health", [Health(database=False, telegram=True), Health(database=True, telegram=False)]
)
async def test_health_failing_is_503(client, door, health):
    door.health = health

    assert (await client.get("/health")).status == 503


async def test_metrics_are_readable_and_name_no_car(client):
    text = await (await client.get("/metrics")).text()

    assert 'smartbot_ticks_total{job="poll_due_cars",outcome="ok"} 1.0' in text
