"""The say door keeps what its description promises, tried by schemathesis."""

import asyncio
import json
import sys
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer

from bot.say.door import SayDoor
from bot.say.limits import Bucket
from bot.web.server import build_site

pytestmark = pytest.mark.asyncio(loop_scope="module")
SCHEMATHESIS = Path(sys.executable).parent / "schemathesis"
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,"
    "response_schema_conformance,negative_data_rejection,positive_data_acceptance,ignored_auth"
)


async def test_door_is_as_described(house, tmp_path):
    await house.app.companion.prepare()
    door = SayDoor(
        house.app.voice,
        house.database,
        clock=house.people,
        bucket=Bucket(burst=1_000_000),
    )
    async with TestServer(build_site(door.routes())) as site:
        process = await asyncio.create_subprocess_exec(
            SCHEMATHESIS,
            "run",
            str(site.make_url("/v1/openapi.json")),
            "--header",
            f"Authorization: Bearer {await house.token()}",
            "--checks",
            CHECKS,
            "--phases",
            "examples,fuzzing",
            "--max-examples",
            "20",
            "--max-time",
            "12",
            "--seed",
            "1",
            "--workers",
            "1",
            "--no-color",
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            cwd=tmp_path,
        )
        printed, _ = await process.communicate()

    assert process.returncode == 0, printed.decode()[-6000:]


async def test_description_names_no_schema_that_is_missing(house):
    async with house.http.get(house.site.make_url("/v1/openapi.json")) as response:
        described = await response.json()

    known = set(described["components"]["schemas"])
    named = {
        part.removeprefix("#/components/schemas/")
        for part in json.dumps(described).split('"')
        if part.startswith("#/components/schemas/")
    }
    assert named <= known
