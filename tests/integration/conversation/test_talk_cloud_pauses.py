"""A cloud that asks for a pause gets one: from everybody, over restarts, and people are told."""

import asyncio
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from bot.garage import Garage
from bot.pauses import StoredPauses
from smartcloud import SmartCloud
from smartcloud.exceptions import CloudUnavailableError, PausedError, RateLimitError
from smartcloud.gate import Gate
from smartcloud.governor import Scope
from smartcloud.models import Region
from storage import accounts, cars, pauses

ANNA, BEN, FAMILY = 1001, 1002, -100200300
PLATFORM = "api.ecloudeu.com"
ONE = "HESXR1C40PS000001"


def restarted(world) -> Garage:
    """Return what a new process of the same database works with."""
    gate = Gate(
        StoredPauses(world.database),
        world.people_clock,
        rng=Random(2),
        digest=lambda text: world.database.keyring.digest("cloud_account", text),
    )
    client = SmartCloud(
        world.http,
        clock=world.clock.now,
        wall_clock=lambda: datetime.now(UTC),
        base_url=str(world.cloud.make_url("")).rstrip("/"),
        gate=gate,
    )
    garage = Garage(world.database, client, world.clock.now)
    world.restarted.append(garage)  # until the connections that it shares are closed
    return garage


async def fault(world, kind, *, match=PLATFORM, times=None, **more) -> None:
    await world.control("POST", "/faults", {"match": match, "kind": kind, "times": times, **more})


async def asked(world) -> int:
    return len(await world.control("GET", "/requests?after=0"))


async def stored(world):
    async with world.database.reading() as tx:
        return {place.scope: pause for place, pause in (await pauses.get_pauses(tx)).items()}


async def linked(world):
    """Return Anna's #1, the #5 of the same account, in this order."""
    async with world.database.reading() as tx:
        (one,) = [it for it in await cars.get_linked_cars(tx, FAMILY) if it.vehicle.vin == ONE]
        owned = await cars.get_cars_of_account(tx, one.account_id)
    return one, next(car for car in owned if car.vehicle.vin != ONE)


async def read(garage: Garage, car):
    return await garage.read_status(car.account_id, car.vehicle)


async def test_firewall_is_left_alone_by_questions_polls_and_log_ins(family):
    one, _ = await linked(family)
    await fault(family, "http_403", times=1)
    with pytest.raises(RateLimitError) as caught:
        await read(family.garage, one)
    before = await asked(family)

    family.clock.advance(3600)  # what is known is old
    (told,) = await family.room.say(ANNA, "How full is the battery?", chat=FAMILY)
    tried = await asyncio.gather(
        *(read(restarted(family), one) for _ in range(5)),
        family.garage.log_in(BEN, BEN, Region.EU, "ben@example.com", "Ben-drives-3"),
        return_exceptions=True,
    )

    assert timedelta(minutes=2) <= caught.value.retry_after <= timedelta(minutes=2.2)
    assert "asks for a pause until" in told.text
    assert "%" in told.text
    assert {type(it) for it in tried} == {PausedError}
    assert await asked(family) == before
    async with family.database.reading() as tx:
        account = await accounts.get_account(tx, one.account_id)
    assert not account.needs_login


async def test_one_probe_a_window_and_the_first_success_ends_it(family):
    one, _ = await linked(family)
    await fault(family, "http_403")
    with pytest.raises(RateLimitError):
        await read(family.garage, one)
    windows, probes = [], []

    for _ in range(3):
        pause = (await stored(family))[Scope.HOST]
        windows.append(pause.window / timedelta(minutes=1))
        family.people_clock.moment = pause.quiet_until
        before = await asked(family)
        garages = [restarted(family) for _ in range(2)]
        tried = await asyncio.gather(
            *(read(garages[number % 2], one) for number in range(40)), return_exceptions=True
        )
        assert all(isinstance(it, RateLimitError) for it in tried)
        probes.append(await asked(family) - before)
    await family.control("DELETE", "/faults")
    family.people_clock.moment = (await stored(family))[Scope.HOST].quiet_until
    garage = restarted(family)

    assert (await read(garage, one)).vin == ONE
    assert (await read(garage, one)).vin == ONE
    assert (windows, probes) == ([2, 4, 8], [1, 1, 1])
    assert await stored(family) == {}


@pytest.mark.parametrize(
    ("given", "minutes"), [("1800", 30), (None, 2), ("1000000000", 360), ("soon", 2)]
)
async def test_too_many_requests_quiet_all_cars_of_the_account(family, given, minutes):
    one, five = await linked(family)
    theirs = await family.garage.log_in(BEN, BEN, Region.EU, "ben@example.com", "Ben-drives-3")
    await fault(family, "http_429", times=1, retry_after=given)
    with pytest.raises(RateLimitError):
        await read(family.garage, one)
    before = await asked(family)
    until = (await stored(family))[Scope.ACCOUNT].quiet_until
    garage = restarted(family)
    family.people_clock.moment = until - timedelta(seconds=1)

    tried = await asyncio.gather(read(garage, one), read(garage, five), return_exceptions=True)

    assert [type(it) for it in tried] == [PausedError, PausedError]
    assert await asked(family) == before
    assert await read(garage, theirs[0])  # another account is not meant
    family.people_clock.advance(1)
    assert await read(garage, five)
    assert await stored(family) == {}
    wait = until - datetime(2026, 11, 24, 12, tzinfo=UTC)
    assert minutes <= wait / timedelta(minutes=1) <= minutes * 1.1


async def test_neither_account_nor_address_is_written_down(family):
    one, _ = await linked(family)
    await fault(family, "http_429", times=1)
    with pytest.raises(RateLimitError):
        await read(family.garage, one)
    user_id = (await family.garage.account(one.account_id)).tokens.user_id

    place = (await stored(family))[Scope.ACCOUNT].place

    assert user_id
    assert user_id not in place.key
    assert "anna" not in place.key


@pytest.mark.parametrize("kind", ["slow", "endless", "huge", "gzip_bomb"])
async def test_body_without_measure_holds_nobody_up(family, kind):
    one, five = await linked(family)
    theirs = await family.garage.log_in(BEN, BEN, Region.EU, "ben@example.com", "Ben-drives-3")
    account = await family.garage.account(one.account_id)
    await fault(family, kind, match="/remote-control/vehicle/status", times=1)

    bad = asyncio.create_task(account.get_status(one.vehicle, timeout_s=5))
    while not any(it["code"] == kind for it in await family.control("GET", "/requests?after=0")):
        pass  # each look is a request, so the other task goes on
    good = await asyncio.gather(read(family.garage, five), read(family.garage, theirs[0]))

    assert kind != "slow" or not bad.done()
    with pytest.raises(CloudUnavailableError):
        await bad
    assert [it.vin for it in good] == [five.vehicle.vin, theirs[0].vehicle.vin]
    assert await stored(family) == {}
