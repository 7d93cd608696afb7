"""The poller against a store and a cloud in memory."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from alerts.models import WatchedCar
from alerts.poller import needs_charge_limit, poll_due_cars
from alerts.schedule import PATIENT, Pace
from smartcloud.exceptions import (
    AuthenticationError,
    CloudUnavailableError,
    RateLimitError,
    SessionEvictedError,
    SmartCloudError,
    UnsupportedError,
    VehicleNotLinkedError,
)
from smartcloud.models import ChargeLimit, ChargingState, LockState, VehicleStatus
from tests.integration.alerts.alerts_in_memory import MemoryReader, MemoryStore, World
from tests.unit.alerts.alert_builders import START, at, make_car, make_sharing, make_status

CHARGING, PLUGGED = ChargingState.CHARGING, ChargingState.PLUGGED


class Scene:
    """A store, a cloud and a clock."""

    def __init__(self, *cars: WatchedCar) -> None:
        self.world, self.store = World(START), MemoryStore()
        for car in cars or (make_car(),):
            self.store.watch(car, START)
        self.answer: VehicleStatus | Exception = make_status()
        self.reader = MemoryReader(status=self._status)

    def _status(self, car: WatchedCar) -> VehicleStatus:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    async def poll(self, minutes: float, answer: VehicleStatus | Exception) -> None:
        self.world.now, self.answer = at(minutes), answer
        for row in self.store.cars.values():
            row.next_poll_at = row.next_status_at = self.world.now
        await self.poll_due()

    async def poll_due(
        self, *, seed: int = 1, limit: int = 50, concurrency: int = 16, pace: Pace = PATIENT
    ) -> int:
        return await poll_due_cars(
            self.store,
            self.reader,
            self.world.clock,
            wall_clock=self.world.wall_clock,
            rng=Random(seed),
            pace=pace,
            limit=limit,
            concurrency=concurrency,
        )

    def told(self) -> list[tuple[str, str]]:
        return [(row.delivery.kind, row.delivery.change.value) for row in self.store.outbox]


async def test_charge_complete_is_owed_once() -> None:
    scene = Scene()
    await scene.poll(0, make_status(0, charging=CHARGING, level=78))
    done = make_status(9, charging=PLUGGED, level=80)

    for minutes in (9, 10, 11):
        await scene.poll(minutes, done)

    assert scene.told() == [("charge_complete", "opened")]
    assert scene.store.cars[1].car.status == done
    assert scene.store.cars[1].car.failures == 0


@pytest.mark.parametrize(
    ("error", "low", "high"),
    [
        (CloudUnavailableError("x"), 30, 36),
        (RateLimitError("x", timedelta(minutes=30)), 1800, 2160),
        (RateLimitError("x", timedelta(days=30)), 21600, 25920),
        (RateLimitError("x", timedelta(seconds=0)), 120, 144),
        (RateLimitError("x"), 120, 144),
        (SessionEvictedError("x"), 900, 1080),
        (AuthenticationError("x"), 86400, 103680),
        (VehicleNotLinkedError("x"), 30, 36),
        (RuntimeError("a bug"), 30, 36),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value),
)
async def test_error_pushes_the_next_poll_away(error: Exception, low: int, high: int) -> None:
    scene = Scene()

    await scene.poll(0, error)

    row = scene.store.cars[1]
    assert low <= (row.next_poll_at - START).total_seconds() <= high
    assert row.car.failures == 1
    assert row.car.status is None
    assert row.needs_login is isinstance(error, AuthenticationError)


async def test_failures_in_a_row_wait_longer_and_one_answer_ends_that() -> None:
    scene, waits = Scene(), []
    for minute in range(9):
        await scene.poll(minute, CloudUnavailableError("x"))
        waits.append((scene.store.cars[1].next_poll_at - at(minute)).total_seconds())

    assert waits == sorted(waits)
    assert 900 <= waits[-1] <= 1080
    await scene.poll(10, make_status(10))
    assert scene.store.cars[1].car.failures == 0


async def test_one_bad_car_does_not_stop_the_others() -> None:
    scene = Scene(*(make_car(car_id=n, account_id=n) for n in range(1, 6)))

    def status(car: WatchedCar) -> VehicleStatus:
        if car.car_id == 3:
            raise RuntimeError("a bug")
        return make_status()

    scene.reader.status = status
    taken = await scene.poll_due()

    assert taken == 5
    assert [row.car.failures for row in scene.store.cars.values()] == [0, 0, 1, 0, 0]


async def test_one_row_that_cannot_be_stored_does_not_stop_the_others() -> None:
    scene = Scene(*(make_car(car_id=n, account_id=n) for n in range(1, 6)))
    scene.store.broken_cars = {2}

    await scene.poll(0, make_status())

    stored = [n for n, row in scene.store.cars.items() if row.car.status is not None]
    assert stored == [1, 3, 4, 5]


async def test_accounts_side_by_side_cars_of_one_account_in_turn() -> None:
    scene = Scene(*(make_car(car_id=n, account_id=n % 10) for n in range(1, 41)))

    await scene.poll(0, make_status())

    assert scene.reader.most_busy == 10
    assert Counter(name for name, _ in scene.reader.calls) == {"status": 40, "sharings": 40}


async def test_concurrency_is_bounded() -> None:
    scene = Scene(*(make_car(car_id=n, account_id=n) for n in range(1, 41)))

    await scene.poll_due(concurrency=4)

    assert scene.reader.most_busy == 4


async def test_unchanged_polls_are_stored_in_batches() -> None:
    scene = Scene(*(make_car(car_id=n, account_id=n) for n in range(1, 51)))

    await scene.poll(0, make_status())

    assert scene.store.records <= 5


async def test_two_workers_poll_no_car_twice() -> None:
    scene = Scene(*(make_car(car_id=n, account_id=n) for n in range(1, 21)))
    workers = (scene.poll_due(seed=n, limit=10) for n in range(4))

    assert sum(await asyncio.gather(*workers)) == 20
    assert max(Counter(scene.reader.calls).values()) == 1


async def test_an_hour_of_the_world_that_passes_at_once_ends_no_lease() -> None:
    scene = Scene()
    begun, may_answer = asyncio.Event(), asyncio.Event()
    get_status = scene.reader.get_status

    async def get_status_slowly(car: WatchedCar) -> VehicleStatus:
        begun.set()
        await may_answer.wait()
        return await get_status(car)

    scene.reader.get_status = get_status_slowly
    slow = asyncio.create_task(scene.poll_due())
    await begun.wait()

    scene.world.jump(timedelta(hours=1))
    taken = await scene.poll_due(seed=2)
    may_answer.set()

    assert (taken, await slow) == (0, 1)


async def test_limit_is_asked_only_when_it_matters() -> None:
    scene = Scene(make_car(charge_limit=None))
    for minute in range(3):
        await scene.poll(minute, make_status(minute))
    assert ("limit", 1) not in scene.reader.calls

    for minute in range(3, 6):
        await scene.poll(minute, make_status(minute, charging=CHARGING, level=70))
    assert scene.reader.calls.count(("limit", 1)) == 1

    await scene.poll(6, make_status(6, charging=CHARGING, level=81))
    assert scene.reader.calls.count(("limit", 1)) == 2


def test_limit_is_asked_again_the_next_day() -> None:
    old = make_status(0, charging=PLUGGED)
    car = make_car(old)

    assert not needs_charge_limit(car, make_status(60, charging=PLUGGED))
    assert needs_charge_limit(car, make_status(13 * 60, charging=PLUGGED))


async def test_limit_that_fails_loses_no_status() -> None:
    def refuse(car: WatchedCar) -> ChargeLimit:
        raise RateLimitError("x", timedelta(minutes=20))

    scene = Scene(make_car(charge_limit=None))
    scene.reader.limit = refuse
    await scene.poll(0, make_status(charging=CHARGING))

    row = scene.store.cars[1]
    assert row.car.status is not None
    assert row.next_poll_at >= at(20)


async def test_sharings_follow_their_own_slow_clock() -> None:
    scene = Scene()
    scene.reader.sharings = lambda _: (make_sharing(),)
    for minute in range(4):
        await scene.poll(minute, make_status(minute))

    assert scene.reader.calls.count(("sharings", 1)) == 1
    assert scene.told() == [("car_sharing_request", "opened")]
    assert scene.store.cars[1].next_sharing_at == at(15)


@pytest.mark.parametrize(
    ("error", "hours"), [(CloudUnavailableError("x"), 0.25), (UnsupportedError("x"), 24)]
)
async def test_sharing_platform_that_does_not_answer_is_left_alone(
    error: SmartCloudError, hours: float
) -> None:
    def refuse(car: WatchedCar) -> tuple[()]:
        raise error

    scene = Scene()
    scene.reader.sharings = refuse
    await scene.poll(0, make_status())

    row = scene.store.cars[1]
    assert row.next_sharing_at == START + timedelta(hours=hours)
    assert row.car.failures == 0


async def test_sharings_of_somebody_elses_car_are_not_asked() -> None:
    scene = Scene(replace(make_car(), is_owner=False))
    await scene.poll(0, make_status())

    assert scene.reader.calls == [("status", 1)]


async def test_held_alert_is_looked_at_again_soon() -> None:
    scene = Scene()
    await scene.poll(0, make_status(0))
    await scene.poll(1, make_status(1, lock=LockState.UNLOCKED))

    assert scene.store.cars[1].next_poll_at <= at(3)


async def test_outage_is_told_once_and_once_that_it_is_over() -> None:
    scene = Scene()
    await scene.poll(0, make_status(0))
    for minute in range(1, 6):
        await scene.poll(minute, CloudUnavailableError("x"))
    assert scene.told() == []

    for minute in range(6, 30):
        await scene.poll(minute, CloudUnavailableError("x"))
    assert scene.told() == [("cloud_outage", "opened")]
    for minute in range(30, 33):
        await scene.poll(minute, make_status(minute))

    assert scene.told() == [("cloud_outage", "opened"), ("cloud_outage", "closed")]


@pytest.mark.parametrize(
    ("car", "error"),
    [
        pytest.param(make_car(), RateLimitError("x"), id="too many requests"),
        pytest.param(
            replace(make_car(), speaks_for_account=False), CloudUnavailableError("x"), id="second"
        ),
    ],
)
async def test_other_failures_are_no_outage(car: WatchedCar, error: Exception) -> None:
    scene = Scene(car)
    for minute in range(20):
        await scene.poll(minute, error)

    assert scene.told() == []


async def test_alert_during_an_outage_is_not_lost() -> None:
    scene = Scene()
    await scene.poll(0, make_status(0, charging=CHARGING, level=78))
    for minute in range(1, 10):
        await scene.poll(minute, CloudUnavailableError("x"))
    await scene.poll(10, make_status(10, charging=PLUGGED, level=80))

    assert ("charge_complete", "opened") in scene.told()


async def test_eviction_is_told_once_and_once_that_it_is_over() -> None:
    scene = Scene()
    for minute in range(3):
        await scene.poll(minute, SessionEvictedError("x"))
    await scene.poll(3, make_status(3))

    assert scene.told() == [("session_evicted", "opened"), ("session_evicted", "closed")]


async def test_pace_bounds_how_long_a_car_is_left_alone() -> None:
    scene = Scene()
    pace = Pace(status=timedelta(seconds=60), sharing=timedelta(seconds=30))

    await scene.poll_due(pace=pace)

    row = scene.store.cars[1]
    assert row.next_status_at == START + timedelta(seconds=60)
    assert row.next_poll_at == row.next_sharing_at == START + timedelta(seconds=30)
