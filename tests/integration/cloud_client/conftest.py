"""The client against the stand-in of both clouds."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from simulator.cloud import Cloud, SimClock
from smartcloud import CloudAccount, SmartCloud
from smartcloud.models import Region, Tokens, Vehicle

PEOPLE = {
    "anna": (Region.EU, "anna@example.com", "Anna-drives-1"),
    "ben": (Region.EU, "ben@example.com", "Ben-drives-3"),
    "anna_abroad": (Region.INTL, "anna@example.org", "Anna-drives-9"),
}


@dataclass
class World:
    """A running stand-in, its clock and control port, and a client of it."""

    client: SmartCloud
    clock: SimClock
    http: aiohttp.ClientSession
    url: str
    stored: list[Tokens]

    async def control(self, method: str, path: str, body: Any = None) -> Any:
        """Use the control port."""
        async with self.http.request(method, f"{self.url}/sim/cloud/{path}", json=body) as answer:
            assert answer.status < 300, await answer.text()
            return await answer.json()

    async def account(self, who: str) -> CloudAccount:
        """Log somebody in."""
        region, email, password = PEOPLE[who]
        return self.open(await self.client.log_in(region, email, password))

    def open(self, tokens: Tokens) -> CloudAccount:
        """Open the account of stored tokens, as after a restart."""

        async def keep(renewed: Tokens) -> None:
            self.stored.append(renewed)

        return self.client.open_account(tokens, on_tokens=keep)

    async def count(self, text: str) -> int:
        """Return how many requests to the cloud contain a text."""
        asked = await self.control("GET", "requests?after=0")
        return sum(text in f"{one['method']} {one['path']}" for one in asked)


async def car_of(account: CloudAccount, vin: str) -> Vehicle:
    """Return one car of an account."""
    return next(car for car in await account.get_vehicles() if car.vin == vin)


FindCar = Callable[[CloudAccount, str], Awaitable[Vehicle]]


@pytest.fixture
def find_car() -> FindCar:
    return car_of


@pytest.fixture
async def world() -> AsyncIterator[World]:
    clock = SimClock()
    cloud = Cloud(clock, seed=7)
    app = web.Application()
    cloud.add_routes(app)
    server = TestServer(app)
    await server.start_server()
    await cloud.start()
    url = str(server.make_url("")).rstrip("/")
    async with aiohttp.ClientSession() as http:
        client = SmartCloud(
            http, clock=clock.now, wall_clock=lambda: datetime.now(UTC), base_url=url
        )
        yield World(client, clock, http, url, [])
    await cloud.stop()
    await server.close()
