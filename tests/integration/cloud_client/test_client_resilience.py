"""What keeps an account alive: restored sessions, one renewal for all who wait, patience."""

import asyncio
from datetime import timedelta

import pytest

from smartcloud.exceptions import RateLimitError, SessionEvictedError

ONE = "HESXR1C40PS000001"


async def test_a_hundred_restarts_without_a_log_in(world, find_car) -> None:
    first = await world.account("anna")
    car = await find_car(first, ONE)
    log_ins = await world.count("accounts.login")
    renewals = await world.count("account/session/secure")

    for _ in range(100):
        tokens = world.stored[-1] if world.stored else first.tokens
        assert (await world.open(tokens).get_status(car)).vin == ONE

    assert await world.count("accounts.login") == log_ins
    assert await world.count("account/session/secure") == renewals


async def test_fifty_calls_at_expiry_cause_one_renewal(world, find_car) -> None:
    account = await world.account("anna")
    car = await find_car(account, ONE)
    before = await world.count("account/session/secure")
    await world.control("POST", "clock", {"advance_s": 8 * 86_400})

    statuses = await asyncio.gather(*(account.get_status(car) for _ in range(50)))

    assert {status.vin for status in statuses} == {ONE}
    assert await world.count("account/session/secure") - before <= 2, "one climb of the ladder"
    assert len({tokens.session_token for tokens in world.stored}) <= 2


async def test_a_taken_session_asks_to_yield(world, find_car) -> None:
    account = await world.account("anna")
    car = await find_car(account, ONE)
    fault = {"match": "/remote-control/vehicle/status", "kind": "code_8006", "times": 10}
    await world.control("POST", "faults", fault)

    with pytest.raises(SessionEvictedError) as caught:
        await account.get_status(car)

    assert caught.value.retry_after >= timedelta(minutes=1)
    assert await world.count("accounts.login") == 1


async def test_a_rate_limit_is_not_pressed(world, find_car) -> None:
    account = await world.account("anna")
    car = await find_car(account, ONE)
    fault = {"match": "/remote-control", "kind": "http_429", "times": 1, "retry_after": 30}
    await world.control("POST", "faults", fault)
    before = await world.count("/remote-control")

    with pytest.raises(RateLimitError) as caught:
        await account.get_status(car)

    assert caught.value.retry_after == timedelta(seconds=30)
    assert await world.count("/remote-control") == before + 1
