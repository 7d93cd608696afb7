"""`smartbot web` as a process of its own: Alexa's signed requests and ``/v1/say`` from outside."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest_asyncio
from aiohttp import ClientSession, ClientTimeout, web
from aiohttp.test_utils import TestServer

from bot.app import Clocks, build, open_base
from bot.demo import ANNA, MAIN_CAR, TOKEN, set_up_family
from bot.service import connect
from bot.settings import load_settings
from simulator.alexa import Amazon
from simulator.alexa.amazon import CHAIN_PATH, SKILL_ID
from simulator.cloud import Cloud, SimClock
from simulator.telegram import Telegram
from storage import grants, speakers
from tests.driver import free_port

SMARTBOT = Path(sys.executable).parent / "smartbot"
ALEXA_WAITS = ClientTimeout(total=8)  # Amazon's own limit: a later answer is none
USER = "amzn1.ask.account.ANNA"


@dataclass
class Outside:
    """What is outside of the process: a loudspeaker, a shortcut, the car and the chat."""

    http: ClientSession
    site: str
    stand_ins: str
    amazon: Amazon
    code: str
    token: str

    async def hear(self, intent: str, attributes: Any = None, **slots: str) -> dict[str, Any]:
        """Return what the loudspeaker is told."""
        body = json.dumps(
            self.amazon.envelope(
                "IntentRequest", intent, slots, user=USER, new=attributes is None,
                attributes=attributes,
            )
        ).encode()  # fmt: skip
        status, told = await self.send(body, self.amazon.sign(body))
        assert status == 200
        return told

    async def send(self, body: bytes, headers: dict[str, str]) -> tuple[int, Any]:
        """Return status and answer to a request of Alexa."""
        url = f"{self.site}/alexa"
        async with self.http.post(url, data=body, headers=headers, timeout=ALEXA_WAITS) as answer:
            return answer.status, await answer.json(content_type=None) if answer.ok else None

    async def say(self, text: str, token: str) -> tuple[int, dict[str, Any]]:
        """Return status and answer of ``/v1/say``."""
        headers = {"Authorization": f"Bearer {token}"}
        url = f"{self.site}/v1/say"
        async with self.http.post(url, json={"text": text}, headers=headers) as answer:
            return answer.status, await answer.json()

    async def control(self, method: str, path: str, body: object = None) -> Any:
        """Use a stand-in's control API."""
        async with self.http.request(method, self.stand_ins + path, json=body) as answer:
            assert answer.status < 300, await answer.text()
            return await answer.json()

    async def is_locked(self) -> None:
        """Wait until the car itself is locked."""
        while True:
            if (await self.control("GET", f"/sim/cloud/cars/{MAIN_CAR}"))["locked"]:
                return
            await asyncio.sleep(0.1)

    async def told_in_chat(self, words: str) -> str:
        """Wait for a text in Anna's chat."""
        after = 0
        while True:
            path = f"/sim/telegram/chats/{ANNA}/transcript?after={after}&wait=10"
            for it in await self.control("GET", path):
                if it["from"] == "bot" and words in it.get("text", ""):
                    return str(it["text"])
            await asyncio.sleep(0.1)


async def prepare(url: str, folder: Path, amazon: Amazon) -> tuple[str, str]:
    """Make the database: Anna's car as it was two hours ago, a code and a token."""
    (folder / "root.pem").write_bytes(amazon.root_pem)
    settings = load_settings(
        bot_token=TOKEN, bot_api_url=f"{url}/bot", smart_cloud_url=url, public_url=None,
        data_dir=folder, database_url=None, session_keys=None, session_key_file=None,
    )  # fmt: skip

    def earlier() -> datetime:
        return datetime.now(UTC) - timedelta(hours=2)

    async with AsyncExitStack() as stack:
        base = await open_base(settings, Clocks(world=earlier), stack)
        await connect(base)
        await set_up_family(build(base))
        now = datetime.now(UTC)
        async with base.database.transaction() as tx:
            scopes = frozenset({"read"})
            _, token = await grants.add(tx, kind="token", person_id=ANNA, scopes=scopes, now=now)
            return await speakers.make_code(tx, ANNA, now), token


async def started(url: str, folder: Path, port: int) -> asyncio.subprocess.Process:
    """Start the web half as a host does."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": f"{url}/bot",
        "SMART_CLOUD_URL": url,
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "PORT": str(port),
        "DATA_DIR": str(folder),
        "ALEXA_SKILL_ID": SKILL_ID,
        "ALEXA_CERTIFICATE_URL": url,
        "ALEXA_TRUST_FILE": str(folder / "root.pem"),
    }
    log = (folder / "web.log").open("wb")
    with log:
        return await asyncio.create_subprocess_exec(
            SMARTBOT, "web", cwd=folder, env=environment, stdout=log, stderr=log
        )


async def is_up(http: ClientSession, site: str) -> bool:
    try:
        async with http.get(f"{site}/health") as answer:
            return answer.status == 200
    except OSError:
        return False


@pytest_asyncio.fixture
async def outside(tmp_path: Path) -> AsyncIterator[Outside]:
    amazon, app = Amazon(), web.Application()
    cloud, telegram = Cloud(SimClock(1.0), seed=7), Telegram(token=TOKEN, limits=False)
    for one in (amazon, cloud, telegram):
        one.add_routes(app)
    async with AsyncExitStack() as stack:
        server = TestServer(app)
        await server.start_server()
        stack.push_async_callback(server.close)
        for one in (cloud, telegram):
            await one.start()
            stack.push_async_callback(one.stop)
        url, port = str(server.make_url("")).rstrip("/"), free_port()
        code, token = await prepare(url, tmp_path, amazon)
        http = await stack.enter_async_context(ClientSession())
        process = await started(url, tmp_path, port)
        try:
            async with asyncio.timeout(30):
                while not await is_up(http, site := f"http://127.0.0.1:{port}"):
                    assert process.returncode is None, (tmp_path / "web.log").read_text()
                    await asyncio.sleep(0.1)
            yield Outside(http, site, url, amazon, code, token)
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), 10) == 0


async def test_loudspeaker_and_shortcut_speak_to_the_running_process(outside):
    stranger = await outside.hear("battery_status")
    linked = await outside.hear("say_digits", number=outside.code)

    # The cloud hangs: Alexa hears in time that it takes longer, and the answer comes in the chat.
    fault = {"match": "/remote-control/vehicle/status", "kind": "timeout", "times": 1}
    await outside.control("POST", "/sim/cloud/faults", fault)
    late = await outside.hear("battery_status")
    in_chat = await outside.told_in_chat("%")
    await outside.control("DELETE", "/sim/cloud/faults")

    body = json.dumps(outside.amazon.envelope("IntentRequest", "battery_status", user=USER))
    headers = outside.amazon.sign(body.encode())
    first = await outside.send(body.encode(), headers)
    again = await outside.send(body.encode(), headers)
    altered = await outside.send(body.replace("battery", "buttery").encode(), headers)

    assert "/alexa" in stranger["response"]["outputSpeech"]["text"]
    assert "Linked" in linked["response"]["outputSpeech"]["text"]
    assert "chat" in late["response"]["outputSpeech"]["text"]
    assert "62" in in_chat
    assert first[0] == 200
    assert "62 percent" in first[1]["response"]["outputSpeech"]["text"]
    assert (again, altered) == ((400, None), (400, None))
    assert outside.amazon.fetches == [CHAIN_PATH]  # once, and nothing else

    asked = await outside.hear("lock")
    await outside.control("PATCH", f"/sim/cloud/cars/{MAIN_CAR}", {"locked": False})
    await outside.hear("AMAZON.YesIntent", asked["sessionAttributes"])
    await asyncio.wait_for(outside.is_locked(), 30)

    status, said = await outside.say("how full is the battery?", outside.token)
    assert (status, said["state"], "62" in said["text"]) == (200, "answered", True)
    assert "62 percent" in said["speech"]
    assert (await outside.say("lock the car", outside.token))[0] == 403  # it may only ask
    assert (await outside.say("help", outside.token[:-1] + "x"))[0] == 401
