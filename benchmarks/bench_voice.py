"""How soon a voice is answered, and what it costs to believe Alexa.

Prints JSON: milliseconds from request to answer on loopback for a question that the last snapshot
answers, through ``/v1/say`` and through a signed request of Alexa, with the ratio to a route that
answers a constant; microseconds of a whole verification with a cached certificate, without the
database row that a replay is found by, and the ratio to the bare RSA signature check.
"""

import asyncio
import json
import statistics
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bot.alexa.addresses import certificate_address  # noqa: E402 - needs the path above
from bot.alexa.certificates import Certificates  # noqa: E402
from bot.alexa.envelope import parse_envelope  # noqa: E402
from bot.app import App, Clocks, build, open_base, utc_now  # noqa: E402
from bot.demo import ANNA, TOKEN, set_up_family  # noqa: E402
from bot.say.door import SayDoor  # noqa: E402
from bot.say.limits import Bucket  # noqa: E402
from bot.service import connect  # noqa: E402
from bot.settings import load_settings  # noqa: E402
from bot.web.server import build_site  # noqa: E402
from simulator.alexa import SKILL_ID, Amazon  # noqa: E402
from simulator.alexa.amazon import CHAIN_URL  # noqa: E402
from simulator.cloud import Cloud, SimClock  # noqa: E402
from simulator.telegram import Telegram  # noqa: E402
from storage import grants, speakers  # noqa: E402

CALLS, WARM, CHECKS = 300, 20, 1000
USER = "amzn1.ask.account.BENCH"
GOALS = {"p50_ms": 10.0, "p99_ms": 50.0, "verification_us": 500.0}


async def set_up(stack: AsyncExitStack, amazon: Amazon) -> App:
    """Build the real bot on the stand-ins."""
    world = SimClock(1.0)
    app, cloud, telegram = web.Application(), Cloud(world, seed=7), Telegram(token=TOKEN)
    for one in (amazon, cloud, telegram):
        one.add_routes(app)
    server = TestServer(app)
    await server.start_server()
    stack.push_async_callback(server.close)
    for one in (cloud, telegram):
        await one.start()
        stack.push_async_callback(one.stop)
    url = str(server.make_url("")).rstrip("/")
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    (folder / "root.pem").write_bytes(amazon.root_pem)
    settings = load_settings(
        bot_token=TOKEN,
        bot_api_url=f"{url}/bot",
        smart_cloud_url=url,
        public_url=None,
        data_dir=folder,
        database_url=None,
        session_keys=None,
        session_key_file=None,
        alexa_skill_id=SKILL_ID,
        alexa_certificate_url=url,
        alexa_trust_file=folder / "root.pem",
    )
    base = await open_base(settings, Clocks(world=world.now), stack)
    await connect(base)
    built = build(base)
    await set_up_family(built)
    return built


async def timed(http: aiohttp.ClientSession, url: str, calls: list[tuple[bytes, Any]]) -> Any:
    """Return p50 and p99 of answered calls in milliseconds."""
    delays = []
    for number, (body, headers) in enumerate(calls):
        started = time.perf_counter()
        async with http.post(url, data=body, headers=headers) as response:
            await response.read()
            assert response.status == 200, await response.text()
        if number >= WARM:
            delays.append((time.perf_counter() - started) * 1e3)
    delays.sort()
    return {
        "p50_ms": round(statistics.median(delays), 2),
        "p99_ms": round(delays[int(len(delays) * 0.99)], 2),
    }


async def verification(amazon: Amazon) -> dict[str, float]:
    """Return microseconds of CPU of a verification with a cached key, and of the bare check."""
    body = json.dumps(amazon.envelope("IntentRequest", "battery_status")).encode()
    signature = amazon.key.sign(body, PKCS1v15(), SHA256())

    async def fetch(_: str) -> bytes:
        return amazon.chain

    certificates, now = Certificates(fetch, lambda: [amazon.root.certificate]), utc_now()
    key = await certificates.key(CHAIN_URL, now)
    started = time.process_time()
    for _ in range(CHECKS):
        key.verify(signature, body, PKCS1v15(), SHA256())
    floor = (time.process_time() - started) / CHECKS * 1e6
    started = time.process_time()
    for _ in range(CHECKS):
        address = certificate_address(CHAIN_URL)
        parse_envelope(body)
        found = await certificates.key(address or "", now)
        found.verify(signature, body, PKCS1v15(), SHA256())
    whole = (time.process_time() - started) / CHECKS * 1e6
    return {"us": round(whole, 1), "floor_us": round(floor, 1), "ratio": round(whole / floor, 2)}


async def measure() -> dict[str, Any]:
    """Measure everything in one run."""
    amazon = Amazon()
    async with AsyncExitStack() as stack:
        app = await set_up(stack, amazon)
        async with app.base.database.transaction() as tx:
            scopes = frozenset({"read"})
            _, secret = await grants.add(
                tx, kind="token", person_id=ANNA, scopes=scopes, now=utc_now()
            )
            code = await speakers.make_code(tx, ANNA, utc_now())
            await speakers.pair(tx, USER, code, utc_now())
        bucket = Bucket(burst=1_000_000)
        say = SayDoor(app.voice, app.base.database, clock=utc_now, bucket=bucket)
        alexa = [route for route in app.doors if route.path == "/alexa"]

        async def constant(request: web.Request) -> web.Response:
            await request.read()
            return web.json_response({"state": "answered"})

        routes = (web.post("/floor", constant), *say.routes(), *alexa)
        site = await stack.enter_async_context(TestServer(build_site(routes)))
        http = await stack.enter_async_context(aiohttp.ClientSession())
        headers = {"Authorization": f"Bearer {secret}", "Content-Type": "application/json"}
        asked = json.dumps({"text": "how full is the battery?"}).encode()
        signed = []
        for _ in range(CALLS + WARM):
            body = json.dumps(amazon.envelope("IntentRequest", "battery_status", user=USER))
            signed.append((body.encode(), amazon.sign(body.encode())))
        calls = [(asked, headers)] * (CALLS + WARM)
        floor = await timed(http, str(site.make_url("/floor")), calls)
        said = await timed(http, str(site.make_url("/v1/say")), calls)
        spoken = await timed(http, str(site.make_url("/alexa")), signed)
    for told in (said, spoken):
        told["ratio"] = round(told["p50_ms"] / floor["p50_ms"], 1)
    return {
        "goals": GOALS,
        "constant": floor,
        "say": said,
        "alexa": spoken,
        "verification": await verification(amazon),
    }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure()), indent=1))
