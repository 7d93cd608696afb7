"""The cloud stand-in on a loopback port, and the control of it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from simulator.cloud import Cloud, SimClock

ONE, THREE, FIVE = "HESXR1C40PS000001", "HESCA4C41PS000003", "HESYA4C40SG000005"
SYDNEY = "HESCB4C43RS000009"


@dataclass
class Stand:
    """A running stand-in with its control interface."""

    url: str
    clock: SimClock
    http: aiohttp.ClientSession

    async def control(self, method: str, path: str, body: Any = None, *, status: int = 200) -> Any:
        """Ask the control interface."""
        async with self.http.request(method, f"{self.url}/sim/cloud/{path}", json=body) as answer:
            assert answer.status == status, await answer.text()
            return await answer.json()


@pytest.fixture
async def stand() -> AsyncIterator[Stand]:
    """A fresh pair of clouds."""
    clock = SimClock()
    cloud = Cloud(clock)
    app = web.Application()
    cloud.add_routes(app)
    server = TestServer(app)
    await server.start_server()
    await cloud.start()
    async with aiohttp.ClientSession() as http:
        yield Stand(str(server.make_url("")).rstrip("/"), clock, http)
    await cloud.stop()
    await server.close()
